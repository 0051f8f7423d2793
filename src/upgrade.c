/* A layer of version 1 of the format as one of version 2. */
#include "bundle/upgrade.h"
#include "base/module.h"
#include "opening.h"
#include "report/error.h"
#include "story/options.h"
#include "text/language.h"

#if BROADSHEET_MODULE >= MODULE_WHOLE

typedef struct upgrading {
    story *story; /* the limits and the memory */
    text layer;
    const broadsheet_options *given;
    broadsheet_error *error;
    text made;
} upgrading;

static void upgrade_refuse(upgrading *u, size_t at, text gated)
{
    size_t line, column;
    broadsheet_error *error = u->error;
    error_clear(error, BROADSHEET_SHAPE);
    error->message = "version 2 cannot be made to show this text as version 1 does: write it in another way";
    error->layer = 0;
    error->offset = (int64_t)at;
    json_position(u->layer, at, &line, &column);
    error->line = (int64_t)line;
    error->column = (int64_t)column;
    error_pointer(error, json_where(&u->story->arena, gated, at, u->story->limits.json_depth));
}

/* What else than the version changes how a text is shown: where the layer says it. */
static void upgrade_language(story *s, const json_node *root)
{
    const json_node *object = json_member(root, TEXT("article"));
    const json_node *language = json_member(object, TEXT("language")),
                    *direction = json_member(object, TEXT("direction"));
    if (!language || language->kind != JSON_STRING)
        language = json_member(json_member(root, TEXT("site")), TEXT("language"));
    if (language && language->kind == JSON_STRING && language_valid(language->string))
        s->article.language = language->string;
    s->article.direction = language_direction(s->article.language);
    if (direction && direction->kind == JSON_STRING)
        s->article.direction = direction->string;
}

static broadsheet_status upgrade_run(void *context)
{
    upgrading *u = context;
    story *s = u->story;
    broadsheet_options options;
    json_values values = {.total = 0};
    json_fault fault;
    size_t stuck;
    if (!options_read(s, u->given, &options, u->error))
        return BROADSHEET_OPTION;
    text gated = json_gate(&s->arena, u->layer, &s->limits, &values, &fault);
    if (!gated.at) {
        error_fault(u->error, &fault, 0);
        return fault.status;
    }
    json_tree_open(&s->tree, &s->arena);
    broadsheet_status status = json_tree_merge(&s->tree, gated, &values, 0);
    if (status != BROADSHEET_OK) {
        open_unmerged(u->error, status, gated, 0);
        return status;
    }
    u->made = u->layer;
    if (upgrade_is_done(s->tree.root))
        return BROADSHEET_OK;
    upgrade_language(s, s->tree.root);
    u->made = upgrade_layer(s, u->layer, gated, s->tree.root, &stuck);
    if (stuck == SIZE_MAX)
        return BROADSHEET_OK;
    upgrade_refuse(u, stuck, gated);
    return BROADSHEET_SHAPE;
}

static broadsheet_status upgrade_alone(upgrading *u, broadsheet_buffer *out)
{
    error_clear(u->error, BROADSHEET_MEMORY);
    story *s = u->story = story_new();
    if (!s)
        return BROADSHEET_MEMORY;
    broadsheet_status status = arena_run(&s->arena, upgrade_run, u);
    if (status == BROADSHEET_OK)
        status = alone_hand_over(u->made, out);
    if (status == BROADSHEET_OK || u->error->status != status)
        error_left(u->error, status, NULL, s->arena.limit);
    broadsheet_close(s);
    return status;
}

broadsheet_status broadsheet_upgrade(broadsheet_text layer, const broadsheet_options *options, broadsheet_buffer *out,
                                     broadsheet_error *error)
{
    broadsheet_error found;
    upgrading u = {.layer = layer, .given = options, .error = &found};
    *out = (broadsheet_buffer){NULL, 0};
    if (error && !error_is_sized(error))
        return BROADSHEET_OPTION;
    broadsheet_status status = upgrade_alone(&u, out);
    error_hand_over(error, &found);
    return status;
}

#endif
