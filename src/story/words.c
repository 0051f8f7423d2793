#include "story/words.h"

#include "base/module.h"
#include "story/mark.h"
#include "story/rules.h"
#include "text/language.h"
#include "text/pattern.h"

/* Whether a part of the module says the word: the story says those up to TAGS, that a list was cut, and the link to a
 * tall picture. That the story was updated, which no part says, the whole tells who compares two stories. */
#define WORDS_SAID(which)                                                                                              \
    (MODULE_IS_WHOLE || (MODULE_HAS_PAGE && (which) != WORD_STORY_UPDATED) || (which) <= WORD_TAGS ||                  \
     (which) == WORD_CUT || (which) == WORD_WHOLE_PICTURE)

/* The words of a language, as a switch that the compiler checks: -Wswitch names a word that is missing, and a word that
 * is there twice, or that story/strings.def does not have, is an error anyway. A module smaller than the one that the
 * language's file names has its tag, and ends where a word is asked for. */
#define LANGUAGE(tag, module)                                                                                          \
    static text words_##tag(word which)                                                                                \
    {                                                                                                                  \
        text said = NO_TEXT;                                                                                           \
        if (MODULE_##module > BROADSHEET_MODULE)                                                                       \
            arena_lack();                                                                                              \
        if (which >= (word)WORDS_HERE)                                                                                 \
            return said;                                                                                               \
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

static const struct {
    text tag; /* a primary language, without a hyphen, since it is part of a function's name */
    words_said *say;
} tables[] = {
#define LANGUAGE(tag, module) {TEXT_INIT(#tag), words_##tag},
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

/* The place in tables of the language of a tag; TABLES: it has no words here. */
static size_t words_table(text wanted)
{
    text primary = language_primary(wanted);
    for (size_t i = 0; i < TABLES; i++)
        if (text_equal_nocase(primary, tables[i].tag))
            return i;
    return TABLES;
}

words_said *words_built_in(text wanted)
{
    size_t table = words_table(wanted);
    return tables[table < TABLES ? table : 0].say;
}

text words_table_word(size_t i)
{
    return i < TABLES ? tables[i].say(WORD_TABLE) : NO_TEXT;
}

/* The table in "strings" for a language, in any case of its letters; a tag that is spelled the same goes first. NULL
 * when there is none. */
static const json_node *words_tagged(const json_node *strings, text language)
{
    const json_node *table = json_member(strings, language);
    if (table && table->kind == JSON_NULL)
        table = NULL;
    for (const json_node *other = strings ? strings->first : NULL; other && !table; other = other->next)
        if (other->kind != JSON_NULL && text_equal_nocase(other->key, language))
            table = other;
    return table;
}

/* Of the tables of one language whose tags differ in their letters' case the one that counts, as words_tagged finds it:
 * that whose tag is spelled as it is asked for, or else the first. */
static const json_node *words_counted(const json_node *strings, text wanted, const json_node *first)
{
    const text asked[] = {wanted, language_primary(wanted), tables[0].tag};
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
        const json_node *same = text_equal_nocase(asked[i], first->key) ? json_member(strings, asked[i]) : NULL;
        if (same && same->kind != JSON_NULL)
            return same;
    }
    return first;
}

/* Reports a tag that no language has, and the table that does not count where one stands there in other letters, too.
 */
static void words_check_tag(story *s, json_node *table, text wanted, index *tags)
{
    if (!language_valid(table->key)) {
        report_node(&s->report, REPORT_LANGUAGE_FORM, table);
        return;
    }
    char *small = arena_alloc(&s->arena, table->key.size);
    for (size_t i = 0; i < table->key.size; i++)
        small[i] = ascii_lower(table->key.at[i]);
    const json_node *first = index_add(tags, &s->arena, (text){small, table->key.size}, table);
    if (first)
        report_node(&s->report, REPORT_WORDS_TWICE,
                    words_counted(table->parent, wanted, first) == table ? first : table);
}

/* Checks one language of the bundle's "strings": marks the words that are known, and reports the faulty ones. */
static void words_check(story *s, json_node *table, text wanted, index *tags)
{
    story_mark(s, table, MARK_KNOWN);
    if (table->kind == JSON_NULL)
        return; /* as good as absent */
    words_check_tag(s, table, wanted, tags);
    if (table->kind != JSON_OBJECT) {
        report_node(&s->report, REPORT_VALUE_TYPE, table);
        return;
    }
    for (word i = 0; i < (word)WORDS_HERE; i++) {
        json_node *value = json_member(table, words_key(i));
        if (!value)
            continue;
        story_mark(s, value, MARK_KNOWN);
        if (value->kind == JSON_NULL)
            continue; /* as good as absent */
        report_code fault = words_judge(i, value);
        if (fault != REPORT_COUNT)
            report_node(&s->report, fault, value);
    }
}

/* A word of one of the bundle's tables; NULL when the table has none, or a faulty one. */
static const json_node *words_member(const json_node *table, word which)
{
    if (!MODULE_HAS_PAGE)
        return NULL; /* the bundle has no words: bundle/bundle.c */
    const json_node *value = table ? json_member(table, words_key(which)) : NULL;
    return value && words_judge(which, value) == REPORT_COUNT ? value : NULL;
}

bool words_choose(story *s, text wanted, const json_node *strings)
{
    index tags = {NULL};
    if (!MODULE_HAS_PAGE) /* then there are none: bundle/bundle.c */
        strings = NULL;
    for (json_node *table = MODULE_IS_WHOLE && strings ? strings->first : NULL; table; table = table->next)
        if (!table->key.size || table->key.at[0] != '_')
            words_check(s, table, wanted, &tags);
    size_t own = words_table(wanted);
    bool built_in = own < TABLES;
    words_said *say = tables[built_in ? own : 0].say;
    const json_node *whole = words_tagged(strings, wanted);
    const json_node *primary = words_tagged(strings, language_primary(wanted));
    const json_node *english = built_in ? NULL : words_tagged(strings, tables[0].tag);
    bool spoken = built_in, complete = true;
    for (word i = 0; i < (word)WORDS_HERE; i++) {
        const json_node *value = words_member(whole, i);
        if (!value)
            value = words_member(primary, i);
        spoken = spoken || value;
        complete = complete && (value || built_in);
        if (!value)
            value = words_member(english, i);
        s->words[i] = value ? value->string : say(i);
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
