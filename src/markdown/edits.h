/* Edits: a text with some bytes put otherwise, and the way back from an offset in it to the source.
 *
 * Nothing is copied until the first edit. Edits come in the order of the source, and do not overlap. */
#ifndef MARKDOWN_EDITS_H
#define MARKDOWN_EDITS_H

#include "base/arena.h"

typedef struct edit {
    uint32_t at, taken;    /* the bytes of the source that are left out; none: the edit puts bytes before at */
    uint32_t put_at, size; /* the bytes of the result that stand there */
} edit;

typedef struct edits {
    arena *arena;
    text source;
    size_t done; /* the bytes of the source up to here are in the result, or taken */
    char *result;
    size_t size, room; /* of result */
    edit *list;
    size_t count, list_room;
} edits;

/* The source has at most 1 GB. */
void edits_open(edits *e, arena *a, text source);

/* Puts bytes in the place of those of the source from at on; none are taken for an insertion. One that
 * begins before the end of the last edit is left out. Leaves with LIMIT when the result is larger than 1 GB. */
void edits_put(edits *e, size_t at, size_t taken, text put);

/* The byte of the result that stands before an offset of the source, from which on nothing was edited; 0: none does. */
static inline char edits_before(const edits *e, size_t at)
{
    if (at > e->done)
        return e->source.at[at - 1];
    return e->size ? e->result[e->size - 1] : '\0';
}

/* The result; the source itself when there was no edit. Call it once, when all edits are made. */
text edits_end(edits *e);

/* Adds the bytes of a result from begin to end, with the way back to the source; and other bytes, which stand for those
 * of the source at an offset. With these a text is put together whose parts stand otherwise than in the source. */
void edits_again(edits *to, const edits *from, text result, size_t begin, size_t end);
void edits_add(edits *to, size_t at, text put);

/* The offset in the source of an offset in the result, which may be its size. What an edit put has the place of what it
 * took: begins with its beginning, ends (is_end) with its end. */
size_t edits_source(const edits *e, size_t at, bool is_end);

#endif
