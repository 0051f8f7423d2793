/* Looks at sixteen bytes in one step, by the vector types that gcc and clang share: they become SIMD where the
 * processor or WebAssembly has it, and plain arithmetic elsewhere. */
#ifndef SCAN_H
#define SCAN_H

#include "base/module.h"
#include "base/text.h"

/* SCAN_WIDE: whether to look at all. A small module looks at bytes one by one, which takes less code. */
enum { SCAN_SIZE = 16, SCAN_WIDE = MODULE_IS_WHOLE };
typedef signed char scan_bytes __attribute__((vector_size(16)));

static inline scan_bytes scan_load(const char *at)
{
    scan_bytes bytes;
    memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

/* The bytes that are below a limit, as unsigned numbers. */
static inline scan_bytes scan_below(scan_bytes bytes, unsigned char limit)
{
    typedef unsigned char unsigned_bytes __attribute__((vector_size(16)));
    return (scan_bytes)((unsigned_bytes)bytes < limit);
}

/* The bytes from first to last, as unsigned numbers. */
static inline scan_bytes scan_between(scan_bytes bytes, unsigned char first, unsigned char last)
{
    typedef unsigned char unsigned_bytes __attribute__((vector_size(16)));
    return (scan_bytes)((unsigned_bytes)bytes - first <= (unsigned char)(last - first));
}

/* The bytes before first or behind last, which both are ASCII: one comparison. */
static inline scan_bytes scan_outside(scan_bytes bytes, unsigned char first, unsigned char last)
{
    typedef unsigned char unsigned_bytes __attribute__((vector_size(16)));
    const unsigned char up = (unsigned char)(0x7F - last); /* last becomes the greatest of all signed numbers */
    return (scan_bytes)((unsigned_bytes)bytes + up) < (signed char)(first + up);
}

/* A bit for the sign of each byte, the lowest for the first byte: for each byte beyond ASCII or, of what a comparison
 * gave, for each byte for which it holds. In plain C, for processors without an instruction for it. */
static inline uint32_t scan_mask_plain(scan_bytes bytes)
{
    const uint64_t ones = 0x0101010101010101;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    const uint64_t gather = 0x0102040810204080;
#else
    const uint64_t gather = 0x8040201008040201;
#endif
    uint64_t half[2];
    memcpy(half, &bytes, sizeof half);
    /* The highest byte of the product has all signs of a half. No two terms meet, so nothing is carried. */
    half[0] = (half[0] >> 7 & ones) * gather >> 56;
    half[1] = (half[1] >> 7 & ones) * gather >> 56;
    return (uint32_t)(half[0] | half[1] << 8);
}

static inline uint32_t scan_mask(scan_bytes bytes)
{
#if defined __wasm_simd128__
    return (uint32_t)__builtin_wasm_bitmask_i8x16(bytes);
#elif defined __SSE2__
    return (uint32_t)__builtin_ia32_pmovmskb128((char __attribute__((vector_size(16))))bytes);
#else
    return scan_mask_plain(bytes);
#endif
}

/* The index of the first byte for which a comparison holds; SCAN_SIZE: for none. */
static inline size_t scan_first(scan_bytes found)
{
    uint32_t mask = scan_mask(found);
    return mask ? (size_t)__builtin_ctz(mask) : SCAN_SIZE;
}

/* Moves an offset to the first byte for which holds, an expression of the sixteen bytes b, is true; or, where none of
 * them is, to the last few bytes of the text, fewer than sixteen. The bit is found behind the loop: in it, each step
 * would have to wait for the one before. */
#define SCAN_TO(t, offset, holds)                                                                                      \
    do {                                                                                                               \
        uint32_t scan_found = 0;                                                                                       \
        for (; SCAN_WIDE && (t).size - (offset) >= SCAN_SIZE; (offset) += SCAN_SIZE) {                                 \
            scan_bytes b = scan_load((t).at + (offset));                                                               \
            if ((scan_found = scan_mask(holds)) != 0)                                                                  \
                break;                                                                                                 \
        }                                                                                                              \
        if (scan_found)                                                                                                \
            (offset) += (size_t)__builtin_ctz(scan_found);                                                             \
    } while (0)

/* The bytes of a text from an offset on, of which sixteen are left at most, to ask whether something holds for one of
 * them. They come more than once, and in no order; no other byte comes. False when there are fewer than four. */
static inline bool scan_rest(text t, size_t at, scan_bytes *rest)
{
    size_t left = t.size - at;
    uint64_t half[2];
    uint32_t quarter[2];
    if (left >= 8) {
        memcpy(&half[0], t.at + at, 8);
        memcpy(&half[1], t.at + t.size - 8, 8);
    } else if (left >= 4) {
        memcpy(&quarter[0], t.at + at, 4);
        memcpy(&quarter[1], t.at + t.size - 4, 4);
        half[0] = half[1] = (uint64_t)quarter[0] << 32 | quarter[1];
    } else {
        return false;
    }
    memcpy(rest, half, sizeof half);
    return true;
}

/* How many bytes from an offset on are ASCII. */
static inline size_t scan_ascii(text t, size_t at)
{
    size_t start = at;
    SCAN_TO(t, at, b);
    while (at < t.size && (unsigned char)t.at[at] < 0x80)
        at++;
    return at - start;
}

/* The offset of the next c from an offset on; t.size when there is none. */
static inline size_t scan_to(text t, size_t at, char c)
{
    SCAN_TO(t, at, b == c);
    while (at < t.size && t.at[at] != c)
        at++;
    return at;
}

#endif
