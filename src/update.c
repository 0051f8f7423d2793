/* A story made of another: its bundle with layers merged over it, or with patches applied to it. */
#include "base/module.h"
#include "opening.h"
#include "report/error.h"
#include "json/patch.h"

typedef struct updating {
    const story *before;
    broadsheet_update_kind kind;
    const broadsheet_text *texts;
    size_t text_count;
    arena *work;
    json_tree tree;
    json_values values;
    broadsheet_error *error;
    text merged;
    bool other_article; /* what is odd about a layer: opening.h */
    report_code odd_version;
} updating;

static void update_leave(updating *u, broadsheet_status status, const char *message)
{
    error_clear(u->error, status);
    u->error->message = message;
    arena_leave(u->work, status);
}

/* A text of the caller's, checked. */
static text update_gate(updating *u, size_t i)
{
    json_fault fault;
    text json = json_gate(u->work, u->texts[i], &u->before->limits, &u->values, &fault);
    if (!json.at) {
        error_fault(u->error, &fault, (int32_t)i);
        arena_leave(u->work, fault.status);
    }
    return json;
}

/* The layers of the story as it was, which have passed the gate before. */
static void update_before(updating *u)
{
    json_fault fault;
    json_tree_open(&u->tree, u->work);
    for (size_t i = 0; i < u->before->layer_count; i++) {
        text json = json_gate(u->work, u->before->layers[i], &u->before->limits, &u->values, &fault);
        layer_found found; /* told when they were opened */
        layer_merge(&u->tree, json, &u->values, (int32_t)i, &found);
    }
    /* A null of a bundle that was merged here is one that a JSON Patch has put there, and stays. */
    u->tree.given = u->before->updated ? 1 : 0;
}

/* Refuses a layer that is an operation of a JSON Patch: whoever forgets to say so would see nothing change. */
static void update_check(updating *u, size_t i)
{
    int32_t layer = (int32_t)(u->before->layer_count + i);
    const json_node *op = json_member(u->tree.root, TEXT("op")), *path = json_member(u->tree.root, TEXT("path"));
    if (!op || !path || op->layer != layer || path->layer != layer)
        return;
    error_clear(u->error, BROADSHEET_SHAPE);
    u->error->layer = (int32_t)i;
    u->error->message = "this is an operation of a JSON Patch, not a layer: the list of them is passed as a patch";
    arena_leave(u->work, BROADSHEET_SHAPE);
}

static void update_merge(updating *u)
{
    for (size_t i = 0; i < u->text_count; i++) {
        text json = update_gate(u, i);
        layer_found found;
        int32_t layer = (int32_t)(u->before->layer_count + i);
        broadsheet_status status = layer_merge(&u->tree, json, &u->values, layer, &found);
        if (status != BROADSHEET_OK) {
            open_unmerged(u->error, status, json, (int32_t)i);
            arena_leave(u->work, status);
        }
        update_check(u, i);
        u->other_article = u->other_article || found.article;
        if (found.odd_version != REPORT_COUNT)
            u->odd_version = found.odd_version;
    }
    json_prune(&u->tree);
}

static void update_refuse(updating *u, size_t i, const json_refusal *why)
{
    size_t line, column;
    broadsheet_status status = why->limit ? BROADSHEET_LIMIT : BROADSHEET_PATCH;
    error_clear(u->error, status);
    u->error->message = why->message;
    u->error->operation = why->operation;
    u->error->layer = (int32_t)i;
    u->error->offset = why->at->at;
    json_position(u->texts[i], why->at->at, &line, &column);
    u->error->line = (int64_t)line;
    u->error->column = (int64_t)column;
    error_pointer(u->error, why->pointer);
    arena_leave(u->work, status);
}

static void update_patch(updating *u)
{
    json_prune(&u->tree);
    for (size_t i = 0; i < u->text_count; i++) {
        json_refusal why;
        text json = update_gate(u, i);
        json_node *patch = json_tree_read(&u->tree, json, &u->values, (int32_t)(u->before->layer_count + i));
        if (!patch)
            arena_leave(u->work, BROADSHEET_MEMORY); /* cannot happen: what passed the gate is JSON */
        size_t copies = u->before->limits.json_nodes - u->values.total;
        if (!json_patch(&u->tree, patch, &copies, &why))
            update_refuse(u, i, &why);
        u->values.total = u->before->limits.json_nodes - copies;
    }
}

static broadsheet_status update_run(void *context)
{
    updating *u = context;
    const char *limit;
    update_before(u);
    if (u->kind == BROADSHEET_UPDATE_PATCH)
        update_patch(u);
    else
        update_merge(u);
    if (u->tree.root->kind != JSON_OBJECT)
        update_leave(u, BROADSHEET_SHAPE, "the bundle is no JSON object any more");
    u->merged = json_write(u->work, u->tree.root, u->before->limits.bundle_bytes, u->before->limits.json_depth, &limit);
    if (limit)
        update_leave(u, BROADSHEET_LIMIT, limit);
    return BROADSHEET_OK;
}

/* Opens the story of the merged bundle. A fault in it has a pointer, and no place in a text that the caller has. */
static broadsheet_status update_open(updating *u, broadsheet_story **out)
{
    arena scratch;
    opening o = {NULL, &scratch, &u->merged, 1, &u->before->given, u->error, true, u->other_article, u->odd_version};
    broadsheet_status status = open_story(&o, out);
    u->error->layer = -1;
    u->error->offset = u->error->line = u->error->column = -1;
    return status;
}

broadsheet_status broadsheet_update(const broadsheet_story *before, broadsheet_update_kind kind,
                                    const broadsheet_text *texts, size_t text_count, broadsheet_story **out,
                                    broadsheet_error *error)
{
    broadsheet_error found;
    arena work;
    updating u = {.before = before,
                  .kind = kind,
                  .texts = texts,
                  .text_count = text_count,
                  .work = &work,
                  .error = &found,
                  .odd_version = REPORT_COUNT};
    *out = NULL;
    if (error && !error_is_sized(error))
        return BROADSHEET_OPTION;
    if (kind != BROADSHEET_UPDATE_MERGE && kind != BROADSHEET_UPDATE_PATCH) { /* that of a newer version */
        error_clear(&found, BROADSHEET_OPTION);
        error_hand_over(error, &found);
        return BROADSHEET_OPTION;
    }
    error_clear(&found, BROADSHEET_MEMORY);
    arena_open(&work, NULL);
    broadsheet_status status = arena_run(&work, update_run, &u);
    if (status == BROADSHEET_OK)
        status = update_open(&u, out);
    arena_close(&work);
    error_hand_over(error, &found);
    return status;
}
