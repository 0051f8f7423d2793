/* Patterns: texts in which a name between braces, a placeholder, stands for what is filled in. */
#ifndef PATTERN_H
#define PATTERN_H

#include "base/arena.h"

/* The next piece of a pattern: the literal text before a placeholder, and its name without the
 * braces: one of no bytes for "{}", NO_TEXT at the end. False when nothing is left. */
bool pattern_next(text *rest, text *literal, text *name);

/* How many placeholders of a name a pattern has; all of them for NO_TEXT. */
size_t pattern_places(text pattern, text name);

/* A pattern filled in; a placeholder that has none of the names gives nothing. */
typedef struct pattern_value {
    text name, value;
} pattern_value;
text pattern_fill(arena *a, text pattern, const pattern_value *values, size_t count);

#endif
