/* What is odd in a bundle and degraded: each case is a bundle, a part, and what is in its output or not. */
#include "check.h"
#include "text/date.h"

typedef struct degraded {
    const char *what;
    const char *article, *rest; /* members of the article, and of the bundle beside it */
    const char *part;
    const char *has, *has_not; /* "" is in every output */
    uint32_t heading_base, list_items;
} degraded;

#define FEED "\"site\":{\"name\":\"S\",\"url\":\"https://a.example/\","

/* Some of what has a list, and what says that one was cut. */
#define LINK(letter)          "{\"label\":\"" letter "\",\"url\":\"/" letter "\"}"
#define SECTION(id, children) "{\"id\":\"" id "\",\"label\":\"" id "\",\"url\":\"/" id "\",\"children\":[" children "]}"
#define SECTIONS(items)       "\"site\":{\"name\":\"S\",\"sections\":[" items "]}"
#define STORY(letter)         "{\"headline\":\"" letter "\",\"url\":\"/" letter "\"}"
#define RANKED(id, items)     "\"" id "\":{\"label\":\"L\",\"items\":[" items "]}"
#define CUT                   "class=\"bs-cut\" lang=\"en\" dir=\"ltr\">Not all of it is shown.</p>"
#define LONG_ID                                                                                                        \
    "abcdefghijklmnopqrstuvwxyz-12345abcdefghijklmnopqrstuvwxyz-12345abcdefghijklmnopqrstuvwxyz-12345abcdefghijkl"     \
    "mnopqrstuvwxyz-12345"
#define NOTICE(id) "\"site\":{\"name\":\"S\",\"notice\":{\"id\":\"" id "\",\"title\":\"T\"}}"
#define SHARED(template)                                                                                               \
    "\"site\":{\"name\":\"S\",\"share\":[{\"network\":\"facebook\",\"template\":\"" template "\"}]}"
#define FOLLOWED(network) "\"site\":{\"follow\":[{\"label\":\"F\",\"url\":\"/f\",\"network\":\"" network "\"}]}"
#define CODE(language)    "\"body\":\"```" language "\\nx\\n```\""

