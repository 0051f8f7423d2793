/* Text as UTF-16, for hosts that take over UTF-16 by copying: their own decoder of UTF-8 costs more than rendering
 * does. */
#include "base/memory.h"
#include "base/scan.h"
#include "text/utf8.h"
#include "wasm/wasm.h"

struct wasm_wide {
    uint32_t count;
    uint16_t units[];
};

typedef uint8_t narrow_units __attribute__((vector_size(8)));
typedef uint16_t wide_units __attribute__((vector_size(16)));

/* Copies eight bytes of ASCII. */
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

struct wasm_wide *broadsheet_wasm_wide(const char *bytes, uint32_t count)
{
    text t = {bytes, count};
    size_t at = scan_ascii(t, 0), size;
    bool ascii = at == t.size;
    /* A unit for each byte is the most there can be. */
    struct wasm_wide *wide = count > UINT32_MAX / 2 - sizeof *wide
                                 ? NULL
                                 : memory_resize(NULL, sizeof *wide + (ascii ? 0 : sizeof *wide->units * t.size));
    if (!wide)
        return NULL;
    wide->count = 0;
    if (ascii)
        return wide;
    uint16_t *to = wide->units + wide_ascii(wide->units, text_slice(t, 0, at));
    while (at < t.size) {
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
        at += size;
    }
    wide->count = (uint32_t)(to - wide->units);
    return wide;
}
