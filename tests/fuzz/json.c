/* Any bytes at the gate, with the limits of a bundle. What it admits cJSON parses. Whether it admits
 * what JSON.parse does is seen in tests/fuzz/agree.mjs, over all inputs that were kept. */
#include "json/json.h"
#include "fuzz.h"
#include "text/utf8.h"

static const broadsheet_limits limits = {
#define X(field, name, value) .field = (value),
#include "report/limits.def"
#undef X
};

typedef struct attempt {
    arena arena;
    text gated;
    json_values values;
    broadsheet_status merged;
} attempt;

static broadsheet_status parse(void *context)
{
    attempt *t = context;
    json_tree tree;
    json_tree_open(&tree, &t->arena);
    t->merged = json_tree_merge(&tree, t->gated, &t->values, 0);
    return BROADSHEET_OK;
}

static void expect_fault(text json, const json_fault *fault)
{
    size_t line, column;
    fuzz_expect(fault->status == BROADSHEET_JSON || fault->status == BROADSHEET_UTF8 ||
                fault->status == BROADSHEET_LIMIT);
    fuzz_expect(fault->offset <= json.size && fault->message[0] != 0);
    fuzz_expect(fault->status != BROADSHEET_UTF8 || fault->offset == utf8_valid_prefix(json));
    json_position(json, fault->offset, &line, &column);
    fuzz_expect(line == fault->line && column == fault->column && line > 0 && column > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    text json = {(const char *)data, size};
    json_fault fault;
    attempt t = {.merged = BROADSHEET_OK};
    arena_open(&t.arena, NULL);
    t.gated = json_gate(&t.arena, json, &limits, &t.values, &fault);
    if (t.gated.at) {
        fuzz_expect(fault.status == BROADSHEET_OK && t.gated.size == size && t.values.total > 0 &&
                    t.values.total <= size && t.values.count == t.values.total);
        fuzz_expect(t.gated.at[size] == 0 && utf8_valid_prefix(t.gated) == size);
        fuzz_expect(arena_run(&t.arena, parse, &t) == BROADSHEET_OK);
        fuzz_expect(t.merged == BROADSHEET_OK || t.merged == BROADSHEET_SHAPE);
        fuzz_say(TEXT("JSON"));
    } else {
        expect_fault(json, &fault);
        fuzz_say(fault.status == BROADSHEET_LIMIT ? TEXT("too much") : TEXT("not JSON"));
    }
    arena_close(&t.arena);
    return 0;
}
