/* Digits, and what is asked of texts everywhere. */
#include "base/array.h"
#include "base/digits.h"
#include "check.h"
#include "text/ranges.h"

static void test_read(void)
{
    uint64_t n = 7;
    TEST("a digit has its value, another character has more than any");
    CHECK(digit_value('0') == 0 && digit_value('9') == 9 && digit_value('a') == 10 && digit_value('F') == 15);
    CHECK(digit_value('/') == DIGIT_NONE && digit_value(':') == DIGIT_NONE && digit_value('g') == DIGIT_NONE);
    CHECK(digit_value('\0') == DIGIT_NONE && digit_value('@') == DIGIT_NONE && digit_value('\xFF') == DIGIT_NONE);

    TEST("a text of digits is a number in its base");
    CHECK(digits_read(TEXT("0042"), 10, &n) && n == 42);
    CHECK(digits_read(TEXT("4294967295"), 10, &n) && n == UINT32_MAX);
    CHECK(digits_read(TEXT("00ff"), 16, &n) && n == 255 && digits_read(TEXT("FFFFFFFF"), 16, &n) && n == UINT32_MAX);

    TEST("one past 32 bits stays past them, however long it is");
    CHECK(digits_read(TEXT("4294967296"), 10, &n) && n > UINT32_MAX);
    CHECK(digits_read(TEXT("99999999999999999999999999999999999999999"), 10, &n) && n > UINT32_MAX);
    CHECK(digits_read(TEXT("fffffffffffffffffffffffffffffffffffffffff"), 16, &n) && n > UINT32_MAX);

    TEST("what is no number leaves the one that was there");
    n = 7;
    CHECK(!digits_read(NO_TEXT, 10, &n) && !digits_read(TEXT("1a"), 10, &n) && !digits_read(TEXT("+1"), 10, &n));
    CHECK(!digits_read(TEXT("0x1"), 16, &n) && !digits_read(TEXT("1 "), 16, &n) && n == 7);
}

static void test_write(void)
{
    char room[DIGITS_ROOM];
    TEST("a number is written in as many digits as it has, or as are asked for");
    CHECK_TEXT(digits_of(0, 1, room), TEXT("0"));
    CHECK_TEXT(digits_of(1020, 1, room), TEXT("1020"));
    CHECK_TEXT(digits_of(7, 2, room), TEXT("07"));
    CHECK_TEXT(digits_of(123, 2, room), TEXT("123"));
    CHECK_TEXT(digits_of(UINT64_MAX, 1, room), TEXT("18446744073709551615"));
}

static void test_texts(void)
{
    text rest = TEXT("a-bc--");
    TEST("a text is taken apart at a character, which stands in no piece");
    CHECK_TEXT(text_take(&rest, '-'), TEXT("a"));
    CHECK_TEXT(text_take(&rest, '-'), TEXT("bc"));
    CHECK_TEXT(text_take(&rest, '-'), TEXT(""));
    CHECK(rest.size == 0);
    rest = TEXT("whole");
    CHECK_TEXT(text_take(&rest, '-'), TEXT("whole"));
    CHECK(rest.size == 0 && text_take(&rest, '-').size == 0);

    TEST("a text starts with each of its starts, and with nothing longer");
    CHECK(text_starts(TEXT("body="), TEXT("body=")) && text_starts(TEXT("body=x"), TEXT("body=")));
    CHECK(!text_starts(TEXT("body"), TEXT("body=")) && !text_starts(TEXT("Body=x"), TEXT("body=")));
    CHECK(text_starts_nocase(TEXT("BODY=x"), TEXT("body=")) && !text_starts_nocase(TEXT("bod"), TEXT("body")));

    TEST("a plain text has letters, digits, the marks, and a size");
    CHECK(text_is_plain(TEXT("aZ09-_"), 6, TEXT("-_")) && !text_is_plain(TEXT("aZ09-_"), 5, TEXT("-_")));
    CHECK(!text_is_plain(NO_TEXT, 6, TEXT("-_")) && !text_is_plain(TEXT("a b"), 6, TEXT("-_")));
    CHECK(!text_is_plain(TEXT("\xC3\xA9"), 6, TEXT("-_")));
}

static const range set_bmp[] = {{5, 7}, {9, 9}, {0xFFF0, 0xFFFF}};
static const range set_smp[] = {{0, 1}, {0x20, 0x2F}};
RANGES(set);

static void test_ranges(void)
{
    static const uint32_t in[] = {5, 6, 7, 9, 0xFFF0, 0xFFFF, 0x10000, 0x10001, 0x10020, 0x1002F};
    static const uint32_t out[] = {0, 4, 8, 10, 0xFFEF, 0x10002, 0x1001F, 0x10030, 0x1FFFF, 0x20000, 0x20005, 0x10FFFF};
    TEST("a set holds the ends of its ranges and what is between, in their plane alone");
    for (size_t i = 0; i < sizeof in / sizeof in[0]; i++)
        CHECK(ranges_hold(&set, in[i]));
    for (size_t i = 0; i < sizeof out / sizeof out[0]; i++)
        CHECK(!ranges_hold(&set, out[i]));
}

static void test_array(void)
{
    arena a;
    size_t *items = NULL, room = 0;
    arena_open(&a, NULL);
    TEST("an array grows by doubling, and keeps what is in it");
    for (size_t count = 0; count < 1000; count++) {
        size_t *before = items, had = room;
        items = array_grow(&a, items, count, &room, sizeof *items);
        CHECK(room > count && (room == had ? items == before : room == (had ? 2 * had : 8)));
        items[count] = count;
    }
    for (size_t i = 0; i < 1000; i++)
        CHECK(items[i] == i);
    arena_close(&a);
}

int main(void)
{
    test_read();
    test_write();
    test_texts();
    test_ranges();
    test_array();
    return check_done();
}
