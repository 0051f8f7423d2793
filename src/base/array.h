/* Arrays that grow in an arena. */
#ifndef ARRAY_H
#define ARRAY_H

#include "base/arena.h"

/* Returns items with room for one more than count. When *room is used up they are copied into twice as much. *room
 * counts items and is 0 at first. */
void *array_grow(arena *a, void *items, size_t count, size_t *room, size_t item_size);

#endif
