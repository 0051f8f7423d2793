/* Looks at sixteen bytes in one step, by the vector types that gcc and clang share: they become SIMD where the
 * processor or WebAssembly has it, and plain arithmetic elsewhere. */
#ifndef SCAN_H
#define SCAN_H

#include "base/text.h"

enum { SCAN_SIZE = 16 };
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

/* The index of the first byte for which a comparison holds; SCAN_SIZE when it holds for none. */
static inline size_t scan_first(scan_bytes holds)
{
    uint64_t half[2];
    memcpy(half, &holds, sizeof half);
    if (!(half[0] | half[1]))
        return SCAN_SIZE;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return (size_t)(half[0] ? __builtin_ctzll(half[0]) : 64 + __builtin_ctzll(half[1])) / 8;
#else
    return (size_t)(half[0] ? __builtin_clzll(half[0]) : 64 + __builtin_clzll(half[1])) / 8;
#endif
}

/* How many bytes from an offset on are ASCII. */
static inline size_t scan_ascii(text t, size_t at)
{
    size_t start = at;
    while (t.size - at >= SCAN_SIZE) {
        size_t first = scan_first(scan_load(t.at + at) < 0);
        at += first;
        if (first < SCAN_SIZE)
            return at - start;
    }
    while (at < t.size && (unsigned char)t.at[at] < 0x80)
        at++;
    return at - start;
}

#endif
