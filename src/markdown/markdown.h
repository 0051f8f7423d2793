/* Markdown to HTML: our renderer on md4c's callbacks.
 *
 * Raw HTML is text (MD_FLAG_NOHTML), but for comments and <br> (comments.c). Addresses are decoded, judged once
 * (url/url.h) and printed; where an address is refused, the text of its link or picture stands alone. Placements
 * (markdown/places.def) are cut out of the output and handed back with their offsets, since what stands there depends
 * on more than the Markdown. */
#ifndef MARKDOWN_H
#define MARKDOWN_H

#include "markdown/use.h"

/* Renders source, which is UTF-8, into *out. The memory of *out comes from keep; memory for the work alone comes from
 * scratch. Must run inside arena_run, since it leaves with MEMORY or LIMIT. */
void markdown_render(arena *keep, arena *scratch, text source, const markdown_use *use, markdown *out);

#endif
