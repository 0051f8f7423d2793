/* Strings of a text that passed the gate, as they are written: for a conversion that changes a text where it stands. */
#ifndef JSON_RAW_H
#define JSON_RAW_H

#include "json/json.h"

/* Behind the white space that begins at an offset. */
size_t raw_space(text t, size_t at);

/* Behind the string whose quote stands at an offset. */
size_t raw_end(text t, size_t at);

/* The text of the string from its first quote to behind its last. It is in the arena, or a slice of the JSON. */
text raw_text(arena *a, text t, size_t at, size_t end);

#endif
