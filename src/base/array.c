#include "base/array.h"

void *array_grow(arena *a, void *items, size_t count, size_t *room, size_t item_size)
{
    if (count < *room)
        return items;
    size_t had = *room * item_size;
    if (*room > SIZE_MAX / 2 / item_size)
        arena_leave(a, BROADSHEET_MEMORY);
    *room = *room ? 2 * *room : 8;
    char *grown = arena_resize(a, items, had, *room * item_size);
    memset(grown + had, 0, *room * item_size - had);
    return grown;
}
