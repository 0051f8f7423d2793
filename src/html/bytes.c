#include "html/bytes.h"

#include "base/memory.h"

void writer_fail(writer *w, broadsheet_status why)
{
    if (w->status == BROADSHEET_OK)
        w->status = why;
    w->room = w->size;
}

/* The first block: one that takes most fragments. */
enum { WRITER_ROOM = 4096 };

static bool writer_grow(writer *w, size_t room)
{
    char *grown;
    if (w->arena) {
        grown = arena_resize(w->arena, w->at, w->room, room);
    } else {
        grown = memory_resize(w->at, room);
        if (!grown) {
            writer_fail(w, BROADSHEET_MEMORY);
            return false;
        }
    }
    w->at = grown;
    w->room = room;
    return true;
}

void writer_bytes_grow(writer *w, const char *at, size_t size)
{
    if (w->status != BROADSHEET_OK || size == 0)
        return;
    if (size > w->limit - w->size) {
        writer_fail(w, BROADSHEET_LIMIT);
        return;
    }
    size_t room = w->room ? w->room : w->limit < WRITER_ROOM ? w->limit : WRITER_ROOM;
    while (room - w->size < size) /* ends, since size fits between w->size and the limit */
        room = room > w->limit / 2 ? w->limit : room * 2;
    if (!writer_grow(w, room))
        return;
    memcpy(w->at + w->size, at, size);
    w->size += size;
}
