/* Layers of version 1 of the format as layers of version 2. The whole alone has this; a small module keeps nothing of
 * it (wasm/living.c). */
#include "base/memory.h"
#include "base/module.h"
#include "wasm/options.h"
#include "wasm/reply.h"
#include "wasm/wasm.h"

typedef struct upgraded {
    broadsheet_buffer *made;
    size_t count;
} upgraded;

static void fill_upgraded(reply_texts *r, const void *from)
{
    const upgraded *u = from;
    for (size_t i = 0; i < u->count; i++)
        reply_add(r, (text){u->made[i].at, u->made[i].size});
}

wasm_reply *broadsheet_wasm_upgrade(struct wasm_list *request)
{
    struct wasm_given given;
    broadsheet_error error;
    error.size = sizeof error;
    broadsheet_status status = BROADSHEET_OK;
    uint32_t used;
    if (!MODULE_IS_WHOLE)
        return NULL;
    request_take(request);
    if (!wasm_options(request, WASM_UPGRADE, &given, &used, &error))
        return reply_error(&error);
    size_t count = request->count - used;
    upgraded u = {memory_resize(NULL, (count + 1) * sizeof *u.made), 0};
    if (!u.made)
        return NULL;
    while (status == BROADSHEET_OK && u.count < count) {
        status = broadsheet_upgrade(request->items[used + u.count], &given.options, &u.made[u.count], &error);
        if (error.layer == 0)
            error.layer = (int32_t)u.count;
        u.count++;
    }
    wasm_reply *reply = status == BROADSHEET_OK ? reply_make(BROADSHEET_OK, fill_upgraded, &u) : reply_error(&error);
    for (size_t i = 0; i < u.count; i++)
        broadsheet_free(&u.made[i]);
    memory_release(u.made);
    return reply;
}
