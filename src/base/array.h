/* Arrays that grow in an arena. */
#ifndef ARRAY_H
#define ARRAY_H

#include "base/arena.h"

/* items, with room for one more than count: as they are, or copied into twice as much room. */
void *array_grow(arena *a, void *items, size_t count, size_t *room, size_t item_size);

#endif
