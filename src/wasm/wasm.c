#include "wasm/wasm.h"

#include "base/memory.h"
#include "base/number.h"
#include "report/error.h"
#include "wasm/options.h"

/* On wasm32 a pointer and a size have 32 bits each, so a text is the pair that JavaScript writes
 * and reads, and the lists need no conversion. */
_Static_assert(sizeof(void *) == 4 && sizeof(text) == 8, "the boundary is laid out for wasm32");

typedef struct wasm_reply {
    uint32_t status;
    broadsheet_story *story;
    uint32_t count;
    text items[];
} wasm_reply;

void *broadsheet_wasm_alloc(uint32_t size)
{
    return memory_resize(NULL, size ? size : 1);
}

void broadsheet_wasm_free(void *block)
{
    memory_release(block);
}

/* --- replies --------------------------------------------------------------------------------- */

/* A reply with room for count texts, and for bytes more behind them; NULL when there is no memory. */
static wasm_reply *reply_new(broadsheet_status status, size_t count, size_t bytes)
{
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

/* The texts of a reply, which are written twice: first they are counted, then copied. */
typedef struct reply_texts {
    wasm_reply *reply; /* NULL: they are counted */
    char *next;
    size_t count, bytes;
} reply_texts;

static void reply_add(reply_texts *r, text t)
{
    if (r->reply) {
        if (t.size)
            memcpy(r->next, t.at, t.size);
        r->reply->items[r->count] = (text){r->next, t.size};
        r->next += t.size;
    }
    r->count++;
    r->bytes += t.size;
}

static void reply_number(reply_texts *r, int64_t value)
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

static wasm_reply *reply_make(broadsheet_status status, void (*fill)(reply_texts *, const void *), const void *from)
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

static text c_text(const char *s)
{
    return (text){s, strlen(s)};
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
}

/* limit: the message of LIMIT; NULL: the status's own. */
static wasm_reply *reply_status(broadsheet_status status, const char *limit)
{
    broadsheet_error error;
    error_clear(&error, status);
    if (limit && status == BROADSHEET_LIMIT)
        error.message = limit;
    return status == BROADSHEET_OK ? reply_new(status, 0, 0) : reply_make(status, fill_error, &error);
}

static wasm_reply *reply_html(broadsheet_buffer *html)
{
    wasm_reply *reply = reply_new(BROADSHEET_OK, 1, html->size);
    if (reply) {
        char *bytes = (char *)(reply->items + 1);
        if (html->size)
            memcpy(bytes, html->at, html->size);
        reply->items[0] = (text){bytes, html->size};
    }
    broadsheet_free(html);
    return reply;
}

/* --- calls ------------------------------------------------------------------------------------- */

static void describe_kind(reply_texts *r, const char *kind)
{
    const char *value = strcmp(kind, "version") == 0 ? broadsheet_version() : broadsheet_describe(kind, 0);
    for (size_t n = 1; value; n++) {
        reply_add(r, c_text(kind));
        reply_add(r, c_text(value));
        value = broadsheet_describe(kind, n);
    }
}

static void fill_description(reply_texts *r, const void *from)
{
    static const char *const kinds[] = {"version",  "part",       "status",   "limit",
                                        "language", "diagnostic", "severity", "message"};
    const struct wasm_list *request = from;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        for (uint32_t asked = 0; asked < request->count; asked++)
            if (text_equal(request->items[asked], c_text(kinds[i])))
                describe_kind(r, kinds[i]);
}

wasm_reply *broadsheet_wasm_describe(const struct wasm_list *request)
{
    return reply_make(BROADSHEET_OK, fill_description, request);
}

wasm_reply *broadsheet_wasm_open(const struct wasm_list *request)
{
    struct wasm_given given;
    broadsheet_error error;
    error.size = sizeof error;
    broadsheet_story *story;
    uint32_t used;
    if (!wasm_options(request, WASM_OPEN, &given, &used, &error))
        return reply_make(error.status, fill_error, &error);
    broadsheet_status status =
        broadsheet_open(request->items + used, request->count - used, &given.options, &story, &error);
    if (status != BROADSHEET_OK)
        return reply_make(status, fill_error, &error);
    wasm_reply *reply = reply_new(BROADSHEET_OK, 0, 0);
    if (reply)
        reply->story = story;
    else
        broadsheet_close(story);
    return reply;
}

static void fill_info(reply_texts *r, const void *from)
{
    static const text severities[] = {TEXT_INIT("error"), TEXT_INIT("warning"), TEXT_INIT("information")};
    const broadsheet_story *story = from;
    const broadsheet_info *info = broadsheet_story_info(story);
    reply_add(r, info->title);
    reply_add(r, info->language);
    reply_add(r, info->direction);
    reply_add(r, info->time_zone);
    reply_add(r, info->zone_locale);
    reply_number(r, (int64_t)info->instant_count);
    for (size_t i = 0; i < info->instant_count; i++) {
        const broadsheet_instant *instant = broadsheet_story_instant(story, i);
        reply_number(r, instant->seconds);
        reply_number(r, instant->local);
    }
    for (size_t i = 0; i < info->diagnostic_count; i++) {
        const broadsheet_diagnostic *d = broadsheet_story_diagnostic(story, i);
        reply_add(r, d->code);
        reply_add(r, severities[d->severity]);
        reply_number(r, d->layer);
        reply_add(r, d->pointer);
        reply_add(r, d->message);
        reply_number(r, d->offset);
        reply_number(r, d->line);
        reply_number(r, d->column);
        reply_number(r, d->text_start);
        reply_number(r, d->text_end);
        reply_number(r, d->text_line);
        reply_number(r, d->text_column);
    }
}

wasm_reply *broadsheet_wasm_info(const broadsheet_story *story)
{
    return reply_make(BROADSHEET_OK, fill_info, story);
}

/* Reads the offsets of a request. False when one is no number of seconds. */
static bool offsets_read(const text *digits, size_t count, int32_t *offsets)
{
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        bool negative = digits[i].size && digits[i].at[0] == '-';
        uint32_t size = 0;
        good = number_whole(negative ? text_from(digits[i], 1) : digits[i], &size) && size <= INT32_MAX && good;
        offsets[i] = negative ? -(int32_t)size : (int32_t)size;
    }
    return good;
}

