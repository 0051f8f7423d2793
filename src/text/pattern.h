/* Patterns: texts with placeholders, which are names in braces, such as "By {names}". */
#ifndef PATTERN_H
#define PATTERN_H

#include "base/arena.h"

/* Takes the next piece of a pattern: the literal text before a placeholder, and the placeholder's name without its
 * braces. The name of "{}" has no bytes but an address; at the end of the pattern it is NO_TEXT. False when nothing is
 * left. */
bool pattern_next(text *rest, text *literal, text *name);

/* How many placeholders of this name a pattern has; for NO_TEXT, of all names. */
size_t pattern_places(text pattern, text name);

/* Fills in a pattern. A placeholder whose name is none of the values' gives nothing. */
typedef struct pattern_value {
    text name, value;
} pattern_value;
text pattern_fill(arena *a, text pattern, const pattern_value *values, size_t count);

#endif
