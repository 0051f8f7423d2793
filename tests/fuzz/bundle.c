/* Any bundle, with any options: the pairs of option and value, an empty text, the id of a part, and
 * the layers. Every part is rendered twice, and once more when the zone has answered; what comes before
 * its answer is told. */
#include "fuzz.h"
#include "html_oracle.h"

static void expect_part(const broadsheet_story *story, text part, text id, const html_rules *rules, bool tells)
{
    broadsheet_buffer once, twice;
    broadsheet_status status = broadsheet_render(story, part, id, &once);
    fuzz_expect(broadsheet_render(story, part, id, &twice) == status);
    text html = {once.at, once.size};
    fuzz_expect(text_equal(html, (text){twice.at, twice.size}));
    if (status == BROADSHEET_OK)
        html_expect(html, rules);
    else
        fuzz_expect(status == BROADSHEET_LIMIT && once.at == NULL && once.size == 0);
    if (tells)
        fuzz_say(html);
    broadsheet_free(&once);
    broadsheet_free(&twice);
}

static void expect_parts(const broadsheet_story *story, text id, text id_prefix, bool tells)
{
    const char *part;
    for (size_t i = 0; (part = broadsheet_describe("part", i)) != NULL; i++) {
        text name = {part, strlen(part)};
        html_rules rules = {.document = text_equal(name, TEXT("document")), .id_prefix = id_prefix};
        expect_part(story, name, id, &rules, tells);
    }
}

/* One answer for all: east, with a half hour. Too many instants to answer are left unanswered. */
static void expect_offsets(broadsheet_story *story)
{
    int32_t offsets[256];
    size_t count = broadsheet_story_info(story)->instant_count;
    for (size_t i = 0; i < 256; i++)
        offsets[i] = 34200;
    fuzz_expect(broadsheet_set_offsets(story, offsets, count + 1) == BROADSHEET_STATE);
    if (count > 0 && count <= 256)
        fuzz_expect(broadsheet_set_offsets(story, offsets, count) == BROADSHEET_OK);
    else
        fuzz_expect(broadsheet_set_offsets(story, NULL, 0) == BROADSHEET_OK);
    const bool clock = broadsheet_story_info(story)->clock_zone.size;
    fuzz_expect(broadsheet_set_clock_offsets(story, offsets, count + 1) == BROADSHEET_STATE);
    if (count <= 256)
        fuzz_expect(broadsheet_set_clock_offsets(story, offsets, count) == (clock ? BROADSHEET_OK : BROADSHEET_STATE));
}

static void expect_info(const broadsheet_story *story)
{
    const broadsheet_info *info = broadsheet_story_info(story);
    fuzz_say(info->title);
    fuzz_say(info->language);
    fuzz_say(info->direction);
    for (size_t i = 0; i < info->diagnostic_count; i++) {
        const broadsheet_diagnostic *d = broadsheet_story_diagnostic(story, i);
        fuzz_expect(d->code.size > 0 && d->message.size > 0 && d->severity <= BROADSHEET_SEVERITY_INFORMATION);
        fuzz_say(d->code);
        fuzz_say(d->pointer);
    }
}

static void expect_story(broadsheet_story *story, text id, text id_prefix)
{
    expect_info(story);
    expect_parts(story, id, id_prefix, true);
    expect_offsets(story);
    expect_parts(story, id, id_prefix, false);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_texts list;
    fuzz_given given;
    broadsheet_story *story;
    broadsheet_error error = BROADSHEET_ERROR_INIT;
    size_t used;
    fuzz_split(&list, data, size);
    if (fuzz_options(&list, &given, &used)) {
        text id = list.items[used++], *layers = list.items + used;
        if (broadsheet_open(layers, list.count - used, &given.options, &story, &error) == BROADSHEET_OK) {
            expect_story(story, id, text_or(given.options.id_prefix, TEXT("bs-")));
            broadsheet_close(story);
        } else {
            fuzz_expect(story == NULL && error.status != BROADSHEET_OK && error.message[0] != 0);
            fuzz_expect(error.status != BROADSHEET_PART && error.status != BROADSHEET_STATE);
            fuzz_say((text){error.message, strlen(error.message)});
        }
    }
    fuzz_free(&list);
    return 0;
}
