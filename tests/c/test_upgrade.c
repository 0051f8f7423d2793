/* The conversion of a layer of version 1: the examples of tests/spec/upgrade.txt, and what is refused. */
#include "check.h"
#include "spec_file.h"

static broadsheet_error error = BROADSHEET_ERROR_INIT;

static broadsheet_status upgraded(text layer, const broadsheet_options *options, broadsheet_buffer *out)
{
    return broadsheet_upgrade(layer, options, out, &error);
}

static text shown_of(const broadsheet_buffer *out)
{
    return (text){out->at, out->size};
}

static broadsheet_story *opened(text layer)
{
    static const text base = TEXT_INIT(
        "{\"broadsheet\":1,\"article\":{\"id\":\"a\",\"headline\":\"Headline\",\"body\":\"Body\"},\"site\":{\"url\":"
        "\"https://a.example/\",\"slots\":{\"top\":{\"label\":\"x\",\"advertiser\":\"y\"}}}}");
    const text layers[] = {base, layer};
    const broadsheet_options options = OPTIONS(.now = TEXT("2026-06-01T12:00:00Z"), .furniture = true);
    broadsheet_story *story;
    broadsheet_open(layers, 2, &options, &story, &error);
    return story;
}

/* Version 2 shows of the result what version 1 shows of the layer, over a story that has all that it must have. */
static void shows_the_same(text layer, text made)
{
    static const text parts[] = {TEXT_INIT("story"), TEXT_INIT("page"), TEXT_INIT("document")};
    broadsheet_story *before = opened(layer), *after = opened(made);
    CHECK(!before == !after); /* an article that is none opens in no version */
    for (size_t i = 0; before && after && i < sizeof parts / sizeof parts[0]; i++) {
        broadsheet_buffer old, new;
        CHECK(broadsheet_render(before, parts[i], NO_TEXT, &old) == BROADSHEET_OK);
        CHECK(broadsheet_render(after, parts[i], NO_TEXT, &new) == BROADSHEET_OK);
        CHECK_TEXT(shown_of(&new), shown_of(&old));
        broadsheet_free(&old);
        broadsheet_free(&new);
    }
    broadsheet_close(before);
    broadsheet_close(after);
}

static void becomes(text layer, text want)
{
    broadsheet_buffer out, again;
    CHECK(upgraded(layer, NULL, &out) == BROADSHEET_OK);
    CHECK_TEXT(shown_of(&out), want);
    CHECK(upgraded(shown_of(&out), NULL, &again) == BROADSHEET_OK);
    CHECK_TEXT(shown_of(&again), want);
    shows_the_same(layer, shown_of(&out));
    broadsheet_free(&out);
    broadsheet_free(&again);
}

static void fails(text layer, const broadsheet_options *options, broadsheet_status status, text pointer)
{
    broadsheet_buffer out;
    CHECK(upgraded(layer, options, &out) == status);
    CHECK(error.status == status && out.at == NULL && error.message[0] != '\0');
    CHECK_TEXT(((text){error.pointer, strlen(error.pointer)}), pointer);
}

static void test_examples(void)
{
    char title[512];
    spec_file file = spec_open("tests/spec/upgrade.txt");
    spec_example e;
    size_t count = 0;
    for (; spec_next(&file, &e); count++) {
        TEST(NULL);
        snprintf(title, sizeof title, "upgrade.txt:%zu %.*s", e.line_number, (int)e.section.size, e.section.at);
        TEST(title);
        if (spec_begins(e.options, "--refused"))
            fails(e.source, NULL, BROADSHEET_SHAPE, text_slice(e.result, 0, e.result.size - 1));
        else
            becomes(e.source, e.result);
    }
    TEST("each example has its end");
    CHECK(count > 40 && !file.incomplete);
}

static void test_failures(void)
{
    const broadsheet_options few = OPTIONS(.limits = LIMITS(.bundle_bytes = 8));
    const broadsheet_options values = OPTIONS(.limits = LIMITS(.json_nodes = 2));
    const broadsheet_options wrong = {.size = 1};
    broadsheet_error small = {.size = 1};
    broadsheet_buffer out;

    TEST("a byte order mark and the ends of lines of another system stay");
    becomes(TEXT("\xEF\xBB\xBF {\r\n\t\"a\" :1 } "), TEXT("\xEF\xBB\xBF {\r\n\t\"broadsheet\": 2,\r\n\t\"a\" :1 } "));

    TEST("what is no layer is refused as open refuses it, and nothing is written");
    fails(TEXT("{"), NULL, BROADSHEET_JSON, NO_TEXT);
    fails(TEXT("[]"), NULL, BROADSHEET_SHAPE, NO_TEXT);
    fails(TEXT("{\"a\":\"\xFF\"}"), NULL, BROADSHEET_UTF8, NO_TEXT);
    fails(TEXT("{\"a\":[1,2,3]}"), &few, BROADSHEET_LIMIT, NO_TEXT);
    fails(TEXT("{\"a\":[1,2,3]}"), &values, BROADSHEET_LIMIT, TEXT("/a/0"));
    fails(TEXT("{}"), &wrong, BROADSHEET_OPTION, TEXT("/size"));

    TEST("a text that cannot be written for version 2 is named with its place, and the first of two is");
    fails(TEXT("{\"article\":\n{\"body\":\"x `a\\n[^2]: c` d\",\"body\":\"x `a\\n[^2]: c` d\"}}"), NULL,
          BROADSHEET_SHAPE, TEXT("/article/body"));
    CHECK(error.layer == 0 && error.offset == 20 && error.line == 2 && error.column == 9);

    TEST("an error of another size is refused, and may be NULL");
    CHECK(broadsheet_upgrade(TEXT("{}"), NULL, &out, &small) == BROADSHEET_OPTION && out.at == NULL);
    CHECK(broadsheet_upgrade(TEXT("{"), NULL, &out, NULL) == BROADSHEET_JSON && out.at == NULL);
}

int main(void)
{
    test_examples();
    test_failures();
    return check_done();
}