static const degraded cases[] = {
    {"a page for all other languages is an alternate; what is no object is none",
     "\"alternates\":[7,{\"language\":\"x-default\",\"url\":\"https://a.example/all\"}]", "\"site\":{}", "document",
     "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://a.example/all\">", "7", 0, 0},
    {"a feed that is no object is none", "\"tags\":[]",
     FEED "\"feeds\":[7,{\"label\":\"F\",\"url\":\"https://a.example/f\",\"type\":\"application/rss+xml\"}]}",
     "document", "href=\"https://a.example/f\"", "7", 0, 0},
    {"headings below a headline of the fourth level", "\"tags\":[{\"label\":\"T\",\"url\":\"/t\"}]", "\"site\":{}",
     "tags", "<h5", "<h4", 4, 0},
    {"a section of a hundred levels and two has fewer lists, and all its labels", "\"tags\":[]", "@sections",
     "section-tree", ">s101<", "<ul><ul>", 0, 0},
    {"a story without an address is not shared by address", "\"tags\":[]",
     "\"site\":{\"name\":\"S\",\"share\":[{\"network\":\"facebook\"}]}", "share", "", "facebook.com", 0, 0},
    {"words with nothing in them, and words without end, are left as they were", "\"tags\":[]",
     "\"strings\":{\"en\":{\"posted\":\"\",\"print\":\"@long\"}}", "tools", "", "xxxxxxxx", 0, 0},
    {"more dates than one block holds", "@corrections", "\"site\":{}", "corrections", "2024-01-20", "2024-01-21", 0, 0},
    {"more placements than one block holds", "@figures", "\"site\":{}", "body", "<figure", "(figure:f)", 0, 0},
    {"a list that was cut says so", "\"tags\":[" LINK("A") "," LINK("B") "]", "\"site\":{}", "tags", CUT, ">B<", 0, 1},
    {"a part without a list does not", "\"tags\":[" LINK("A") "," LINK("B") "]", "\"site\":{}", "headline", "H", CUT, 0,
     1},
    {"a list below the one that is shown was cut", "\"tags\":[]",
     SECTIONS(SECTION("A", "") "," SECTION("B", SECTION("C", "") "," SECTION("D", "") "," SECTION("E", ""))),
     "section-tree", CUT, ">E<", 0, 2},
    {"what was cut elsewhere is not this list's", "\"tags\":[" LINK("X") "," LINK("Y") "," LINK("Z") "]",
     SECTIONS(SECTION("A", SECTION("C", "")) "," SECTION("B", "")), "section-tree", ">C<", CUT, 0, 2},
    {"what stands in the top section of the story was cut", "\"section\":[\"A\"]",
     SECTIONS(SECTION("A", SECTION("C", "") "," SECTION("D", ""))), "sub-navigation", CUT, ">D<", 0, 1},
    {"the top section is not the first, and the story's is below it", "\"section\":[\"B\",\"C\"]",
     SECTIONS(SECTION("A", "") "," SECTION("B", SECTION("C", "") "," SECTION("D", "") "," SECTION("E", ""))),
     "sub-navigation", CUT, ">E<", 0, 2},
    {"what stands beside it is not shown anyway", "\"section\":[\"A\"]",
     SECTIONS(SECTION("A", SECTION("C", SECTION("E", "") "," SECTION("F", ""))) "," SECTION("B", "")), "sub-navigation",
     ">C<", CUT, 0, 1},
    {"the heading of more by the authors names them", "\"authors\":[{\"name\":\"A\"},{\"name\":\"B\"}]",
     "\"lists\":{\"moreByAuthor\":[" STORY("A") "]}", "more-by-author", CUT, ">B<", 0, 1},
    {"of the sources of a picture no reader misses one",
     "\"lead\":\"f\",\"figures\":{\"f\":{\"src\":\"/f\",\"alt\":\"A\",\"sources\":[{\"src\":\"/g\",\"width\":9},"
     "{\"src\":\"/h\",\"width\":8}]}}",
     "\"site\":{}", "lead-figure", "srcset=\"/g 9w\"", "bs-cut", 0, 1},
    {"nor of one in a gallery", "\"tags\":[]",
     "\"lists\":{\"galleries\":{\"items\":[{\"title\":\"T\",\"pictures\":[{\"src\":\"/f\",\"alt\":\"A\",\"sources\":["
     "{\"src\":\"/g\",\"width\":9},{\"src\":\"/h\",\"width\":8}]}]}]}}",
     "galleries", "srcset=\"/g 9w\"", "bs-cut", 0, 1},
    {"a ticker has twenty headlines, and says that there are more", "\"tags\":[]", "@ticker", "ticker", CUT, ">21<", 0,
     0},
    {"a ranked list that was cut says so", "\"tags\":[]",
     "\"lists\":{\"ranked\":{" RANKED("s", STORY("A") "," STORY("B")) "}}", "ranked-list", CUT, ">B<", 0, 1},
    {"another ranked list does not", "\"tags\":[]",
     "\"lists\":{\"ranked\":{" RANKED("s", STORY("A")) "," RANKED("t", STORY("B") "," STORY("C")) "}}", "ranked-list",
     ">A<", CUT, 0, 1},
    {"a list that was cut says so inside of a story", "\"tags\":[" LINK("A") "," LINK("B") "]", "\"site\":{}", "story",
     "class=\"bs-cut\">Not all of it is shown.</p>", "@", 0, 1},
    {"an address of mail is no picture",
     "\"lead\":\"f\",\"figures\":{\"f\":{\"src\":\"mailto:a@b.example\",\"alt\":\"A\"}}", "\"site\":{}", "lead-figure",
     ">A<", "mailto", 0, 0},
    {"nor a candidate of one",
     "\"lead\":\"f\",\"figures\":{\"f\":{\"src\":\"/f\",\"alt\":\"A\",\"sources\":[{\"src\":\"mailto:a@b.example\","
     "\"width\":9},{\"src\":\"/g\",\"width\":8}]}}",
     "\"site\":{}", "lead-figure", "srcset=\"/g 8w\"", "mailto", 0, 0},
    {"nor what a form asks", "\"tags\":[]", "\"site\":{\"search\":{\"action\":\"mailto:a@b.example\"}}", "search", "",
     "<form", 0, 0},
    {"an alternate has a host of its own", "\"alternates\":[{\"language\":\"ko\",\"url\":\"/ko\"}]", "\"site\":{}",
     "document", "", "/ko", 0, 0},
    {"a colour is six digits", "\"tags\":[]", "\"site\":{\"themeColor\":\"#12345\"}", "document", "", "theme-color", 0,
     0},
    {"a template leads to one host, whatever is filled in", "\"url\":\"https://a.example/a\"",
     SHARED("https://b.example{url}"), "share", "//www.facebook.com/", "b.example", 0, 0},
    {"a template is an address of the web", "\"url\":\"https://a.example/a\"", SHARED("javascript://b.example/{url}"),
     "share", "//www.facebook.com/", "b.example", 0, 0},
    {"a template has the address and the title once", "\"url\":\"https://a.example/a\"",
     SHARED("https://b.example/{url}?{title}#c"), "share", "?H#c", "facebook.com/", 0, 0},
    {"the address not twice", "\"url\":\"https://a.example/a\"", SHARED("https://b.example/{url}{url}"), "share",
     "//www.facebook.com/", "b.example", 0, 0},
    {"nor the title", "\"url\":\"https://a.example/a\"", SHARED("https://b.example/{url}{title}{title}"), "share",
     "//www.facebook.com/", "b.example", 0, 0},
    {"nor anything else, with a name or without", "\"url\":\"https://a.example/a\"",
     SHARED("https://b.example/{url}{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}"), "share", "//www.facebook.com/",
     "b.example", 0, 0},
    {"the id of a notice has 128 bytes", "\"tags\":[]", NOTICE(LONG_ID), "notice", "data-bs-notice=\"" LONG_ID "\"",
     "@", 0, 0},
    {"one of more is none", "\"tags\":[]", NOTICE(LONG_ID "x"), "notice", "", "bs-notice", 0, 0},
    {"a network has 20 letters", "\"tags\":[]", FOLLOWED("abcdefghij0123456789"), "follow",
     "bs-follow__item--abcdefghij0123456789\"", "@", 0, 0},
    {"and not one more", "\"tags\":[]", FOLLOWED("abcdefghij0123456789x"), "follow", "bs-follow__item\"", "0123456789x",
     0, 0},
    {"a language of code has 32 letters", CODE("abcdefghijklmnopqrstuvwxyz+#.-89"), "\"site\":{}", "body",
     "class=\"language-abcdefghijklmnopqrstuvwxyz+#.-89\"", "@", 0, 0},
    {"and not one more", CODE("abcdefghijklmnopqrstuvwxyz+#.-89x"), "\"site\":{}", "body", "<code>", "language", 0, 0},
    {"and no space", CODE("a&#32;b"), "\"site\":{}", "body", "<code>", "language", 0, 0},
    {"links in a link are none, and pictures in a picture are text",
     "\"body\":\"[www.b.example](/c) ![a ![b](/d) e](/f)\"", "\"site\":{}", "body", "alt=\"a b e\"", "//www.b", 0, 0},
    {"what stands in a section of an incomplete one was cut", "\"section\":[\"A\"]",
     SECTIONS("{\"label\":\"X\",\"children\":[" SECTION("A", SECTION("C", "") "," SECTION("D", "")) "]}"),
     "sub-navigation", CUT, ">D<", 0, 1},
    {"and so was what stands in an incomplete one of the top section", "\"section\":[\"A\"]",
     SECTIONS(SECTION("A", "{\"id\":\"X\",\"children\":[" SECTION("C", "") "," SECTION("D", "") "]}")),
     "sub-navigation", CUT, ">D<", 0, 1},
};

