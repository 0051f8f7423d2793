/* Furniture without a story: the option "furniture", under which a bundle may lack its article. */
#include "check.h"

static broadsheet_story *story;
static broadsheet_error error = BROADSHEET_ERROR_INIT;
static const broadsheet_options furniture = OPTIONS_INIT(.furniture = true);

static text text_of(const char *string)
{
    return (text){string, strlen(string)};
}

static broadsheet_status open_one(const char *layer, const broadsheet_options *options)
{
    const text json = text_of(layer);
    return broadsheet_open(&json, 1, options, &story, &error);
}

static void check_part(const char *part, const char *id, const char *want)
{
    broadsheet_buffer out;
    CHECK(broadsheet_render(story, text_of(part), text_of(id), &out) == BROADSHEET_OK);
    CHECK_TEXT(((text){out.at, out.size}), text_of(want));
    broadsheet_free(&out);
}

static void required(void)
{
    static const char *const without[] = {"{}", "{\"article\":null}", "{\"lists\":{\"ticker\":[]}}"};
    TEST("an article may be missing where the option says so, and nowhere else");
    for (size_t i = 0; i < sizeof without / sizeof without[0]; i++) {
        CHECK(open_one(without[i], NULL) == BROADSHEET_SHAPE && story == NULL);
        CHECK_TEXT(text_of(error.pointer), TEXT("/article"));
        CHECK(open_one(without[i], &furniture) == BROADSHEET_OK);
        CHECK(broadsheet_story_info(story)->diagnostic_count == 0);
        broadsheet_close(story);
    }

    TEST("an article that is there is a whole one");
    CHECK(open_one("{\"article\":{\"id\":\"a\",\"headline\":\"H\"}}", &furniture) == BROADSHEET_SHAPE);
    CHECK_TEXT(text_of(error.pointer), TEXT("/article/body"));
    CHECK(open_one("{\"article\":7}", &furniture) == BROADSHEET_SHAPE);
    CHECK(open_one("{\"article\":{\"id\":\"a\",\"headline\":\"H\",\"body\":\"B\"}}", &furniture) == BROADSHEET_OK);
    check_part("headline", "",
               "<h1 class=\"bs-headline\" id=\"bs-headline\" data-part=\"headline\" dir=\"ltr\">H</h1>");
    broadsheet_close(story);
}

static void fields(void)
{
    static const struct {
        const char *name, *shown;
    } cases[] = {
        {"query", "query"},
        {"s", "s"},
        {"searchText", "searchText"},
        {"x.search_word-1", "x.search_word-1"},
        {"Action", "Action"},
        {"abcdefghijklmnopqrstuvwxyz_.-890", "abcdefghijklmnopqrstuvwxyz_.-890"},
        {"abcdefghijklmnopqrstuvwxyz_.-890x", "q"},
        {"action", "q"},
        {"attributes", "q"},
        {"submit", "q"},
        {"submits", "submits"},
        {"onclick", "q"},
        {"onnew", "q"},
        {"getAttribute", "q"},
        {"__proto__", "q"},
        {"_", "q"},
        {"1", "q"},
        {"constructor", "q"},
        {"DOCUMENT_NODE", "q"},
        {"a b", "q"},
        {"", "q"},
    };
    TEST("the query's field stands in the place of nothing that a form has of its own");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char json[200], attribute[200];
        snprintf(json, sizeof json, "{\"site\":{\"search\":{\"action\":\"/s\",\"parameter\":\"%s\"}}}", cases[i].name);
        snprintf(attribute, sizeof attribute, " name=\"%s\"", cases[i].shown);
        CHECK(open_one(json, &furniture) == BROADSHEET_OK);
        broadsheet_buffer out;
        CHECK(broadsheet_render(story, text_of("search"), NO_TEXT, &out) == BROADSHEET_OK);
        size_t at = 0;
        while (at + strlen(attribute) < out.size && memcmp(out.at + at, attribute, strlen(attribute)) != 0)
            at++;
        CHECK(at + strlen(attribute) < out.size);
        broadsheet_free(&out);
        CHECK((broadsheet_story_info(story)->diagnostic_count == 0) == (strcmp(cases[i].name, cases[i].shown) == 0));
        broadsheet_close(story);
    }
}

static void parts(void)
{
    TEST("without data no part has a byte but those that are words alone");
    CHECK(open_one("{}", &furniture) == BROADSHEET_OK);
    for (size_t i = 0; broadsheet_describe("part", i); i++) {
        const char *name = broadsheet_describe("part", i);
        if (strcmp(name, "tools") != 0 && strcmp(name, "skip-links") != 0)
            check_part(name, "", "");
    }
    broadsheet_close(story);

    TEST("what shows the story has no data, however much furniture there is");
    CHECK(open_one("{\"site\":{\"name\":\"Paper\",\"url\":\"https://paper.example/\",\"share\":[\"link\"],"
                   "\"sections\":[{\"id\":\"s\",\"label\":\"S\",\"url\":\"/s\"}]}}",
                   &furniture) == BROADSHEET_OK);
    static const char *const of_story[] = {"story", "headline",    "body",           "dates",    "byline",
                                           "share", "breadcrumbs", "sub-navigation", "document", "page"};
    for (size_t i = 0; i < sizeof of_story / sizeof of_story[0]; i++)
        check_part(of_story[i], "", "");
    broadsheet_close(story);
}

/* The first line alone: the root element, which says the language. */
static void check_root(const char *part, const char *id, const char *want)
{
    broadsheet_buffer out;
    CHECK(broadsheet_render(story, text_of(part), text_of(id), &out) == BROADSHEET_OK);
    size_t end = 0;
    while (end < out.size && out.at[end] != '\n')
        end++;
    CHECK_TEXT(((text){out.at, end}), text_of(want));
    broadsheet_free(&out);
}

#define LIST(attributes)                                                                                               \
    "<section class=\"bs-ranked-list\" data-part=\"ranked-list\"" attributes " aria-labelledby=\"bs-ranked_top\">"

static void languages(void)
{
    const char *const list = "{\"lists\":{\"ranked\":{\"top\":{\"label\":\"Top\",\"items\":[{\"headline\":\"H\"}]}}}}";
    TEST("lists alone say no language and no direction: those of the page around them hold");
    CHECK(open_one(list, &furniture) == BROADSHEET_OK);
    check_root("ranked-list", "top", LIST(""));
    CHECK_TEXT(broadsheet_story_info(story)->id, NO_TEXT);
    CHECK_TEXT(broadsheet_story_info(story)->title, NO_TEXT);
    CHECK_TEXT(broadsheet_story_info(story)->language, NO_TEXT);
    CHECK_TEXT(broadsheet_story_info(story)->direction, TEXT("ltr"));
    broadsheet_close(story);

    TEST("with a site they say its own");
    const text layers[] = {TEXT("{\"site\":{\"language\":\"ar\"}}"), text_of(list)};
    CHECK(broadsheet_open(layers, 2, &furniture, &story, &error) == BROADSHEET_OK);
    check_root("ranked-list", "top", LIST(" lang=\"ar\" dir=\"rtl\""));
    CHECK_TEXT(broadsheet_story_info(story)->language, TEXT("ar"));
    CHECK_TEXT(broadsheet_story_info(story)->direction, TEXT("rtl"));
    broadsheet_close(story);
}

int main(void)
{
    required();
    parts();
    fields();
    languages();
    return check_done();
}
