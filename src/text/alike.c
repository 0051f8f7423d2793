#include "text/alike.h"

#include "text/slug.h"
#include "text/utf8.h"

static bool alike_is_between(uint32_t c, uint32_t first, uint32_t last)
{
    return c >= first && c <= last;
}

/* Marks on a letter: in one normal form they stand by themselves, in another the letter has them. */
static bool alike_is_mark(uint32_t c)
{
    static const uint16_t marks[][2] = {{0x300, 0x36F},   {0x591, 0x5C7},   {0x610, 0x61A},   {0x64B, 0x65F},
                                        {0x670, 0x670},   {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20F0},
                                        {0x3099, 0x309A}, {0xFE20, 0xFE2F}};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (alike_is_between(c, marks[i][0], marks[i][1]))
            return true;
    return false;
}

/* The letters of ASCII that Latin ones are without their marks; a point where there is none. */
static uint32_t alike_latin(uint32_t c)
{
    static const char from_c0[] = "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
                                  "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
                                  "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
                                  "................................oo.............uu..............."
                                  ".............aaiioouuuuuuuuuu.aaaaaa..ggkkoooo..j...gg..nnaaaaoo"
                                  "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............";
    static const char from_1e00[] = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
                                    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
                                    "wwwwwwwwwwxxxxyyzzzzzzhtwyas..s.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
                                    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";
    char base = '.';
    if (alike_is_between(c, 0xC0, 0xC0 + sizeof from_c0 - 2))
        base = from_c0[c - 0xC0];
    else if (alike_is_between(c, 0x1E00, 0x1EFF))
        base = from_1e00[c - 0x1E00];
    return base == '.' ? c : (uint32_t)base;
}

/* The letter that another one is taken for by a table; itself where none says so. */
static uint32_t alike_plain(uint32_t c)
{
    static const struct {
        uint16_t first, last, plain;
    } rows[] = {
#define X(first, last, plain) {first, last, plain},
#include "text/alike.def"
#undef X
    };
    static const uint16_t han[] = {
#include "text/alike_han.def"
    };
    enum { HAN = 0xF900, MTAVRULI = 0x1C90, MKHEDRULI = 0x10D0 };
    size_t low = 0, high = sizeof rows / sizeof rows[0];
    if (alike_is_between(c, HAN, HAN + sizeof han / sizeof han[0] - 1))
        return han[c - HAN] ? han[c - HAN] : c;
    if (alike_is_between(c, MTAVRULI, 0x1CBF)) /* capitals of Georgian */
        return c - MTAVRULI + MKHEDRULI;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > rows[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < sizeof rows / sizeof rows[0] && c >= rows[low].first ? rows[low].plain : c;
}

/* The same for Kana: the letter before one that is voiced, and the two before one of the h-row that is half so. */
static uint32_t alike_kana(uint32_t c)
{
    uint32_t row = alike_is_between(c, 0x30A1, 0x30FE) ? 0x60 : 0, k = c - row; /* Katakana stand as Hiragana do */
    if (!alike_is_between(k, 0x304B, 0x309E))
        return c;
    if (k <= 0x3062)
        return c - !(k & 1);
    if (alike_is_between(k, 0x3064, 0x3069))
        return c - (k & 1);
    if (alike_is_between(k, 0x306F, 0x307D))
        return c - k % 3;
    if (k == 0x3094)
        return 0x3046 + row;
    if (k == 0x309E)
        return c - 1;
    if (alike_is_between(c, 0x30F7, 0x30FA)) /* va to vo, of wa to wo */
        return c - 8;
    return c;
}

/* Writes a letter; a syllable of Hangul as the letters that it is put together of (Unicode, chapter 3.12). */
static size_t alike_put(char *to, uint32_t c)
{
    enum {
        FIRST = 0xAC00,
        LAST = 0xD7A3,
        LEADS = 0x1100,
        VOWELS = 0x1161,
        TAILS = 0x11A7,
        PER_LEAD = 588,
        PER_VOWEL = 28
    };
    if (!alike_is_between(c, FIRST, LAST))
        return utf8_encode(c, to);
    uint32_t place = c - FIRST, tail = place % PER_VOWEL;
    size_t size = utf8_encode(LEADS + place / PER_LEAD, to);
    size += utf8_encode(VOWELS + place % PER_LEAD / PER_VOWEL, to + size);
    return size + (tail ? utf8_encode(TAILS + tail, to + size) : 0);
}

text alike_letters(arena *a, text t)
{
    enum {
        MOST = 3,
        TATWEEL = 0x640,
        WIDE_0 = 0xFF10,
        WIDE_9 = 0xFF19
    }; /* a syllable of three bytes becomes three letters of three */
    char *at = arena_room(a, MOST * t.size + MOST);
    size_t kept = 0;
    for (size_t i = 0, size; i < t.size; i += size) {
        int32_t c = utf8_decode(t, i, &size);
        uint32_t letter = c < 0 ? 0 : alike_kana(alike_plain(slug_lower(alike_latin((uint32_t)c))));
        if (alike_is_between(letter, WIDE_0, WIDE_9)) /* a digit of full width */
            letter -= WIDE_0 - '0';
        if (!utf8_is_word(letter) || alike_is_mark(letter) || letter == TATWEEL) /* which makes a word longer */
            continue;
        if (c == 0xDF || c == 0x1E9E) /* the sharp s, which is SS in capitals */
            at[kept++] = 's';
        kept += alike_put(at + kept, letter);
    }
    return (text){at, kept};
}
