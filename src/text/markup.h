/* Finds HTML in a text that is none, where it would be shown as it is written. */
#ifndef MARKUP_H
#define MARKUP_H

#include "base/text.h"

/* The first tag ("<p>", "</b >", "<br/>"), comment or declaration ("<!-- -->", "<?php ?>"), or character reference
 * ("&amp;", "&#8217;") of a text: its first byte, and the byte behind its last. False when there is none. */
bool markup_find(text t, size_t *start, size_t *end);

/* The same, for references alone. */
bool markup_reference(text t, size_t *start, size_t *end);

#endif
