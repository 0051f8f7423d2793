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
