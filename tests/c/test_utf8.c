#include "check.h"
#include "text/utf8.h"

static int32_t decode(text t, size_t *size)
{
    return utf8_decode(t, 0, size);
}

static void test_round_trip(void)
{
    TEST("every code point but the surrogates survives encoding and decoding");
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        char bytes[4];
        size_t size, wrote = utf8_encode(c, bytes);
        bool surrogate = c >= 0xD800 && c <= 0xDFFF;
        CHECK(decode((text){bytes, wrote}, &size) == (surrogate ? 0xFFFD : (int32_t)c));
        CHECK(size == wrote);
        CHECK(utf8_valid_prefix((text){bytes, wrote}) == wrote);
        for (size_t cut = 1; cut < wrote; cut++)
            CHECK(decode((text){bytes, cut}, &size) == -1 && size == cut);
    }

    TEST("past U+10FFFF U+FFFD is written");
    char bytes[4];
    CHECK(utf8_encode(0x110000, bytes) == 3 && memcmp(bytes, "\xEF\xBF\xBD", 3) == 0);
    CHECK(utf8_encode(UINT32_MAX, bytes) == 3 && memcmp(bytes, "\xEF\xBF\xBD", 3) == 0);
}

static void test_ill_formed(void)
{
    /* The bytes and the size of the maximal subpart they begin with: Unicode 16,
     * section 3.9, tables 3-8 to 3-11, and the borders of table 3-7. */
    const struct {
        text bytes;
        size_t size;
    } cases[] = {
        {TEXT("\x80"), 1},
        {TEXT("\xBF\x80"), 1},
        {TEXT("\xC0\xAF"), 1},
        {TEXT("\xC1\xBF"), 1},
        {TEXT("\xC2"), 1},
        {TEXT("\xC2\x7F"), 1},
        {TEXT("\xC2\xC0"), 1},
        {TEXT("\xE0\x80\xBF"), 1},
        {TEXT("\xE0\x9F\xBF"), 1},
        {TEXT("\xE0\xA0"), 2},
        {TEXT("\xE0\xA0\x41"), 2},
        {TEXT("\xE1\x80\xE2"), 2},
        {TEXT("\xED\xA0\x80"), 1},
        {TEXT("\xED\xBF\xBF"), 1},
        {TEXT("\xED\x9F"), 2},
        {TEXT("\xF0\x80\x80\x41"), 1},
        {TEXT("\xF0\x8F\xBF\xBF"), 1},
        {TEXT("\xF0\x90\x80"), 3},
        {TEXT("\xF1\x80\x80\xF1"), 3},
        {TEXT("\xF1\x80\xE1"), 2},
        {TEXT("\xF4\x90\x80\x80"), 1},
        {TEXT("\xF4\x91\x92\x93"), 1},
        {TEXT("\xF4\x8F\xBF"), 3},
        {TEXT("\xF5\x80\x80\x80"), 1},
        {TEXT("\xF8\x88\x80\x80"), 1},
        {TEXT("\xFE"), 1},
        {TEXT("\xFF"), 1},
    };
    TEST("ill-formed bytes give -1 and their maximal subpart");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t size;
        CHECK(decode(cases[i].bytes, &size) == -1);
        CHECK(size == cases[i].size);
        CHECK(utf8_valid_prefix(cases[i].bytes) == 0);
    }

    TEST("the valid prefix ends before the first ill-formed byte");
    CHECK(utf8_valid_prefix(NO_TEXT) == 0);
    CHECK(utf8_valid_prefix(TEXT("abc")) == 3);
    CHECK(utf8_valid_prefix(TEXT("a\0b")) == 3);
    CHECK(utf8_valid_prefix(TEXT("한글\xED\xA0\x80")) == 6);
    CHECK(utf8_valid_prefix(TEXT("😀\xF0\x9F\x98")) == 4);
}

static void test_words(void)
{
    static const uint32_t words[] = {'0',    '9',    'A',    'Z',    'a',    'z',    0xAA,   0xE9,    0x3B1,
                                     0x416,  0x5D0,  0x627,  0x939,  0x93F,  0xE01,  0x1100, 0x3042,  0x30AB,
                                     0x30FC, 0x3007, 0x4E2D, 0xAC00, 0xD7A3, 0xFF21, 0xFF76, 0x10400, 0x20000};
    static const uint32_t others[] = {0,      ' ',    '-',     '_',      '.',      '/',       ':',    '@',    '[',
                                      '`',    '{',    0x7F,    0xA0,     0xAB,     0xB7,      0xD7,   0xF7,   0x37E,
                                      0x55A,  0x5BE,  0x60C,   0x964,    0x2013,   0x2019,    0x2026, 0x20AC, 0x2122,
                                      0x2192, 0x3000, 0x3001,  0x300C,   0x30FB,   0xD800,    0xE000, 0xFE0F, 0xFF01,
                                      0xFF0C, 0xFFFD, 0x1F600, 0x10FFFF, 0x110000, UINT32_MAX};
    TEST("letters, digits and marks are words, the rest is not");
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        CHECK(utf8_is_word(words[i]));
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        CHECK(!utf8_is_word(others[i]));

    TEST("no noncharacter is a word");
    for (uint32_t c = 0xFDD0; c <= 0xFDEF; c++)
        CHECK(!utf8_is_word(c));
    for (uint32_t plane = 0; plane <= 0x10; plane++)
        CHECK(!utf8_is_word(plane << 16 | 0xFFFE) && !utf8_is_word(plane << 16 | 0xFFFF));
    CHECK(utf8_is_word(0xFDCF) && utf8_is_word(0xFDF0) && utf8_is_word(0x2FFFD) && utf8_is_word(0x30000));
}

int main(void)
{
    test_round_trip();
    test_ill_formed();
    test_words();
    return check_done();
}
