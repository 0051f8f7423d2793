/* What the files of the writer share, and nobody else may use: bytes that are written as they are. */
#ifndef WRITER_BYTES_H
#define WRITER_BYTES_H

#include "html/writer.h"

void writer_bytes(writer *w, const char *at, size_t size);
#define writer_put(w, literal) writer_bytes((w), "" literal "", sizeof(literal) - 1)

/* Escaped for element text, or for a double-quoted attribute value (HTML, section 13.3). */
typedef enum writer_place { IN_TEXT, IN_PROSE, IN_ATTRIBUTE } writer_place;
void writer_escaped(writer *w, text t, writer_place place);

#endif
