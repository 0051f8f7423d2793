/* Included by force (-include) before md4c.c and cJSON.c, which are compiled unmodified:
 * their allocator is the arena in use, and their strtod is ours.
 *
 * Neither gives these functions a context, hence arena_use in base/arena.h. They never
 * return NULL, which md4c would write through: without memory they leave the
 * arena_run in force. */
#ifndef THIRD_PARTY_H
#define THIRD_PARTY_H

#include "base/number.h"

/* Before the names below become ours, since it declares the originals. */
#include <stdlib.h>

void *third_party_malloc(size_t size);
void *third_party_realloc(void *pointer, size_t size);

/* Takes back the newest block only; the rest goes with the arena. */
void third_party_free(void *pointer);

#define malloc  third_party_malloc
#define realloc third_party_realloc
#define free    third_party_free
#define strtod  number_parse

#endif
