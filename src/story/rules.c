#include "story/rules.h"

#include "base/module.h"
#include "text/pattern.h"

/* The rule for a word in the bundle's "strings"; where the word breaks it, the built-in one is used. */
typedef struct words_rule {
    text key;
    text shows;    /* the name of a placeholder that it must hold */
    text fills;    /* the names of all that it may hold, with spaces between them */
    uint8_t names; /* how many names it lists; 0 for a text */
    bool joins;    /* it stands between two authors' names */
} words_rule;

#define PLAIN
#define SHOWS(placeholder)         FILLS(placeholder, "")
#define FILLS(placeholder, others) .shows = TEXT_INIT(placeholder), .fills = TEXT_INIT(placeholder others)
#define NAMES(count)               .names = (count)
#define JOINS                      .joins = true
#define X(name, key_, rule)        {.key = TEXT_INIT(key_), rule},
#if BROADSHEET_MODULE < MODULE_RICH
#define STRINGS_WITHOUT_RICH
#endif
static const words_rule rules[] = {
#include "story/strings.def"
};
_Static_assert(sizeof rules / sizeof rules[0] == WORDS_HERE, "a rule for each word");
#undef X

/* The most bytes, as written in the output, of a word, of the name of a month or day, and of a separator of authors'
 * names. A word stands beside each item of a list, a name in each date, a separator behind each author wherever they
 * are named, all as often as the bundle likes: so they are short. */
enum { WORDS_BYTES_MOST = 128, WORDS_NAME_MOST = 64, WORDS_SEPARATOR_MOST = 32 };

/* The placeholders that texts replace, not just numbers: each may stand once in a pattern. */
static const text filled[] = {TEXT_INIT("names"), TEXT_INIT("label"), TEXT_INIT("month-name"), TEXT_INIT("weekday"),
                              TEXT_INIT("host")};
enum { FILLED = sizeof filled / sizeof filled[0] };

/* The words_judge functions give the fault of a word; REPORT_COUNT when there is none. */

static report_code words_judge_names(text value, size_t count)
{
    size_t names = 0, shown = 0;
    for (bool more = true; more; names++) {
        const char *bar = value.size ? memchr(value.at, '|', value.size) : NULL;
        size_t end = bar ? (size_t)(bar - value.at) : value.size;
        if (escaped_most(text_slice(value, 0, end)) > WORDS_NAME_MOST)
            return REPORT_WORDS_TOO_LONG;
        shown += characters_show(text_slice(value, 0, end));
        more = bar != NULL;
        value = text_from(value, more ? end + 1 : end);
    }
    if (names != count)
        return REPORT_WORDS_NAMES_COUNT;
    return shown == count ? REPORT_COUNT : REPORT_WORDS_NAMES_EMPTY;
}

/* Whether something is filled in for each placeholder of a pattern. A text that is none may hold braces. */
static bool words_fills(const words_rule *rule, text value)
{
    text literal, name;
    while (rule->shows.size && pattern_next(&value, &literal, &name)) {
        bool known = !name.at;
        for (text rest = rule->fills; rest.size && !known;)
            known = text_equal(text_take(&rest, ' '), name);
        if (!known)
            return false;
    }
    return true;
}

static report_code words_judge_text(const words_rule *rule, text value)
{
    if (escaped_most(value) > (rule->joins ? WORDS_SEPARATOR_MOST : WORDS_BYTES_MOST))
        return REPORT_WORDS_TOO_LONG;
    if (rule->shows.size && !pattern_places(value, rule->shows))
        return REPORT_WORDS_PLACEHOLDER_MISSING;
    for (size_t i = 0; i < FILLED; i++)
        if (pattern_places(value, filled[i]) > 1)
            return REPORT_WORDS_PLACEHOLDER_TWICE;
    return words_fills(rule, value) ? REPORT_COUNT : REPORT_WORDS_PLACEHOLDER_UNKNOWN;
}

text words_key(word which)
{
    return rules[which].key;
}

report_code words_judge(word which, const json_node *node)
{
    const words_rule *rule = &rules[which];
    if (node->kind != JSON_STRING)
        return REPORT_VALUE_TYPE;
    text value = node->string;
    /* between two names a space will do */
    bool shows = characters_show(value) || (rule->joins && characters_space(value));
    if (!shows)
        return REPORT_TEXT_EMPTY;
    return rule->names ? words_judge_names(value, rule->names) : words_judge_text(rule, value);
}
