/* Line ends between two characters; tests/spec/markdown/scripts.txt has whole paragraphs. */
#include "text/breaks.h"

#include "check.h"

/* Whether the line end goes, whichever of the two comes first. */
static bool joins(uint32_t one, uint32_t other, bool korean)
{
    bool join = breaks_join(one, other, korean);
    CHECK(breaks_join(other, one, korean) == join);
    return join;
}

int main(void)
{
    enum { HAN = 0x6F22, KANA = 0x304B, HANGUL = 0xD55C, LATIN = 'a' };

    TEST("between letters of Han and Kana it goes, those of the planes 2 and 3 among them");
    CHECK(joins(HAN, KANA, false) && joins(HAN, 0x20000, false) && joins(KANA, 0x3FFFD, false));
    CHECK(joins(HAN, 0x17000, false) && joins(HAN, 0x1B000, false)); /* Tangut, old Kana */

    TEST("beside a letter of another script it stays");
    static const uint32_t others[] = {LATIN, HANGUL, 0xE9, 0x3B1, 0x431, 0x5D0, 0xE01, 0x1F600, 0x1FFFF, 0x3FFFE};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        CHECK(!joins(HAN, others[i], false) && !joins(LATIN, others[i], false));

    TEST("punctuation that scripts share goes with a letter of Han or Kana alone");
    static const uint32_t shared[] = {0xB7, 0x2013, 0x2016, 0x2018, 0x2019, 0x201C, 0x201D, 0x2025, 0x2026, 0x2E3A};
    static const uint32_t none[] = {0xB6, 0xB8, 0x2012, 0x2017, 0x201A, 0x201E, 0x2024, 0x2027, 0x2E39, 0x2E3B};
    for (size_t i = 0; i < sizeof shared / sizeof shared[0]; i++)
        CHECK(joins(HAN, shared[i], false) && !joins(LATIN, shared[i], false) && !joins(HANGUL, shared[i], false));
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        CHECK(!joins(HAN, none[i], false));
    CHECK(!joins(0xB7, 0x2026, false));

    TEST("their own punctuation is enough, whatever stands on the other side but Hangul");
    static const uint32_t points[] = {0x3001, 0x3002, 0x300C, 0xFF0C, 0xFF01, 0xFF5E, 0x30FB};
    for (size_t i = 0; i < sizeof points / sizeof points[0]; i++)
        CHECK(joins(points[i], LATIN, false) && joins(points[i], 0xE9, false) && !joins(points[i], HANGUL, false));
    CHECK(!joins(0xFF21, LATIN, false)); /* a letter of full width */

    TEST("in a Korean text Kana alone join, with each other and with Han");
    CHECK(joins(KANA, KANA, true) && joins(KANA, HAN, true) && joins(KANA, 0xFF0C, true));
    CHECK(!joins(HAN, HAN, true) && !joins(HAN, 0xFF0C, true) && !joins(HAN, LATIN, true) && !joins(KANA, LATIN, true));

    TEST("beside a zero-width space it goes, in any script");
    CHECK(joins(0x200B, LATIN, false) && joins(0x200B, HANGUL, true) && joins(0x200B, 0xE20, true));
    return check_done();
}
