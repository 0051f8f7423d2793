#include "base/array.h"

void *array_grow(arena *a, void *items, size_t count, size_t *room, size_t item_size)
{
    if (count < *room)
        return items;
    *room = count ? 2 * count : 8;
    void *grown = arena_array(a, *room, item_size);
    if (count)
        memcpy(grown, items, count * item_size);
    return grown;
}
