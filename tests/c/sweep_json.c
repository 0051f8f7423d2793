/* Memory that runs out at every allocation in turn, from the gate to the merged tree. */
#include "base/memory.h"
#include "check.h"
#include "report/report.h"

static arena a;
static size_t reached; /* how far the work came, so that a sweep that fails nothing is seen */

static broadsheet_status open_layers(void *context)
{
    /* Every kind of value, escapes, long and repeated keys, objects merged and replaced. */
    static const char *const layers[] = {
        "{\"broadsheet\":1,\"article\":{\"id\":\"a\",\"headline\":\"\\uD83D\\uDE00 \\u0000 \\uD800 한글\",\"body\":"
        "\"one\\n\\ntwo\",\"a\\u0062c\":[1,-2.5,1e400,0.1234567890123456789,true,false,null,[],{},[{\"deep\":[[]]}]],"
        "\"tags\":[{\"label\":\"x\",\"url\":\"/x\"},{\"label\":\"y\"}],\"id\":\"b\",\"id\":{\"c\":{}}}}",
        "{\"article\":{\"id\":\"c\",\"tags\":null,\"figures\":{\"f\":{\"src\":\"/f.png\",\"width\":640}}},\"site\":{}}",
        "{\"article\":{\"figures\":{\"f\":{\"width\":{\"~/\":12}},\"g\":{}}},\"lists\":{\"l\":[]}}",
    };
    const broadsheet_limits limits = {.bundle_bytes = 4096, .json_depth = 16, .json_nodes = 1000};
    const json_node *node;
    json_tree tree;
    report r = {.limit = 10, .arena = &a};
    json_values values = {0};

    (void)context;
    json_tree_open(&tree, &a);
    for (int32_t i = 0; i < 3; i++) {
        json_fault fault;
        text gated = json_gate(&a, (text){layers[i], strlen(layers[i])}, &limits, &values, &fault);
        if (fault.status != BROADSHEET_OK)
            return fault.status;
        broadsheet_status status = json_tree_merge(&tree, gated, &values, i);
        if (status != BROADSHEET_OK)
            return status;
    }
    node = json_member(json_member(json_member(tree.root, TEXT("article")), TEXT("figures")), TEXT("f"));
    for (size_t i = 0; i < 12; i++)
        report_node(&r, REPORT_VALUE_TYPE, json_member(node, TEXT("width"))->first);
    report_add(&r, REPORT_BODY_HTML, 0, TEXT("/article/body"), 12, REPORT_WHOLE);
    reached = r.count;
    return BROADSHEET_OK;
}

static broadsheet_status run_once(size_t fail_at, bool and_on)
{
    memory_fail(fail_at, and_on);
    reached = 0;
    arena_open(&a, NULL);
    broadsheet_status status = arena_run(&a, open_layers, NULL);
    arena_close(&a);
    return status;
}

static void sweep(size_t count, bool and_on)
{
    for (size_t i = 1; i <= count; i++) {
        CHECK(run_once(i, and_on) == BROADSHEET_MEMORY);
        CHECK(reached == 0);
        CHECK(arena_use(NULL) == NULL);
        CHECK(memory_fail(0, false) == i);
    }
}

int main(void)
{
    TEST("with memory all is well");
    CHECK(run_once(0, false) == BROADSHEET_OK && reached == 11);
    size_t count = memory_fail(0, false);
    CHECK(count > 150);

    TEST("each allocation in turn fails: MEMORY, nothing more is asked for, nothing leaks");
    sweep(count, false);

    TEST("the same when every allocation after it fails too");
    sweep(count, true);

    TEST("after the last one all is well again");
    CHECK(run_once(count + 1, true) == BROADSHEET_OK && reached == 11);
    return check_done();
}
