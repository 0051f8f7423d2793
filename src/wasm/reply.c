#include "wasm/reply.h"

#include "base/memory.h"
#include "base/module.h"
#include "base/scan.h"
#include "report/error.h"
#include "wasm/options.h"
#include "wasm/wide.h"

/* Whether the module knows UTF-16, and tells which texts are ASCII. A small one serves the element in a browser, where
 * UTF-8 is quick: the boundary hands it nothing else. */
enum { REPLY_IS_WIDE = MODULE_IS_WHOLE };

wasm_reply *reply_new(broadsheet_status status, size_t count, size_t bytes)
{
    if (!MODULE_IS_WHOLE && status == BROADSHEET_MEMORY)
        return NULL; /* a small module tells no names of statuses, and this one is not to be asked of a larger */
    size_t head = sizeof(wasm_reply) + count * sizeof(text);
    if (bytes > UINT32_MAX - head)
        return NULL;
    wasm_reply *reply = memory_resize(NULL, head + bytes);
    if (!reply)
        return NULL;
    reply->status = status;
    reply->story = NULL;
    reply->count = (uint32_t)count;
    return reply;
}

void reply_add(reply_texts *r, text t)
{
    if (r->reply) {
        if (t.size)
            memcpy(r->next, t.at, t.size);
        bool ascii = REPLY_IS_WIDE && scan_ascii(t, 0) == t.size;
        r->reply->items[r->count] = (text){r->next, t.size | (ascii ? WASM_ASCII : 0)};
        r->next += t.size;
    }
    r->count++;
    r->bytes += t.size;
}

void reply_number(reply_texts *r, int64_t value)
{
    char digits[21];
    size_t at = sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do
        digits[--at] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0)
        digits[--at] = '-';
    reply_add(r, (text){digits + at, sizeof digits - at});
}

wasm_reply *reply_make(broadsheet_status status, void (*fill)(reply_texts *, const void *), const void *from)
{
    reply_texts r = {0};
    fill(&r, from);
    r.reply = reply_new(status, r.count, r.bytes);
    if (!r.reply)
        return NULL;
    r.next = (char *)(r.reply->items + r.count);
    r.count = r.bytes = 0;
    fill(&r, from);
    return r.reply;
}

static void fill_error(reply_texts *r, const void *from)
{
    const broadsheet_error *error = from;
    reply_number(r, error->layer);
    reply_number(r, error->offset);
    reply_number(r, error->line);
    reply_number(r, error->column);
    reply_add(r, c_text(error->pointer));
    reply_add(r, c_text(error->message));
    reply_number(r, error->operation);
}

wasm_reply *reply_error(const broadsheet_error *error)
{
    return reply_make(error->status, fill_error, error);
}

wasm_reply *reply_status(broadsheet_status status, const char *limit)
{
    broadsheet_error error;
    error_clear(&error, status);
    if (limit && status == BROADSHEET_LIMIT)
        error.message = limit;
    return status == BROADSHEET_OK ? reply_new(status, 0, 0) : reply_error(&error);
}

/* Makes a reply of the block that HTML is in, since a second one of its size is what a large story's memory would grow
 * by. */
static wasm_reply *reply_bytes(broadsheet_buffer *made, uint32_t mark)
{
    const size_t head = sizeof(wasm_reply) + sizeof(text), size = made->size;
    wasm_reply *reply = size <= UINT32_MAX - head ? memory_resize(made->at, head + size) : NULL;
    if (!reply)
        return NULL;
    char *bytes = (char *)reply + head;
    memmove(bytes, reply, size);
    made->at = NULL;
    reply->status = BROADSHEET_OK;
    reply->story = NULL;
    reply->count = 1;
    reply->items[0] = (text){bytes, size | mark};
    return reply;
}

static wasm_reply *reply_wide(text html)
{
    wasm_reply *reply = html.size < UINT32_MAX / 4 ? reply_new(BROADSHEET_OK, 1, sizeof(uint16_t) * html.size) : NULL;
    if (!reply)
        return NULL;
    uint16_t *units = (uint16_t *)(reply->items + 1);
    reply->items[0] = (text){(char *)units, wide_put(units, html) | WASM_UTF16};
    return reply;
}

/* UTF-16 takes twice the room: a larger text crosses as UTF-8. */
enum { REPLY_WIDE_MOST = 1 << 22 };

/* As UTF-16, where that is wanted and worth it; else NULL. *mark: for the size of the text as UTF-8. */
static wasm_reply *reply_wanted(text html, bool wide, uint32_t *mark)
{
    wide = REPLY_IS_WIDE && wide && html.size <= REPLY_WIDE_MOST;
    *mark = wide && scan_ascii(html, 0) == html.size ? WASM_ASCII : 0;
    return wide && !*mark ? reply_wide(html) : NULL;
}

wasm_reply *reply_html(broadsheet_buffer *made, bool wide)
{
    uint32_t mark;
    wasm_reply *reply = reply_wanted((text){made->at, made->size}, wide, &mark);
    if (!reply)
        reply = reply_bytes(made, mark);
    broadsheet_free(made);
    return reply;
}

wasm_reply *reply_text(text html, bool wide)
{
    uint32_t mark;
    wasm_reply *reply = reply_wanted(html, wide, &mark);
    if (reply || !(reply = reply_new(BROADSHEET_OK, 1, html.size)))
        return reply;
    char *bytes = (char *)(reply->items + 1);
    if (html.size)
        memcpy(bytes, html.at, html.size);
    reply->items[0] = (text){bytes, html.size | mark};
    return reply;
}

wasm_reply *reply_story(broadsheet_story *story)
{
    wasm_reply *reply = reply_new(BROADSHEET_OK, 0, 0);
    if (reply)
        reply->story = story;
    else
        broadsheet_close(story);
    return reply;
}

void request_take(struct wasm_list *request)
{
    for (uint32_t i = 0; REPLY_IS_WIDE && i < request->count; i++) {
        text *item = &request->items[i];
        if (wide_is(item->size))
            *item = wide_take((char *)item->at, item->size & ~WASM_UTF16);
    }
}
