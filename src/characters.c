#include "characters.h"

typedef struct mark_range {
    uint16_t first, last;
} mark_range;

static const mark_range marks_bmp[] = {
#define BMP(first, last) {first, last},
#define SMP(first, last)
#include "marks.def"
#undef BMP
#undef SMP
};

static const mark_range marks_smp[] = {
#define BMP(first, last)
#define SMP(first, last) {first, last},
#include "marks.def"
#undef BMP
#undef SMP
};

static bool marks_hold(const mark_range *marks, size_t count, uint32_t c)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (c > marks[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && c >= marks[low].first;
}

static bool is_between(uint32_t c, uint32_t first, uint32_t last)
{
    return c >= first && c <= last;
}

static bool is_tag(uint32_t c)
{
    return is_between(c, 0xE0020, 0xE007F);
}

/* Neither drawn nor taking room by itself: joiners, break opportunities, directional marks, invisible
 * operators, soft hyphen, tags. Between marks they must not begin a new run. */
static bool is_invisible(uint32_t c)
{
    return c == 0xAD || c == 0x61C || c == 0x180E || is_between(c, 0x200B, 0x200F) || is_between(c, 0x2060, 0x2065) ||
           c == 0xFEFF || is_between(c, 0x1D173, 0x1D17A) || is_tag(c);
}

static bool is_mark(uint32_t c)
{
    if (c < 0x300 || is_between(c, 0xAC00, 0xFB1D)) /* at once: all of Latin and Hangul */
        return false;
    if (c < 0x10000)
        return marks_hold(marks_bmp, sizeof marks_bmp / sizeof marks_bmp[0], c);
    if (c < 0x20000)
        return marks_hold(marks_smp, sizeof marks_smp / sizeof marks_smp[0], c - 0x10000);
    return is_between(c, 0xE0100, 0xE01EF);
}

static bool is_unwanted(uint32_t c)
{
    return is_between(c, 0x202A, 0x202E) || is_between(c, 0x206A, 0x206F) || is_between(c, 0xFFF9, 0xFFFB) ||
           c == 0xE0001;
}

/* LRI, RLI and FSI open an isolate, PDI closes it. */
static bool characters_isolate(characters *c, bool opens)
{
    if (opens ? c->isolates == CHARACTERS_ISOLATES : c->isolates == 0)
        return false;
    if (opens)
        c->isolates++;
    else
        c->isolates--;
    return true;
}

bool characters_keep(characters *c, uint32_t code_point, bool isolates)
{
    if (is_unwanted(code_point))
        return false;
    if (is_between(code_point, 0x2066, 0x2069))
        return isolates && characters_isolate(c, code_point != 0x2069);
    if (!is_mark(code_point) && !is_invisible(code_point)) {
        c->run = 0;
        c->flag = code_point == 0x1F3F4;
        return true;
    }
    if (c->run == CHARACTERS_RUN || (is_tag(code_point) && !c->flag))
        return false;
    c->run++;
    return true;
}
