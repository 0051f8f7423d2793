/* The gate: admits exactly RFC 8259 in UTF-8, within the limits, and a byte order mark before it. */
#include "json/json.h"

#include "base/module.h"
#include "text/utf8.h"
#include "json/scan.h"

#include "base/array.h"
#include "cJSON.h" /* for its own bound on nesting */

typedef struct gate {
    json_scan scan; /* of the copy, as far as it is UTF-8 */
    size_t depth, depth_most;
    char objects[CJSON_NESTING_LIMIT]; /* see gate_is_object */
    arena *arena;
    json_values *values;
    size_t values_most;
    const char *limit; /* the first limit that was passed, and where */
    size_t limit_offset;
} gate;

/* What may come next. Every reader below returns it. */
typedef enum gate_state {
    GATE_FAULT, /* nothing: the scan has the message */
    GATE_VALUE,
    GATE_FIRST_ITEM, /* a value or the end of the array */
    GATE_FIRST_KEY,  /* a key or the end of the object */
    GATE_KEY,
    GATE_NEXT /* a comma or the end of whatever is open */
} gate_state;

static gate_state gate_refuse(gate *g, const char *message)
{
    scan_refuse(&g->scan, message);
    return GATE_FAULT;
}

/* Notes the first limit that was passed. Reading goes on, since a text that is not JSON is refused as such. */
static void gate_limit(gate *g, const char *message)
{
    if (g->limit == NULL) {
        g->limit = MODULE_IS_WHOLE ? message : "";
        g->limit_offset = g->scan.offset;
    }
}

/* The flag "is an object" for a depth. Past the limit it lives in the copy's own bytes: the copy will not be used, and
 * at least one byte has been read for each depth. */
static char *gate_is_object(gate *g, size_t depth)
{
    return depth < g->depth_most ? &g->objects[depth] : &g->scan.at[depth];
}

static gate_state gate_open(gate *g, bool is_object)
{
    if (g->depth == g->depth_most)
        gate_limit(g, "arrays and objects are nested deeper than the limit");
    g->scan.offset++;
    *gate_is_object(g, g->depth++) = is_object;
    return is_object ? GATE_FIRST_KEY : GATE_FIRST_ITEM;
}

static void gate_count(gate *g)
{
    json_values *values = g->values;
    if (++values->total > g->values_most) {
        gate_limit(g, "there are more values than the limit");
        return;
    }
    values->at = array_grow(g->arena, values->at, values->count, &values->room, sizeof *values->at);
    values->at[values->count++] = (uint32_t)g->scan.offset;
}

/* Reads a string, which is the value of this number or its key. */
static bool gate_string(gate *g, size_t value, bool key)
{
    json_values *values = g->values;
    size_t start = g->scan.offset - 1;
    bool good = scan_string(&g->scan);
    if (MODULE_IS_WHOLE && good && g->scan.replaced) {
        size_t inside =
            key ? JSON_REPLACED_KEY : json_inside((text){g->scan.at, g->scan.size}, start, g->scan.replaced) + 1;
        values->replaced = array_grow(g->arena, values->replaced, values->replaced_count, &values->replaced_room,
                                      sizeof *values->replaced);
        values->replaced[values->replaced_count++] = (json_replaced){(uint32_t)value, (uint32_t)inside};
        g->scan.replaced = 0;
    }
    return good;
}

static gate_state gate_value(gate *g, const char *expected)
{
    int c = scan_peek(&g->scan);
    bool good;
    if (!scan_is_one_of(c, "{[\"-0123456789tfn"))
        return gate_refuse(g, MODULE_IS_WHOLE && g->depth == 0 && c == '<' ? "HTML or XML came instead of JSON"
                                                                           : expected);
    gate_count(g);
    if (c == '{' || c == '[')
        return gate_open(g, c == '{');
    if (scan_take(&g->scan, '"'))
        good = gate_string(g, g->values->count - 1, false);
    else if (scan_is_one_of(c, "tfn"))
        good = scan_word(&g->scan);
    else
        good = scan_number(&g->scan);
    return good ? GATE_NEXT : GATE_FAULT;
}

