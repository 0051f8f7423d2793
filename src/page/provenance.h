/* The attribute data-bs-provenance: what a part was made from, and how much of it there must be, so that an element of
 * a page can take HTML of a server for what it would render itself (web/elements/adopt.js). include/broadsheet.h says
 * what stands in it. */
#ifndef PROVENANCE_H
#define PROVENANCE_H

#include "html/writer.h"
#include "story/model.h"

/* Writes the attribute, but for its counts, on the root of the outermost part. id is that of the rendering. Returns the
 * place of the counts in the output; 0 without the option, when nothing is written. */
size_t provenance_begin(writer *w, const story *s, text id);

/* Fills in the counts, when the part is written. place is not 0. */
void provenance_end(writer *w, size_t place);

#endif
