#include "check.h"
#include "text/date.h"
#include "text/zone.h"

#define DAY ((int64_t)86400)

static text text_of(const char *at, size_t size)
{
    return (text){at, size};
}

/* The parsed date as date_machine prints it under an offset. */
static text machine(text t, int32_t offset)
{
    static char room[32];
    date d;
    if (!date_parse(t, &d)) {
        CHECK(d.precision == DATE_NONE && !d.local && d.seconds == 0);
        return TEXT("refused");
    }
    return text_of(room, date_machine(&d, offset, room));
}
#define MACHINE(input, offset, want) CHECK_TEXT(machine(TEXT(input), (offset)), TEXT(want))
#define REFUSED(input)               MACHINE(input, 0, "refused")

static void parsed(text t, date_precision precision, bool local, int64_t seconds)
{
    date d = {.slot = 7};
    CHECK(date_parse(t, &d));
    CHECK(d.precision == precision && d.local == local && d.slot == 0);
    if (d.seconds != seconds)
        printf("# %.*s is %lld\n", (int)t.size, t.at, (long long)d.seconds);
    CHECK(d.seconds == seconds);
}
#define PARSED(input, precision, local, seconds) parsed(TEXT(input), (precision), (local), (seconds))

static bool fields_equal(date_fields a, date_fields b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day && a.hour == b.hour && a.minute == b.minute &&
           a.second == b.second && a.weekday == b.weekday;
}

static void put_digits(char *to, int32_t number, int digits)
{
    while (digits > 0) {
        to[--digits] = (char)('0' + number % 10);
        number /= 10;
    }
}

/* A calendar that only counts: it shares nothing with date.c but the lengths of the months. */
static void next_day(date_fields *f)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (f->year % 4 == 0 && f->year % 100 != 0) || f->year % 400 == 0;
    f->weekday = (f->weekday + 1) % 7;
    if (++f->day <= lengths[f->month - 1] + (f->month == 2 && leap))
        return;
    f->day = 1;
    if (++f->month <= 12)
        return;
    f->month = 1;
    f->year++;
}

static void test_every_day(void)
{
    TEST("every day from 0001-01-01 to 9999-12-31 is read, split and printed");
    date_fields f = {.year = 1, .month = 1, .day = 1, .weekday = 1}; /* a Monday */
    int64_t days = -719162, seen = 0;
    for (; f.year <= 9999; next_day(&f), days++, seen++) {
        char day[10] = "YYYY-MM-DD", again[32];
        date d;
        put_digits(day, f.year, 4);
        put_digits(day + 5, f.month, 2);
        put_digits(day + 8, f.day, 2);
        CHECK(date_parse(text_of(day, sizeof day), &d) && d.seconds == days * DAY && d.precision == DATE_DAY);
        CHECK(fields_equal(date_split(days * DAY, 0), f));
        CHECK_TEXT(text_of(again, date_machine(&d, 0, again)), text_of(day, sizeof day));
    }
    CHECK(seen == 3652059); /* 25 eras of 146,097 days, but for the year 0 */
    CHECK(days == 2932897); /* 10000-01-01 */
}

static void test_split(void)
{
    TEST("the clock of an offset, before and after the epoch");
    CHECK(fields_equal(date_split(0, 0), (date_fields){1970, 1, 1, 0, 0, 0, 4}));
    CHECK(fields_equal(date_split(0, 86399), (date_fields){1970, 1, 1, 23, 59, 59, 4}));
    CHECK(fields_equal(date_split(0, -86399), (date_fields){1969, 12, 31, 0, 0, 1, 3}));
    CHECK(fields_equal(date_split(-1, 0), (date_fields){1969, 12, 31, 23, 59, 59, 3}));
    CHECK(fields_equal(date_split(-1, 1), (date_fields){1970, 1, 1, 0, 0, 0, 4}));
    CHECK(fields_equal(date_split(-86400, -86399), (date_fields){1969, 12, 30, 0, 0, 1, 2}));
    CHECK(fields_equal(date_split(86399, 86399), (date_fields){1970, 1, 2, 23, 59, 58, 5}));
    CHECK(fields_equal(date_split(951782400, 32400), (date_fields){2000, 2, 29, 9, 0, 0, 2}));
    CHECK(fields_equal(date_split(-62135596800, -1), (date_fields){0, 12, 31, 23, 59, 59, 0}));
    CHECK(fields_equal(date_split(253402300799, 1), (date_fields){10000, 1, 1, 0, 0, 0, 6}));

    TEST("every offset of less than a day moves the clock by as much");
    static const int64_t from[] = {0, -1, 43200, 951868799, -62135596800, 253402300799};
    for (size_t i = 0; i < sizeof from / sizeof *from; i++)
        for (int32_t offset = -86399; offset <= 86399; offset++) {
            date_fields a = date_split(from[i], offset), b = date_split(from[i] + offset, 0);
            CHECK(fields_equal(a, b));
            CHECK(a.hour >= 0 && a.hour <= 23 && a.minute >= 0 && a.minute <= 59 && a.second >= 0 && a.second <= 59);
        }
}

