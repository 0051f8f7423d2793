#include "story/words.h"

#include "base/module.h"
#include "story/mark.h"
#include "text/language.h"
#include "text/pattern.h"

/* The rule for a word in the bundle's "strings"; where the word breaks it, the built-in one is used. */
typedef struct words_rule {
    text key;
    text shows;    /* the name of a placeholder that it must hold */
    uint8_t names; /* how many names it lists; 0 for a text */
    bool joins;    /* it stands between two authors' names */
} words_rule;

#define PLAIN
#define SHOWS(placeholder)  .shows = TEXT_INIT(placeholder)
#define NAMES(count)        .names = (count)
#define JOINS               .joins = true
#define X(name, key_, rule) {.key = TEXT_INIT(key_), rule},
static const words_rule rules[WORD_COUNT] = {
#include "story/strings.def"
};
#undef X

/* Whether a part of the module says the word: the story says those up to TABLE, and that a list was cut. */
#define WORDS_SAID(which) (MODULE_HAS_PAGE || (which) <= WORD_TABLE || (which) == WORD_CUT)

/* The words of a language, as a switch that the compiler checks: -Wswitch names a word that is missing, and a word that
 * is there twice, or that story/strings.def does not have, is an error anyway. */
#define LANGUAGE(tag)                                                                                                  \
    static text words_##tag(word which)                                                                                \
    {                                                                                                                  \
        text said = NO_TEXT;                                                                                           \
        switch (which) {
#define X(name, says)                                                                                                  \
    case WORD_##name: /* NOLINT(bugprone-branch-clone): two words may be one text */                                   \
        said = WORDS_SAID(WORD_##name) ? TEXT(says) : NO_TEXT;                                                         \
        break;
#define LANGUAGE_END                                                                                                   \
    case WORD_COUNT:                                                                                                   \
        break;                                                                                                         \
        }                                                                                                              \
        return said;                                                                                                   \
        }
#include "story/languages.def"
#undef LANGUAGE
#undef X
#undef LANGUAGE_END

typedef text words_said(word which);

static const struct {
    text tag; /* a primary language, without a hyphen, since it is part of a function's name */
    words_said *say;
} tables[] = {
#define LANGUAGE(tag) {TEXT_INIT(#tag), words_##tag},
#define X(name, says)
#define LANGUAGE_END
#include "story/languages.def"
#undef LANGUAGE
#undef X
#undef LANGUAGE_END
};
enum { TABLES = sizeof tables / sizeof tables[0] };

const char *words_language(size_t i)
{
    return i < TABLES ? tables[i].tag.at : NULL;
}

static words_said *words_built_in(text wanted)
{
    for (size_t i = 0; i < TABLES; i++)
        if (language_is(wanted, tables[i].tag))
            return tables[i].say;
    return NULL;
}

/* The most bytes, as written in the output, of a word, of the name of a month or day, and of a separator of authors'
 * names. A word stands beside each item of a list, a name in each date, a separator behind each author wherever they
 * are named, all as often as the bundle likes: so they are short. */
enum { WORDS_BYTES_MOST = 128, WORDS_NAME_MOST = 64, WORDS_SEPARATOR_MOST = 32 };

/* The placeholders that texts replace, not just numbers: each may stand once in a pattern. */
static const text filled[] = {TEXT_INIT("names"), TEXT_INIT("label"), TEXT_INIT("month-name"), TEXT_INIT("weekday")};
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

static report_code words_judge_text(const words_rule *rule, text value)
{
    if (escaped_most(value) > (rule->joins ? WORDS_SEPARATOR_MOST : WORDS_BYTES_MOST))
        return REPORT_WORDS_TOO_LONG;
    if (rule->shows.size && !pattern_places(value, rule->shows))
        return REPORT_WORDS_PLACEHOLDER_MISSING;
    for (size_t i = 0; i < FILLED; i++)
        if (pattern_places(value, filled[i]) > 1)
            return REPORT_WORDS_PLACEHOLDER_TWICE;
    return REPORT_COUNT;
}

/* The fault of a word of the bundle's "strings", or REPORT_COUNT: it is used. */
static report_code words_judge(const words_rule *rule, const json_node *node)
{
    if (node->kind != JSON_STRING)
        return REPORT_VALUE_TYPE;
    text value = node->string;
    /* between two names a space will do */
    bool shows = characters_show(value) || (rule->joins && characters_space(value));
    if (!shows)
        return REPORT_TEXT_EMPTY;
    return rule->names ? words_judge_names(value, rule->names) : words_judge_text(rule, value);
}

/* Checks one language of the bundle's "strings": marks the words that are known, and reports the faulty ones. */
static void words_check(story *s, json_node *table)
{
    story_mark(s, table, MARK_KNOWN);
    if (table->kind != JSON_OBJECT) {
        report_node(&s->report, REPORT_VALUE_TYPE, table);
        return;
    }
    for (word i = 0; i < WORD_COUNT; i++) {
        json_node *value = json_member(table, rules[i].key);
        if (!value)
            continue;
        story_mark(s, value, MARK_KNOWN);
        report_code fault = words_judge(&rules[i], value);
        if (fault != REPORT_COUNT)
            report_node(&s->report, fault, value);
    }
}

/* The table in "strings" for a language, in any case of its letters; a tag that is spelled the same goes first. NULL
 * when there is none. */
static const json_node *words_tagged(const json_node *strings, text language)
{
    const json_node *table = json_member(strings, language);
    for (const json_node *other = strings ? strings->first : NULL; other && !table; other = other->next)
        if (text_equal_nocase(other->key, language))
            table = other;
    return table;
}

/* A word of one of the bundle's tables; NULL when the table has none, or a faulty one. */
static const json_node *words_member(const json_node *table, word which)
{
    const json_node *value = json_member(table, rules[which].key);
    return value && words_judge(&rules[which], value) == REPORT_COUNT ? value : NULL;
}

bool words_choose(story *s, text wanted, const json_node *strings)
{
    for (json_node *table = strings ? strings->first : NULL; table; table = table->next)
        if (!table->key.size || table->key.at[0] != '_')
            words_check(s, table);
    words_said *built_in = words_built_in(wanted);
    const json_node *whole = words_tagged(strings, wanted);
    const json_node *primary = words_tagged(strings, language_primary(wanted));
    const json_node *english = built_in ? NULL : words_tagged(strings, tables[0].tag);
    bool spoken = built_in, complete = true;
    for (word i = 0; i < WORD_COUNT; i++) {
        const json_node *value = words_member(whole, i);
        if (!value)
            value = words_member(primary, i);
        spoken = spoken || value;
        complete = complete && (value || built_in);
        if (!value)
            value = words_member(english, i);
        s->words[i] = value ? value->string : (built_in ? built_in : tables[0].say)(i);
    }
    if (spoken && !complete)
        report_node(&s->report, REPORT_WORDS_INCOMPLETE, whole ? whole : primary);
    s->locale = spoken ? wanted : tables[0].tag; /* not one word in that language: say that it is English */
    s->locale_direction = language_direction(s->locale);
    return spoken;
}

bool words_next(writer *w, text *pattern, text *name)
{
    text literal;
    bool more = pattern_next(pattern, &literal, name);
    if (more)
        writer_text(w, literal);
    return more;
}

int32_t words_offset(const story *s, const date *d)
{
    return d->precision == DATE_MINUTE ? s->offsets[d->slot] : 0;
}

static void words_two_digits(writer *w, int32_t value)
{
    if (value < 10)
        writer_say(w, "0");
    writer_integer(w, value);
}

/* The name at a place, from 0, in a list of names with bars between them. */
static text words_name(text names, int32_t place)
{
    for (;; place--) {
        const char *bar = names.size ? memchr(names.at, '|', names.size) : NULL;
        size_t end = bar ? (size_t)(bar - names.at) : names.size;
        if (place == 0 || !bar)
            return text_slice(names, 0, end);
        names = text_from(names, end + 1);
    }
}

static void words_field(writer *w, const story *s, const date_fields *f, text name)
{
    if (text_equal(name, TEXT("year")))
        writer_integer(w, f->year);
    else if (text_equal(name, TEXT("month")))
        writer_integer(w, f->month);
    else if (text_equal(name, TEXT("month-name")))
        writer_text(w, words_name(s->words[WORD_MONTH_NAMES], f->month - 1));
    else if (text_equal(name, TEXT("weekday")))
        writer_text(w, words_name(s->words[WORD_WEEKDAY_NAMES], f->weekday));
    else if (text_equal(name, TEXT("day")))
        writer_integer(w, f->day);
    else if (text_equal(name, TEXT("hour")))
        words_two_digits(w, f->hour);
    else if (text_equal(name, TEXT("minute")))
        words_two_digits(w, f->minute);
}

static void words_pattern(writer *w, const story *s, const date *d, text pattern)
{
    int32_t offset = words_offset(s, d), shown = date_shown_offset(d, offset);
    date_fields fields = date_split(d->seconds, d->local ? 0 : shown);
    text name;
    while (words_next(w, &pattern, &name))
        words_field(w, s, &fields, name);
    if (d->precision == DATE_MINUTE && (s->in_utc || shown != offset))
        writer_text(w, WORDS_UTC);
}

void words_date(writer *w, const story *s, const date *d)
{
    static const word patterns[] = {[DATE_YEAR] = WORD_DATE_YEAR,
                                    [DATE_MONTH] = WORD_DATE_MONTH,
                                    [DATE_DAY] = WORD_DATE_DAY,
                                    [DATE_MINUTE] = WORD_DATE_TIME};
    if (d->precision != DATE_NONE)
        words_pattern(w, s, d, s->words[patterns[d->precision]]);
}

void words_date_line(writer *w, const story *s)
{
    words_pattern(w, s, &s->now, s->words[WORD_DATE_LINE]);
}
