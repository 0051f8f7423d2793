#include "story/words.h"

#include "text/language.h"
#include "url/parts.h"

#define X(name, key, en, ko, ar) TEXT_INIT(key),
static const text keys[WORD_COUNT] = {
#include "story/strings.def"
};
#undef X

static const struct {
    const char *tag;
    text words[WORD_COUNT];
} tables[] = {
#define X(name, key, en, ko, ar) TEXT_INIT(en),
    {"en",
     {
#include "story/strings.def"
     }},
#undef X
#define X(name, key, en, ko, ar) TEXT_INIT(ko),
    {"ko",
     {
#include "story/strings.def"
     }},
#undef X
#define X(name, key, en, ko, ar) TEXT_INIT(ar),
    {"ar",
     {
#include "story/strings.def"
     }},
#undef X
};
enum { TABLES = sizeof tables / sizeof tables[0] };

const char *words_language(size_t i)
{
    return i < TABLES ? tables[i].tag : NULL;
}

static const text *words_table(text language)
{
    text primary = language_primary(language);
    for (size_t i = 0; i < TABLES; i++)
        if (text_equal_nocase((text){tables[i].tag, 2}, primary))
            return tables[i].words;
    return NULL;
}

bool words_piece(text *rest, text *literal, text *name)
{
    if (!rest->size)
        return false;
    size_t open = 0;
    while (open < rest->size && rest->at[open] != '{')
        open++;
    *literal = text_slice(*rest, 0, open);
    *name = NO_TEXT;
    size_t close = open;
    while (close < rest->size && rest->at[close] != '}')
        close++;
    if (close == rest->size) { /* no placeholder, or a brace that nobody closed */
        *literal = *rest;
        *rest = NO_TEXT;
        return true;
    }
    *name = text_slice(*rest, open + 1, close);
    *rest = text_from(*rest, close + 1);
    return true;
}

/* What a pattern must show, or it would lose the authors or the date. */
static const text placeholders[WORD_COUNT] = {
    [WORD_BYLINE] = TEXT_INIT("names"),        [WORD_MORE_BY_AUTHOR] = TEXT_INIT("names"),
    [WORD_DATE_LINE] = TEXT_INIT("year"),      [WORD_DATE_TIME] = TEXT_INIT("year"),
    [WORD_DATE_DAY] = TEXT_INIT("year"),       [WORD_DATE_MONTH] = TEXT_INIT("year"),
    [WORD_DATE_YEAR] = TEXT_INIT("year"),      [WORD_FONT_SIZE] = TEXT_INIT("percent"),
    [WORD_SUBSECTIONS] = TEXT_INIT("label"),   [WORD_NOTICE_LATER] = TEXT_INIT("hours"),
    [WORD_GALLERY_COUNT] = TEXT_INIT("count"), [WORD_GALLERY_POSITION] = TEXT_INIT("number"),
};

/* A word stands beside each item of a list, a name in each date, and what joins the authors' names behind
 * each of them wherever they are named, as often as the bundle likes: so they are short, as they are written. */
enum { WORDS_BYTES_MOST = 128, WORDS_NAME_MOST = 64, WORDS_SEPARATOR_MOST = 32 };

/* What is filled in with more than a number: once in a pattern. */
static const text filled[] = {TEXT_INIT("names"), TEXT_INIT("label"), TEXT_INIT("month-name"), TEXT_INIT("weekday")};
enum { FILLED = sizeof filled / sizeof filled[0] };

/* REPORT_COUNT: nothing is wrong. */
static report_code words_names_fault(text value, size_t count)
{
    size_t names = 0;
    for (bool more = true; more; names++) {
        const char *bar = value.size ? memchr(value.at, '|', value.size) : NULL;
        size_t end = bar ? (size_t)(bar - value.at) : value.size;
        if (escaped_most(text_slice(value, 0, end)) > WORDS_NAME_MOST)
            return REPORT_WORDS_TOO_LONG;
        more = bar != NULL;
        value = text_from(value, more ? end + 1 : end);
    }
    return names == count ? REPORT_COUNT : REPORT_WORDS_NAMES_COUNT;
}

static bool words_join(word which)
{
    return which == WORD_NAME_SEPARATOR || which == WORD_NAME_LAST_SEPARATOR;
}

/* Between two names a space will do. */
static bool words_show(word which, text value)
{
    return words_join(which) ? value.size > 0 : characters_show(value);
}

