/* broadsheet_markdown for wasm/wasm.c, which makes some sources itself. */
#ifndef MARKDOWN_KNOWN_H
#define MARKDOWN_KNOWN_H

#include "base/text.h"

/* Takes the HTML, which is gone when it returns; to is what it was given with. Its status is that of the call. */
typedef broadsheet_status markdown_take(void *to, text made);

/* As broadsheet_markdown, but it gives the HTML to take. known: the source is known to be UTF-8, and is not judged. */
broadsheet_status markdown_known(broadsheet_text source, bool known, const broadsheet_options *options,
                                 markdown_take *take, void *to, broadsheet_error *error);

#endif
