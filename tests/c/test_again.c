/* What a bundle has once and a page shows again and again is short, or shown so often alone: each rule to the byte. */
#include "broadsheet.h"
#include "check.h"

typedef struct again {
    const char *what;
    const char *bundle; /* members; "@9;" stands for so many x, "@9&;" for so many & */
    const char *part;
    const char *has, *has_not; /* "" is in every output */
} again;

#define ARTICLE(members)  "\"article\":{\"id\":\"a\",\"headline\":\"H\",\"language\":\"en\"," members "}"
#define WORD(key, word)   ",\"strings\":{\"en\":{\"" key "\":\"" word "\"}}"
#define WRITTEN_BY(names) ARTICLE("\"body\":\"\",\"authors\":[" names "]")
#define NAME              "{\"name\":\"N\"}"
#define DATED             ARTICLE("\"body\":\"\",\"published\":\"2025-01\"")
#define MONTHS(name)      WORD("month-names", name "|b|c|d|e|f|g|h|i|j|k|l")
#define SHARED(label)                                                                                                  \
    ARTICLE("\"body\":\"[](related:r)\\n\\n[F](related:q)\",\"related\":{\"r\":{\"headline\":\"R\",\"section\":"       \
            "\"s\"},\"q\":{\"headline\":\"Q\",\"section\":\"s\"}}")                                                    \
    ",\"site\":{\"sections\":[{\"id\":\"s\",\"label\":\"" label "\"}]}"
#define BASED(path)                                                                                                    \
    ARTICLE("\"body\":\"\"")                                                                                           \
    ",\"site\":{\"url\":\"https://a.example/" path "\"},\"lists\":{\"ranked\":{\"r\":{\"label\":\"L\",\"items\":["     \
    "{\"headline\":\"A\",\"url\":\"n\"},{\"headline\":\"B\",\"url\":\"/m\"},{\"headline\":\"C\",\"url\":\"?q\"}]}}}"
#define TREE                                                                                                           \
    ARTICLE("\"body\":\"\"")                                                                                           \
    ",\"site\":{\"sections\":[{\"id\":\"s\",\"label\":\"S\",\"children\":[{\"id\":\"c\",\"label\":\"C\"}]}]}"
#define PLACED(alt)                                                                                                    \
    ARTICLE("\"body\":\"![F](figure:f)\\n\\n![F](figure:f)\",\"figures\":{\"f\":{\"src\":\"a\",\"sources\":[{\"src\":" \
            "\"b\",\"width\":9},{\"src\":\"c\",\"width\":8}],\"alt\":\"" alt "\"}}")
/* A picture twice, then two stories of one section. */
#define CROWDED(alt)                                                                                                   \
    ARTICLE("\"body\":\"![F](figure:f)\\n\\n![F](figure:f)\\n\\n[](related:r)\\n\\n[P](related:p)\",\"figures\":"      \
            "{\"f\":{\"src\":\"a\",\"alt\":\"" alt "\"}},\"related\":{\"r\":{\"headline\":\"R\",\"section\":\"s\"},"   \
            "\"p\":{\"headline\":\"P\",\"section\":\"s\"}}")                                                           \
    ",\"site\":{\"sections\":[{\"id\":\"s\",\"label\":\"S\"}]}"
/* A post, twice. */
#define POST(said)                                                                                                     \
    "\"broadsheet\":2," ARTICLE(                                                                                       \
        "\"body\":\"[M](media:m)\\n\\n[M](media:m)\",\"media\":{\"m\":{\"type\":\"post\"," said "}}")
/* A box, twice. */
#define BOX(members)                                                                                                   \
    "\"broadsheet\":2," ARTICLE("\"body\":\"[B](box:b)\\n\\n[B](box:b)\",\"boxes\":{\"b\":{" members "}}")
/* A box that places a picture, twice; and two boxes that place it. */
#define BOXED(alt)                                                                                                     \
    "\"broadsheet\":2," ARTICLE(                                                                                       \
        "\"body\":\"[B](box:b)\\n\\n[B](box:b)\",\"figures\":{\"f\":{\"src\":\"a\",\"alt\":\"" alt                     \
        "\"}},\"boxes\":{\"b\":{\"body\":\"![F](figure:f)\"}}")
#define SHARING(alt)                                                                                                   \
    "\"broadsheet\":2," ARTICLE(                                                                                       \
        "\"body\":\"[](box:b)\\n\\n[](box:c)\",\"figures\":{\"f\":{\"src\":\"a\",\"alt\":\"" alt                       \
        "\"}},\"boxes\":{\"b\":{\"body\":\"![F](figure:f)\"},\"c\":{\"body\":\"![F](figure:f)\"}}")
