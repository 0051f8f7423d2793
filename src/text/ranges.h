/* Sets of characters in the first two planes of Unicode, as sorted ranges of 16 bits. */
#ifndef RANGES_H
#define RANGES_H

#include "base/text.h"

typedef struct range {
    uint16_t first, last;
} range;

/* bmp: ranges below U+10000. smp: ranges of the next plane, less U+10000. */
typedef struct ranges {
    const range *bmp, *smp;
    size_t bmp_count, smp_count;
} ranges;

/* Defines static const ranges NAME, made of the arrays NAME_bmp and NAME_smp. */
#define RANGES(name)                                                                                                   \
    static const ranges name = {name##_bmp, name##_smp, sizeof name##_bmp / sizeof name##_bmp[0],                      \
                                sizeof name##_smp / sizeof name##_smp[0]}

/* Whether a set holds a character; false for other planes. */
bool ranges_hold(const ranges *set, uint32_t code_point);

#endif
