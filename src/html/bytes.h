/* Bytes that are written as they are, without escaping. Only the files of this room may write them. */
#ifndef HTML_BYTES_H
#define HTML_BYTES_H

#include "base/copy.h"
#include "html/state.h"

/* Notes the first error; later ones change nothing. From then on there is no room, so nothing more is written. */
void writer_fail(writer *w, broadsheet_status why);

/* The slow way of writer_bytes, for when there is no room: the block is full, or something failed. */
void writer_bytes_grow(writer *w, const char *at, size_t size);

static inline void writer_bytes(writer *w, const char *at, size_t size)
{
    if (size - 1 >= w->room - w->size) { /* true for 0, too: there may be no block yet */
        writer_bytes_grow(w, at, size);
        return;
    }
    copy_bytes(w->at + w->size, at, size);
    w->size += size;
}
#define writer_put(w, literal) writer_bytes((w), "" literal "", sizeof(literal) - 1)

#endif