static gate_state gate_key(gate *g, const char *expected)
{
    if (!scan_take(&g->scan, '"'))
        return gate_refuse(g, expected);
    if (!gate_string(g, g->values->count, true))
        return GATE_FAULT;
    scan_space(&g->scan);
    return scan_take(&g->scan, ':') ? GATE_VALUE : gate_refuse(g, "expected a colon after the key");
}

/* Reads what follows a value inside an array or object. */
static gate_state gate_next(gate *g)
{
    bool in_object = *gate_is_object(g, g->depth - 1);
    if (scan_take(&g->scan, in_object ? '}' : ']')) {
        g->depth--;
        return GATE_NEXT;
    }
    if (scan_take(&g->scan, ','))
        return in_object ? GATE_KEY : GATE_VALUE;
    return gate_refuse(g, in_object ? "expected a comma or the end of the object"
                                    : "expected a comma or the end of the array");
}

/* Whether the whole text is JSON. Nesting takes no stack. */
static bool gate_text(gate *g)
{
    gate_state state = GATE_VALUE;
    do {
        scan_space(&g->scan);
        if (state == GATE_NEXT && g->depth == 0)
            return g->scan.offset == g->scan.size || gate_refuse(g, "nothing may follow the value");
        if (state == GATE_VALUE)
            state = gate_value(g, "expected a value");
        else if (state == GATE_KEY)
            state = gate_key(g, "expected a key in quotes");
        else if (state == GATE_FIRST_ITEM && scan_peek(&g->scan) != ']')
            state = gate_value(g, "expected a value or the end of the array");
        else if (state == GATE_FIRST_KEY && scan_peek(&g->scan) != '}')
            state = gate_key(g, "expected a key in quotes or the end of the object");
        else
            state = gate_next(g);
    } while (state != GATE_FAULT);
    return false;
}

/* Judges the whole copy. On failure the scan has the offset and the message. */
static broadsheet_status gate_judge(gate *g, text copy)
{
    json_scan *scan = &g->scan;
    scan->size = utf8_valid_prefix(copy);
    if (json_is_marked(copy))
        scan->offset = 3;
    bool good = gate_text(g);
    if (scan->size < copy.size && scan->offset == scan->size) {
        /* Nothing is wrong before the first byte that is not UTF-8. */
        scan_refuse(scan, "these bytes are not UTF-8");
        return BROADSHEET_UTF8;
    }
    if (!good)
        return BROADSHEET_JSON;
    if (g->limit == NULL)
        return BROADSHEET_OK;
    scan->offset = g->limit_offset;
    scan->message = g->limit;
    return BROADSHEET_LIMIT;
}

bool json_is_marked(text json)
{
    return text_starts(json, TEXT("\xEF\xBB\xBF"));
}

text json_gate(arena *a, text json, const broadsheet_limits *limits, json_values *values, json_fault *fault)
{
    gate g = {.depth_most = limits->json_depth, .arena = a, .values = values, .values_most = limits->json_nodes};
    text copy = NO_TEXT;
    values->count = values->replaced_count = 0;
    fault->pointer = NO_TEXT;
    if (g.depth_most > CJSON_NESTING_LIMIT)
        g.depth_most = CJSON_NESTING_LIMIT;
    if (json.size > limits->bundle_bytes) {
        fault->status = BROADSHEET_LIMIT;
        g.scan.offset = limits->bundle_bytes;
        g.scan.message = "the text is larger than the limit";
    } else {
        copy = arena_text(a, json);
        g.scan.at = (char *)copy.at;
        fault->status = gate_judge(&g, copy);
        if (MODULE_IS_WHOLE && fault->status == BROADSHEET_LIMIT)
            fault->pointer = json_where(a, json, g.scan.offset, g.depth_most);
    }
    if (fault->status == BROADSHEET_OK)
        return copy;
    if (!MODULE_IS_WHOLE)
        return NO_TEXT;
    fault->offset = g.scan.offset;
    fault->message = g.scan.message;
    json_position(json, g.scan.offset, &fault->line, &fault->column);
    return NO_TEXT;
}
