/* Text of the bundle without what is never shown. */
#ifndef CLEAN_H
#define CLEAN_H

#include "story/model.h"

/* The text of a string without control characters and what text/characters.h leaves out, which is reported by kind;
 * controls that are white space become a space. Not for Markdown, which is read as it stands (markdown/prepare.h). */
text clean_text(story *s, const json_node *node);

/* The same where HTML is not looked for: in line Markdown. */
text clean_line(story *s, const json_node *node);

/* The same for a text that was made of the bundle's, without a report. */
text clean_plain(story *s, text t);

#endif