wasm_reply *broadsheet_wasm_offsets(broadsheet_story *story, const struct wasm_list *request)
{
    size_t asked = broadsheet_story_info(story)->instant_count;
    size_t count = asked && request->count == 2 * asked ? asked : request->count; /* names follow, or they do not */
    int32_t *offsets = NULL;
    if (count) {
        offsets = count < UINT32_MAX / sizeof *offsets ? memory_resize(NULL, count * sizeof *offsets) : NULL;
        if (!offsets)
            return NULL;
    }
    bool good = offsets_read(request->items, count, offsets);
    broadsheet_status status = good ? broadsheet_set_offsets(story, offsets, count) : BROADSHEET_STATE;
    if (status == BROADSHEET_OK && count < request->count)
        status = broadsheet_set_zone_names(story, request->items + count, count);
    memory_release(offsets);
    return reply_status(status, NULL); /* which passes no limit */
}

wasm_reply *broadsheet_wasm_render(const broadsheet_story *story, const struct wasm_list *request)
{
    struct wasm_given given;
    broadsheet_error error;
    error.size = sizeof error;
    broadsheet_buffer html;
    uint32_t used;
    if (!wasm_options(request, WASM_RENDER, &given, &used, &error))
        return reply_make(error.status, fill_error, &error);
    text part = used < request->count ? request->items[used] : NO_TEXT;
    broadsheet_status status = broadsheet_render(story, part, given.id, &html);
    return status == BROADSHEET_OK ? reply_html(&html)
                                   : reply_status(status, "the HTML of the part is larger than the limit");
}

wasm_reply *broadsheet_wasm_markdown(const struct wasm_list *request)
{
    struct wasm_given given;
    broadsheet_error error;
    error.size = sizeof error;
    broadsheet_buffer html;
    uint32_t used;
    if (!wasm_options(request, WASM_MARKDOWN, &given, &used, &error))
        return reply_make(error.status, fill_error, &error);
    text source = used < request->count ? request->items[used] : NO_TEXT;
    broadsheet_status status = broadsheet_markdown(source, &given.options, &html, &error);
    return status == BROADSHEET_OK ? reply_html(&html) : reply_make(status, fill_error, &error);
}

void broadsheet_wasm_close(broadsheet_story *story)
{
    broadsheet_close(story);
}
