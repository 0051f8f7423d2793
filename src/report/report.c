#include "report/report.h"

#include "base/array.h"
#include "base/concat.h"
#include "base/digits.h"

static const broadsheet_diagnostic report_table[] = {
#define X(name, code, severity, message)                                                                               \
    [REPORT_##name] = {                                                                                                \
        {code, sizeof(code) - 1}, BROADSHEET_SEVERITY_##severity, -1, {"", 0}, {message, sizeof(message) - 1}},
#include "report/diagnostics.def"
#undef X
};

static broadsheet_diagnostic *report_push(report *r, report_code code)
{
    r->items = array_grow(r->arena, r->items, r->count, &r->room, sizeof *r->items);
    r->items[r->count] = report_table[code];
    return &r->items[r->count++];
}

/* The last item tells that there are more, and how grave the gravest of them is. */
static void report_more(report *r, report_code code)
{
    broadsheet_severity severity = report_table[code].severity;
    broadsheet_diagnostic *more = r->count == r->limit ? report_push(r, REPORT_MORE) : &r->items[r->count - 1];
    if (severity < more->severity)
        more->severity = severity;
}

static text report_place(arena *a, size_t place, text message)
{
    char room[DIGITS_ROOM];
    text pieces[] = {digits_of(place, 1, room), TEXT(": "), message};
    return text_concat(a, pieces, sizeof pieces / sizeof pieces[0]);
}

void report_add(report *r, report_code code, int32_t layer, text pointer, size_t place)
{
    if (r->count >= r->limit) {
        report_more(r, code);
        return;
    }
    broadsheet_diagnostic *item = report_push(r, code);
    item->layer = layer;
    item->pointer = pointer;
    if (place > 0)
        item->message = report_place(r->arena, place, item->message);
}

void report_node(report *r, report_code code, const json_node *node)
{
    /* Past the limit no pointer is worth making. */
    text pointer = r->count < r->limit ? json_pointer(r->arena, node) : NO_TEXT;
    report_add(r, code, node->layer, pointer, 0);
}

void report_keep(report *r)
{
    r->kept = r->count;
    if (r->count)
        r->kept_severity = r->items[r->count - 1].severity;
}

void report_restore(report *r)
{
    r->count = r->kept;
    if (r->count)
        r->items[r->count - 1].severity = r->kept_severity;
}
