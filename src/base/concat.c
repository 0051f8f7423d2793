#include "base/concat.h"

text text_concat(arena *a, const text *pieces, size_t count)
{
    size_t size = 0;
    for (size_t i = 0; i < count; i++) {
        if (pieces[i].size > SIZE_MAX - size)
            arena_leave(a, BROADSHEET_MEMORY); /* cannot happen: the pieces are all in memory */
        size += pieces[i].size;
    }
    char *to = arena_room(a, size);
    text whole = {to, size};
    for (size_t i = 0; i < count; i++) {
        if (pieces[i].size > 0)
            memcpy(to, pieces[i].at, pieces[i].size);
        to += pieces[i].size;
    }
    return whole;
}
