#include "text/date.h"

#include "base/digits.h"

/* Years begin in March here, so that the day which a leap year adds is the last of its year. 400 years make an era; all
 * eras have the same number of days. */
enum {
    DAY_SECONDS = 86400,
    YEAR_DAYS = 365,
    FOUR_YEARS_DAYS = 4 * YEAR_DAYS + 1,
    CENTURY_DAYS = 25 * FOUR_YEARS_DAYS - 1,
    ERA_DAYS = 4 * CENTURY_DAYS + 1,
    EPOCH_DAY = 719468 /* 1970-01-01, counted from 0000-03-01 */
};

/* Days before a month; 0 is March. March to July and August to December have the same five
 * lengths, 153 days, and January begins the same way. */
static int32_t date_days_before(int32_t month)
{
    return (153 * month + 2) / 5;
}

static bool date_is_leap(int32_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int32_t date_month_days(int32_t year, int32_t month)
{
    if (month == 2)
        return date_is_leap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/* Seconds since 1970 on the clock that shows these fields; the year must not be negative. */
static int64_t date_join(const date_fields *f)
{
    int32_t month = (f->month + 9) % 12;
    int32_t year = f->year + (f->month > 2 ? 400 : 399); /* an era later, so never negative */
    int32_t days = year * YEAR_DAYS + year / 4 - year / 100 + year / 400 + date_days_before(month) + f->day - 1 -
                   ERA_DAYS - EPOCH_DAY;
    return (((int64_t)days * 24 + f->hour) * 60 + f->minute) * 60 + f->second;
}

date_fields date_split(int64_t seconds, int32_t offset)
{
    int64_t days = seconds / DAY_SECONDS;
    int64_t clock = seconds % DAY_SECONDS + offset;
    days += clock / DAY_SECONDS;
    clock %= DAY_SECONDS;
    if (clock < 0) {
        clock += DAY_SECONDS;
        days--;
    }
    int64_t era = (days + EPOCH_DAY) / ERA_DAYS;
    int32_t day = (int32_t)((days + EPOCH_DAY) % ERA_DAYS);
    if (day < 0) {
        day += ERA_DAYS;
        era--;
    }
    /* Without the second terms the last day of an era would begin a fifth century, and the last day of four years a
     * fifth year. */
    int32_t century = day / CENTURY_DAYS - day / (ERA_DAYS - 1);
    day -= century * CENTURY_DAYS;
    int32_t fours = day / FOUR_YEARS_DAYS;
    day -= fours * FOUR_YEARS_DAYS;
    int32_t year = day / YEAR_DAYS - day / (FOUR_YEARS_DAYS - 1);
    day -= year * YEAR_DAYS;
    int32_t month = (5 * day + 2) / 153;
    int32_t weekday = (int32_t)((days + 4) % 7); /* 1970-01-01 was a Thursday */
    int32_t left = (int32_t)clock;
    return (date_fields){
        .year = (int32_t)(era * 400) + century * 100 + fours * 4 + year + (month > 9),
        .month = month > 9 ? month - 9 : month + 3,
        .day = day - date_days_before(month) + 1,
        .hour = left / 3600,
        .minute = left / 60 % 60,
        .second = left % 60,
        .weekday = weekday < 0 ? weekday + 7 : weekday,
    };
}

/* A date while it is read. */
typedef struct date_text {
    text rest;   /* what is left */
    bool exists; /* each number so far is in its range */
} date_text;

/* Takes the first character off if it is one of any. */
static bool date_take(date_text *t, text any)
{
    if (t->rest.size == 0 || memchr(any.at, t->rest.at[0], any.size) == NULL)
        return false;
    t->rest = text_from(t->rest, 1);
    return true;
}

/* Takes exactly count digits off the front. A number outside of low to high is taken too, and t->exists becomes
 * false. */
static bool date_number(date_text *t, size_t count, int32_t low, int32_t high, int32_t *out)
{
    uint64_t value;
    if (t->rest.size < count || !digits_read(text_slice(t->rest, 0, count), 10, &value))
        return false;
    t->rest = text_from(t->rest, count);
    *out = (int32_t)value;
    t->exists = t->exists && *out >= low && *out <= high;
    return true;
}

/* hh:mm, then perhaps :ss and a fraction. 24:00, which ISO 8601 has, is not read. */
static bool date_clock(date_text *t, date_fields *f)
{
    if (!date_number(t, 2, 0, 24, &f->hour) || f->hour == 24)
        return false;
    if (!date_take(t, TEXT(":")) || !date_number(t, 2, 0, 59, &f->minute))
        return false;
    if (!date_take(t, TEXT(":")))
        return true;
    if (!date_number(t, 2, 0, 60, &f->second))
        return false;
    if (f->second == 60)
        f->second = 59;
    if (!date_take(t, TEXT(".")))
        return true;
    size_t digits = t->rest.size;
    while (date_take(t, TEXT("0123456789")))
        ;
    return t->rest.size < digits;
}

/* Z, +hh, +hhmm or +hh:mm, in seconds. */
static bool date_offset(date_text *t, int32_t *offset)
{
    int32_t hours, minutes = 0;
    *offset = 0;
    if (date_take(t, TEXT("Zz")))
        return true;
    bool west = t->rest.size > 0 && t->rest.at[0] == '-';
    if (!date_take(t, TEXT("+-")) || !date_number(t, 2, 0, 99, &hours))
        return false;
    if ((date_take(t, TEXT(":")) || t->rest.size > 0) && !date_number(t, 2, 0, 99, &minutes))
        return false;
    if (hours > 23 || minutes > 59) /* no offset, which says nothing of the day and the time */
        return false;
    *offset = (hours * 3600 + minutes * 60) * (west ? -1 : 1);
    return true;
}

/* Reads a date up to the end of the text, and returns its precision. t->exists then says whether there is such a day
 * and time. The year 0, which ISO 8601 has, is not read. */
static date_precision date_read(date_text *t, date_fields *f, bool *local, int32_t *offset)
{
    if (!date_number(t, 4, 0, 9999, &f->year) || f->year == 0)
        return DATE_NONE;
    if (t->rest.size == 0)
        return DATE_YEAR;
    if (!date_take(t, TEXT("-")) || !date_number(t, 2, 1, 12, &f->month))
        return DATE_NONE;
    if (t->rest.size == 0) /* from 21 on, ISO 8601-2 has seasons and quarters there, which are not read */
        return f->month > 20 ? DATE_NONE : DATE_MONTH;
    if (!date_take(t, TEXT("-")) || !date_number(t, 2, 1, date_month_days(f->year, f->month), &f->day))
        return DATE_NONE;
    if (t->rest.size == 0)
        return DATE_DAY;
    if (!date_take(t, TEXT("Tt ")) || !date_clock(t, f))
        return DATE_NONE;
    *local = t->rest.size == 0;
    if (!*local && (!date_offset(t, offset) || t->rest.size > 0))
        return DATE_NONE;
    return DATE_MINUTE;
}

/* Whether the clock at this offset shows a year from 1 to 9999. */
static bool date_in_range(int64_t seconds, int32_t offset)
{
    const int64_t first = INT64_C(-719162) * DAY_SECONDS; /* 0001-01-01 */
    const int64_t end = INT64_C(2932897) * DAY_SECONDS;   /* 10000-01-01 */
    return seconds + offset >= first && seconds + offset < end;
}

date_fault date_judge(text t, date *out)
{
    date_fields f = {.month = 1, .day = 1};
    date d = {.local = true};
    int32_t offset = 0;
    date_text whole = {t, true};
    d.precision = date_read(&whole, &f, &d.local, &offset);
    d.seconds = date_join(&f) - offset;
    *out = (date){0};
    if (d.precision == DATE_NONE)
        return DATE_FAULT_FORM;
    if (!whole.exists)
        return DATE_FAULT_IMPOSSIBLE;
    if (!date_in_range(d.seconds, 0))
        return DATE_FAULT_FORM;
    *out = d;
    return DATE_FAULT_NONE;
}

bool date_parse(text t, date *out)
{
    return date_judge(t, out) == DATE_FAULT_NONE;
}

bool date_leaps(text t)
{
    const size_t seconds = sizeof "2023-02-04T10:35" - 1;
    return t.size > seconds && text_starts(text_from(t, seconds), TEXT(":60"));
}

/* Writes the character before, unless it is NUL, then the number in at least that many digits. Returns the end. */
static char *date_put(char *to, char before, int32_t number, size_t digits)
{
    char room[DIGITS_ROOM];
    if (before != 0)
        *to++ = before;
    text written = digits_of((uint64_t)number, digits, room);
    memcpy(to, written.at, written.size);
    return to + written.size;
}

int32_t date_shown_offset(const date *d, int32_t offset)
{
    return !d->local && !date_in_range(d->seconds, offset) ? 0 : offset;
}

bool date_before(const date *a, const date *b)
{
    static const int64_t spans[] = {[DATE_YEAR] = INT64_C(366) * DAY_SECONDS,
                                    [DATE_MONTH] = INT64_C(31) * DAY_SECONDS,
                                    [DATE_DAY] = DAY_SECONDS,
                                    [DATE_MINUTE] = 1};
    const int64_t apart = INT64_C(26) * 60 * 60; /* clocks on Earth are from 12 hours behind UTC to 14 ahead */
    if (a->precision == DATE_NONE || b->precision == DATE_NONE)
        return false;
    bool same_clock = a->local == b->local;
    return a->seconds + spans[a->precision] <= b->seconds - (same_clock ? 0 : apart);
}

size_t date_machine(const date *d, int32_t offset, char out[32])
{
    if (d->precision == DATE_NONE)
        return 0;
    /* Offsets in HTML have no seconds, but local times had them before there were zones. */
    offset = date_shown_offset(d, offset - offset % 60);
    date_fields f = date_split(d->seconds, d->local ? 0 : offset);
    char *to = date_put(out, 0, f.year, 4);
    const int32_t values[] = {f.month, f.day, f.hour, f.minute};
    const size_t count = d->precision == DATE_MINUTE ? 4 : d->precision - DATE_YEAR;
    for (size_t i = 0; i < count; i++)
        to = date_put(to, "--T:"[i], values[i], 2);
    if (d->precision == DATE_MINUTE) {
        if (f.second != 0)
            to = date_put(to, ':', f.second, 2);
        if (offset == 0)
            *to++ = 'Z';
        else {
            int32_t minutes = (offset < 0 ? -offset : offset) / 60;
            to = date_put(to, offset < 0 ? '-' : '+', minutes / 60, 2);
            to = date_put(to, ':', minutes % 60, 2);
        }
    }
    return (size_t)(to - out);
}
