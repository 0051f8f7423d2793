/* broadsheet_markdown for wasm/wasm.c, which makes some sources itself. */
#ifndef MARKDOWN_KNOWN_H
#define MARKDOWN_KNOWN_H

#include "broadsheet.h"

/* As broadsheet_markdown. known: the source is known to be UTF-8, and is not judged. */
broadsheet_status markdown_known(broadsheet_text source, bool known, const broadsheet_options *options,
                                 broadsheet_buffer *out, broadsheet_error *error);

#endif