/* Puts a text together; what begins with "@" stands for one that is too long to be written. */
static size_t add(char *to, size_t at, const char *t)
{
    size_t size = strlen(t);
    memcpy(to + at, t, size);
    return at + size;
}

static size_t add_sections(char *to, size_t at)
{
    at = add(to, at, "\"site\":{\"name\":\"S\",\"sections\":");
    for (int i = 0; i < 102; i++)
        at += (size_t)snprintf(to + at, 100, "[{\"id\":\"s%d\",\"label\":\"s%d\",\"url\":\"/s\",\"children\":", i, i);
    at = add(to, at, "[]");
    for (int i = 0; i < 102; i++)
        at = add(to, at, "}]");
    return add(to, at, "}");
}

static size_t add_corrections(char *to, size_t at)
{
    at = add(to, at, "\"corrections\":[");
    for (int i = 1; i <= 20; i++)
        at +=
            (size_t)snprintf(to + at, 100, "%s{\"date\":\"2024-01-%02dT10:00Z\",\"text\":\"x\"}", i > 1 ? "," : "", i);
    return add(to, at, "]");
}

static size_t add_figures(char *to, size_t at)
{
    at = add(to, at,
             "\"figures\":{\"f\":{\"src\":\"/f.png\",\"alt\":\"f\",\"sources\":[{\"src\":\"/g.png\",\"width\":9},"
             "{\"src\":\"/h.png\",\"width\":8}]}},\"body\":\"");
    for (int i = 0; i < 20; i++)
        at = add(to, at, "![](figure:f)\\n\\n");
    return add(to, at, "\"");
}

