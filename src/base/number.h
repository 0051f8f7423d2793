/* Decimal text to double, correctly rounded, in the C locale whatever the host set.
 * cJSON's strtod is renamed to this at compile time. */
#ifndef NUMBER_H
#define NUMBER_H

#include "base/text.h"

/* As strtod for the grammar of a JSON number: the value nearest to the text (ties to
 * even), infinity when it is too large. *end is the first byte not used; the text
 * itself when there is no number. Reads up to a byte that no number can hold. */
double number_parse(const char *start, char **end);

/* The whole number a decimal text of digits stands for; false when it is not one, or
 * exceeds UINT32_MAX. */
bool number_whole(text t, uint32_t *out);

#endif
