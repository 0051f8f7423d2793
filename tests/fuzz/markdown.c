/* Any Markdown, with any options: the pairs of option and value, an empty text, the Markdown. */
#include "fuzz.h"
#include "html_oracle.h"

static void expect_markdown(text markdown, const broadsheet_options *options)
{
    broadsheet_buffer once, twice;
    broadsheet_error error = BROADSHEET_ERROR_INIT;
    broadsheet_status status = broadsheet_markdown(markdown, options, &once, &error);
    fuzz_expect(broadsheet_markdown(markdown, options, &twice, NULL) == status);
    text html = {once.at, once.size};
    fuzz_expect(text_equal(html, (text){twice.at, twice.size}));
    if (status == BROADSHEET_OK) {
        html_rules rules = {.commonmark = options->commonmark, .id_prefix = text_or(options->id_prefix, TEXT("bs-"))};
        html_expect(html, &rules);
    } else {
        fuzz_expect(once.at == NULL && error.status == status && error.message[0] != 0);
        fuzz_expect(status == BROADSHEET_UTF8 || status == BROADSHEET_LIMIT || status == BROADSHEET_OPTION);
        fuzz_say((text){error.message, strlen(error.message)});
    }
    fuzz_say(html);
    broadsheet_free(&once);
    broadsheet_free(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_texts list;
    fuzz_given given;
    size_t used;
    fuzz_split(&list, data, size);
    if (fuzz_options(&list, &given, &used))
        expect_markdown(list.items[used], &given.options);
    fuzz_free(&list);
    return 0;
}
