/* What differs between two stories: the parts whose HTML is another, and which of the two is the older one. */
#include "base/array.h"
#include "base/memory.h"
#include "story/model.h"

/* The parts, with what their ids name. */
static const struct {
    text name, takes;
} parts[] = {
#define X(function, name, takes, lists, ids, module) {TEXT_INIT(name), TEXT_INIT(takes)},
#include "page/parts.def"
#undef X
};

/* Where the bundle has what an id names. */
static const struct {
    text takes, owner, map;
} maps[] = {
    {TEXT_INIT("figure"), TEXT_INIT("article"), TEXT_INIT("figures")},
    {TEXT_INIT("related"), TEXT_INIT("article"), TEXT_INIT("related")},
    {TEXT_INIT("slot"), TEXT_INIT("site"), TEXT_INIT("slots")},
    {TEXT_INIT("ranked list"), TEXT_INIT("lists"), TEXT_INIT("ranked")},
    {TEXT_INIT("gallery"), TEXT_INIT("article"), TEXT_INIT("galleries")},
    {TEXT_INIT("box"), TEXT_INIT("article"), TEXT_INIT("boxes")},
    {TEXT_INIT("media"), TEXT_INIT("article"), TEXT_INIT("media")},
    {TEXT_INIT("quote"), TEXT_INIT("article"), TEXT_INIT("quotes")},
    {TEXT_INIT("update"), TEXT_INIT("article"), TEXT_INIT("updates")},
};

struct broadsheet_changes {
    arena arena;
    story before, after; /* without what they were made from, which is no difference to a reader */
    int order;
    broadsheet_change *items;
    size_t count, room;
};

/* Whether a part is the same in both stories. One that passes a limit is never known to be. */
static bool changes_same(broadsheet_changes *c, text part, text id)
{
    broadsheet_buffer before, after;
    broadsheet_status first = broadsheet_render(&c->before, part, id, &before);
    broadsheet_status second = broadsheet_render(&c->after, part, id, &after);
    bool same = first == BROADSHEET_OK && second == BROADSHEET_OK &&
                text_equal((text){before.at, before.size}, (text){after.at, after.size});
    broadsheet_free(&before);
    broadsheet_free(&after);
    if (first == BROADSHEET_MEMORY || second == BROADSHEET_MEMORY)
        arena_leave(&c->arena, BROADSHEET_MEMORY);
    return same;
}

static void changes_ask(broadsheet_changes *c, text part, text id)
{
    if (changes_same(c, part, id))
        return;
    c->items = array_grow(&c->arena, c->items, c->count, &c->room, sizeof *c->items);
    c->items[c->count++] = (broadsheet_change){part, arena_text(&c->arena, id)};
}

static const json_node *changes_map(const story *s, size_t i)
{
    return json_member(json_member(s->tree.root, maps[i].owner), maps[i].map);
}

/* Asks for a part once for each id: those of the second story, and then those that only the first has. */
static void changes_ids(broadsheet_changes *c, text part, size_t i)
{
    const json_node *before = changes_map(&c->before, i), *after = changes_map(&c->after, i);
    if (after && after->kind == JSON_OBJECT)
        for (const json_node *one = after->first; one; one = one->next)
            changes_ask(c, part, one->key);
    if (before && before->kind == JSON_OBJECT)
        for (const json_node *one = before->first; one; one = one->next)
            if (!json_member(after, one->key))
                changes_ask(c, part, one->key);
}

static broadsheet_status changes_run(void *context)
{
    broadsheet_changes *c = context;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (!parts[i].takes.size)
            changes_ask(c, parts[i].name, NO_TEXT);
        for (size_t j = 0; j < sizeof maps / sizeof maps[0]; j++)
            if (text_equal(parts[i].takes, maps[j].takes))
                changes_ids(c, parts[i].name, j);
    }
    return BROADSHEET_OK;
}

broadsheet_status broadsheet_compare(const broadsheet_story *before, const broadsheet_story *after,
                                     broadsheet_changes **out)
{
    broadsheet_changes *c = memory_resize(NULL, sizeof *c);
    *out = NULL;
    if (!c)
        return BROADSHEET_MEMORY;
    memset(c, 0, sizeof *c);
    arena_open(&c->arena, NULL);
    c->before = *before;
    c->after = *after;
    c->before.provenance = c->after.provenance = false;
    const date *first = &before->article.modified, *second = &after->article.modified;
    c->order = date_before(first, second) ? 1 : date_before(second, first) ? -1 : 0;
    broadsheet_status status = arena_run(&c->arena, changes_run, c);
    if (status == BROADSHEET_OK)
        *out = c;
    else
        broadsheet_changes_close(c);
    return status;
}

const broadsheet_change *broadsheet_changes_at(const broadsheet_changes *c, size_t i)
{
    return i < c->count ? &c->items[i] : NULL;
}

int broadsheet_changes_order(const broadsheet_changes *c)
{
    return c->order;
}

void broadsheet_changes_close(broadsheet_changes *c)
{
    if (!c)
        return;
    arena_close(&c->arena);
    memory_release(c);
}
