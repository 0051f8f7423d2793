/* Text as UTF-16, for hosts that hand over and take over UTF-16 by copying: their own encoder and decoder of UTF-8 cost
 * more than rendering does. */
#include "wasm/wide.h"

#include "base/memory.h"
#include "base/scan.h"
#include "text/utf8.h"

typedef uint8_t narrow_units __attribute__((vector_size(8)));
typedef uint16_t wide_units __attribute__((vector_size(16)));

/* --- to UTF-8 ------------------------------------------------------------------------------------- */

static uint32_t wide_unit(const char *from)
{
    uint16_t unit;
    memcpy(&unit, from, sizeof unit);
    return unit;
}

/* Narrows ASCII, eight units at a time, and returns how many units that were. */
static size_t wide_narrow(char *to, const char *from, size_t count)
{
    size_t done = 0;
    for (; SCAN_WIDE && count - done >= 8; done += 8) {
        wide_units units;
        memcpy(&units, from + 2 * done, sizeof units);
        if (scan_mask((scan_bytes)(units > 0x7F)))
            break;
        narrow_units bytes = __builtin_convertvector(units, narrow_units);
        memcpy(to + done, &bytes, sizeof bytes);
    }
    for (uint32_t c; done < count && (c = wide_unit(from + 2 * done)) < 0x80; done++)
        to[done] = (char)c;
    return done;
}

/* Writes a character whose first unit is a surrogate, and returns the place behind it. One alone becomes U+FFFD. *from
 * moves behind the units that were read. */
static char *wide_surrogate(char *to, const char **from, const char *end)
{
    uint32_t c = wide_unit(*from);
    uint32_t low = c < 0xDC00 && end - *from > 2 ? wide_unit(*from + 2) : 0;
    bool pair = low >= 0xDC00 && low < 0xE000;
    char bytes[4];
    size_t size = utf8_encode(pair ? 0x10000 + ((c & 0x3FF) << 10 | (low & 0x3FF)) : c, bytes);
    *from += pair ? 4 : 2;
    memcpy(to, bytes, size);
    return to + size;
}

text wide_take(char *room, size_t count)
{
    const char *from = room + wide_offset(count), *end = from + 2 * count;
    char *to = room;
    while (from < end) {
        uint32_t c = wide_unit(from);
        if (c < 0x80) {
            size_t done = 1;
            *to = (char)c;
            if (end - from > 2 && wide_unit(from + 2) < 0x80) /* not alone, as a space between two words of Korean is */
                done = wide_narrow(to, from, (size_t)(end - from) / 2);
            to += done;
            from += 2 * done;
        } else if (c < 0x800) {
            *to++ = (char)(0xC0 | c >> 6);
            *to++ = (char)(0x80 | (c & 0x3F));
            from += 2;
        } else if (c < 0xD800 || c >= 0xE000) {
            *to++ = (char)(0xE0 | c >> 12);
            *to++ = (char)(0x80 | (c >> 6 & 0x3F));
            *to++ = (char)(0x80 | (c & 0x3F));
            from += 2;
        } else {
            to = wide_surrogate(to, &from, end);
        }
    }
    return (text){room, (size_t)(to - room)};
}

/* --- to UTF-16 ------------------------------------------------------------------------------------ */

/* Widens eight bytes of ASCII. */
static void wide_copy(uint16_t *to, const char *from)
{
    narrow_units bytes;
    memcpy(&bytes, from, sizeof bytes);
    wide_units units = __builtin_convertvector(bytes, wide_units);
    memcpy(to, &units, sizeof units);
}

static size_t wide_ascii(uint16_t *to, text t)
{
    size_t at = 0;
    for (; t.size - at >= 8; at += 8)
        wide_copy(to + at, t.at + at);
    for (; at < t.size; at++)
        to[at] = (unsigned char)t.at[at];
    return at;
}

/* Writes one character. Ill-formed bytes (c is below 0) become U+FFFD, as in every decoder of the Encoding Standard. */
static uint16_t *wide_character(uint16_t *to, int32_t c)
{
    if (c < 0x10000) {
        *to++ = c < 0 ? 0xFFFD : (uint16_t)c;
    } else {
        *to++ = (uint16_t)(0xD7C0 + (c >> 10));
        *to++ = (uint16_t)(0xDC00 | (c & 0x3FF));
    }
    return to;
}

size_t wide_put(uint16_t *units, text t)
{
    uint16_t *to = units;
    for (size_t at = 0, size; at < t.size; at += size) {
        const unsigned char *s = (const unsigned char *)t.at + at;
        size = 1;
        if (utf8_three(s, t.size - at)) {
            *to++ = (uint16_t)((s[0] & 0xF) << 12 | (s[1] & 0x3F) << 6 | (s[2] & 0x3F));
            size = 3;
        } else if (*s >= 0x80) {
            to = wide_character(to, utf8_decode(t, at, &size));
        } else if (t.size - at < 2 || s[1] >= 0x80) { /* one byte, such as a space between two words of Korean */
            *to++ = *s;
        } else {
            size = scan_ascii(t, at);
            to += wide_ascii(to, text_slice(t, at, at + size));
        }
    }
    return (size_t)(to - units);
}
