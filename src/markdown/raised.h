/* Where "^" and "~" may raise or lower text: beside a letter of the Latin script, or behind a closing bracket. */
#ifndef MARKDOWN_RAISED_H
#define MARKDOWN_RAISED_H

#include "base/text.h"

/* Whether a mark at an offset may be one of a pair; most that are none are told by that. */
bool raised_may(text t, size_t at);

#endif
