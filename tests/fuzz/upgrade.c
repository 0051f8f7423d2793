/* Any layer made one of version 2, with any options: the pairs of option and value, an empty text, the layer. What is
 * not refused comes back as it is when it is given again. Where the layer opens, so does what was made of it, or it has
 * grown past a limit: then the story, the page and the document are the same bytes, and no diagnostic is worse. */
#include "fuzz.h"

static size_t errors_of(const broadsheet_story *story)
{
    size_t errors = 0, count = broadsheet_story_info(story)->diagnostic_count;
    for (size_t i = 0; i < count; i++)
        errors += broadsheet_story_diagnostic(story, i)->severity == BROADSHEET_SEVERITY_ERROR;
    return errors;
}

static void expect_part(const broadsheet_story *old, const broadsheet_story *made, text part)
{
    broadsheet_buffer before, after;
    broadsheet_status status = broadsheet_render(old, part, NO_TEXT, &before);
    fuzz_about(part, (text){before.at, before.size});
    fuzz_expect(broadsheet_render(made, part, NO_TEXT, &after) == status);
    fuzz_expect(text_equal((text){before.at, before.size}, (text){after.at, after.size}));
    fuzz_about(NO_TEXT, NO_TEXT);
    broadsheet_free(&before);
    broadsheet_free(&after);
}

static void expect_same(text layer, text made, const broadsheet_options *options)
{
    broadsheet_story *before, *after;
    if (broadsheet_open(&layer, 1, options, &before, NULL) != BROADSHEET_OK)
        return;
    broadsheet_status status = broadsheet_open(&made, 1, options, &after, NULL);
    fuzz_expect(status == BROADSHEET_OK || status == BROADSHEET_LIMIT);
    if (status == BROADSHEET_OK) {
        expect_part(before, after, TEXT("story"));
        expect_part(before, after, TEXT("page"));
        expect_part(before, after, TEXT("document"));
        fuzz_expect(errors_of(after) <= errors_of(before));
    }
    broadsheet_close(before);
    broadsheet_close(after);
}

static void expect_upgrade(text layer, fuzz_given *given)
{
    broadsheet_options limits = BROADSHEET_OPTIONS_INIT; /* all that counts */
    broadsheet_buffer out, again;
    broadsheet_error error = BROADSHEET_ERROR_INIT;
    limits.limits = &given->limits;
    if (broadsheet_upgrade(layer, &limits, &out, &error) != BROADSHEET_OK) {
        fuzz_expect(out.at == NULL && error.status != BROADSHEET_OK && error.message[0] != 0);
        fuzz_expect(error.status != BROADSHEET_PART && error.status != BROADSHEET_STATE);
        fuzz_say((text){error.message, strlen(error.message)});
        return;
    }
    text made = {out.at, out.size};
    fuzz_say(made);
    broadsheet_status status = broadsheet_upgrade(made, &limits, &again, NULL);
    fuzz_expect(status == BROADSHEET_OK || status == BROADSHEET_LIMIT);
    fuzz_expect(status != BROADSHEET_OK || text_equal(made, (text){again.at, again.size}));
    broadsheet_free(&again);
    given->options.provenance = false; /* it tells the bundle's own bytes */
    expect_same(layer, made, &given->options);
    broadsheet_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_texts list;
    fuzz_given given;
    size_t used;
    fuzz_split(&list, data, size);
    if (fuzz_options(&list, &given, &used))
        expect_upgrade(list.items[used], &given);
    fuzz_free(&list);
    return 0;
}
