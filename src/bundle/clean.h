/* Text of the bundle without what is never shown. */
#ifndef CLEAN_H
#define CLEAN_H

#include "story/model.h"

/* The text of a string without control characters and what text/characters.h leaves out, which is reported by kind. In
 * Markdown only the control characters go: the writer, which knows the blocks, sees to the rest. */
text clean_text(story *s, const json_node *node, bool as_markdown);

#endif
