#include "text/characters.h"

#include "text/ranges.h"
#include "text/scripts.h"
#include "text/utf8.h"

static const range marks_bmp[] = {
#define BMP(first, last) {first, last},
#define SMP(first, last)
#include "text/marks.def"
#undef BMP
#undef SMP
};

static const range marks_smp[] = {
#define BMP(first, last)
#define SMP(first, last) {first, last},
#include "text/marks.def"
#undef BMP
#undef SMP
};

RANGES(marks);

static bool is_between(uint32_t c, uint32_t first, uint32_t last)
{
    return c >= first && c <= last;
}

static bool is_tag(uint32_t c)
{
    return is_between(c, 0xE0020, 0xE007F);
}

/* White space does not end a row of marks: it is collapsed or even taken out (CSS Text, section 4.1.3, drops a line
 * break beside U+200B). */
static bool is_space(uint32_t c)
{
    return c == ' ' || is_between(c, '\t', '\r') || is_between(c, 0x2028, 0x2029);
}

/* Combining marks and invisible characters. Invisible ones must not begin a new row, or marks could be stacked past the
 * limit. */
static bool is_mark(uint32_t c)
{
    /* a quick answer for all of Latin and Hangul, and for dashes and quotation marks */
    if ((c < 0x300 && c != 0xAD) || is_between(c, 0xAC00, 0xFB1C) || is_between(c, 0x2010, 0x2027))
        return false;
    scripts_need_plain(c);
    if (c < 0x20000)
        return ranges_hold(&marks, c);
    return is_tag(c) || is_between(c, 0xE0100, 0xE01EF);
}

/* Embeddings and overrides, deprecated characters, annotations; and of plane 14 what is Default_Ignorable but no tag or
 * variation selector, since it is never drawn. */
static bool is_unwanted(uint32_t c)
{
    return is_between(c, 0x202A, 0x202E) || is_between(c, 0x206A, 0x206F) || is_between(c, 0xFFF9, 0xFFFB) ||
           (is_between(c, 0xE0000, 0xE0FFF) && !is_mark(c));
}

/* Opens an isolate (LRI, RLI, FSI) or closes one (PDI). False when the character is left out. */
static bool characters_isolate(characters *c, bool opens)
{
    if (opens ? c->isolates == CHARACTERS_ISOLATES || c->turns == CHARACTERS_TURNS : c->isolates == 0)
        return false;
    c->turns += opens;
    if (opens)
        c->isolates++;
    else
        c->isolates--;
    return true;
}

/* --- sides ------------------------------------------------------------------------------------- */

/* The side from which a character is written that is no mark: the right for letters in blocks of Bidi_Class R or AL
 * (UAX #9, table 4), the left for their digits. */
static uint8_t side_of(uint32_t c)
{
    if (c < 0x80)
        return ascii_is_letter_or_digit((char)c) ? CHARACTERS_LEFT : CHARACTERS_NEITHER;
    if (c < 0x590)
        return c == 0xA0 || c == 0xAB || c == 0xBB ? CHARACTERS_NEITHER
                                                   : CHARACTERS_LEFT; /* a space, quotation marks */
    bool right = MODULE_HAS_LABELS &&
                 (c < 0x900 || (MODULE_HAS_SCRIPTS &&
                                (c == 0x200F || is_between(c, 0xFB1D, 0xFDFF) || is_between(c, 0xFE70, 0xFEFF) ||
                                 is_between(c, 0x10800, 0x10FFF) || is_between(c, 0x1E800, 0x1EFFF))));
    if (!right)
        return is_between(c, 0x2000, 0x206F) && c != 0x200E ? CHARACTERS_NEITHER : CHARACTERS_LEFT;
    bool digit = is_between(c, 0x660, 0x66C) || is_between(c, 0x6F0, 0x6F9) || is_between(c, 0x10D30, 0x10D39) ||
                 is_between(c, 0x10E60, 0x10E7E);
    return digit ? CHARACTERS_LEFT : CHARACTERS_RIGHT;
}

static bool steers(uint32_t c) /* LRM, RLM, ALM */
{
    return c == 0x200E || c == 0x200F || c == 0x61C;
}

/* Digits that have no direction of their own (Bidi_Class EN and AN). */
static bool is_weak(uint32_t c)
{
    return (c < 0x80 && ascii_is_digit((char)c)) || is_between(c, 0xB2, 0xB3) || c == 0xB9 ||
           is_between(c, 0xBC, 0xBE) || is_between(c, 0x660, 0x669) || is_between(c, 0x6F0, 0x6F9) ||
           is_between(c, 0x2070, 0x2089) || is_between(c, 0xFF10, 0xFF19) || is_between(c, 0x10D30, 0x10D39) ||
           is_between(c, 0x10E60, 0x10E7E) || is_between(c, 0x1D7CE, 0x1D7FF) || is_between(c, 0x1FBF0, 0x1FBF9);
}

