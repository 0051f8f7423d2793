/* Takes the marks out of a text that md4c gives. */
#ifndef MARKDOWN_UNMARK_H
#define MARKDOWN_UNMARK_H

#include "base/text.h"

/* Cuts the next piece off *rest, in which no mark stands, or one mark alone. Returns the piece as it is written, "" for
 * a mark that shows nothing, and which mark it was in *mark (markdown/marks.h), 0 for none. rest must not be empty. */
text unmark_next(text *rest, unsigned *mark);

#endif
