#include "report/report.h"

#include "base/array.h"
#include "base/concat.h"
#include "base/digits.h"
#include "base/module.h"

#define ERROR_WORD       "error"
#define WARNING_WORD     "warning"
#define INFORMATION_WORD "information"

#if BROADSHEET_MODULE >= MODULE_WHOLE

/* The three texts of a row, each with its NUL, for diagnostics and for broadsheet_describe. */
static const struct {
    const char *texts;
    uint8_t size, code_size, message_size; /* size: of all three, without the last NUL */
    broadsheet_severity severity;
} table[] = {
#define X(code, severity, message)                                                                                     \
    {#code "\0" severity##_WORD "\0" message, sizeof(#code "\0" severity##_WORD "\0" message) - 1, sizeof(#code) - 1,  \
     sizeof(message) - 1, BROADSHEET_SEVERITY_##severity},
#include "report/diagnostics.def"
#undef X
};

const char *report_fact(size_t i, size_t which)
{
    if (i >= REPORT_COUNT)
        return NULL;
    const char *at = table[i].texts;
    for (; which > 0; which--)
        at += strlen(at) + 1;
    return at;
}

static broadsheet_diagnostic report_entry(report_code code)
{
    text all = {table[code].texts, table[code].size};
    return (broadsheet_diagnostic){
        .code = text_slice(all, 0, table[code].code_size),
        .severity = table[code].severity,
        .layer = -1,
        .pointer = TEXT(""),
        .message = text_from(all, all.size - table[code].message_size),
        .offset = -1,
        .line = -1,
        .column = -1,
        .text_start = -1,
        .text_end = -1,
        .text_line = -1,
        .text_column = -1,
    };
}

#else

const char *report_fact(size_t i, size_t which)
{
    (void)i;
    (void)which;
    return NULL;
}

#endif

#if BROADSHEET_MODULE < MODULE_WHOLE
/* Inlined everywhere, so that the linker leaves out the calls that tell no error, with all that is computed for them.
 */
#define REPORT_INLINE __attribute__((always_inline))
#else
#define REPORT_INLINE
#endif

REPORT_INLINE report_code report_url(url_fault fault)
{
    if (!MODULE_IS_WHOLE) /* the one that is an error, or any other */
        return fault == URL_FAULT_SCRIPT ? REPORT_URL_SCRIPT : REPORT_URL_EMPTY;
    static const report_code codes[] = {
        [URL_FAULT_EMPTY] = REPORT_URL_EMPTY,   [URL_FAULT_SCRIPT] = REPORT_URL_SCRIPT,
        [URL_FAULT_SCHEME] = REPORT_URL_SCHEME, [URL_FAULT_RELATIVE] = REPORT_URL_RELATIVE,
        [URL_FAULT_HOST] = REPORT_URL_HOST,     [URL_FAULT_CHARACTERS] = REPORT_URL_CHARACTERS,
        [URL_FAULT_MAILTO] = REPORT_URL_MAILTO, [URL_FAULT_TEL] = REPORT_URL_TEL,
    };
    return codes[fault];
}

report_code report_characters(characters_kind kind)
{
    static const report_code codes[CHARACTERS_KINDS] = {
        [CHARACTERS_CONTROL] = REPORT_TEXT_CONTROL,   [CHARACTERS_DIRECTION] = REPORT_TEXT_DIRECTION,
        [CHARACTERS_MARKS] = REPORT_TEXT_MARKS,       [CHARACTERS_INVISIBLE] = REPORT_TEXT_INVISIBLE,
        [CHARACTERS_REPLACED] = REPORT_TEXT_REPLACED,
    };
    return codes[kind];
}

#if BROADSHEET_MODULE >= MODULE_WHOLE

bool report_keeps(report_code code)
{
    return code < REPORT_COUNT;
}

static broadsheet_diagnostic *report_push(report *r, report_code code)
{
    r->items = array_grow(r->arena, r->items, r->count, &r->room, sizeof *r->items);
    r->items[r->count] = report_entry(code);
    return &r->items[r->count++];
}

/* Past the limit the last item says that there are more, and has the severity of the gravest of them. */
static void report_more(report *r, report_code code)
{
    broadsheet_severity severity = table[code].severity;
    broadsheet_diagnostic *more =
        r->count == r->limit ? report_push(r, REPORT_DIAGNOSTICS_TOO_MANY) : &r->items[r->count - 1];
    if (severity < more->severity)
        more->severity = severity;
}

static text report_place(arena *a, size_t place, text message)
{
    char room[DIGITS_ROOM];
    text pieces[] = {digits_of(place, 1, room), TEXT(": "), message};
    return text_concat(a, pieces, sizeof pieces / sizeof pieces[0]);
}

/* offset: where the value begins in its layer, until report_places finds the rest; -1: it is no value of a layer. */
static void report_item(report *r, report_code code, int32_t layer, int64_t offset, text pointer, size_t place,
                        report_range range)
{
    if (r->count >= r->limit) {
        report_more(r, code);
        return;
    }
    broadsheet_diagnostic *item = report_push(r, code);
    item->layer = layer;
    item->offset = offset;
    item->pointer = pointer;
    if (range.size) {
        item->text_start = (int64_t)range.at;
        item->text_end = (int64_t)(range.at + range.size);
    }
    if (place > 0)
        item->message = report_place(r->arena, place, item->message);
}

void report_add(report *r, report_code code, int32_t layer, text pointer, size_t place, report_range range)
{
    report_item(r, code, layer, -1, pointer, place, range);
}

void report_within_place(report *r, report_code code, const json_node *node, size_t place, report_range range)
{
    /* Past the limit nobody would see the pointer. */
    text pointer = r->count < r->limit ? json_pointer(r->arena, node) : NO_TEXT;
    report_item(r, code, node->layer, node->at, pointer, place, range);
}

void report_within(report *r, report_code code, const json_node *node, report_range range)
{
    report_within_place(r, code, node, 0, range);
}

void report_node(report *r, report_code code, const json_node *node)
{
    report_within_place(r, code, node, 0, REPORT_WHOLE);
}

#else

REPORT_INLINE bool report_keeps(report_code code)
{
    switch (code) {
#define X(code, severity, message)                                                                                     \
    case REPORT_##code:                                                                                                \
        return BROADSHEET_SEVERITY_##severity == BROADSHEET_SEVERITY_ERROR;
#include "report/diagnostics.def"
#undef X
    case REPORT_COUNT:
        break;
    }
    return false;
}

/* One error that says nothing stands for all that there are. */
static __attribute__((noinline)) void report_error(report *r)
{
    r->items = arena_array(r->arena, 1, sizeof *r->items);
    r->items[0] = (broadsheet_diagnostic){.layer = -1, .severity = BROADSHEET_SEVERITY_ERROR};
    r->count = 1;
}

REPORT_INLINE void report_add(report *r, report_code code, int32_t layer, text pointer, size_t place,
                              report_range range)
{
    (void)layer, (void)pointer, (void)place, (void)range;
    if (report_keeps(code) && !r->count)
        report_error(r);
}

REPORT_INLINE void report_within_place(report *r, report_code code, const json_node *node, size_t place,
                                       report_range range)
{
    report_add(r, code, node->layer, NO_TEXT, place, range);
}

REPORT_INLINE void report_within(report *r, report_code code, const json_node *node, report_range range)
{
    report_add(r, code, node->layer, NO_TEXT, 0, range);
}

REPORT_INLINE void report_node(report *r, report_code code, const json_node *node)
{
    report_add(r, code, node->layer, NO_TEXT, 0, REPORT_WHOLE);
}

#endif

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
