/* UTF-16 to UTF-8 and back. */
#ifndef WASM_WIDE_H
#define WASM_WIDE_H

#include "base/text.h"

/* What the size of a text may have in it where it crosses to JavaScript (wasm/wasm.h). */
#define WASM_UTF16 0x80000000u
#define WASM_ASCII 0x40000000u

/* Whether a text of this size came as UTF-16, so that its UTF-8 is what wide_take makes. */
static inline bool wide_is(size_t size)
{
    return size & WASM_UTF16;
}

/* Where the units of a text stand in its room, so that they become UTF-8 there: a unit takes up to three bytes, and a
 * byte is written only where the units were read. WIDE_ROOM: the size of the room. */
static inline size_t wide_offset(size_t count)
{
    return count + (count & 1);
}
#define WIDE_ROOM(count) (3 * (count) + 1)

/* Makes UTF-8 of count units in their room. A surrogate without its other half becomes U+FFFD, as by TextEncoder. */
text wide_take(char *room, size_t count);

/* Writes a text as UTF-16, at most a unit for each byte, and returns how many units. */
size_t wide_put(uint16_t *units, text t);

#endif
