/* Dates as the words' language writes them, on the clock of the zone. */
#include "base/module.h"
#include "story/words.h"
#include "text/pattern.h"

/* The zone's offset at a date, in seconds, as the host answered; 0 for a date without a time. */
static int32_t words_offset(const story *s, const date *d)
{
    return d->precision == DATE_MINUTE ? s->offsets[d->slot] : 0;
}

/* A date as it is read from the zone's clock, where it was written on the site's and that is another. */
static date words_read(const story *s, const date *d)
{
    date read = *d;
    if (MODULE_HAS_RICH && s->clocks && d->local && d->precision == DATE_MINUTE)
        read.seconds += s->offsets[d->slot] - s->clocks[d->slot];
    return read;
}

size_t words_machine(const story *s, const date *d, char out[32])
{
    date read = words_read(s, d);
    return date_machine(&read, words_offset(s, d), out);
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

/* A date as it is shown: the fields of the clock, the offset of that clock, and whether it is UTC's. */
typedef struct words_shown {
    date_fields fields;
    int32_t offset;
    bool in_utc;
    const zone_name *zone; /* NULL: not known */
} words_shown;

static words_shown words_show(const story *s, const date *d)
{
    int32_t offset = words_offset(s, d), shown = date_shown_offset(d, offset);
    return (words_shown){
        .fields = date_split(words_read(s, d).seconds, d->local ? 0 : shown),
        .offset = shown,
        .in_utc = s->in_utc || shown != offset,
        .zone = s->zone_names && d->precision == DATE_MINUTE ? &s->zone_names[d->slot] : NULL,
    };
}

/* The offset of a zone whose name is not known, in CLDR's short form: "GMT+9", "GMT-3:30", "GMT". */
static void words_gmt(writer *w, int32_t offset)
{
    int32_t minutes = (offset < 0 ? -offset : offset) / 60;
    writer_say(w, "GMT");
    if (!minutes)
        return;
    if (offset < 0)
        writer_say(w, "-");
    else
        writer_say(w, "+");
    writer_integer(w, minutes / 60);
    if (minutes % 60) {
        writer_say(w, ":");
        words_two_digits(w, minutes % 60);
    }
}

static void words_zone(writer *w, const words_shown *at)
{
    if (at->in_utc)
        writer_say(w, "UTC");
    else if (at->zone && at->zone->size)
        writer_text(w, (text){at->zone->at, at->zone->size});
    else
        words_gmt(w, at->offset);
}

/* The placeholders of a date that stand for a field of its clock, and how each is written. */
typedef enum words_form { WORDS_NUMBER, WORDS_TWO_DIGITS, WORDS_MONTH, WORDS_WEEKDAY } words_form;
typedef struct words_field {
    text name;
    size_t at; /* where the field stands in date_fields */
    words_form form;
} words_field;
static const words_field fields[] = {
    {TEXT_INIT("year"), offsetof(date_fields, year), WORDS_NUMBER},
    {TEXT_INIT("month"), offsetof(date_fields, month), WORDS_NUMBER},
    {TEXT_INIT("month-2"), offsetof(date_fields, month), WORDS_TWO_DIGITS},
    {TEXT_INIT("month-name"), offsetof(date_fields, month), WORDS_MONTH},
    {TEXT_INIT("weekday"), offsetof(date_fields, weekday), WORDS_WEEKDAY},
    {TEXT_INIT("day"), offsetof(date_fields, day), WORDS_NUMBER},
    {TEXT_INIT("day-2"), offsetof(date_fields, day), WORDS_TWO_DIGITS},
    {TEXT_INIT("hour"), offsetof(date_fields, hour), WORDS_TWO_DIGITS},
    {TEXT_INIT("minute"), offsetof(date_fields, minute), WORDS_TWO_DIGITS},
};

/* The field that a placeholder stands for; NULL for the zone, and where it stands for none. */
static const words_field *words_field_of(text name)
{
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        if (text_equal(name, fields[i].name))
            return &fields[i];
    return NULL;
}

static int32_t words_value(const words_shown *at, const words_field *f)
{
    return *(const int32_t *)((const char *)&at->fields + f->at);
}

static void words_write(writer *w, const story *s, const words_shown *at, text name)
{
    const words_field *f = words_field_of(name);
    if (!f) {
        if (text_equal(name, TEXT("zone")))
            words_zone(w, at);
        return;
    }
    int32_t value = words_value(at, f);
    if (f->form == WORDS_MONTH)
        writer_text(w, words_name(s->words[WORD_MONTH_NAMES], value - 1));
    else if (f->form == WORDS_WEEKDAY)
        writer_text(w, words_name(s->words[WORD_WEEKDAY_NAMES], value));
    else if (f->form == WORDS_TWO_DIGITS)
        words_two_digits(w, value);
    else
        writer_integer(w, value);
}

static void words_pattern(writer *w, const story *s, const date *d, text pattern)
{
    const words_shown at = words_show(s, d);
    bool zoned = pattern_places(pattern, TEXT("zone"));
    text name;
    while (words_next(w, &pattern, &name))
        words_write(w, s, &at, name);
    if (d->precision == DATE_MINUTE && at.in_utc && !zoned)
        writer_text(w, WORDS_UTC);
}

/* The pattern of each precision. */
static const word words_patterns[] = {[DATE_YEAR] = WORD_DATE_YEAR,
                                      [DATE_MONTH] = WORD_DATE_MONTH,
                                      [DATE_DAY] = WORD_DATE_DAY,
                                      [DATE_MINUTE] = WORD_DATE_TIME};

void words_date(writer *w, const story *s, const date *d)
{
    if (d->precision != DATE_NONE)
        words_pattern(w, s, d, s->words[words_patterns[d->precision]]);
}

bool words_name_zone(const story *s)
{
    return pattern_places(s->words[WORD_DATE_TIME], TEXT("zone")) ||
           pattern_places(s->words[WORD_DATE_LINE], TEXT("zone"));
}

/* Whether two dates give the same text for a placeholder. */
static bool words_same_field(const words_shown *a, const words_shown *b, text name)
{
    const words_field *f = words_field_of(name);
    return f ? words_value(a, f) == words_value(b, f) : a->offset == b->offset;
}

bool words_same_date(const story *s, const date *a, const date *b)
{
    if (a->precision != b->precision || a->precision == DATE_NONE)
        return false;
    const words_shown first = words_show(s, a), second = words_show(s, b);
    text literal, name, rest = s->words[words_patterns[a->precision]];
    bool same = first.in_utc == second.in_utc;
    while (same && pattern_next(&rest, &literal, &name))
        same = !name.at || words_same_field(&first, &second, name);
    return same;
}

void words_date_line(writer *w, const story *s)
{
    words_pattern(w, s, &s->now, s->words[WORD_DATE_LINE]);
}