static size_t add_ticker(char *to, size_t at)
{
    at = add(to, at, "\"lists\":{\"ticker\":[");
    for (int i = 1; i <= 21; i++)
        at += (size_t)snprintf(to + at, 100, "%s{\"headline\":\"%d\",\"url\":\"/x\"}", i > 1 ? "," : "", i);
    return add(to, at, "]}");
}

static size_t add_member(char *to, size_t at, const char *member)
{
    if (strcmp(member, "@sections") == 0)
        return add_sections(to, at);
    if (strcmp(member, "@corrections") == 0)
        return add_corrections(to, at);
    if (strcmp(member, "@figures") == 0)
        return add_figures(to, at);
    if (strcmp(member, "@ticker") == 0)
        return add_ticker(to, at);
    const char *end = strstr(member, "@long");
    if (!end)
        return add(to, at, member);
    memcpy(to + at, member, (size_t)(end - member));
    at += (size_t)(end - member);
    for (int i = 0; i < 9000; i++)
        to[at++] = 'x';
    return add(to, at, end + 5);
}

static bool holds(const broadsheet_buffer *out, const char *part)
{
    size_t size = strlen(part);
    for (size_t i = 0; size && i + size <= out->size; i++)
        if (memcmp(out->at + i, part, size) == 0)
            return true;
    return size == 0;
}

static void check_case(const degraded *c)
{
    static char json[40000];
    broadsheet_options options =
        OPTIONS(.heading_base = c->heading_base, .limits = LIMITS(.json_depth = 500, .list_items = c->list_items));
    broadsheet_story *story;
    broadsheet_buffer out;
    TEST(c->what);
    size_t size = add(json, 0, "{\"article\":{\"id\":\"a\",\"headline\":\"H\",\"body\":\"B\",\"language\":\"en\",");
    size = add_member(json, size, c->article);
    size = add(json, size, "},");
    size = add_member(json, size, c->rest);
    size = add(json, size, "}");
    text layer = {json, size};
    CHECK(broadsheet_open(&layer, 1, &options, &story, NULL) == BROADSHEET_OK);
    if (!story)
        return;
    CHECK(broadsheet_render(story, (text){c->part, strlen(c->part)}, TEXT("s"), &out) == BROADSHEET_OK);
    CHECK(holds(&out, c->has));
    CHECK(!holds(&out, c->has_not));
    broadsheet_free(&out);
    broadsheet_close(story);
}

static size_t count_of(const char *kind)
{
    size_t count = 0;
    while (broadsheet_describe(kind, count))
        count++;
    return count;
}

int main(void)
{
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        check_case(&cases[i]);

    TEST("the library tells each kind of its own facts to the end");
    CHECK(count_of("status") == BROADSHEET_PATCH + 1 && count_of("language") > 1);
    CHECK(count_of("part") > 30 && count_of("limit") >= 10 && count_of("diagnostic") > 10 && count_of("x") == 0);
    CHECK(count_of("severity") == count_of("diagnostic") && count_of("message") == count_of("diagnostic"));
    CHECK(strcmp(broadsheet_describe("severity", 0), "warning") == 0);

    TEST("a day before the first era is one of the year 0");
    date_fields f = date_split(INT64_C(-719469) * 86400, 0);
    CHECK(f.year == 0 && f.month == 2 && f.day == 29);
    return check_done();
}
