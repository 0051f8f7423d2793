/* The lines and columns of diagnostics: found in the order in which they stand in the layers, so that each layer is
 * read once. */
#include "report/report.h"

/* Whether one item stands before another in the layers. */
static bool places_before(const broadsheet_diagnostic *a, const broadsheet_diagnostic *b)
{
    if (a->layer != b->layer)
        return a->layer < b->layer;
    return a->offset != b->offset ? a->offset < b->offset : a->text_start < b->text_start;
}

/* Sorts the numbers of items: a merge sort. */
static size_t *places_sort(const report *r, size_t *from, size_t *to, size_t count)
{
    for (size_t run = 1; run < count; run *= 2) {
        for (size_t start = 0, out = 0; start < count; start += 2 * run) {
            size_t middle = count - start > run ? start + run : count;
            size_t end = count - start > 2 * run ? start + 2 * run : count;
            for (size_t left = start, right = middle; out < end;) {
                bool first =
                    left < middle && (right == end || !places_before(&r->items[from[right]], &r->items[from[left]]));
                to[out++] = from[first ? left++ : right++];
            }
        }
        size_t *swap = from;
        from = to;
        to = swap;
    }
    return from;
}

/* How far the layers have been read. */
typedef struct places {
    int32_t layer;
    int64_t value; /* where the value that is read begins, of a place within a text */
    size_t raw;
    json_reading outside, inside;
} places;

static void places_find(places *p, broadsheet_diagnostic *item, text json)
{
    if (item->layer != p->layer)
        *p = (places){.layer = item->layer, .value = -1, .outside = JSON_READING};
    size_t offset = (size_t)item->offset;
    if (item->text_start >= 0) { /* of a string: the digits of a number have nothing to tell of */
        if (p->value != item->offset) {
            p->inside = JSON_READING;
            p->raw = offset + 1;
        }
        p->value = item->offset;
        json_read_inside(&p->inside, &p->raw, json, (size_t)item->text_start);
        item->text_line = (int64_t)p->inside.line;
        item->text_column = (int64_t)p->inside.column;
        offset = p->raw;
    }
    json_read_to(&p->outside, json, offset);
    item->offset = (int64_t)offset;
    item->line = (int64_t)p->outside.line;
    item->column = (int64_t)p->outside.column;
}

void report_places(report *r, const text *layers, size_t from)
{
    size_t count = r->count - from, *order = NULL; /* NULL: one alone is in order */
    places reached = {.layer = -1};
    if (count > 1) {
        order = arena_array(r->arena, count, sizeof *order);
        for (size_t i = 0; i < count; i++)
            order[i] = from + i;
        order = places_sort(r, order, arena_array(r->arena, count, sizeof *order), count);
    }
    for (size_t i = 0; i < count; i++) {
        broadsheet_diagnostic *item = &r->items[order ? order[i] : from + i];
        if (item->layer >= 0 && item->offset >= 0)
            places_find(&reached, item, layers[item->layer]);
    }
}

void report_unplace(report *r, size_t from)
{
    for (size_t i = from; i < r->count; i++)
        r->items[i].offset = r->items[i].line = r->items[i].column = -1;
}
