/* What a text has of version 2, for the conversion of texts of version 1. */
#ifndef MARKDOWN_NOTATION_H
#define MARKDOWN_NOTATION_H

#include "base/module.h"
#include "markdown/state.h"

/* Tells whoever asks (markdown_use.takes) of a notation of version 2. markdown_takes: at an offset
 * of m->given. _piece: at a byte of m->source, or where a span begins in it when that is none of its bytes. _address:
 * of a link's, or an autolink's (shown), if it is a run's or a placement's in version 2 alone. _caption: of the
 * paragraph right above a table, made of this HTML, where with some word of a bundle's it could be a caption. */
void markdown_takes_at(markdown_state *m, markdown_notation notation, size_t at);
void markdown_takes_piece(markdown_state *m, markdown_notation notation, const char *piece, size_t begin);
void markdown_takes_address(markdown_state *m, const MD_ATTRIBUTE *attribute, bool shown, text address);
void markdown_takes_caption(markdown_state *m, text made);
static inline bool markdown_is_asked(const markdown_state *m)
{
    return MODULE_IS_WHOLE && m->use->takes;
}
static inline void markdown_takes(markdown_state *m, markdown_notation notation, size_t at)
{
    if (markdown_is_asked(m))
        markdown_takes_at(m, notation, at);
}

#endif
