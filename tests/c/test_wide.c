/* UTF-16 of JavaScript's strings to UTF-8 and back. The file needs nothing of wasm32, and is compiled here as a part of
 * the test, since the library for C has it not. */
#include "wasm/wide.c" /* NOLINT(bugprone-suspicious-include): see above */

#include "check.h"

enum { UNITS = 40 };

/* The UTF-8 of units, made one character after another. */
static size_t plain(const uint16_t *units, size_t count, char *to)
{
    size_t size = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t c = units[i];
        if (c >= 0xD800 && c < 0xDC00 && i + 1 < count && units[i + 1] >= 0xDC00 && units[i + 1] < 0xE000)
            c = 0x10000 + ((c - 0xD800) << 10) + (units[++i] - 0xDC00u);
        size += utf8_encode(c, to + size); /* a surrogate alone becomes U+FFFD */
    }
    return size;
}

/* Whether units become the right UTF-8 in their room, and those bytes the same units again. */
static bool agrees(const uint16_t *units, size_t count)
{
    char room[WIDE_ROOM(UNITS) + 1], want[4 * UNITS];
    uint16_t back[4 * UNITS], again[UNITS];
    memcpy(room + wide_offset(count), units, 2 * count);
    room[WIDE_ROOM(count)] = 'x';
    text got = wide_take(room, count), right = {want, plain(units, count, want)};
    if (!text_equal(got, right) || room[WIDE_ROOM(count)] != 'x')
        return false;
    memcpy(again, units, 2 * count);
    for (size_t i = 0; i < count; i++) {
        bool high = units[i] >= 0xD800 && units[i] < 0xDC00;
        bool pair = high && i + 1 < count && units[i + 1] >= 0xDC00 && units[i + 1] < 0xE000;
        if (units[i] >= 0xD800 && units[i] < 0xE000 && !pair)
            again[i] = 0xFFFD;
        i += pair;
    }
    return wide_put(back, got) == count && memcmp(back, again, 2 * count) == 0;
}

static void test_units(void)
{
    TEST("each unit is encoded as by itself, wherever it stands");
    for (uint32_t c = 0; c < 0x10000; c++)
        for (size_t around = 0; around < 4; around++) {
            static const uint16_t others[] = {'a', 0xE9, 0xD55C, 0xDC00};
            uint16_t units[20];
            for (size_t i = 0; i < 20; i++)
                units[i] = others[around];
            units[3] = units[13] = (uint16_t)c;
            if (!agrees(units, 20) || !agrees(units, 4)) {
                printf("# U+%04X beside U+%04X\n", c, others[around]);
                CHECK(false);
            }
        }
}

static void test_sizes(void)
{
    static const uint16_t kinds[] = {'a', 'b', 0xE9, 0x42F, 0x201C, 0xD55C, 0xD83D, 0xDE00, 0xFFFF};
    uint16_t units[UNITS] = {0};
    uint32_t seed = 1;
    TEST("texts of all sizes and mixtures fit into their room");
    for (size_t i = 0; i < 20000; i++) {
        size_t count = i % (UNITS + 1), few = 1 + i / 7 % 9;
        for (size_t k = 0; k < count; k++)
            units[k] = kinds[(seed = seed * 1664525 + 1013904223) >> 16 & 8 ? 0 : (seed >> 20) % few];
        CHECK(agrees(units, count));
    }
    for (size_t k = 0; k < UNITS; k++)
        units[k] = 0xD55C; /* as large as text can become */
    CHECK(agrees(units, UNITS));
}

static void test_ill_formed(void)
{
    uint16_t units[8] = {0};
    TEST("bytes that are not UTF-8 become U+FFFD");
    CHECK(wide_put(units, TEXT("a\xFF\xE2\x80"
                               "b")) == 4);
    CHECK(units[0] == 'a' && units[1] == 0xFFFD && units[2] == 0xFFFD && units[3] == 'b');
    CHECK(!wide_is(4) && !wide_is(WASM_ASCII | 4) && wide_is(WASM_UTF16 | 4)); /* only the last need not be judged */
    CHECK(wide_put(units, NO_TEXT) == 0 && wide_take((char *)units, 0).size == 0);
}

int main(void)
{
    test_units();
    test_sizes();
    test_ill_formed();
    return check_done();
}
