/* Any date: what is accepted is printed for machines, and read back as the same. That it is the
 * instant which JavaScript reads is seen in tests/fuzz/agree.mjs, over all inputs that were kept. */
#include "text/date.h"
#include "fuzz.h"

/* The form of HTML, section 4.5.14: "dddd-dd-ddTdd:dd:dd" up to its precision, then the offset. */
static void expect_form(text t, date_precision precision)
{
    static const size_t sizes[] = {[DATE_YEAR] = 4, [DATE_MONTH] = 7, [DATE_DAY] = 10, [DATE_MINUTE] = 16};
    static const text pattern = TEXT_INIT("dddd-dd-ddTdd:dd");
    size_t size = sizes[precision];
    fuzz_expect(t.size >= size && (precision == DATE_MINUTE || t.size == size));
    for (size_t i = 0; i < size; i++)
        fuzz_expect(pattern.at[i] == 'd' ? ascii_is_digit(t.at[i]) : t.at[i] == pattern.at[i]);
    if (precision == DATE_MINUTE) {
        bool seconds = t.at[size] == ':';
        text offset = text_from(t, size + (seconds ? 3 : 0));
        fuzz_expect(text_equal(offset, TEXT("Z")) || (offset.size == 6 && offset.at[3] == ':'));
    }
}

static void expect_machine(const date *d, int32_t offset)
{
    char first[32], second[32];
    date again;
    text printed = {first, date_machine(d, offset, first)};
    expect_form(printed, d->precision);
    fuzz_say(printed);
    if (!date_parse(printed, &again)) {
        /* Where that zone's first or last year reaches into one that has not four digits in UTC. */
        fuzz_expect(d->local && offset && (!memcmp(first, "0001-01-01", 10) || !memcmp(first, "9999-12-31", 10)));
        return;
    }
    int32_t clock = d->local && d->precision == DATE_MINUTE ? offset - offset % 60 : 0;
    fuzz_expect(again.precision == d->precision && again.seconds == d->seconds - clock);
    text reprinted = {second, date_machine(&again, offset, second)};
    fuzz_expect(text_equal(printed, reprinted));
}

static void expect_fields(int64_t seconds, int32_t offset)
{
    date_fields f = date_split(seconds, offset), utc = date_split(seconds + offset, 0);
    fuzz_expect(f.month >= 1 && f.month <= 12 && f.day >= 1 && f.day <= 31 && f.weekday >= 0 && f.weekday <= 6);
    fuzz_expect(f.hour >= 0 && f.hour < 24 && f.minute >= 0 && f.minute < 60 && f.second >= 0 && f.second < 60);
    fuzz_expect(f.year == utc.year && f.month == utc.month && f.day == utc.day && f.hour == utc.hour &&
                f.minute == utc.minute && f.second == utc.second && f.weekday == utc.weekday);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const int32_t offsets[] = {0, 32400, -43200, 50400, 86399, -86399, 1172};
    date d, epoch;
    fuzz_expect(date_parse(TEXT("1970"), &epoch));
    if (!date_parse((text){(const char *)data, size}, &d)) {
        fuzz_expect(d.precision == DATE_NONE && !date_before(&d, &epoch) && !date_before(&epoch, &d));
        fuzz_say(TEXT("refused"));
        return 0;
    }
    fuzz_expect(d.precision > DATE_NONE && d.precision <= DATE_MINUTE && (d.local || d.precision == DATE_MINUTE));
    fuzz_expect(!date_before(&d, &d) && !(date_before(&d, &epoch) && date_before(&epoch, &d)));
    for (size_t i = 0; i < sizeof offsets / sizeof offsets[0]; i++) {
        expect_fields(d.seconds, offsets[i]);
        expect_machine(&d, offsets[i]);
    }
    return 0;
}