#define SHARING_MORE(alt)                                                                                              \
    "\"broadsheet\":2," ARTICLE(                                                                                       \
        "\"body\":\"[](box:d)\",\"figures\":{\"f\":{\"src\":\"a\",\"alt\":\"" alt                                      \
        "\"}},\"boxes\":{\"b\":{\"body\":\"![F](figure:f)\"},\"c\":{\"body\":\"![F](figure:f)\"},"                     \
        "\"d\":{\"body\":\"![F](figure:f)\"}}")
/* A gallery of one picture, twice; and a quote, twice. */
#define LISTED(alt)                                                                                                    \
    "\"broadsheet\":2," ARTICLE("\"body\":\"[](gallery:g)\",\"figures\":{\"f\":{\"src\":\"a\",\"alt\":\"" alt          \
                                "\"}},\"galleries\":{\"g\":{\"figures\":[\"f\",\"f\"]}}")
#define QUOTED(said)                                                                                                   \
    "\"broadsheet\":2," ARTICLE("\"body\":\"[Q](quote:q)\\n\\n[Q](quote:q)\",\"quotes\":{\"q\":{\"text\":\"" said      \
                                "\"}}")
#define LIST_URL "\"url\":\"https://a.example/"

static const again cases[] = {
    {"a word has 128 bytes", DATED WORD("print", "@128;"), "tools", ">@128;<", ">Print<"},
    {"and no more", DATED WORD("print", "@129;"), "tools", ">Print<", "@129;"},
    {"as they are written", DATED WORD("print", "@21&;xx"), "tools", "&amp;xx<", ">Print<"},
    {"and no more of those", DATED WORD("print", "@21&;xxx"), "tools", ">Print<", "&amp;"},
    {"what separates names has 32", WRITTEN_BY(NAME "," NAME "," NAME) WORD("name-separator", "@32;"), "byline",
     "</bdi>@32;<bdi", "</bdi>, <bdi"},
    {"and no more of them", WRITTEN_BY(NAME "," NAME "," NAME) WORD("name-separator", "@33;"), "byline", "</bdi>, <bdi",
     "@33;"},
    {"the last separator too", WRITTEN_BY(NAME "," NAME) WORD("name-last-separator", "@32;"), "byline",
     "</bdi>@32;<bdi", " and "},
    {"has no more either", WRITTEN_BY(NAME "," NAME) WORD("name-last-separator", "@33;"), "byline", "</bdi> and <bdi",
     "@33;"},
    {"the name of a month has 64", DATED MONTHS("@64;"), "dates", ">@64; 2025<", "January"},
    {"a longer one leaves all as they were", DATED MONTHS("@65;"), "dates", ">January 2025<", "@65;"},
    {"as it is written", DATED MONTHS("@10&;xxxx"), "dates", "&amp;xxxx 2025<", "January"},
    {"and no more than that", DATED MONTHS("@10&;xxxxx"), "dates", ">January 2025<", "&amp;"},
    {"the last of them too", DATED WORD("month-names", "a|b|c|d|e|f|g|h|i|j|k|@65;"), "dates", ">January 2025<",
     "a 2025"},
    {"the authors stand in a pattern once", WRITTEN_BY(NAME) WORD("byline", "x {names}"), "byline", ">x <bdi", "By"},
    {"not twice", WRITTEN_BY(NAME) WORD("byline", "x {names} {names}"), "byline", ">By <bdi", ">x "},
    {"nor does the name of a month", DATED WORD("date-month", "x {month-name} {year} {month-name}"), "dates",
     ">January 2025<", ">x "},
    {"nor that of a day", DATED WORD("date-month", "x {weekday} {year} {weekday}"), "dates", ">January 2025<", ">x "},
    {"a number may", DATED WORD("date-month", "x {year} {year}"), "dates", ">x 2025 2025<", "January"},
    {"the label of a section does once", TREE WORD("subsections", " {label}!"), "section-tree", "\" S!\"", "Sub"},
    {"and not twice", TREE WORD("subsections", "{label} {label}"), "section-tree", "\"Subsections of S\"", "\"S S\""},
    {"a section stands in the path once",
     ARTICLE("\"body\":\"\",\"section\":[\"s\",\"s\"]") ",\"site\":{\"sections\":[{\"id\":\"s\",\"label\":\"S\"}]}",
     "breadcrumbs", "<li>S</li>", "S</li>\n<li>S"},
    {"the label that two stories share may stand there again", SHARED("@16500;"), "body", ">Q<", "F"},
    {"as long as it is not too long", SHARED("@16501;"), "body", "F", ">Q<"},
    {"as they are written", SHARED("@2750&;"), "body", ">Q<", "F"},
    {"and not longer than that", SHARED("@2750&;x"), "body", "F", ">Q<"},
    {"a picture may stand there again", PLACED("@16469;"), "body", "figure>\n<figure", "F"},
    {"as long as its candidates are not too many", PLACED("@16470;"), "body", "F", "figure>\n<figure"},
    {"a post may stand there again", POST("\"text\":\"@16488;\""), "body", "figure>\n<figure", "<p>M</p>"},
    {"as long as it is not too long", POST("\"text\":\"@16489;\""), "body", "<p>M</p>", "figure>\n<figure"},
    {"a transcript counts as it is written", POST("\"text\":\"x\",\"transcript\":\"@16479;\""), "body",
     "figure>\n<figure", "<p>M</p>"},
    {"and all of it", POST("\"text\":\"x\",\"transcript\":\"@16480;\""), "body", "<p>M</p>", "figure>\n<figure"},
    {"a quote may stand there again", QUOTED("@16488;"), "body", "figure>\n<figure", "<p>Q</p>"},
    {"as long as it is not too long, either", QUOTED("@16489;"), "body", "<p>Q</p>", "figure>\n<figure"},
    {"a box may stand there again", BOX("\"kicker\":\"@16456;\""), "body", "</div>\n<div class=\"bs-box ", "<p>B</p>"},
    {"as long as it is as short", BOX("\"kicker\":\"@16457;\""), "body", "<p>B</p>", "</div>\n<div class=\"bs-box "},
    {"what is placed in it counts", BOXED("@16511;"), "body", "</div>\n<div class=\"bs-box ", "<p>B</p>"},
    {"and all of that", BOXED("@16512;"), "body", "<p>B</p>", "</div>\n<div class=\"bs-box "},
    {"two boxes may place one picture", SHARING("@16495;"), "body", "", "<p>F</p>"},
    {"as long as it is no larger", SHARING("@16496;"), "body", "<p>F</p>",
     "F</p>\n</div>\n</div>\n<div class=\"bs-box"},
    {"a third one has what they have left", SHARING_MORE("@8275;"), "body", "", "<p>F</p>"},
    {"and no more of it", SHARING_MORE("@8276;"), "body", "<p>F</p>", "@9;x"},
    {"a gallery may show a picture again", LISTED("@16391;"), "body", "figure>\n<figure class=\"bs-figure ", "F"},
    {"as long as that is not too large", LISTED("@16392;"), "body", "", "figure>\n<figure class=\"bs-figure "},
    {"what does not fit takes no room from what does", CROWDED("@17000;"), "body", "<p>F</p>", "<p>P</p>"},
    {"an address takes 128 bytes of its base", BASED("@109;/"), "document", LIST_URL "@109;/n\"", LIST_URL "n\""},
    {"and no more of it", BASED("@110;/"), "document", "\"name\":\"A\"", "@110;/n"},
    {"as it is written", BASED("@18&;x/"), "document", "\\u0026x/n\"", LIST_URL "n\""},
    {"and not more than that", BASED("@18&;xx/"), "document", "\"name\":\"A\"", "\\u0026xx/n"},
    {"where it takes no directory, that may be longer", BASED("@110;/"), "document", LIST_URL "m\"", LIST_URL "n\""},
    {"a query stands on the whole base", BASED("@109;/"), "document", LIST_URL "@109;/?q\"", LIST_URL "?q\""},
    {"as long as that is not too long", BASED("x/@109;"), "document", LIST_URL "x/n\"", "@109;?q\""},
};

