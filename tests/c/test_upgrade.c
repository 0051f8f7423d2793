/* The conversion of a layer of version 1 as a C program sees it. */
#include "check.h"

static broadsheet_error error = BROADSHEET_ERROR_INIT;

static broadsheet_status upgraded(const char *json, const broadsheet_options *options, broadsheet_buffer *out)
{
    const text layer = {json, strlen(json)};
    return broadsheet_upgrade(layer, options, out, &error);
}

static void becomes(const char *json, const char *want)
{
    broadsheet_buffer out = {NULL, 0}, again = {NULL, 0};
    CHECK(upgraded(json, NULL, &out) == BROADSHEET_OK);
    CHECK_TEXT(((text){out.at, out.size}), ((text){want, strlen(want)}));
    CHECK(broadsheet_upgrade((text){out.at, out.size}, NULL, &again, &error) == BROADSHEET_OK);
    CHECK_TEXT(((text){again.at, again.size}), ((text){want, strlen(want)}));
    broadsheet_free(&out);
    broadsheet_free(&again);
}

static void fails(const char *json, const broadsheet_options *options, broadsheet_status status, const char *pointer)
{
    broadsheet_buffer out = {NULL, 0};
    CHECK(upgraded(json, options, &out) == status);
    CHECK(error.status == status && out.at == NULL);
    CHECK_TEXT(((text){error.pointer, strlen(error.pointer)}), ((text){pointer, strlen(pointer)}));
}

static void test_layers(void)
{
    TEST("the version is written where it is missing, and what is written otherwise stays");
    becomes("{}", "{\"broadsheet\": 2}");
    becomes(" { \"broadsheet\" : 1 , \"x\":1.10,\"x\":[ ] } ", " { \"broadsheet\" : 2 , \"x\":1.10,\"x\":[ ] } ");

    TEST("a layer of version 2 comes back as it is");
    becomes("{\"broadsheet\":2,\"article\":{\"standfirst\":\"*a*\"}}",
            "{\"broadsheet\":2,\"article\":{\"standfirst\":\"*a*\"}}");

    TEST("keys that version 1 does not know are put aside");
    becomes("{\"article\":{\"media\":{\"a\":1}}}", "{\"broadsheet\":2,\"article\":{\"_media\":{\"a\":1}}}");

    TEST("texts that become Markdown, and the notation of version 2, stay text");
    becomes("{\"article\":{\"standfirst\":\"a *b*\"}}",
            "{\"broadsheet\":2,\"article\":{\"standfirst\":\"a \\\\*b\\\\*\"}}");
    becomes("{\"article\":{\"standfirst\":\"(a) *b*, c.\"}}",
            "{\"broadsheet\":2,\"article\":{\"standfirst\":\"(a) \\\\*b\\\\*, c.\"}}");
    becomes("{\"article\":{\"body\":\"x[^1] H~2~O\"}}",
            "{\"broadsheet\":2,\"article\":{\"body\":\"x[\\\\^1] H\\\\~2~O\"}}");
    becomes("{\"article\":{\"corrections\":[{\"text\":\"t\"}]}}",
            "{\"broadsheet\":2,\"article\":{\"corrections\":[{\"quiet\":true,\"text\":\"t\"}]}}");
}

static void test_failures(void)
{
    const broadsheet_options few = OPTIONS(.limits = LIMITS(.bundle_bytes = 8));
    const broadsheet_options values = OPTIONS(.limits = LIMITS(.json_nodes = 2));
    const broadsheet_options wrong = {.size = 1};

    TEST("what is no layer is refused as open refuses it, and nothing is written");
    fails("{", NULL, BROADSHEET_JSON, "");
    fails("[]", NULL, BROADSHEET_SHAPE, "");
    fails("{\"a\":\"\xFF\"}", NULL, BROADSHEET_UTF8, "");
    fails("{\"a\":[1,2,3]}", &few, BROADSHEET_LIMIT, "");
    fails("{\"a\":[1,2,3]}", &values, BROADSHEET_LIMIT, "/a/0");
    fails("{}", &wrong, BROADSHEET_OPTION, "/size");

    TEST("a text that cannot be written for version 2 is named");
    fails("{\"article\":{\"body\":\"x `a\\n[^2]: c` d\"}}", NULL, BROADSHEET_SHAPE, "/article/body");
}

int main(void)
{
    test_layers();
    test_failures();
    return check_done();
}
