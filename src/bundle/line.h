/* Texts of one line, which are line Markdown in version 2 of the format and plain in version 1. */
#ifndef LINE_H
#define LINE_H

#include "story/model.h"

/* A text of the bundle as reader_text gives it, with its line Markdown: emphasis, strong, code, links, plain addresses
 * and line breaks. What is wrong in it is reported with its place. The site, the article's language and addresses must
 * have been read. Only a module with MODULE_HAS_RICH reads markup. */
line_text bundle_line(story *s, json_node *object, text key);
line_text bundle_line_node(story *s, json_node *node);

/* Whether markup may begin or end at a byte of a text; whether a text may hold any. Without, it is shown as it stands.
 */
bool line_marks(text t, size_t at);
bool line_is_marked(text t);

/* The most bytes that it takes in the output. */
size_t line_weight(const line_text *l);

#endif