/* The template, written out; returns its size. */
static size_t expand(char *to, const char *from)
{
    size_t size = 0;
    while (*from) {
        size_t count = 0;
        char what = 'x';
        if (*from != '@') {
            to[size++] = *from++;
            continue;
        }
        for (from++; *from >= '0' && *from <= '9'; from++)
            count = count * 10 + (size_t)(*from - '0');
        if (*from != ';')
            what = *from++;
        from++;
        memset(to + size, what, count);
        size += count;
    }
    return size;
}

static bool holds(const broadsheet_buffer *out, const char *template)
{
    static char part[200];
    size_t size = expand(part, template);
    for (size_t i = 0; size && i + size <= out->size; i++)
        if (memcmp(out->at + i, part, size) == 0)
            return true;
    return size == 0;
}

static void check_case(const again *c)
{
    static char json[20000];
    const broadsheet_options options = OPTIONS(.page = true);
    broadsheet_story *story;
    broadsheet_buffer out;
    TEST(c->what);
    json[0] = '{';
    size_t size = 1 + expand(json + 1, c->bundle);
    json[size++] = '}';
    text layer = {json, size};
    CHECK(broadsheet_open(&layer, 1, &options, &story, NULL) == BROADSHEET_OK);
    if (!story)
        return;
    CHECK(broadsheet_render(story, (text){c->part, strlen(c->part)}, NO_TEXT, &out) == BROADSHEET_OK);
    CHECK(holds(&out, c->has));
    CHECK(!holds(&out, c->has_not));
    broadsheet_free(&out);
    broadsheet_close(story);
}

int main(void)
{
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        check_case(&cases[i]);
    return check_done();
}