static report_code words_fault(word which, text value)
{
    text literal, name, rest = value;
    bool found = !placeholders[which].size, twice = false, seen[FILLED] = {false};
    if (which == WORD_MONTH_NAMES || which == WORD_WEEKDAY_NAMES)
        return words_names_fault(value, which == WORD_MONTH_NAMES ? 12 : 7);
    if (escaped_most(value) > (words_join(which) ? WORDS_SEPARATOR_MOST : WORDS_BYTES_MOST))
        return REPORT_WORDS_TOO_LONG;
    while (words_piece(&rest, &literal, &name)) {
        found = found || text_equal(name, placeholders[which]);
        for (size_t i = 0; i < FILLED; i++) {
            bool this = text_equal(name, filled[i]);
            twice = twice || (this && seen[i]);
            seen[i] = seen[i] || this;
        }
    }
    if (!found)
        return REPORT_WORDS_PLACEHOLDER_MISSING;
    return twice ? REPORT_WORDS_PLACEHOLDER_TWICE : REPORT_COUNT;
}

/* One language of the bundle's "strings": marks what is known and drops what is wrong. */
static void words_check(story *s, json_node *table)
{
    table->seen = true;
    if (table->kind != JSON_OBJECT) {
        report_node(&s->report, REPORT_VALUE_TYPE, table);
        return;
    }
    for (word i = 0; i < WORD_COUNT; i++) {
        json_node *value = json_member(table, keys[i]);
        if (!value)
            continue;
        value->seen = true;
        if (value->kind != JSON_STRING)
            report_node(&s->report, REPORT_VALUE_TYPE, value);
        else if (!words_show(i, value->string))
            report_node(&s->report, REPORT_TEXT_EMPTY, value);
        else if (words_fault(i, value->string) != REPORT_COUNT)
            report_node(&s->report, words_fault(i, value->string), value);
        else
            value->model = value; /* fit for use */
    }
}

static const json_node *words_member(const json_node *strings, text language, word which)
{
    const json_node *value = json_member(json_member(strings, language), keys[which]);
    return value && value->model ? value : NULL;
}

bool words_choose(story *s, text wanted, const json_node *strings)
{
    text primary = language_primary(wanted);
    for (json_node *table = strings ? strings->first : NULL; table; table = table->next)
        if (!table->key.size || table->key.at[0] != '_')
            words_check(s, table);
    const text *built_in = words_table(wanted);
    bool spoken = built_in || json_member(strings, wanted) || json_member(strings, primary), complete = true;
    if (!spoken) /* not one word in that language: say that it is English */
        wanted = primary = TEXT("en");
    for (word i = 0; i < WORD_COUNT; i++) {
        const json_node *value = words_member(strings, wanted, i);
        if (!value)
            value = words_member(strings, primary, i);
        complete = complete && (value || built_in);
        if (!value && !built_in)
            value = words_member(strings, TEXT("en"), i);
        s->words[i] = value ? value->string : built_in ? built_in[i] : tables[0].words[i];
    }
    if (spoken && !complete)
        report_node(&s->report, REPORT_WORDS_INCOMPLETE,
                    json_member(strings, json_member(strings, wanted) ? wanted : primary));
    s->locale = wanted;
    s->locale_direction = language_direction(wanted);
    return spoken;
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

/* The name at a place, from 0, of a list with bars between. */
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
    text literal, name;
    while (words_piece(&pattern, &literal, &name)) {
        writer_text(w, literal);
        words_field(w, s, &fields, name);
    }
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

/* How many bytes the pattern has when it is filled in; they are written where to is not NULL. */
static size_t words_filled(char *to, text pattern, const words_value *values, size_t count)
{
    size_t size = 0;
    text literal, name;
    while (words_piece(&pattern, &literal, &name)) {
        text pieces[] = {literal, NO_TEXT};
        for (size_t i = 0; i < count; i++)
            if (text_equal(name, values[i].name))
                pieces[1] = values[i].value;
        for (size_t i = 0; i < 2; i++) {
            if (to && pieces[i].size)
                memcpy(to + size, pieces[i].at, pieces[i].size);
            size += pieces[i].size;
        }
    }
    return size;
}

text words_fill(arena *a, text pattern, const words_value *values, size_t count)
{
    size_t size = words_filled(NULL, pattern, values, count);
    char *to = arena_alloc(a, size);
    words_filled(to, pattern, values, count);
    return (text){to, size};
}
