/* A story that changes: another is made of it, and the two are compared. The whole alone has this. A small module has
 * no such export, and keeps nothing of it: what the linker finds called stays, its texts too. */
#include "base/module.h"
#include "story/model.h"
#include "wasm/options.h"
#include "wasm/reply.h"
#include "wasm/wasm.h"

wasm_reply *broadsheet_wasm_update(const broadsheet_story *story, struct wasm_list *request)
{
    broadsheet_error error;
    error.size = sizeof error;
    broadsheet_story *made;
    if (!MODULE_IS_WHOLE)
        return NULL;
    request_take(request);
    bool patches = request->count && text_equal(request->items[0], TEXT("patch"));
    broadsheet_status status =
        broadsheet_update(story, patches ? BROADSHEET_UPDATE_PATCH : BROADSHEET_UPDATE_MERGE,
                          request->items + (request->count > 0), request->count - (request->count > 0), &made, &error);
    return status == BROADSHEET_OK ? reply_story(made) : reply_error(&error);
}

typedef struct comparison {
    const broadsheet_changes *changes;
    const story *after;
} comparison;

static void fill_changes(reply_texts *r, const void *from)
{
    const comparison *c = from;
    const broadsheet_changes *changes = c->changes;
    reply_number(r, broadsheet_changes_order(changes));
    reply_add(r, c->after->words[WORD_STORY_UPDATED]);
    reply_add(r, c->after->locale);
    reply_add(r, c->after->locale_direction);
    for (size_t i = 0;; i++) {
        const broadsheet_change *change = broadsheet_changes_at(changes, i);
        if (!change)
            return;
        reply_add(r, change->part);
        reply_add(r, change->id);
    }
}

wasm_reply *broadsheet_wasm_compare(const broadsheet_story *before, const broadsheet_story *after)
{
    broadsheet_changes *changes;
    if (!MODULE_IS_WHOLE)
        return NULL;
    if (broadsheet_compare(before, after, &changes) != BROADSHEET_OK)
        return NULL;
    wasm_reply *reply = reply_make(BROADSHEET_OK, fill_changes, &(comparison){changes, after});
    broadsheet_changes_close(changes);
    return reply;
}