/* The side of a strong letter; a quick answer for all of ASCII, Hangul and Han. */
static uint8_t strong_side(uint32_t c)
{
    if (c < 0x80)
        return ascii_is_alpha((char)c) ? CHARACTERS_LEFT : CHARACTERS_NEITHER;
    if (is_between(c, 0x3400, 0x4DBF) || is_between(c, 0x4E00, 0x9FFF) || is_between(c, 0xAC00, 0xD7A3))
        return CHARACTERS_LEFT;
    if (steers(c))
        return side_of(c);
    return is_mark(c) || is_weak(c) || !utf8_is_word(c) ? CHARACTERS_NEITHER : side_of(c);
}

uint8_t characters_first(text t, size_t isolates)
{
    for (size_t at = 0, size; at < t.size; at += size) {
        int32_t decoded = utf8_decode(t, at, &size);
        uint32_t c = decoded < 0 ? 0 : (uint32_t)decoded;
        if (is_between(c, 0x2066, 0x2068)) {
            isolates++;
        } else if (c == 0x2069) {
            isolates -= isolates > 0;
        } else if (!isolates) {
            uint8_t side = strong_side(c);
            if (side != CHARACTERS_NEITHER)
                return side;
        }
    }
    return CHARACTERS_NEITHER;
}

/* Counts a change of side. False when a letter from the right would be one turn too many; letters from the left always
 * stay. */
static bool characters_turn(characters *c, uint8_t side)
{
    if (side == CHARACTERS_NEITHER || side == c->side)
        return true;
    if (c->turns == CHARACTERS_TURNS && side == CHARACTERS_RIGHT)
        return false;
    if (c->turns < CHARACTERS_TURNS)
        c->turns++;
    c->side = side;
    return true;
}

void characters_block(characters *c)
{
    c->turns = 0;
    c->side = CHARACTERS_NEITHER;
}

bool characters_keep(characters *c, uint32_t code_point, bool isolates)
{
    scripts_need_plain(code_point);
    if (is_unwanted(code_point))
        return false;
    if (MODULE_HAS_SCRIPTS && is_between(code_point, 0x2066, 0x2069))
        return isolates && characters_isolate(c, code_point != 0x2069);
    bool mark = is_mark(code_point);
    if (!characters_turn(c, mark && !steers(code_point) ? CHARACTERS_NEITHER : side_of(code_point)))
        return false;
    if (!mark) {
        c->run = is_space(code_point) ? c->run : 0;
        c->flag = code_point == 0x1F3F4;
        return true;
    }
    if (c->run == CHARACTERS_RUN || (is_tag(code_point) && !c->flag))
        return false;
    c->run++;
    return true;
}

characters_kind characters_kind_of(uint32_t c)
{
    if (c < 0x20 || is_between(c, 0x7F, 0x9F))
        return CHARACTERS_CONTROL;
    if (is_between(c, 0x202A, 0x202E) || is_between(c, 0x2066, 0x2069))
        return CHARACTERS_DIRECTION;
    if (is_unwanted(c) || is_tag(c))
        return CHARACTERS_INVISIBLE;
    return is_mark(c) ? CHARACTERS_MARKS : CHARACTERS_DIRECTION; /* a letter is left out as one turn too many */
}

/* White_Space beyond ASCII, and the Braille pattern without a dot. */
static bool is_blank(uint32_t c)
{
    return c == 0xA0 || c == 0x1680 || is_between(c, 0x2000, 0x200A) || is_between(c, 0x2028, 0x2029) || c == 0x202F ||
           c == 0x205F || c == 0x2800 || c == 0x3000;
}

bool characters_show(text t)
{
    if (t.size && ascii_is_letter_or_digit(t.at[0])) /* most texts */
        return true;
    for (size_t at = 0, size; at < t.size; at += size) {
        int32_t decoded = utf8_decode(t, at, &size);
        uint32_t c = decoded < 0 ? 0 : (uint32_t)decoded;
        bool control = c <= ' ' || is_between(c, 0x7F, 0x9F);
        if (!control && !is_blank(c) && !is_mark(c) && !is_unwanted(c) && !is_between(c, 0x2066, 0x2069))
            return true;
    }
    return false;
}

bool characters_space(text t)
{
    for (size_t at = 0, size; at < t.size; at += size) {
        uint32_t c = (uint32_t)utf8_decode(t, at, &size);
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || (is_blank(c) && !is_between(c, 0x2028, 0x2029)))
            return true;
    }
    return false;
}
