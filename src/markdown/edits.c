#include "markdown/edits.h"

#include "base/array.h"

/* The most bytes of a result: md4c's offsets, and its sums of them, are unsigned int. */
enum { EDITS_BYTES_MOST = 1 << 30 };

void edits_open(edits *e, arena *a, text source)
{
    *e = (edits){.arena = a, .source = source};
}

static void edits_copy(edits *e, text t)
{
    if (t.size > e->room - e->size) {
        size_t room = e->room ? e->room : e->source.size + e->source.size / 8 + 256;
        while (room - e->size < t.size)
            room *= 2; /* ends: no result is larger than the limit below */
        e->result = arena_resize(e->arena, e->result, e->room, room);
        e->room = room;
    }
    if (t.size)
        memcpy(e->result + e->size, t.at, t.size);
    e->size += t.size;
}

void edits_put(edits *e, size_t at, size_t taken, text put)
{
    if (at < e->done)
        return; /* out of order: its copy would never end */
    edits_copy(e, text_slice(e->source, e->done, at));
    if (e->size + put.size + (e->source.size - at) > EDITS_BYTES_MOST)
        arena_limit(e->arena, "the Markdown is larger than the limit");
    e->list = array_grow(e->arena, e->list, e->count, &e->list_room, sizeof *e->list);
    e->list[e->count++] = (edit){(uint32_t)at, (uint32_t)taken, (uint32_t)e->size, (uint32_t)put.size};
    edits_copy(e, put);
    e->done = at + taken;
}

text edits_end(edits *e)
{
    if (!e->count)
        return e->source;
    edits_copy(e, text_from(e->source, e->done));
    return (text){e->result, e->size};
}

static void edits_note(edits *e, edit one)
{
    e->list = array_grow(e->arena, e->list, e->count, &e->list_room, sizeof *e->list);
    e->list[e->count++] = one;
}

void edits_add(edits *to, size_t at, text put)
{
    if (to->size + put.size > EDITS_BYTES_MOST)
        arena_limit(to->arena, "the Markdown is larger than the limit");
    edits_note(to, (edit){(uint32_t)at, 0, (uint32_t)to->size, (uint32_t)put.size});
    edits_copy(to, put);
}

void edits_again(edits *to, const edits *from, text result, size_t begin, size_t end)
{
    size_t low = 0, high = from->count;
    while (low < high) { /* the first edit whose bytes begin there or behind it */
        size_t middle = low + (high - low) / 2;
        if (from->list[middle].put_at < begin)
            low = middle + 1;
        else
            high = middle;
    }
    edit first = {(uint32_t)edits_source(from, begin, false), 0, (uint32_t)to->size, 0};
    if (low) { /* the part may begin in the bytes of the edit before */
        const edit *before = &from->list[low - 1];
        size_t put_end = before->put_at + (size_t)before->size;
        if (put_end > begin) {
            first.taken = before->taken;
            first.size = (uint32_t)((put_end < end ? put_end : end) - begin);
        }
    }
    edits_note(to, first);
    for (; low < from->count && from->list[low].put_at < end; low++) {
        edit one = from->list[low];
        one.put_at = (uint32_t)(one.put_at - begin + to->size);
        edits_note(to, one);
    }
    if (to->size + (end - begin) > EDITS_BYTES_MOST)
        arena_limit(to->arena, "the Markdown is larger than the limit");
    edits_copy(to, text_slice(result, begin, end));
}

size_t edits_source(const edits *e, size_t at, bool is_end)
{
    /* The last edit whose bytes begin at or before at; for an end, before it. */
    size_t low = 0, high = e->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (e->list[middle].put_at + (size_t)is_end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    if (!low)
        return at;
    const edit *last = &e->list[low - 1];
    size_t beyond = at - last->put_at;
    if (beyond < last->size || (is_end && beyond == last->size))
        return is_end ? last->at + (size_t)last->taken : last->at;
    return last->at + last->taken + (beyond - last->size);
}
