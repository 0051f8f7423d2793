/* Bytes that are written as they are, without escaping. Only the files of this room may write them. */
#ifndef HTML_BYTES_H
#define HTML_BYTES_H

#include "html/state.h"

/* Notes the first error; later ones change nothing. From then on there is no room, so nothing more is written. */
void writer_fail(writer *w, broadsheet_status why);

/* The slow way of writer_bytes, for when there is no room: the block is full, or something failed. */
void writer_bytes_grow(writer *w, const char *at, size_t size);

/* Copies a few bytes without a call: the C library's copy costs more than they do. */
static inline void bytes_copy(char *to, const char *from, size_t size)
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

static inline void writer_bytes(writer *w, const char *at, size_t size)
{
    if (size - 1 >= w->room - w->size) { /* true for 0, too: there may be no block yet */
        writer_bytes_grow(w, at, size);
        return;
    }
    bytes_copy(w->at + w->size, at, size);
    w->size += size;
}
#define writer_put(w, literal) writer_bytes((w), "" literal "", sizeof(literal) - 1)

#endif
