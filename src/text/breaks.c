#include "text/breaks.h"

#include "text/ranges.h"

/* The characters beside which a line end means nothing, by their blocks: Han, Kana, Bopomofo, Yi, Tangut and their
 * punctuation; none of Hangul. */
static const range discards_bmp[] = {
    {0x2E80, 0x312F}, {0x3190, 0x31FF}, {0x3220, 0x325F}, {0x3280, 0x4DBF}, {0x4E00, 0xA4CF},
    {0xF900, 0xFAFF}, {0xFE10, 0xFE1F}, {0xFE30, 0xFE6F}, {0xFF01, 0xFF9F}, {0xFFE0, 0xFFE6},
};
static const range discards_smp[] = {{0x6FE0, 0x8DFF}, {0xAFF0, 0xB2FF}, {0xF200, 0xF265}};
RANGES(discards);

/* Those of them that are punctuation: one of them is enough, whatever stands on the other side. */
static const range points_bmp[] = {
    {0x3000, 0x3003}, {0x3008, 0x3011}, {0x3014, 0x301F}, {0x3030, 0x3030}, {0x303D, 0x303D},
    {0x30A0, 0x30A0}, {0x30FB, 0x30FB}, {0xFE10, 0xFE19}, {0xFE30, 0xFE6B}, {0xFF01, 0xFF0F},
    {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65},
};
static const range points_smp[] = {{0x6FE2, 0x6FE2}};
RANGES(points);

static const range hangul_bmp[] = {{0x1100, 0x11FF}, {0x302E, 0x302F}, {0x3130, 0x318F}, {0x3200, 0x321E},
                                   {0x3260, 0x327F}, {0xA960, 0xA97F}, {0xAC00, 0xD7FF}, {0xFFA0, 0xFFDC}};
static const range hangul_smp[] = {{0xFFFF, 0xFFFF}}; /* none; an array has an item */
RANGES(hangul);

static const range kana_bmp[] = {{0x3041, 0x30FF}, {0x31F0, 0x31FF}, {0xFF66, 0xFF9F}};
static const range kana_smp[] = {{0xAFF0, 0xB16F}};
RANGES(kana);

static bool discards_space(uint32_t c)
{
    return ranges_hold(&discards, c) || (c >= 0x20000 && c <= 0x3FFFD);
}

/* Punctuation that Chinese and Japanese share with other scripts: quotation marks, dashes, dots. */
static bool is_shared(uint32_t c)
{
    return c == 0xB7 || (c >= 0x2013 && c <= 0x2016) || c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D ||
           c == 0x2025 || c == 0x2026 || c == 0x2E3A;
}

bool breaks_join(uint32_t before, uint32_t after, bool korean)
{
    if (before == 0x200B || after == 0x200B) /* a place to break a line, which is no space */
        return true;
    if ((before < 0xB7 && after < 0xB7) || ranges_hold(&hangul, before) || ranges_hold(&hangul, after))
        return false;
    bool first = discards_space(before), second = discards_space(after);
    if (korean)
        return first && second && (ranges_hold(&kana, before) || ranges_hold(&kana, after));
    if (first && second)
        return true;
    if (first ? is_shared(after) : second && is_shared(before))
        return true;
    return ranges_hold(&points, before) || ranges_hold(&points, after);
}
