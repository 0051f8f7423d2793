#include "text/flank.h"

#include "text/ranges.h"
#include "text/scripts.h"
#include "text/utf8.h"

static const range punctuation_bmp[] = {
#define BMP(first, last) {first, last},
#define SMP(first, last)
#include "text/punctuation.def"
#undef BMP
#undef SMP
};

static const range punctuation_smp[] = {
#define BMP(first, last)
#define SMP(first, last) {first, last},
#include "text/punctuation.def"
#undef BMP
#undef SMP
};

RANGES(punctuation);

/* East_Asian_Width W, F or H, but what is drawn as an emoji by default; and the script Hangul (Unicode 17.0). Between
 * two ranges that nothing but unassigned characters part there is no gap. */
static const range cjk_bmp[] = {
    {0x1100, 0x11FF}, {0x20A9, 0x20A9}, {0x2329, 0x232A}, {0x2630, 0x2637}, {0x268A, 0x268F},
    {0x2E80, 0x303E}, {0x3041, 0x3247}, {0x3250, 0xA4C6}, {0xA960, 0xA97C}, {0xAC00, 0xD7FB},
    {0xF900, 0xFAFF}, {0xFE10, 0xFE19}, {0xFE30, 0xFE6B}, {0xFF01, 0xFFDC}, {0xFFE0, 0xFFEE},
};
static const range cjk_smp[] = {
    {0x6FE0, 0x6FF6}, {0x7000, 0x8DF2}, {0xAFF0, 0xAFFE}, {0xB000, 0xB2FB}, {0xD300, 0xD376},
    {0xF200, 0xF200}, {0xF202, 0xF202}, {0xF210, 0xF219}, {0xF21B, 0xF22E}, {0xF230, 0xF231},
    {0xF237, 0xF237}, {0xF23B, 0xF23B}, {0xF240, 0xF248}, {0xF260, 0xF265},
};
RANGES(cjk);

static bool is_between(uint32_t c, uint32_t first, uint32_t last)
{
    return c >= first && c <= last;
}

/* The category Zs, and the ends of lines in Unicode (section 5.8). */
static bool is_space(uint32_t c)
{
    return c == ' ' || is_between(c, '\t', '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           is_between(c, 0x2000, 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

flank flank_of(uint32_t c)
{
    if (c < 0x80)
        return (flank){is_space(c)                         ? FLANK_SPACE
                       : c < ' ' || c == 0x7F              ? FLANK_LETTER
                       : ascii_is_letter_or_digit((char)c) ? FLANK_LETTER
                                                           : FLANK_PUNCTUATION,
                       false};
    if (is_between(c, 0xAC00, 0xD7A3) || is_between(c, 0x4E00, 0xA48C)) /* a quick answer for Hangul and Han */
        return (flank){FLANK_LETTER, true};
    if (is_space(c))
        return (flank){FLANK_SPACE, false};
    scripts_need(c);
    if (c >= 0x20000)
        return (flank){FLANK_LETTER, c <= 0x3FFFD};
    return (flank){ranges_hold(&punctuation, c) ? FLANK_PUNCTUATION : FLANK_LETTER, ranges_hold(&cjk, c)};
}

/* A control that is taken out: C0, DEL and C1 but for white space, and U+0000, which is shown as U+FFFD. */
static bool is_control(uint32_t c)
{
    return c && (c < ' ' || is_between(c, 0x7F, 0x9F)) && !is_space(c);
}

/* The character that ends before an offset, which is not 0; moves the offset to its beginning. */
static uint32_t flank_back(text t, size_t *at)
{
    size_t begin = *at - 1, size;
    while (begin > 0 && *at - begin < 4 && ((unsigned char)t.at[begin] & 0xC0) == 0x80)
        begin--;
    *at = begin;
    return (uint32_t)utf8_decode(t, begin, &size);
}

flank flank_before(text t, size_t at)
{
    uint32_t selector = 0;
    while (at > 0) {
        uint32_t c = flank_back(t, &at);
        if (is_control(c))
            continue;
        if (c >= 0xE0100 && c <= 0xE01EF)
            return (flank){FLANK_LETTER, true};
        if (!selector && is_between(c, 0xFE00, 0xFE0E)) {
            selector = c;
            continue;
        }
        flank base = flank_of(c);
        bool quote = is_between(c, 0x2018, 0x2019) || is_between(c, 0x201C, 0x201D);
        return (flank){base.kind, base.cjk || (selector == 0xFE01 && quote)};
    }
    return (flank){FLANK_SPACE, false};
}

flank flank_behind(text t, size_t at)
{
    for (size_t size; at < t.size; at += size) {
        uint32_t c = (uint32_t)utf8_decode(t, at, &size);
        if (!is_control(c))
            return flank_of(c);
    }
    return (flank){FLANK_SPACE, false};
}
