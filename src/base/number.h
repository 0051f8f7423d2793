/* Decimal text to number: the nearest double, whatever locale the host has set. cJSON's strtod is renamed to
 * number_parse when it is compiled. */
#ifndef NUMBER_H
#define NUMBER_H

#include "base/text.h"

/* As strtod for the grammar of a JSON number: the value nearest to the text (ties to
 * even), infinity when it is too large. *end is the first byte not used; the text
 * itself when there is no number. Reads up to a byte that no number can hold. */
double number_parse(const char *start, char **end);

/* Reads a text of decimal digits. False when it has none, or anything else, or exceeds UINT32_MAX. */
bool number_whole(text t, uint32_t *out);

/* Reads a text of decimal digits with at most one point among them: "960", "0.5". False for any other, and for more
 * than 20 bytes. */
bool number_plain(text t, double *out);

#endif
