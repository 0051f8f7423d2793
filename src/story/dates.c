/* Dates as the words' language writes them, on the clock of the zone. */
#include "story/words.h"
#include "text/pattern.h"

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
        .fields = date_split(d->seconds, d->local ? 0 : shown),
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

static void words_field(writer *w, const story *s, const words_shown *at, text name)
{
    const date_fields *f = &at->fields;
    if (text_equal(name, TEXT("year")))
        writer_integer(w, f->year);
    else if (text_equal(name, TEXT("month")))
        writer_integer(w, f->month);
    else if (text_equal(name, TEXT("month-2")))
        words_two_digits(w, f->month);
    else if (text_equal(name, TEXT("month-name")))
        writer_text(w, words_name(s->words[WORD_MONTH_NAMES], f->month - 1));
    else if (text_equal(name, TEXT("weekday")))
        writer_text(w, words_name(s->words[WORD_WEEKDAY_NAMES], f->weekday));
    else if (text_equal(name, TEXT("day")))
        writer_integer(w, f->day);
    else if (text_equal(name, TEXT("day-2")))
        words_two_digits(w, f->day);
    else if (text_equal(name, TEXT("hour")))
        words_two_digits(w, f->hour);
    else if (text_equal(name, TEXT("minute")))
        words_two_digits(w, f->minute);
    else if (text_equal(name, TEXT("zone")))
        words_zone(w, at);
}

static void words_pattern(writer *w, const story *s, const date *d, text pattern)
{
    const words_shown at = words_show(s, d);
    bool zoned = pattern_places(pattern, TEXT("zone"));
    text name;
    while (words_next(w, &pattern, &name))
        words_field(w, s, &at, name);
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

/* Whether two dates give the same text for a placeholder: for one whose name begins as a field's does, that field
 * counts. */
static bool words_same_field(const words_shown *a, const words_shown *b, text name)
{
    const date_fields *f = &a->fields, *g = &b->fields;
    if (text_starts(name, TEXT("year")))
        return f->year == g->year;
    if (text_starts(name, TEXT("month")))
        return f->month == g->month;
    if (text_starts(name, TEXT("day")))
        return f->day == g->day;
    if (text_starts(name, TEXT("weekday")))
        return f->weekday == g->weekday;
    if (text_starts(name, TEXT("hour")))
        return f->hour == g->hour;
    return text_starts(name, TEXT("minute")) ? f->minute == g->minute : a->offset == b->offset;
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