static void test_read(void)
{
    TEST("each precision is read as what it says");
    PARSED("0001", DATE_YEAR, true, -62135596800);
    PARSED("1970", DATE_YEAR, true, 0);
    PARSED("1970-02", DATE_MONTH, true, 31 * DAY);
    PARSED("1970-02-03", DATE_DAY, true, 33 * DAY);
    PARSED("1970-01-01T00:01", DATE_MINUTE, true, 60);
    PARSED("1970-01-01T00:01Z", DATE_MINUTE, false, 60);
    PARSED("9999-12-31T23:59:59Z", DATE_MINUTE, false, 253402300799);
    PARSED("2024-02-29", DATE_DAY, true, 1709164800);
    PARSED("2000-02-29", DATE_DAY, true, 951782400);

    TEST("every way to write a time and an offset");
    PARSED("2023-02-04T10:35:00+09:00", DATE_MINUTE, false, 1675474500);
    PARSED("2023-02-04T10:35+09:00", DATE_MINUTE, false, 1675474500);
    PARSED("2023-02-04t10:35+0900", DATE_MINUTE, false, 1675474500);
    PARSED("2023-02-04 10:35+09", DATE_MINUTE, false, 1675474500);
    PARSED("2023-02-04T01:35:00z", DATE_MINUTE, false, 1675474500);
    PARSED("2023-02-04T01:35:00.0123456789Z", DATE_MINUTE, false, 1675474500);
    PARSED("2023-02-04T01:35:00.0", DATE_MINUTE, true, 1675474500);
    PARSED("2023-02-03T20:05:00-05:30", DATE_MINUTE, false, 1675474500);
    PARSED("2023-02-04T01:35:00-00:00", DATE_MINUTE, false, 1675474500);
    PARSED("2023-02-04T01:35:01-23:59", DATE_MINUTE, false, 1675474501 + 86340);
    PARSED("2023-02-04T01:35:01+23:59", DATE_MINUTE, false, 1675474501 - 86340);
    PARSED("2016-12-31T23:59:60Z", DATE_MINUTE, false, 1483228799);
    PARSED("2016-12-31T23:59:60.5+00:00", DATE_MINUTE, false, 1483228799);
}

