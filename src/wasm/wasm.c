#include "wasm/wasm.h"

#include "base/memory.h"
#include "base/module.h"
#include "base/number.h"
#include "markdown_known.h"
#include "wasm/options.h"
#include "wasm/reply.h"
#include "wasm/wide.h"

void *broadsheet_wasm_alloc(uint32_t size)
{
    return memory_resize(NULL, size ? size : 1);
}

void broadsheet_wasm_free(void *block)
{
    memory_release(block);
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
    if (!MODULE_IS_WHOLE) { /* what every caller asks for */
        reply_add(r, TEXT("version"));
        reply_add(r, c_text(broadsheet_version()));
        reply_add(r, TEXT("limit"));
        reply_add(r, c_text(broadsheet_describe("limit", 0)));
        return;
    }
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        for (uint32_t asked = 0; asked < request->count; asked++)
            if (text_equal(request->items[asked], c_text(kinds[i])))
                describe_kind(r, kinds[i]);
}

wasm_reply *broadsheet_wasm_describe(struct wasm_list *request)
{
    request_take(request);
    return reply_make(BROADSHEET_OK, fill_description, request);
}

wasm_reply *broadsheet_wasm_open(struct wasm_list *request)
{
    struct wasm_given given;
    broadsheet_error error;
    error.size = sizeof error;
    broadsheet_story *story;
    uint32_t used;
    request_take(request);
    if (!wasm_options(request, WASM_OPEN, &given, &used, &error))
        return reply_error(&error);
    broadsheet_status status =
        broadsheet_open(request->items + used, request->count - used, &given.options, &story, &error);
    return status == BROADSHEET_OK ? reply_story(story) : reply_error(&error);
}

static void fill_diagnostic(reply_texts *r, const broadsheet_diagnostic *d)
{
    static const text severities[] = {TEXT_INIT("error"), TEXT_INIT("warning"), TEXT_INIT("information")};
    if (!MODULE_IS_WHOLE) { /* one error that says nothing stands for all: report/report.c */
        for (size_t i = 0; i < 12; i++)
            reply_add(r, i == 1 ? severities[BROADSHEET_SEVERITY_ERROR] : NO_TEXT);
        return;
    }
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

static void fill_info(reply_texts *r, const void *from)
{
    const broadsheet_story *story = from;
    const broadsheet_info *info = broadsheet_story_info(story);
    reply_add(r, info->id);
    reply_add(r, info->title);
    reply_add(r, info->language);
    reply_add(r, info->direction);
    reply_add(r, info->time_zone);
    reply_add(r, info->zone_locale);
    reply_add(r, info->clock_zone);
    reply_number(r, (int64_t)info->instant_count);
    for (size_t i = 0; i < info->instant_count; i++) {
        const broadsheet_instant *instant = broadsheet_story_instant(story, i);
        reply_number(r, instant->seconds);
        reply_number(r, instant->local);
    }
    for (size_t i = 0; i < info->diagnostic_count; i++)
        fill_diagnostic(r, broadsheet_story_diagnostic(story, i));
}

wasm_reply *broadsheet_wasm_info(const broadsheet_story *story)
{
    return reply_make(BROADSHEET_OK, fill_info, story);
}

/* Reads an offset. False when it is no number of seconds. */
static bool offset_read(text digits, int32_t *offset)
{
    bool negative = digits.size && digits.at[0] == '-';
    uint32_t size = 0;
    bool good = number_whole(negative ? text_from(digits, 1) : digits, &size) && size <= INT32_MAX;
    *offset = negative ? -(int32_t)size : (int32_t)size;
    return good;
}

/* Reads the offsets of a request, and those of the site's clock, which stand behind offsets in the result. Before a
 * comma there may be none, when the zone is not known. False when one is no number of seconds. */
static bool offsets_read(const text *items, size_t count, int32_t *offsets)
{
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        text rest = items[i], digits = MODULE_HAS_RICH ? text_take(&rest, ',') : rest;
        if (MODULE_HAS_RICH && rest.size && !digits.size)
            digits = TEXT("0");
        good = offset_read(digits, &offsets[i]) && good;
        if (MODULE_HAS_RICH)
            good = offset_read(rest.size ? rest : TEXT("0"), &offsets[count + i]) && good;
    }
    return good;
}

wasm_reply *broadsheet_wasm_offsets(broadsheet_story *story, struct wasm_list *request)
{
    request_take(request);
    size_t asked = broadsheet_story_info(story)->instant_count;
    size_t count = asked && request->count == 2 * asked ? asked : request->count; /* names follow, or they do not */
    int32_t *offsets = NULL;
    if (count) {
        const size_t each = MODULE_HAS_RICH ? 2 * sizeof *offsets : sizeof *offsets;
        offsets = count < UINT32_MAX / each ? memory_resize(NULL, count * each) : NULL;
        if (!offsets)
            return NULL;
    }
    bool good = offsets_read(request->items, count, offsets);
    const bool unknown = MODULE_HAS_RICH && good && count && request->items[0].at[0] == ',';
    broadsheet_status status = BROADSHEET_STATE;
    if (good)
        status = broadsheet_set_offsets(story, unknown ? NULL : offsets, unknown ? 0 : count);
    if (MODULE_HAS_RICH && status == BROADSHEET_OK && count && broadsheet_story_info(story)->clock_zone.size)
        status = broadsheet_set_clock_offsets(story, offsets + count, count);
    if (status == BROADSHEET_OK && count < request->count)
        status = broadsheet_set_zone_names(story, request->items + count, count);
    memory_release(offsets);
    return reply_status(status, NULL); /* which passes no limit */
}

wasm_reply *broadsheet_wasm_render(const broadsheet_story *story, struct wasm_list *request)
{
    struct wasm_given given;
    broadsheet_error error;
    error.size = sizeof error;
    broadsheet_buffer html;
    uint32_t used;
    request_take(request);
    if (!wasm_options(request, WASM_RENDER, &given, &used, &error))
        return reply_error(&error);
    text part = used < request->count ? request->items[used] : NO_TEXT;
    broadsheet_status status = broadsheet_render(story, part, given.id, &html);
    const char *limit = MODULE_IS_WHOLE ? "the HTML of the part is larger than the limit" : NULL;
    return status == BROADSHEET_OK ? reply_html(&html, request->flags & WASM_WIDE) : reply_status(status, limit);
}

/* What markdown_known gives its HTML to. */
struct markdown_reply {
    bool wide;
    wasm_reply *made;
};

static broadsheet_status markdown_reply(void *to, text html)
{
    struct markdown_reply *reply = to;
    reply->made = reply_text(html, reply->wide);
    return reply->made ? BROADSHEET_OK : BROADSHEET_MEMORY;
}

wasm_reply *broadsheet_wasm_markdown(struct wasm_list *request)
{
    struct wasm_given given;
    broadsheet_error error;
    error.size = sizeof error;
    struct markdown_reply reply = {request->flags & WASM_WIDE, NULL};
    uint32_t used;
    request_take(request);
    if (!wasm_options(request, WASM_MARKDOWN, &given, &used, &error))
        return reply_error(&error);
    text source = used < request->count ? request->items[used] : NO_TEXT;
    broadsheet_status status =
        markdown_known(source, request->flags & WASM_STRINGS, &given.options, markdown_reply, &reply, &error);
    return status == BROADSHEET_OK ? reply.made : reply_error(&error);
}

void broadsheet_wasm_close(broadsheet_story *story)
{
    broadsheet_close(story);
}
