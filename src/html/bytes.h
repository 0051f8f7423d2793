/* What the files of the writer share, and nobody else may use: bytes that are written as they are. */
#ifndef HTML_BYTES_H
#define HTML_BYTES_H

#include "html/state.h"

/* The first error stays. */
void writer_fail(writer *w, broadsheet_status why);

void writer_bytes(writer *w, const char *at, size_t size);
#define writer_put(w, literal) writer_bytes((w), "" literal "", sizeof(literal) - 1)

#endif