static void test_refused(void)
{
    TEST("days and times that do not exist are refused");
    REFUSED("0000");
    REFUSED("0000-12-31");
    REFUSED("2023-00");
    REFUSED("2023-13");
    REFUSED("2023-01-00");
    REFUSED("2023-01-32");
    REFUSED("2023-02-29");
    REFUSED("2023-02-30");
    REFUSED("1900-02-29");
    REFUSED("2024-02-30");
    REFUSED("2023-04-31");
    REFUSED("2023-06-31");
    REFUSED("2023-09-31");
    REFUSED("2023-11-31");
    REFUSED("2023-12-32");
    REFUSED("2023-02-04T24:00");
    REFUSED("2023-02-04T10:60");
    REFUSED("2023-02-04T10:35:61");
    REFUSED("2023-02-04T10:35+24:00");
    REFUSED("2023-02-04T10:35+09:60");
    REFUSED("0001-01-01T00:00+00:01"); /* in UTC in the year 0 */
    REFUSED("9999-12-31T23:59:59-00:01");

    TEST("any other form is refused");
    REFUSED("");
    REFUSED("2");
    REFUSED("202");
    REFUSED("20233");
    REFUSED("+2023");
    REFUSED("-2023");
    REFUSED("2O23");
    REFUSED("2023-");
    REFUSED("2023-2");
    REFUSED("2023-02-");
    REFUSED("2023-02-4");
    REFUSED("202302");
    REFUSED("20230204");
    REFUSED("2023-0204");
    REFUSED("2023/02/04");
    REFUSED("2023-W05");
    REFUSED("2023-035");
    REFUSED("04-02-2023");
    REFUSED(" 2023");
    REFUSED("2023 ");
    REFUSED("2023-02-04 ");
    REFUSED("2023-02-04T");
    REFUSED("2023-02-04T10");
    REFUSED("2023-02-04T10:");
    REFUSED("2023-02-04T1035");
    REFUSED("2023-02-04T10:3");
    REFUSED("2023-02-04T10:35:");
    REFUSED("2023-02-04T10:35:0");
    REFUSED("2023-02-04T10:3500");
    REFUSED("2023-02-04T10:35:00.");
    REFUSED("2023-02-04T10:35:00.Z");
    REFUSED("2023-02-04T10:35:00,5Z");
    REFUSED("2023-02-04T10:35.5Z");
    REFUSED("2023-02-04  10:35");
    REFUSED("2023-02-04_10:35");
    REFUSED("2023-02-04T10:35 Z");
    REFUSED("2023-02-04T10:35 +09:00");
    REFUSED("2023-02-04T10:35ZZ");
    REFUSED("2023-02-04T10:35Z ");
    REFUSED("2023-02-04T10:35Z+09:00");
    REFUSED("2023-02-04T10:35+");
    REFUSED("2023-02-04T10:35+9");
    REFUSED("2023-02-04T10:35+9:00");
    REFUSED("2023-02-04T10:35+09:");
    REFUSED("2023-02-04T10:35+09:0");
    REFUSED("2023-02-04T10:35+090");
    REFUSED("2023-02-04T10:35+09:00:00");
    REFUSED("2023-02-04T10:35+09:00x");
    REFUSED("2023-02-04T10:35 KST");
    REFUSED("2023-02-04Z");
    REFUSED("2023-02-04+09:00");
    REFUSED("2023\0");
    REFUSED("2023-02-04\0T10:35");
    REFUSED("2023-02-04T10:35\0");
    REFUSED("2023-02-04T10:35\xE2\x88\x92"
            "05:00");
    REFUSED("today");

    TEST("every byte in every place but the right ones makes a date refused or another");
    static const char good[] = "2023-02-04T10:35:06.7+08:59";
    for (size_t i = 0; i < sizeof good - 1; i++)
        for (int byte = 0; byte < 256; byte++) {
            char changed[sizeof good - 1];
            memcpy(changed, good, sizeof changed);
            changed[i] = (char)byte;
            date d;
            bool digit = byte >= '0' && byte <= '9', same = changed[i] == good[i];
            bool sign = good[i] == '+' && byte == '-', between = good[i] == 'T' && (byte == 't' || byte == ' ');
            bool may = same || sign || between || (ascii_is_digit(good[i]) && digit) ||
                       (good[i] == '.' && (byte == '+' || byte == '-')); /* an offset of +7 goes on wrongly */
            CHECK(!date_parse(text_of(changed, sizeof changed), &d) || may);
            CHECK(!(same || sign || between) || date_parse(text_of(changed, sizeof changed), &d));
        }

    TEST("a text of any size is read in one pass");
    static char room[1000000];
    memset(room, '9', sizeof room);
    CHECK_TEXT(machine(text_of(room, sizeof room), 0), TEXT("refused"));
    memcpy(room, "2023-02-04T10:35:00.", 20);
    room[sizeof room - 1] = 'Z';
    CHECK_TEXT(machine(text_of(room, sizeof room), 0), TEXT("2023-02-04T10:35Z"));
}

