/* The pass over the text before md4c reads it, in our own dialect only: it puts marks (markdown/marks.h) where md4c
 * would read otherwise than tests/spec/dialect.md says. It goes through the text once, sixteen bytes at a time, and
 * stops at the bytes that may begin something. */
#ifndef MARKDOWN_PREPARE_H
#define MARKDOWN_PREPARE_H

#include "markdown/state.h"

/* Reads m->given; sets m->source, the text for md4c, and m->edits. */
void markdown_prepare(markdown_state *m);

/* Each takes what begins at an offset of the source, and returns the offset behind what it has read: at least one byte
 * farther. It puts its edits from left to right, none before the end of the last one. */
size_t prepare_noncharacter(edits *e, size_t at);

#endif
