/* Any bytes as one layer, and as Markdown: nothing may crash, leak or loop, and what comes out is
 * UTF-8 whose tags close. libFuzzer calls this; make fuzz builds it with ASan and UBSan. */
#include "broadsheet.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool holds)
{
    if (!holds)
        __builtin_trap();
}

/* As many end tags as start tags that need one; attribute values hold no angle brackets. */
static void expect_closed(text html)
{
    static const text voids[] = {TEXT_INIT("br"), TEXT_INIT("hr"), TEXT_INIT("img"), TEXT_INIT("meta"),
                                 TEXT_INIT("link")};
    int64_t open = 0;
    for (size_t i = 0; i + 1 < html.size; i++) {
        if (html.at[i] != '<' || html.at[i + 1] == '!')
            continue;
        size_t end = ++i;
        while (end < html.size && html.at[end] != ' ' && html.at[end] != '>')
            end++;
        text name = text_slice(html, i, end);
        bool is_void = false;
        for (size_t v = 0; v < sizeof voids / sizeof voids[0]; v++)
            is_void = is_void || text_equal(name, voids[v]);
        if (!is_void)
            open += html.at[i] == '/' ? -1 : 1;
        expect(open >= 0);
    }
    expect(open == 0);
}

static void expect_output(broadsheet_status status, broadsheet_buffer *out)
{
    text html = {out->at, out->size};
    if (status == BROADSHEET_OK) {
        expect(utf8_valid_prefix(html) == html.size);
        expect_closed(html);
    } else {
        expect(status == BROADSHEET_LIMIT && out->at == NULL);
    }
}

static void render_all(const broadsheet_story *story)
{
    const char *part;
    for (size_t i = 0; (part = broadsheet_describe("part", i)) != NULL; i++) {
        broadsheet_buffer once, twice;
        text name = {part, strlen(part)}, id = TEXT("a");
        broadsheet_status status = broadsheet_render(story, name, id, &once);
        expect_output(status, &once);
        expect(broadsheet_render(story, name, id, &twice) == status);
        expect(text_equal((text){once.at, once.size}, (text){twice.at, twice.size}));
        broadsheet_free(&once);
        broadsheet_free(&twice);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    text layer = {(const char *)data, size};
    broadsheet_story *story;
    broadsheet_error error;
    if (broadsheet_open(&layer, 1, NULL, &story, &error) == BROADSHEET_OK) {
        render_all(story);
        expect(broadsheet_set_offsets(story, NULL, 0) == BROADSHEET_OK);
        broadsheet_close(story);
    } else {
        expect(error.status != BROADSHEET_OK && error.message != NULL);
    }
    broadsheet_buffer out;
    broadsheet_status status = broadsheet_markdown(layer, NULL, &out, &error);
    if (status != BROADSHEET_UTF8)
        expect_output(status, &out);
    broadsheet_free(&out);
    return 0;
}