static void test_machine(void)
{
    TEST("a datetime attribute has the form of its precision");
    MACHINE("0987", 32400, "0987");
    MACHINE("2023-02", 32400, "2023-02");
    MACHINE("2023-02-04", -32400, "2023-02-04");
    MACHINE("2023-02-04T10:35:00+09:00", 32400, "2023-02-04T10:35+09:00");
    MACHINE("2023-02-04T10:35:07.5+09:00", 32400, "2023-02-04T10:35:07+09:00");
    MACHINE("2023-02-04T10:35:00+09:00", 0, "2023-02-04T01:35Z");
    MACHINE("2023-02-04T01:35:00Z", -12600, "2023-02-03T22:05-03:30");
    MACHINE("2023-12-31T23:59:59Z", 50400, "2024-01-01T13:59:59+14:00");
    date none = {0};
    char room[32];
    CHECK(date_machine(&none, 0, room) == 0);

    TEST("a date without an offset keeps the clock it was written with");
    MACHINE("2023-02-04T10:35", 32400, "2023-02-04T10:35+09:00");
    MACHINE("2023-02-04T10:35", -18000, "2023-02-04T10:35-05:00");
    MACHINE("2023-02-04T10:35", 0, "2023-02-04T10:35Z");
    MACHINE("0001-01-01T00:00", 86399, "0001-01-01T00:00+23:59");
    MACHINE("9999-12-31T23:59:59", -86399, "9999-12-31T23:59:59-23:59");

    TEST("an offset is printed in whole minutes, and the instant stays");
    MACHINE("1900-01-01T00:00:00Z", 30472, "1900-01-01T08:27+08:27"); /* Seoul's own mean time */
    MACHINE("1900-01-01T00:00:00Z", -30472, "1899-12-31T15:33-08:27");
    MACHINE("1900-01-01T00:00:00Z", 59, "1900-01-01T00:00Z");

    TEST("a clock that left the years 0001 to 9999 is shown in UTC");
    MACHINE("9999-12-31T23:59:59Z", 32400, "9999-12-31T23:59:59Z");
    MACHINE("0001-01-01T00:00:00Z", -60, "0001-01-01T00:00Z");
    MACHINE("0001-01-01T00:01:00Z", -60, "0001-01-01T00:00-00:01");

    TEST("what is printed is read again as the same instant");
    for (int64_t seconds = -62135596800; seconds <= 253402300799; seconds += 86400 * 37 + 3601)
        for (int32_t offset = -86340; offset <= 86340; offset += 60 * 467) {
            date d = {.precision = DATE_MINUTE, .seconds = seconds}, again = {0};
            size_t size = date_machine(&d, offset, room);
            CHECK(size <= sizeof room && date_parse(text_of(room, size), &again));
            CHECK(again.seconds == seconds && !again.local);
        }
}

static date date_of(text t)
{
    date d;
    CHECK(date_parse(t, &d));
    return d;
}

static bool before(text a, text b)
{
    date one = date_of(a), other = date_of(b);
    return date_before(&one, &other);
}

static void order(void)
{
    TEST("one date is before another only when no clock on Earth says otherwise");
    CHECK(before(TEXT("2024-01-01T00:00Z"), TEXT("2024-01-01T00:01Z")));
    CHECK(!before(TEXT("2024-01-01T00:00Z"), TEXT("2024-01-01T00:00Z")));
    CHECK(!before(TEXT("2024-01-02T00:00Z"), TEXT("2024-01-01T00:00Z")));
    CHECK(before(TEXT("2024-01-01"), TEXT("2024-01-02")));
    CHECK(!before(TEXT("2024-01-01"), TEXT("2024-01-01T23:00")));
    CHECK(before(TEXT("2024-01-01"), TEXT("2024-01-02T00:00")));
    CHECK(!before(TEXT("2024-01-01"), TEXT("2024-01-02T12:00Z")));
    CHECK(before(TEXT("2024-01-01"), TEXT("2024-01-04T00:00Z")));
    CHECK(!before(TEXT("2024"), TEXT("2024-06-01")) && before(TEXT("2023"), TEXT("2024-06-01")));
    CHECK(!before(TEXT("2024-01"), TEXT("2024-01-31")) && before(TEXT("2024-01"), TEXT("2024-02-02")));

    TEST("a clock that would show the year 0 or 10000 is not used");
    date first = date_of(TEXT("0001-01-01T00:00:00Z")), last = date_of(TEXT("9999-12-31T23:59:59Z"));
    CHECK(date_shown_offset(&first, -18000) == 0 && date_shown_offset(&first, 18000) == 18000);
    CHECK(date_shown_offset(&last, 32400) == 0 && date_shown_offset(&last, -32400) == -32400);
}

static void test_zone(void)
{
    char name[65];
    TEST("a zone is named by letters, digits and +-_/, 64 at most");
    CHECK(zone_valid(TEXT("Asia/Seoul")) && zone_valid(TEXT("Etc/GMT+9")) &&
          zone_valid(TEXT("America/Port-au-Prince")));
    CHECK(!zone_valid(NO_TEXT) && !zone_valid(TEXT("Asia Seoul")) && !zone_valid(TEXT("Asia\"")));
    memset(name, 'z', sizeof name);
    CHECK(zone_valid((text){name, 64}) && !zone_valid((text){name, 65}));
}

int main(void)
{
    order();
    test_every_day();
    test_split();
    test_read();
    test_refused();
    test_machine();
    test_zone();
    return check_done();
}
