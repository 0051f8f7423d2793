/* Copying. */
#ifndef COPY_H
#define COPY_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Copies a few bytes without a call: the C library's copy costs more than they do. */
static inline void copy_bytes(char *to, const char *from, size_t size)
{
    if (size > 16) {
        memcpy(to, from, size);
    } else if (size >= 8) { /* two halves, which may overlap */
        uint64_t first, last;
        memcpy(&first, from, 8);
        memcpy(&last, from + size - 8, 8);
        memcpy(to, &first, 8);
        memcpy(to + size - 8, &last, 8);
    } else if (size >= 4) {
        uint32_t first, last;
        memcpy(&first, from, 4);
        memcpy(&last, from + size - 4, 4);
        memcpy(to, &first, 4);
        memcpy(to + size - 4, &last, 4);
    } else if (size) {
        to[0] = from[0];
        to[size / 2] = from[size / 2];
        /* cppcheck-suppress arrayIndexOutOfBoundsCond ; size is the literal's own, and no more */
        to[size - 1] = from[size - 1];
    }
}

#endif
