/* The public interface as a C program sees it: every status and where it is, every diagnostic,
 * the zone's answer, and threads. */
#include "check.h"
#include "report/report.h"

#include <pthread.h>

static broadsheet_story *story;
static broadsheet_error error = BROADSHEET_ERROR_INIT;

static text text_of(const char *string)
{
    return (text){string, string ? strlen(string) : 0};
}

static const char base[] = "{\"broadsheet\":1,\"article\":{\"id\":\"a\",\"headline\":\"Headline\",\"body\":\"Body\"}}";

/* The base and a layer over it. */
static broadsheet_status open_over(const char *layer, const broadsheet_options *options)
{
    const text layers[] = {text_of(base), text_of(layer)};
    return broadsheet_open(layers, 2, options, &story, &error);
}

static bool error_is(broadsheet_status status, int32_t layer, int64_t offset, int64_t line, int64_t column,
                     const char *pointer)
{
    return error.status == status && error.layer == layer && error.offset == offset && error.line == line &&
           error.column == column && strcmp(error.pointer, pointer) == 0 && error.message[0] != '\0';
}

/* --- statuses ---------------------------------------------------------------------------- */

static void statuses_of_layers(void)
{
    TEST("JSON and UTF8 say the layer, the byte, the line and the column");
    CHECK(open_over("{\n \"x\": [1,]}", NULL) == BROADSHEET_JSON && story == NULL);
    CHECK(error_is(BROADSHEET_JSON, 1, 11, 2, 10, ""));
    CHECK(open_over("{\"\xED\x95\x9C\xFF\"", NULL) == BROADSHEET_UTF8 && story == NULL);
    CHECK(error_is(BROADSHEET_UTF8, 1, 5, 1, 4, ""));

    TEST("SHAPE says what is required, and which layer spoilt it");
    CHECK(open_over("{\"article\":{\"headline\":null}}", NULL) == BROADSHEET_SHAPE && story == NULL);
    CHECK(error_is(BROADSHEET_SHAPE, 1, -1, -1, -1, "/article/headline"));
    CHECK(open_over("{\"article\":{\"headline\":\"\\u202e\\u00a0\"}}", NULL) == BROADSHEET_SHAPE && story == NULL);
    CHECK(error_is(BROADSHEET_SHAPE, 1, -1, -1, -1, "/article/headline"));
    CHECK(open_over("{\"article\":{\"id\":\"\\u0001\"}}", NULL) == BROADSHEET_SHAPE && story == NULL);
    CHECK(error_is(BROADSHEET_SHAPE, 1, -1, -1, -1, "/article/id"));
    CHECK(open_over("[]", NULL) == BROADSHEET_SHAPE && error_is(BROADSHEET_SHAPE, 1, -1, -1, -1, ""));
    CHECK(broadsheet_open(NULL, 0, NULL, &story, &error) == BROADSHEET_SHAPE && story == NULL);
    CHECK(error_is(BROADSHEET_SHAPE, -1, -1, -1, -1, "/article"));

    TEST("SHAPE of an object without an article says what it seems to be");
    static const char *const exports[][2] = {
        {"{}", "the bundle has no \"article\", which is required"},
        {"{\"title\":{\"rendered\":\"T\"}}",
         "this is a post of WordPress, not a bundle: a bundle has the member \"article\""},
        {"{\"title\":\"T\"}", "the bundle has no \"article\", which is required"},
        {"{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[]}",
         "this is a JSON Feed, not a bundle: a bundle has the member \"article\", and one story"},
        {"{\"items\":[]}", "the bundle has no \"article\", which is required"},
        {"{\"@context\":\"https://schema.org\",\"headline\":\"H\"}",
         "this is JSON-LD, not a bundle: a bundle has the member \"article\""},
        {"{\"headline\":\"H\"}",
         "the fields of the article stand in the bundle itself: they belong into its member \"article\""},
        {"{\"body\":\"B\"}",
         "the fields of the article stand in the bundle itself: they belong into its member \"article\""},
    };
    for (size_t i = 0; i < sizeof exports / sizeof exports[0]; i++) {
        const text layer = text_of(exports[i][0]);
        CHECK(broadsheet_open(&layer, 1, NULL, &story, &error) == BROADSHEET_SHAPE);
        CHECK_TEXT(text_of(error.message), text_of(exports[i][1]));
    }

    TEST("error may be NULL");
    CHECK(broadsheet_open(NULL, 0, NULL, &story, NULL) == BROADSHEET_SHAPE && story == NULL);
}

static char many_frames[1025];

static void statuses_of_options(void)
{
    memset(many_frames, ' ', sizeof many_frames);
    static const struct {
        broadsheet_options options;
        const char *pointer;
    } wrong[] = {
        {OPTIONS_INIT(.now = TEXT_INIT("2025-02-30")), "/now"},
        {OPTIONS_INIT(.now = TEXT_INIT("2025-01-01T00:00")), "/now"},
        {OPTIONS_INIT(.time_zone = TEXT_INIT("Asia Seoul")), "/timeZone"},
        {OPTIONS_INIT(.locale = TEXT_INIT("e")), "/locale"},
        {OPTIONS_INIT(.id_prefix = TEXT_INIT("9")), "/idPrefix"},
        {OPTIONS_INIT(.id_prefix = TEXT_INIT("a b")), "/idPrefix"},
        {OPTIONS_INIT(.stylesheet = TEXT_INIT("data:text/css,")), "/stylesheet"},
        {OPTIONS_INIT(.stylesheet = TEXT_INIT("mailto:a@b.example")), "/stylesheet"},
        {OPTIONS_INIT(.base = TEXT_INIT("/story.json")), "/base"},
        {OPTIONS_INIT(.base = TEXT_INIT("mailto:a@b.example")), "/base"},
        {OPTIONS_INIT(.frames = TEXT_INIT("https://a.example")), "/frames"},
        {OPTIONS_INIT(.frames = TEXT_INIT("a.example:443")), "/frames"},
        {OPTIONS_INIT(.frames = TEXT_INIT("a.example *.b.example")), "/frames"},
        {OPTIONS_INIT(.frames = TEXT_INIT("a.example\"b")), "/frames"},
        {OPTIONS_INIT(.frames = TEXT_INIT("a.example.")), "/frames"},
        {OPTIONS_INIT(.frames = {many_frames, sizeof many_frames}), "/frames"},
        {OPTIONS_INIT(.frames = TEXT_INIT("0x7f.1")), "/frames"},
        {OPTIONS_INIT(.heading_base = 7), "/headingBase"},
    };
    broadsheet_buffer out;
    char prefix[65];
    TEST("an idPrefix is of 64 bytes, and not of one more");
    memset(prefix, 'p', sizeof prefix);
    CHECK(open_over("{}", &OPTIONS(.id_prefix = {prefix, 64})) == BROADSHEET_OK);
    broadsheet_close(story);
    CHECK(open_over("{}", &OPTIONS(.id_prefix = {prefix, 65})) == BROADSHEET_OPTION);

    TEST("a base is of 512 bytes up to its last slash, and not of one more");
    char address[600];
    memset(address, 'p', sizeof address);
    memcpy(address, "https://x.example/", 18);
    address[511] = address[512] = '/';
    CHECK(open_over("{}", &OPTIONS(.base = {address, 512})) == BROADSHEET_OK);
    broadsheet_close(story);
    CHECK(open_over("{}", &OPTIONS(.base = {address, 513})) == BROADSHEET_OPTION);

    TEST("OPTION says which option is wrong");
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        CHECK(open_over("{}", &wrong[i].options) == BROADSHEET_OPTION && story == NULL);
        CHECK(error_is(BROADSHEET_OPTION, -1, -1, -1, -1, wrong[i].pointer));
        CHECK(broadsheet_markdown(TEXT("x"), &wrong[i].options, &out, &error) == BROADSHEET_OPTION);
        CHECK(error_is(BROADSHEET_OPTION, -1, -1, -1, -1, wrong[i].pointer) && out.at == NULL);
    }
}

static void statuses_of_limits(void)
{
    broadsheet_limits limits = {.size = sizeof limits, .bundle_bytes = sizeof base - 1};
    broadsheet_options options = OPTIONS(.limits = &limits);
    broadsheet_buffer out;
    TEST("LIMIT says where it was reached");
    CHECK(open_over("{}", &options) == BROADSHEET_OK);
    broadsheet_close(story);
    limits.bundle_bytes--;
    CHECK(open_over("{}", &options) == BROADSHEET_LIMIT && story == NULL);
    CHECK(error_is(BROADSHEET_LIMIT, 0, sizeof base - 2, 1, sizeof base - 1, ""));
    options.limits = LIMITS(.body_bytes = 3);
    CHECK(open_over("{}", &options) == BROADSHEET_LIMIT && error_is(BROADSHEET_LIMIT, 0, -1, -1, -1, "/article/body"));
    CHECK(open_over("{\"article\":{\"body\":\"Bodies\"}}", &options) == BROADSHEET_LIMIT);
    CHECK(error_is(BROADSHEET_LIMIT, 1, -1, -1, -1, "/article/body"));
    CHECK_TEXT(text_of(error.message), TEXT("the Markdown is larger than the limit"));
    CHECK(broadsheet_markdown(TEXT("Body"), &options, &out, &error) == BROADSHEET_LIMIT && out.at == NULL);
    CHECK(error_is(BROADSHEET_LIMIT, -1, -1, -1, -1, ""));
    CHECK_TEXT(text_of(error.message), TEXT("the Markdown is larger than the limit"));
    CHECK(broadsheet_markdown(TEXT("Bod\xFF"), &options, &out, &error) == BROADSHEET_LIMIT); /* before it is read */
    options.limits = LIMITS(.json_nodes = 6);                                                /* of the base */
    CHECK(open_over("{}", &options) == BROADSHEET_LIMIT && error_is(BROADSHEET_LIMIT, 1, 0, 1, 1, ""));
    options.limits = LIMITS(.json_nodes = 7);
    CHECK(open_over("{}", &options) == BROADSHEET_OK);
    broadsheet_close(story);

    options.limits = LIMITS(.list_items = 1);
    CHECK(open_over("{\"article\":{\"tags\":[{\"label\":\"a\",\"url\":\"/a\"},{\"label\":7,\"x\":8}]}}", &options) ==
          BROADSHEET_OK);
    CHECK(broadsheet_story_info(story)->diagnostic_count == 1); /* of the list, and none of what is cut off */
    broadsheet_close(story);
    options.limits = LIMITS(.output_bytes = 100);
    CHECK(open_over("{}", &options) == BROADSHEET_OK);
    CHECK(broadsheet_render(story, TEXT("story"), NO_TEXT, &out) == BROADSHEET_LIMIT && out.at == NULL && !out.size);
    broadsheet_close(story);
}

static void depth_of_json(void)
{
    static char json[2000];
    const broadsheet_options options = OPTIONS(.limits = LIMITS(.json_depth = 1000));
    TEST("JSON is no deeper than 500, whatever is asked for");
    for (size_t lists = 499; lists <= 500; lists++) {
        const char start[] = "{\"_deep\":";
        size_t size = sizeof start - 1;
        memcpy(json, start, size);
        memset(json + size, '[', lists);
        memset(json + size + lists, ']', lists);
        memcpy(json + size + 2 * lists, "}", 2);
        CHECK(open_over(json, &options) == (lists == 499 ? BROADSHEET_OK : BROADSHEET_LIMIT));
        broadsheet_close(story);
    }
}

static void statuses_of_calls(void)
{
    broadsheet_buffer out;
    TEST("PART: an unknown part; a part without data has no bytes");
    CHECK(open_over("{}", NULL) == BROADSHEET_OK);
    CHECK(broadsheet_render(story, TEXT("stor"), NO_TEXT, &out) == BROADSHEET_PART && out.at == NULL && !out.size);
    CHECK(broadsheet_render(story, TEXT("kicker"), NO_TEXT, &out) == BROADSHEET_OK && !out.size);
    broadsheet_free(&out);
    broadsheet_close(story);

    TEST("UTF8 of Markdown says the byte");
    CHECK(broadsheet_markdown(TEXT("a\nb\xFF"), NULL, &out, &error) == BROADSHEET_UTF8 && out.at == NULL);
    CHECK(error_is(BROADSHEET_UTF8, -1, 3, 2, 2, ""));

    TEST("what is NULL is nothing");
    broadsheet_close(NULL);
    broadsheet_free(NULL);
    CHECK(broadsheet_markdown(NO_TEXT, NULL, &out, NULL) == BROADSHEET_OK && !out.size);
    broadsheet_free(&out);
    CHECK(broadsheet_describe("part", 999) == NULL && broadsheet_describe("poet", 0) == NULL);
}

/* --- diagnostics -------------------------------------------------------------------------- */

typedef struct provocation {
    report_code code;
    const char *layer, *pointer;
} provocation;

/* What a bundle is made of; "%" stands for much text. */
#define MARKS "\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301"
#define HEADLINES                                                                                                      \
    "{\"headline\":\"H\"},{\"headline\":\"H\"},{\"headline\":\"H\"},{\"headline\":\"H\"},{\"headline\":\"H\"}"
#define ARTICLE(more) "{\"article\":{" more "}}"
#define LONG_NAME_128                                                                                                  \
    "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"                                                 \
    "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"
#define LONG_NAME_512          LONG_NAME_128 LONG_NAME_128 LONG_NAME_128 LONG_NAME_128
#define LONG_NAME              LONG_NAME_512 LONG_NAME_512 "n"
#define RICH(more)             "{\"broadsheet\":2,\"article\":{" more "}}"
#define SITE(more)             "{\"site\":{" more "}}"
#define LISTS(more)            "{\"lists\":{" more "}}"
#define WORD(key, is)          "{\"strings\":{\"en\":{\"" key "\":\"" is "\"}}}"
#define FIGURE(more)           ARTICLE("\"figures\":{\"f\":{" more "}}")
#define PICTURE(more)          FIGURE("\"src\":\"f\",\"alt\":\"a\",\"width\":1,\"height\":1," more)
#define FEED(label, url, type) SITE("\"feeds\":[{\"label\":\"" label "\",\"url\":\"" url "\",\"type\":\"" type "\"}]")
#define IMPRINT(more)          SITE("\"imprint\":[{" more "}]")
#define SHARE(item)            SITE("\"share\":[" item "]")
#define SHARED(template)       SHARE("{\"network\":\"x\",\"template\":\"" template "\"}")

static const provocation provocations[] = {
    {REPORT_VERSION_UNKNOWN, "{\"broadsheet\":3}", "/broadsheet"},
    {REPORT_BYTE_ORDER_MARK, "\xEF\xBB\xBF{}", ""},
    {REPORT_BYTE_ORDER_MARK,
     ARTICLE("\"kicker\":\"\xEF\xBB\xBF"
             "a\""),
     "/article/kicker"},
    {REPORT_VALUE_TYPE, "{\"broadsheet\":\"one\"}", "/broadsheet"},
    {REPORT_VALUE_TEXT_AS_NUMBER, "{\"broadsheet\":\"1\"}", "/broadsheet"},
    {REPORT_VALUE_TEXT_AS_NUMBER, FIGURE("\"src\":\"f\",\"width\":\" 960 \""), "/article/figures/f/width"},
    {REPORT_VALUE_TEXT_AS_NUMBER, FIGURE("\"focus\":{\"x\":\"0.5\"}"), "/article/figures/f/focus/x"},
    {REPORT_VALUE_TYPE, FIGURE("\"src\":\"f\",\"width\":\"960px\""), "/article/figures/f/width"},
    {REPORT_VALUE_TYPE, FIGURE("\"src\":\"f\",\"width\":\"1e3\""), "/article/figures/f/width"},
    {REPORT_VALUE_TYPE, FIGURE("\"src\":\"f\",\"width\":\"1.2.3\""), "/article/figures/f/width"},
    {REPORT_VALUE_NUMBER_AS_TEXT, ARTICLE("\"kicker\":7"), "/article/kicker"},
    {REPORT_VALUE_NUMBER_AS_TEXT, ARTICLE("\"body\":7"), "/article/body"},
    {REPORT_VALUE_NUMBER_AS_TEXT, ARTICLE("\"published\":2023"), "/article/published"},
    {REPORT_VALUE_NUMBER_AS_TEXT, ARTICLE("\"section\":[7]"), "/article/section/0"},
    {REPORT_LIMIT_LOWERED, "{}", "/limits/jsonDepth"},
    {REPORT_LIMIT_LOWERED, "{}", "/limits/markdownDepth"},
    {REPORT_KEY_UNKNOWN, ARTICLE("\"a/b~\":1"), "/article/a~1b~0"},
    {REPORT_KEY_VERSION, ARTICLE("\"status\":\"embargoed\""), "/article/status"},
    {REPORT_KEY_VERSION, ARTICLE("\"authors\":[{\"name\":\"N\",\"quiet\":true}]"), "/article/authors/0/quiet"},
    {REPORT_KEY_VERSION, SITE("\"ageDays\":1"), "/site/ageDays"},
    {REPORT_KEY_TWICE, ARTICLE("\"rights\":\"a\",\"rights\":\"b\""), "/article/rights"},
    {REPORT_VALUE_TYPE, ARTICLE("\"kicker\":true"), "/article/kicker"},
    {REPORT_VALUE_TYPE, SITE("\"sections\":[{\"label\":\"S\",\"children\":[{\"children\":[{\"id\":[]}]}]}]"),
     "/site/sections/0/children/0/children/0/id"},
    {REPORT_VALUE_TYPE, "{\"strings\":{\"en\":7}}", "/strings/en"},
    {REPORT_VALUE_TYPE, "{\"strings\":{\"en\":{\"print\":true}}}", "/strings/en/print"},
    {REPORT_VALUE_NUMBER_AS_TEXT, "{\"strings\":{\"en\":{\"print\":7}}}", "/strings/en/print"},
    {REPORT_TEXT_CONTROL, WORD("print", "a\\u0001"), "/strings/en/print"},
    {REPORT_TEXT_DIRECTION, WORD("print", "a\\u202e"), "/strings/en/print"},
    {REPORT_TEXT_HTML, WORD("print", "a&nbsp;b"), "/strings/en/print"},
    {REPORT_LANGUAGE_FORM, "{\"strings\":{\"en_US\":{}}}", "/strings/en_US"},
    {REPORT_WORDS_TWICE, "{\"strings\":{\"en\":{},\"EN\":{}}}", "/strings/EN"},
    {REPORT_WORDS_TWICE, "{\"strings\":{\"EN\":{},\"en\":{}}}", "/strings/EN"},
    {REPORT_WORDS_TWICE, "{\"strings\":{\"FR\":{},\"fr\":{}}}", "/strings/fr"},
    {REPORT_WORDS_PLACEHOLDER_UNKNOWN, WORD("date-time", "{year} {hours}:{minute}"), "/strings/en/date-time"},
    {REPORT_WORDS_PLACEHOLDER_UNKNOWN, WORD("date-year", "{year}-{month}"), "/strings/en/date-year"},
    {REPORT_WORDS_PLACEHOLDER_UNKNOWN, WORD("byline", "{names}{}"), "/strings/en/byline"},
    {REPORT_NUMBER_RANGE, FIGURE("\"src\":\"f\",\"width\":0"), "/article/figures/f/width"},
    {REPORT_NUMBER_RANGE, FIGURE("\"src\":\"f\",\"width\":100000.5"), "/article/figures/f/width"},
    {REPORT_NUMBER_RANGE, FIGURE("\"focus\":{\"x\":2}"), "/article/figures/f/focus/x"},
    {REPORT_NUMBER_FRACTION, FIGURE("\"src\":\"f\",\"width\":1.5"), "/article/figures/f/width"},
    {REPORT_LIST_TOO_LONG, ARTICLE("\"tags\":[{\"label\":\"a\"},{\"label\":\"b\"},{\"label\":\"c\"}]"),
     "/article/tags"},
    {REPORT_LIST_TOO_LONG,
     RICH("\"updates\":{\"a\":{\"title\":\"a\"},\"b\":{\"title\":\"b\"},\"c\":{\"title\":\"c\"}}"), "/article/updates"},

    {REPORT_TEXT_REPLACED, ARTICLE("\"kicker\":\"a\\ud800\""), "/article/kicker"},
    {REPORT_TEXT_REPLACED, ARTICLE("\"body\":\"a\\u0000\""), "/article/body"},
    {REPORT_TEXT_REPLACED, ARTICLE("\"related\":{\"\\udc00\":{\"headline\":\"H\"}}"), "/article/related/\xEF\xBF\xBD"},
    {REPORT_TEXT_REPLACED, ARTICLE("\"kicker\":\"a\\ufffe\""), "/article/kicker"},
    {REPORT_TEXT_REPLACED, ARTICLE("\"kicker\":\"\\ud83f\\udfff\""), "/article/kicker"},
    {REPORT_TEXT_REPLACED, ARTICLE("\"body\":\"a\\ufdd0\""), "/article/body"},
    {REPORT_TEXT_HTML, ARTICLE("\"kicker\":\"Council&#8217;s plan\""), "/article/kicker"},
    {REPORT_TEXT_HTML, ARTICLE("\"standfirst\":\"<p>Two\""), "/article/standfirst"},
    {REPORT_TEXT_HTML, ARTICLE("\"standfirst\":\"a<br/>\""), "/article/standfirst"},
    {REPORT_TEXT_HTML, ARTICLE("\"standfirst\":\"a<!-- b -->\""), "/article/standfirst"},
    {REPORT_TEXT_HTML, FIGURE("\"src\":\"f\",\"alt\":\"a &amp; b\""), "/article/figures/f/alt"},
    {REPORT_TEXT_EMPTY, ARTICLE("\"kicker\":\" \""), "/article/kicker"},
    {REPORT_TEXT_EMPTY, ARTICLE("\"kicker\":\"\\u200b\\u00a0\""), "/article/kicker"},
    {REPORT_TEXT_EMPTY, WORD("print", "\\u202e "), "/strings/en/print"},
    {REPORT_TEXT_CONTROL, ARTICLE("\"kicker\":\"a\\u0086\""), "/article/kicker"},
    {REPORT_TEXT_CONTROL, ARTICLE("\"kicker\":\"a\\u202e\\u0001\""), "/article/kicker"},
    {REPORT_TEXT_CONTROL, ARTICLE("\"body\":\"a&#x7f;\""), "/article/body"},
    {REPORT_TEXT_DIRECTION, ARTICLE("\"kicker\":\"a\\u202e\\u0001\""), "/article/kicker"},
    {REPORT_TEXT_DIRECTION, ARTICLE("\"kicker\":\"a\\u2066\""), "/article/kicker"},
    {REPORT_TEXT_DIRECTION, ARTICLE("\"body\":\"a\\u202e\""), "/article/body"},
    {REPORT_TEXT_MARKS, ARTICLE("\"kicker\":\"a" MARKS "\""), "/article/kicker"},
    {REPORT_TEXT_MARKS, ARTICLE("\"body\":\"a" MARKS "\""), "/article/body"},
    {REPORT_TEXT_INVISIBLE, ARTICLE("\"kicker\":\"a\\u206a\""), "/article/kicker"},
    {REPORT_TEXT_INVISIBLE, ARTICLE("\"kicker\":\"a\\udb40\\udc41\""), "/article/kicker"},

    {REPORT_URL_EMPTY, ARTICLE("\"url\":\" \""), "/article/url"},
    {REPORT_URL_EMPTY, ARTICLE("\"authors\":[{\"name\":\"N\",\"url\":\"\"}]"), "/article/authors/0/url"},
    {REPORT_URL_EMPTY, ARTICLE("\"body\":\"![a]()\""), "/article/body"},
    {REPORT_URL_SCRIPT, ARTICLE("\"url\":\"java\\nscript:x\""), "/article/url"},
    {REPORT_URL_SCRIPT, ARTICLE("\"body\":\"[a](VBScript&colon;x)\""), "/article/body"},
    {REPORT_URL_SCRIPT, ARTICLE("\"url\":\"javascript:\\u0001x\""), "/article/url"},
    {REPORT_URL_SCHEME, ARTICLE("\"url\":\"data:x\""), "/article/url"},
    {REPORT_URL_SCHEME, ARTICLE("\"url\":\"mailto:a@b.example\""), "/article/url"},
    {REPORT_URL_SCHEME, ARTICLE("\"body\":\"![a](tel:1)\""), "/article/body"},
    {REPORT_URL_SCHEME,
     RICH("\"media\":{\"m\":{\"type\":\"video\",\"title\":\"T\",\"url\":\"/v\",\"sources\":[{\"src\":\"tel:1\"}]}}"),
     "/article/media/m/sources/0/src"},
    {REPORT_URL_SCHEME,
     RICH("\"media\":{\"m\":{\"type\":\"video\",\"title\":\"T\",\"url\":\"/v\",\"tracks\":[{\"src\":\"tel:1\"}]}}"),
     "/article/media/m/tracks/0/src"},
    {REPORT_URL_RELATIVE, SITE("\"url\":\"/a\""), "/site/url"},
    {REPORT_URL_HOST, ARTICLE("\"url\":\"https://a@b.example/\""), "/article/url"},
    {REPORT_URL_HOST, ARTICLE("\"url\":\"https:b\""), "/article/url"},
    {REPORT_URL_HOST, ARTICLE("\"url\":\"//a@b.example/\""), "/article/url"},
    {REPORT_URL_HOST, ARTICLE("\"url\":\"/\\\\b.example\""), "/article/url"},
    {REPORT_URL_CHARACTERS, ARTICLE("\"url\":\"/a\\u0001b\""), "/article/url"},
    {REPORT_URL_CHARACTERS, ARTICLE("\"body\":\"<https://a.example/&#32;b>\""), "/article/body"},
    {REPORT_URL_MAILTO, ARTICLE("\"body\":\"[a](mailto:a@b.example?cc=c)\""), "/article/body"},
    {REPORT_URL_MAILTO, ARTICLE("\"body\":\"[a](mailto://a@b.example)\""), "/article/body"},
    {REPORT_URL_TEL, ARTICLE("\"body\":\"[a](tel:*1)\""), "/article/body"},
    {REPORT_URL_TEL, ARTICLE("\"body\":\"[a](tel://1)\""), "/article/body"},
    {REPORT_URL_REFERENCE, ARTICLE("\"url\":\"https://a.example/?a=1&#038;b=2\""), "/article/url"},
    {REPORT_URL_REFERENCE, SITE("\"search\":{\"action\":\"/?a=1&amp;b=2\"}"), "/site/search/action"},
    {REPORT_URL_WITHOUT_SCHEME, ARTICLE("\"url\":\"www.a.example/b\""), "/article/url"},
    {REPORT_URL_LINES, ARTICLE("\"url\":\"https://a.example/\\nb\""), "/article/url"},
    {REPORT_URL_BASE_UNKNOWN, ARTICLE("\"authors\":[{\"name\":\"N\",\"url\":\"/n\"}]"), "/article/authors/0/url"},
    {REPORT_URL_BASE_UNKNOWN, ARTICLE("\"lead\":\"f\",\"figures\":{\"f\":{\"src\":\"f\",\"alt\":\"\"}}"),
     "/article/figures/f/src"},
    {REPORT_URL_BASE_LONG, ARTICLE("\"url\":\"https://a.example/%/a\",\"authors\":[{\"name\":\"N\",\"url\":\"n\"}]"),
     "/article/authors/0/url"},
    {REPORT_URL_BASE_MISSING, ARTICLE("\"url\":\"/a\""), "/article/url"},

    {REPORT_DATE_FORM, ARTICLE("\"published\":\"yesterday\""), "/article/published"},
    {REPORT_DATE_FORM, ARTICLE("\"published\":\"2025-02-28T24:00Z\""), "/article/published"},
    {REPORT_DATE_FORM, ARTICLE("\"published\":\"0000-01-01\""), "/article/published"},
    {REPORT_DATE_FORM, ARTICLE("\"published\":\"9999-12-31T23:00-23:00\""), "/article/published"},
    {REPORT_DATE_FORM, ARTICLE("\"published\":\"2025-02-30 or so\""), "/article/published"},
    {REPORT_DATE_IMPOSSIBLE, ARTICLE("\"published\":\"2025-02-29\""), "/article/published"},
    {REPORT_DATE_IMPOSSIBLE, ARTICLE("\"published\":\"2025-13\""), "/article/published"},
    {REPORT_DATE_IMPOSSIBLE, ARTICLE("\"published\":\"2025-02-28T25:00Z\""), "/article/published"},
    {REPORT_DATE_OFFSET_MISSING, ARTICLE("\"published\":\"2025-02-28T10:00\""), "/article/published"},
    {REPORT_DATE_FUTURE, ARTICLE("\"published\":\"2025-10-18T00:00:01Z\""), "/article/published"},
    {REPORT_DATE_LEAP_SECOND, ARTICLE("\"published\":\"2016-12-31T23:59:60Z\""), "/article/published"},
    {REPORT_DATE_ORDER, ARTICLE("\"published\":\"2025-01-02T00:00Z\",\"modified\":\"2025-01-01T00:00Z\""),
     "/article/modified"},
    {REPORT_ZONE_FORM, SITE("\"timeZone\":\"Asia Seoul\""), "/site/timeZone"},
    {REPORT_ZONE_UNKNOWN, SITE("\"timeZone\":\"Mars/Olympus\""), "/site/timeZone"},
    {REPORT_ZONE_OPTION_UNKNOWN, SITE("\"timeZone\":\"Asia/Seoul\""), "/timeZone"},

    {REPORT_LANGUAGE_FORM, SITE("\"language\":\"english language\""), "/site/language"},
    {REPORT_LANGUAGE_FORM, SITE("\"language\":\"x-private\""), "/site/language"},
    {REPORT_DIRECTION_UNKNOWN, ARTICLE("\"direction\":\"LTR\""), "/article/direction"},
    {REPORT_WORDS_LANGUAGE_UNKNOWN, SITE("\"language\":\"qaa\""), "/site/language"},
    {REPORT_WORDS_LANGUAGE_UNKNOWN, ARTICLE("\"language\":\"qaa\""), "/article/language"},
    {REPORT_WORDS_LANGUAGE_UNKNOWN, "{\"site\":{\"language\":\"qaa\"},\"strings\":{\"qaa\":{}}}", "/site/language"},
    {REPORT_WORDS_LOCALE_UNKNOWN, "{}", "/locale"},
    {REPORT_WORDS_INCOMPLETE, "{\"site\":{\"language\":\"qaa\"},\"strings\":{\"qaa\":{\"posted\":\"x\"}}}",
     "/strings/qaa"},
    {REPORT_WORDS_TOO_LONG, WORD("name-separator", "123456789-123456789-123456789-123"), "/strings/en/name-separator"},
    {REPORT_WORDS_TOO_LONG, WORD("month-names", "12345678901234567890123456789012345678901234567890123456789012345|5"),
     "/strings/en/month-names"},
    {REPORT_WORDS_PLACEHOLDER_MISSING, WORD("byline", "Par {name}"), "/strings/en/byline"},
    {REPORT_WORDS_PLACEHOLDER_TWICE, WORD("byline", "{names} {names}"), "/strings/en/byline"},
    {REPORT_WORDS_NAMES_COUNT, WORD("weekday-names", "a|b|c|d|e|f"), "/strings/en/weekday-names"},
    {REPORT_WORDS_NAMES_COUNT, WORD("month-names", "a|b|c|d|e|f|g|h|i|j|k|l|m"), "/strings/en/month-names"},
    {REPORT_WORDS_NAMES_EMPTY, WORD("month-names", "|||||||||||"), "/strings/en/month-names"},
    {REPORT_WORDS_NAMES_EMPTY, WORD("month-names", "a|b|c|d|e|f|g|h|i|j|k|\\u202e "), "/strings/en/month-names"},
    {REPORT_WORDS_NAMES_EMPTY, WORD("weekday-names", "a||c|d|e|f|g"), "/strings/en/weekday-names"},
    {REPORT_TEXT_EMPTY, WORD("name-last-separator", "\\u0001"), "/strings/en/name-last-separator"},
    {REPORT_TEXT_EMPTY, WORD("name-last-separator", "\\u202e\\u2028"), "/strings/en/name-last-separator"},
    {REPORT_TEXT_EMPTY, WORD("name-separator", "\\u200b\\u0086"), "/strings/en/name-separator"},

    {REPORT_PICTURE_SRC_MISSING, FIGURE("\"alt\":\"a\""), "/article/figures/f"},
    {REPORT_PICTURE_SRC_MISSING, SITE("\"logo\":{\"alt\":\"a\"}"), "/site/logo"},
    {REPORT_PICTURE_SIZE_MISSING, FIGURE("\"src\":\"f\",\"width\":1"), "/article/figures/f"},
    {REPORT_PICTURE_SIZE_HALF, LISTS("\"moreByAuthor\":[{\"headline\":\"H\",\"image\":{\"src\":\"i\",\"width\":1}}]"),
     "/lists/moreByAuthor/0/image"},
    {REPORT_PICTURE_ALT_MISSING, FIGURE("\"src\":\"f\",\"alt\":null"), "/article/figures/f"},
    {REPORT_PICTURE_ALT_CAPTION, FIGURE("\"src\":\"f\",\"alt\":\"A ferry\",\"caption\":\"A  ferry.\""),
     "/article/figures/f/alt"},
    {REPORT_PICTURE_ALT_CAPTION,
     FIGURE("\"src\":\"f\",\"alt\":\"A ferry (Bae Soyun)\",\"caption\":\"A ferry.\",\"credit\":\"Bae Soyun\""),
     "/article/figures/f/alt"},
    {REPORT_PICTURE_ALT_CAPTION,
     RICH("\"figures\":{\"f\":{\"src\":\"f\",\"alt\":\"A & B at the quay, C\",\"caption\":\"[A &amp; "
          "*B*](https://x.example/) at<br>the quay\",\"credit\":\"[C](/c)\"}}"),
     "/article/figures/f/alt"},
    {REPORT_PICTURE_ALT_OTHER,
     ARTICLE("\"figures\":{\"f\":{\"src\":\"f\",\"alt\":\"A ferry\"},\"g\":{\"src\":\"g\",\"alt\":\"\",\"caption\":\"A "
             "ferry.\"}}"),
     "/article/figures/f/alt"},
    {REPORT_PICTURE_ALT_TITLE, SITE("\"slots\":{\"s\":{\"advertiser\":\"A\",\"image\":\"i\",\"alt\":\"a\"}}"),
     "/site/slots/s/alt"},
    {REPORT_PICTURE_ALT_TITLE, FIGURE("\"src\":\"f\",\"alt\":\"Headline\""), "/article/figures/f/alt"},
    {REPORT_PICTURE_ALT_TITLE,
     LISTS("\"galleries\":{\"items\":[{\"title\":\"T\",\"cover\":{\"src\":\"c\",\"alt\":\"T\"}}]}"),
     "/lists/galleries/items/0/cover/alt"},
    {REPORT_PICTURE_ALT_FILE, FIGURE("\"src\":\"f\",\"alt\":\"IMG_1234.jpg\""), "/article/figures/f/alt"},
    {REPORT_PICTURE_ALT_START, FIGURE("\"src\":\"f\",\"alt\":\"Photo of a ferry\""), "/article/figures/f/alt"},
    {REPORT_PICTURE_ALT_MISSING, SITE("\"logo\":{\"src\":\"l.svg\"}"), "/site/logo"},
    {REPORT_PICTURE_ALT_MISSING, SITE("\"slots\":{\"s\":{\"image\":\"i\"}}"), "/site/slots/s"},
    {REPORT_PICTURE_SOURCE_SRC_MISSING, FIGURE("\"sources\":[{\"width\":1}]"), "/article/figures/f/sources/0"},
    {REPORT_PICTURE_SOURCE_WIDTH_MISSING, FIGURE("\"sources\":[{\"src\":\"f\"}]"), "/article/figures/f/sources/0"},
    {REPORT_PICTURE_FOCUS_X_MISSING, FIGURE("\"focus\":{\"y\":1}"), "/article/figures/f/focus"},
    {REPORT_PICTURE_FOCUS_Y_MISSING, FIGURE("\"focus\":{\"x\":1}"), "/article/figures/f/focus"},
    {REPORT_LOGO_SIZE_MISSING, SITE("\"logo\":{\"src\":\"l.svg\",\"alt\":\"L\"}"), "/site/logo"},

    {REPORT_LEAD_UNKNOWN, ARTICLE("\"lead\":\"f\",\"figures\":{\"f\":{}}"), "/article/lead"},
    {REPORT_LEAD_UNKNOWN, ARTICLE("\"lead\":\"f\""), "/article/lead"},
    {REPORT_AUTHOR_NAME_MISSING, ARTICLE("\"authors\":[{}]"), "/article/authors/0"},
    {REPORT_STATUS_UNKNOWN, RICH("\"status\":\"n\""), "/article/status"},
    {REPORT_STATUS_HELD, RICH("\"status\":\"under embargo\""), "/article/status"},
    {REPORT_STATUS_HELD, RICH("\"status\":\"\",\"until\":\"2030-01-01T00:00:00Z\""), "/article/status"},
    {REPORT_STATUS_TIME_FORM, RICH("\"expires\":\"2026-01-02\""), "/article/expires"},
    {REPORT_STATUS_EMBARGOED, RICH("\"status\":\"embargoed\""), "/article/status"},
    {REPORT_AUTHOR_CREDIT_UNKNOWN, RICH("\"authors\":[{\"name\":\"N\",\"credit\":\"n\"}]"),
     "/article/authors/0/credit"},
    {REPORT_BYLINE_NUMBER_UNKNOWN, RICH("\"byline\":\"By {1}\""), "/article/byline"},
    {REPORT_BYLINE_NUMBER_REPEATED, RICH("\"authors\":[{\"name\":\"" LONG_NAME "\"}],\"byline\":\"{1} {1}\""),
     "/article/byline"},
    {REPORT_BYLINE_BRACES, RICH("\"byline\":\"By {names}\""), "/article/byline"},
    {REPORT_AUTHOR_EMAIL_FORM, ARTICLE("\"authors\":[{\"name\":\"N\",\"email\":\"n\"}]"), "/article/authors/0/email"},
    {REPORT_RELATED_HEADLINE_MISSING, ARTICLE("\"related\":{\"r\":{}}"), "/article/related/r"},
    {REPORT_CORRECTION_TEXT_MISSING, ARTICLE("\"corrections\":[{}]"), "/article/corrections/0"},
    {REPORT_CORRECTION_KIND_UNKNOWN, RICH("\"corrections\":[{\"text\":\"T\",\"kind\":\"n\"}]"),
     "/article/corrections/0/kind"},
    {REPORT_LABEL_KIND_UNKNOWN, RICH("\"label\":{\"kind\":\"n\"}"), "/article/label/kind"},
    {REPORT_LABEL_EMPTY, RICH("\"label\":{}"), "/article/label"},
    {REPORT_SERIES_LABEL_MISSING, RICH("\"series\":{}"), "/article/series"},
    {REPORT_SERIES_PART_ORDER, RICH("\"series\":{\"label\":\"L\",\"part\":3,\"of\":2}"), "/article/series/part"},
    {REPORT_RATING_VALUE_MISSING, RICH("\"rating\":{}"), "/article/rating"},
    {REPORT_RATING_VALUE_RANGE, RICH("\"rating\":{\"value\":6}"), "/article/rating/value"},
    {REPORT_STORY_NOTICE_KIND_UNKNOWN, RICH("\"notices\":[{\"kind\":\"n\",\"text\":\"T\"}]"),
     "/article/notices/0/kind"},
    {REPORT_STORY_NOTICE_KIND_MISSING, RICH("\"notices\":[{\"text\":\"T\"}]"), "/article/notices/0"},
    {REPORT_STORY_NOTICE_EMPTY, RICH("\"notices\":[{\"kind\":\"warning\"}]"), "/article/notices/0"},
    {REPORT_MORE_UNKNOWN, RICH("\"more\":[\"n\"]"), "/article/more/0"},
    {REPORT_MORE_REPEATED, RICH("\"related\":{\"r\":{\"headline\":\"H\"}},\"more\":[\"r\",\"r\"]"), "/article/more/1"},
    {REPORT_COMMENTS_URL_MISSING, RICH("\"comments\":{}"), "/article/comments"},
    {REPORT_ACCESS_UNKNOWN, RICH("\"access\":\"n\""), "/article/access"},
    {REPORT_TAG_LABEL_MISSING, ARTICLE("\"tags\":[{\"label\":\"a\"},{}]"), "/article/tags/1"},
    {REPORT_ALTERNATE_LANGUAGE_MISSING, ARTICLE("\"alternates\":[{\"url\":\"https://a.example/\"}]"),
     "/article/alternates/0"},
    {REPORT_ALTERNATE_URL_MISSING, ARTICLE("\"alternates\":[{\"language\":\"ko\"}]"), "/article/alternates/0"},

    {REPORT_TEXT_CONTROL, ARTICLE("\"body\":\"a\\u0001b\""), "/article/body"},
    {REPORT_BODY_PICTURE_ALT_ADDRESS, ARTICLE("\"body\":\"![a [b](/c)](d)\""), "/article/body"},
    {REPORT_BODY_CODE_INFO, ARTICLE("\"body\":\"```js x\\na\""), "/article/body"},
    {REPORT_BODY_INDENTED, ARTICLE("\"body\":\"\\ta\""), "/article/body"},
    {REPORT_BODY_ARITHMETIC, ARTICLE("\"body\":\"5*3=15, 2*4=8\""), "/article/body"},
    {REPORT_AUTOLINK_REFUSED, ARTICLE("\"body\":\"<SBS:news>\""), "/article/body"},
    {REPORT_BODY_HTML, ARTICLE("\"body\":\"<b>\""), "/article/body"},
    {REPORT_BODY_PICTURE_SIZE_MISSING, ARTICLE("\"body\":\"![a](b)\""), "/article/body"},
    {REPORT_BODY_PICTURE_ALT_EMPTY, ARTICLE("\"body\":\"![](b)\""), "/article/body"},
    {REPORT_BODY_COMMENT, ARTICLE("\"body\":\"a<!-- b -->\""), "/article/body"},
    {REPORT_BODY_COMMENT_OPEN, ARTICLE("\"body\":\"a<!-- b\""), "/article/body"},
    {REPORT_BODY_COMMENT_TWICE, ARTICLE("\"body\":\"a<!-- <!-- b -->\""), "/article/body"},
    {REPORT_BODY_EMPTY, ARTICLE("\"body\":\"# <br>\""), "/article/body"},
    {REPORT_BODY_FRONT_MATTER, ARTICLE("\"body\":\"---\\ntitle: b\\n---\\nc\""), "/article/body"},
    {REPORT_BODY_LIST_NUMBERS, ARTICLE("\"body\":\"1. a\\n3. b\""), "/article/body"},
    {REPORT_BODY_LIST_COUNTED, ARTICLE("\"body\":\"1. a\\n1. b\\n1. c\""), "/article/body"},
    {REPORT_BODY_NUMBERS, ARTICLE("\"body\":\"1. 17. a\""), "/article/body"},
    {REPORT_BODY_TABLE_COLUMNS, ARTICLE("\"body\":\"|a|b|\\n|-|\""), "/article/body"},
    {REPORT_BODY_TABLE_ROW, ARTICLE("\"body\":\"|a|\\n|-|\\n|b|c|\""), "/article/body"},
    {REPORT_BODY_DEFINITION_UNUSED, ARTICLE("\"body\":\"[a]: /b\""), "/article/body"},
    {REPORT_BODY_DEFINITION_ADDRESS, ARTICLE("\"body\":\"[a]\\n\\n[a]: sms:1\""), "/article/body"},
    {REPORT_BODY_DEFINITION_REFUSED, ARTICLE("\"body\":\"[a]: sms:1\""), "/article/body"},
    {REPORT_BODY_FOOTNOTE, ARTICLE("\"body\":\"[^1]: b\""), "/article/body"},
    {REPORT_LINE_PICTURE, RICH("\"standfirst\":\"![a](b)\""), "/article/standfirst"},
    {REPORT_BODY_TABLE_TEXT, ARTICLE("\"body\":\"- a\\n| b |\\n| - |\""), "/article/body"},
    {REPORT_BODY_LINK_FORM, ARTICLE("\"body\":\"[a](b c)\""), "/article/body"},
    {REPORT_BODY_LINK_FORM, ARTICLE("\"body\":\"[a](b c \\\"d\\\"  )\""), "/article/body"},
    {REPORT_PLACEMENT_FORM, ARTICLE("\"body\":\"![a](figure:b c)\""), "/article/body"},
    {REPORT_PICTURE_ALT_TITLE, ARTICLE("\"body\":\"![A ferry](b 'A ferry')\""), "/article/body"},
    {REPORT_PICTURE_ALT_FILE, ARTICLE("\"body\":\"![DSC_0042](b)\""), "/article/body"},
    {REPORT_PICTURE_ALT_START, ARTICLE("\"body\":\"![Image of a ferry](b)\""), "/article/body"},
    {REPORT_PLACEMENT_INLINE, ARTICLE("\"body\":\"a ![](figure:f)\""), "/article/body"},
    {REPORT_PLACEMENT_FIGURE_UNKNOWN, ARTICLE("\"body\":\"![](figure:f)\""), "/article/body"},
    {REPORT_PLACEMENT_FIGURE_UNKNOWN, ARTICLE("\"body\":\"![](figure:f)\",\"figures\":{\"f\":{}}"), "/article/body"},
    {REPORT_PLACEMENT_RELATED_UNKNOWN, ARTICLE("\"body\":\"[](related:r)\",\"related\":{\"r\":{}}"), "/article/body"},
    {REPORT_PLACEMENT_RELATED_UNKNOWN, ARTICLE("\"body\":\"[](related:r)\""), "/article/body"},
    {REPORT_MEDIA_TYPE_MISSING, RICH("\"media\":{\"m\":{\"title\":\"T\",\"url\":\"/v\"}}"), "/article/media/m"},
    {REPORT_MEDIA_TYPE_UNKNOWN, RICH("\"media\":{\"m\":{\"type\":\"hologram\"}}"), "/article/media/m/type"},
    {REPORT_MEDIA_TITLE_MISSING, RICH("\"media\":{\"m\":{\"type\":\"video\",\"url\":\"/v\"}}"), "/article/media/m"},
    {REPORT_MEDIA_SOURCES_MISSING, RICH("\"media\":{\"m\":{\"type\":\"audio\",\"title\":\"T\"}}"), "/article/media/m"},
    {REPORT_MEDIA_SOURCE_SRC_MISSING,
     RICH("\"media\":{\"m\":{\"type\":\"video\",\"title\":\"T\",\"url\":\"/v\",\"sources\":[{}]}}"),
     "/article/media/m/sources/0"},
    {REPORT_MEDIA_SOURCE_TYPE_FORM,
     RICH("\"media\":{\"m\":{\"type\":\"video\",\"title\":\"T\",\"sources\":[{\"src\":\"a\",\"type\":\"mp4\"}]}}"),
     "/article/media/m/sources/0/type"},
    {REPORT_MEDIA_SOURCE_TYPE_FORM,
     RICH(
         "\"media\":{\"m\":{\"type\":\"video\",\"title\":\"T\",\"sources\":[{\"src\":\"a\",\"type\":\"text/html\"}]}}"),
     "/article/media/m/sources/0/type"},
    {REPORT_MEDIA_TRACK_SRC_MISSING,
     RICH("\"media\":{\"m\":{\"type\":\"video\",\"title\":\"T\",\"url\":\"/v\",\"tracks\":[{}]}}"),
     "/article/media/m/tracks/0"},
    {REPORT_MEDIA_TRACK_KIND_UNKNOWN,
     RICH("\"media\":{\"m\":{\"type\":\"video\",\"title\":\"T\",\"url\":\"/"
          "v\",\"tracks\":[{\"src\":\"a\",\"kind\":\"metadata\"}]}}"),
     "/article/media/m/tracks/0/kind"},
    {REPORT_MEDIA_URL_MISSING, RICH("\"media\":{\"m\":{\"type\":\"frame\",\"title\":\"T\"}}"), "/article/media/m"},
    {REPORT_MEDIA_FRAME_ADDRESS,
     RICH("\"media\":{\"m\":{\"type\":\"frame\",\"title\":\"T\",\"url\":\"/v\",\"frame\":\"http://a.example/\"}}"),
     "/article/media/m/frame"},
    {REPORT_MEDIA_FRAME_ADDRESS,
     RICH("\"media\":{\"m\":{\"type\":\"frame\",\"title\":\"T\",\"url\":\"/v\",\"frame\":\"https://a.example:444/\"}}"),
     "/article/media/m/frame"},
    {REPORT_MEDIA_POSTER_FOREIGN,
     RICH("\"media\":{\"m\":{\"type\":\"frame\",\"title\":\"T\",\"url\":\"/v\",\"poster\":\"https://a.example/p\"}}"),
     "/article/media/m/poster"},
    {REPORT_MEDIA_TEXT_MISSING, RICH("\"media\":{\"m\":{\"type\":\"post\",\"author\":\"A\"}}"), "/article/media/m"},
    {REPORT_MEDIA_FRAME_OWN,
     RICH("\"media\":{\"m\":{\"type\":\"frame\",\"title\":\"T\",\"url\":\"/v\",\"frame\":\"https://a.example/\"}}}, "
          "\"site\":{\"url\":\"https://A.example/\""),
     "/article/media/m/frame"},
    {REPORT_PICTURE_SIZE_UNKNOWN,
     RICH("\"figures\":{\"f\":{\"src\":\"f\",\"alt\":\"a\",\"width\":1,\"height\":1,\"size\":\"huge\"}}"),
     "/article/figures/f/size"},
    {REPORT_PICTURE_LINK_UNNAMED,
     RICH("\"figures\":{\"f\":{\"src\":\"f\",\"alt\":\"\",\"width\":1,\"height\":1,\"url\":\"/u\"}}"),
     "/article/figures/f/url"},
    {REPORT_QUOTE_TEXT_MISSING, RICH("\"quotes\":{\"q\":{\"source\":\"s\"}}"), "/article/quotes/q"},
    {REPORT_LIVE_STATE_UNKNOWN, RICH("\"live\":{\"state\":\"over\"}"), "/article/live/state"},
    {REPORT_LIVE_ORDER_UNKNOWN, RICH("\"live\":{\"order\":\"up\"}"), "/article/live/order"},
    {REPORT_LIVE_PINNED_UNKNOWN, RICH("\"live\":{\"pinned\":\"u\"}"), "/article/live/pinned"},
    {REPORT_UPDATE_PUBLISHED_MISSING, RICH("\"updates\":{\"u\":{\"title\":\"T\"}}"), "/article/updates/u"},
    {REPORT_UPDATE_EMPTY, RICH("\"updates\":{\"u\":{\"published\":\"2026\"}}"), "/article/updates/u"},
    {REPORT_UPDATE_AUTHOR_UNKNOWN, RICH("\"updates\":{\"u\":{\"title\":\"T\",\"authors\":[0]}}"),
     "/article/updates/u/authors/0"},
    {REPORT_UPDATE_AUTHOR_UNKNOWN,
     RICH("\"authors\":[{\"name\":\"A\"}],\"updates\":{\"u\":{\"title\":\"T\",\"authors\":[0,1]}}"),
     "/article/updates/u/authors/1"},
    {REPORT_UPDATE_AUTHOR_REPEATED,
     RICH("\"authors\":[{\"name\":\"%\"}],\"updates\":{\"u\":{\"title\":\"T\",\"authors\":[0,0]}}"),
     "/article/updates/u/authors/1"},
    {REPORT_DATE_ORDER,
     RICH("\"updates\":{\"u\":{\"title\":\"T\",\"published\":\"2026-01-02\",\"modified\":\"2026-01-01\"}}"),
     "/article/updates/u/modified"},
    {REPORT_BOX_KIND_UNKNOWN, RICH("\"boxes\":{\"b\":{\"kind\":\"recipe\",\"title\":\"T\"}}"), "/article/boxes/b/kind"},
    {REPORT_BOX_TITLE_MISSING, RICH("\"boxes\":{\"b\":{\"body\":\"T\",\"collapsed\":true}}"), "/article/boxes/b"},
    {REPORT_BOX_ITEM_EMPTY, RICH("\"boxes\":{\"b\":{\"title\":\"T\",\"items\":[{\"date\":\"2026\"}]}}"),
     "/article/boxes/b/items/0"},
    {REPORT_BOX_EMPTY, RICH("\"boxes\":{\"b\":{\"kind\":\"facts\",\"paid\":true}}"), "/article/boxes/b"},
    {REPORT_PLACEMENT_BOXED, RICH("\"boxes\":{\"b\":{\"title\":\"T\"},\"c\":{\"body\":\"[T](box:b)\"}}"),
     "/article/boxes/c/body"},
    {REPORT_PLACEMENT_BOXED, RICH("\"boxes\":{\"b\":{\"title\":\"T\"},\"c\":{\"items\":[{\"body\":\"[T](box:b)\"}]}}"),
     "/article/boxes/c/items/0/body"},
    {REPORT_VALUE_TYPE, RICH("\"boxes\":{\"b\":{\"title\":\"T\",\"paid\":\"true\"}}"), "/article/boxes/b/paid"},
    {REPORT_GALLERY_FIGURE_UNKNOWN, RICH("\"galleries\":{\"g\":{\"figures\":[\"f\"]}}"),
     "/article/galleries/g/figures/0"},
    {REPORT_GALLERY_FIGURE_REPEATED,
     RICH("\"figures\":{\"f\":{\"src\":\"f\",\"caption\":\"%\"}},\"galleries\":{\"g\":{\"figures\":[\"f\",\"f\"]}}"),
     "/article/galleries/g/figures/1"},
    {REPORT_GALLERY_EMPTY, RICH("\"galleries\":{\"g\":{\"figures\":[]}}"), "/article/galleries/g"},
    {REPORT_GALLERY_LAYOUT_UNKNOWN, RICH("\"galleries\":{\"g\":{\"figures\":[],\"layout\":\"x\"}}"),
     "/article/galleries/g/layout"},
    {REPORT_GALLERY_LABEL_MISSING, RICH("\"galleries\":{\"g\":{\"figures\":[],\"layout\":\"viewer\"}}"),
     "/article/galleries/g"},
    {REPORT_TEXT_LANGUAGE, RICH("\"standfirst\":\"[a](lang:?)\""), "/article/standfirst"},
    {REPORT_BODY_FOOTNOTE_UNDEFINED, RICH("\"body\":\"a[^1]\""), "/article/body"},
    {REPORT_BODY_FOOTNOTE_UNUSED, RICH("\"body\":\"a\\n\\n[^1]: b\""), "/article/body"},
    {REPORT_LINE_PICTURE, RICH("\"standfirst\":\"a ![b](c)\""), "/article/standfirst"},
    {REPORT_PLACEMENT_ID_UNKNOWN, RICH("\"body\":\"[](slot:s)\""), "/article/body"},
    {REPORT_PLACEMENT_KIND_UNKNOWN, RICH("\"body\":\"[](quiz:q)\""), "/article/body"},
    {REPORT_IN_BODY_SLOT_MISSING, RICH("\"body\":\"\"}, \"site\":{\"inBody\":[{\"after\":1}]"), "/site/inBody/0"},
    {REPORT_IN_BODY_AFTER_MISSING, RICH("\"body\":\"\"}, \"site\":{\"inBody\":[{\"slot\":\"s\"}]"), "/site/inBody/0"},
    {REPORT_PLACEMENT_ID_UNKNOWN,
     RICH("\"body\":\"a\\n\\nb\\n\\nc\\n\\nd\"}, \"site\":{\"inBody\":[{\"slot\":\"s\",\"after\":1}]"),
     "/site/inBody/0"},
    {REPORT_PLACEMENT_REPEATED,
     RICH("\"body\":\"[](slot:s)\\n\\n[](slot:s)\"}, \"site\":{\"slots\":{\"s\":{\"advertiser\":\"%\"}}"),
     "/article/body"},
    {REPORT_PLACEMENT_REPEATED,
     RICH("\"body\":\"[a](box:b)\\n\\n[a](box:b)\",\"boxes\":{\"b\":{\"title\":\"T\",\"items\":[{\"title\":\"%\"}]}}"),
     "/article/body"},
    {REPORT_PLACEMENT_FIGURE_REPEATED,
     ARTICLE("\"body\":\"![](figure:f)\\n\\n![](figure:f)\",\"figures\":{\"f\":{\"src\":\"f\",\"caption\":\"%\"}}"),
     "/article/body"},
    {REPORT_PLACEMENT_RELATED_REPEATED,
     ARTICLE("\"body\":\"[](related:r)\\n\\n[](related:r)\",\"related\":{\"r\":{\"headline\":\"%\"}}"),
     "/article/body"},
    {REPORT_PLACEMENT_SECTION_REPEATED,
     "{\"article\":{\"body\":\"[](related:r)\\n\\n[](related:t)\",\"related\":{\"r\":{\"headline\":\"R\",\"section\":"
     "\"s\"},\"t\":{\"headline\":\"T\",\"section\":\"s\"}}},\"site\":{\"sections\":[{\"id\":\"s\",\"label\":\"%\"}]}}",
     "/article/body"},

    {REPORT_SECTION_UNKNOWN, ARTICLE("\"section\":[\"s\"]"), "/article/section/0"},
    {REPORT_SECTION_UNKNOWN, "{\"article\":{\"section\":[\"s\"]},\"site\":{\"sections\":[{\"id\":\"s\"}]}}",
     "/article/section/0"},
    {REPORT_SECTION_UNKNOWN, ARTICLE("\"related\":{\"r\":{\"headline\":\"R\",\"section\":\"s\"}}"),
     "/article/related/r/section"},
    {REPORT_SECTION_ID_MISSING, SITE("\"sections\":[{\"label\":\"S\"}]"), "/site/sections/0"},
    {REPORT_SECTION_LABEL_MISSING, SITE("\"sections\":[{\"id\":\"s\",\"label\":null}]"), "/site/sections/0"},
    {REPORT_SECTION_ID_TWICE, SITE("\"sections\":[{\"id\":\"s\",\"label\":\"S\"},{\"id\":\"s\",\"label\":\"T\"}]"),
     "/site/sections/1"},
    {REPORT_SECTION_PATH_TWICE,
     "{\"article\":{\"section\":[\"s\",\"s\"]},\"site\":{\"sections\":[{\"id\":\"s\",\"label\":\"S\"}]}}",
     "/article/section/1"},
    {REPORT_SECTION_PATH_TWICE, ARTICLE("\"section\":[\"q\",\"q\"]"), "/article/section/1"},

    {REPORT_THEME_COLOR_FORM, SITE("\"themeColor\":\"red\""), "/site/themeColor"},
    {REPORT_LINK_LABEL_MISSING, SITE("\"navigation\":[{\"url\":\"/a\"}]"), "/site/navigation/0"},
    {REPORT_LINK_URL_MISSING, SITE("\"navigation\":[{\"label\":\"A\"}]"), "/site/navigation/0"},
    {REPORT_NAVIGATION_SECTION_UNKNOWN, SITE("\"navigation\":[{\"label\":\"A\",\"url\":\"/a\",\"section\":\"none\"}]"),
     "/site/navigation/0/section"},
    {REPORT_FOLLOW_NETWORK_FORM, SITE("\"follow\":[{\"label\":\"F\",\"url\":\"/f\",\"network\":\"X\"}]"),
     "/site/follow/0/network"},
    {REPORT_SEARCH_ACTION_MISSING, SITE("\"search\":{}"), "/site/search"},
    {REPORT_SEARCH_PARAMETER_FORM, SITE("\"search\":{\"action\":\"/s\",\"parameter\":\"1\"}"),
     "/site/search/parameter"},
    {REPORT_SEARCH_PARAMETER_RESERVED, SITE("\"search\":{\"action\":\"/s\",\"parameter\":\"action\"}"),
     "/site/search/parameter"},
    {REPORT_NOTICE_ID_MISSING, SITE("\"notice\":{\"title\":\"T\"}"), "/site/notice"},
    {REPORT_NOTICE_TITLE_MISSING, SITE("\"notice\":{\"id\":\"n\"}"), "/site/notice"},
    {REPORT_NOTICE_SIZE_MISSING, SITE("\"notice\":{\"id\":\"n\",\"image\":{\"src\":\"i\",\"alt\":\"\"}}"),
     "/site/notice/image"},
    {REPORT_PICTURE_ALT_MISSING, SITE("\"notice\":{\"id\":\"n\",\"image\":{\"src\":\"i\"}}"), "/site/notice/image"},
    {REPORT_PICTURE_ALT_TITLE,
     SITE("\"notice\":{\"id\":\"n\",\"title\":\"T\",\"image\":{\"src\":\"i\",\"alt\":\"t\"}}"),
     "/site/notice/image/alt"},
    {REPORT_IMPRINT_DATE_FORM, IMPRINT("\"label\":\"L\",\"value\":\"V\",\"date\":\"yesterday\""),
     "/site/imprint/0/date"},
    {REPORT_IMPRINT_DATE_KIND,
     IMPRINT("\"label\":\"L\",\"value\":\"a@b.example\",\"kind\":\"email\",\"date\":\"2025\""), "/site/imprint/0/date"},
    {REPORT_NUMBER_RANGE, LISTS("\"tickerHours\":8761"), "/lists/tickerHours"},
    {REPORT_NOTICE_ID_TOO_LONG, SITE("\"notice\":{\"id\":\"%\",\"title\":\"T\"}"), "/site/notice/id"},
    {REPORT_SHARE_URL_MISSING, SHARE("\"mail\""), "/site/share"},
    {REPORT_SHARE_NETWORK_MISSING, SHARE("{}"), "/site/share/0"},
    {REPORT_SHARE_NETWORK_UNKNOWN, SHARE("\"pigeon\""), "/site/share/0"},
    {REPORT_SHARE_NETWORK_UNKNOWN, SHARE("{\"network\":\"pigeon\"}"), "/site/share/0/network"},
    {REPORT_SHARE_NETWORK_TWICE, SHARE("\"mail\",\"mail\""), "/site/share/1"},
    {REPORT_SHARE_TEMPLATE_MISSING, SHARE("\"kakaotalk\""), "/site/share/0"},
    {REPORT_SHARE_TEMPLATE_URL_MISSING, SHARED("https://k.example/{title}"), "/site/share/0/template"},
    {REPORT_SHARE_TEMPLATE_PLACEHOLDER_UNKNOWN, SHARED("https://k.example/{url}{}"), "/site/share/0/template"},
    {REPORT_SHARE_TEMPLATE_PLACEHOLDER_TWICE, SHARED("https://k.example/{url}{url}"), "/site/share/0/template"},
    {REPORT_SHARE_TEMPLATE_ADDRESS, SHARED("https://k.example{url}"), "/site/share/0/template"},
    {REPORT_SHARE_TEMPLATE_ADDRESS, SHARED("ftp://k.example/{url}"), "/site/share/0/template"},
    {REPORT_SLOT_ADVERTISER_MISSING, SITE("\"slots\":{\"s\":{\"size\":\"banner\"}}"), "/site/slots/s"},
    {REPORT_SLOT_SIZE_MISSING, SITE("\"slots\":{\"s\":{\"advertiser\":\"A\"}}"), "/site/slots/s"},
    {REPORT_SLOT_SIZE_UNKNOWN, SITE("\"slots\":{\"s\":{\"size\":\"huge\"}}"), "/site/slots/s/size"},
    {REPORT_IMPRINT_LABEL_MISSING, IMPRINT("\"value\":\"V\""), "/site/imprint/0"},
    {REPORT_IMPRINT_VALUE_MISSING, IMPRINT("\"label\":\"L\""), "/site/imprint/0"},
    {REPORT_IMPRINT_KIND_UNKNOWN, IMPRINT("\"kind\":\"fax\""), "/site/imprint/0/kind"},
    {REPORT_IMPRINT_EMAIL_FORM, IMPRINT("\"value\":\"nobody\",\"kind\":\"email\""), "/site/imprint/0/value"},
    {REPORT_IMPRINT_TELEPHONE_FORM, IMPRINT("\"value\":\"none\",\"kind\":\"telephone\""), "/site/imprint/0/value"},
    {REPORT_IMPRINT_TELEPHONE_FORM, IMPRINT("\"value\":\"+82 61 555 0100 / 0101\",\"kind\":\"telephone\""),
     "/site/imprint/0/value"},
    {REPORT_IMPRINT_TELEPHONE_FORM, IMPRINT("\"value\":\"061 555 0100 061 5550101\",\"kind\":\"telephone\""),
     "/site/imprint/0/value"},
    {REPORT_IMPRINT_URL_FORM, IMPRINT("\"value\":\"/here\",\"kind\":\"url\""), "/site/imprint/0/value"},
    {REPORT_IMPRINT_DATE_FORM, IMPRINT("\"value\":\"long ago\",\"kind\":\"date\""), "/site/imprint/0/value"},
    {REPORT_FOOTER_GROUP_LABEL_MISSING, SITE("\"footer\":[{\"links\":[{\"label\":\"A\",\"url\":\"/a\"}]}]"),
     "/site/footer/0"},
    {REPORT_FOOTER_GROUP_EMPTY, SITE("\"footer\":[{\"label\":\"A\"}]"), "/site/footer/0"},
    {REPORT_FEED_LABEL_MISSING, SITE("\"feeds\":[{\"url\":\"https://a.example/\"}]"), "/site/feeds/0"},
    {REPORT_FEED_URL_MISSING, SITE("\"feeds\":[{\"label\":\"A\"}]"), "/site/feeds/0"},
    {REPORT_FEED_TYPE_MISSING, SITE("\"feeds\":[{\"label\":\"A\"}]"), "/site/feeds/0"},
    {REPORT_FEED_TYPE_UNKNOWN, SITE("\"feeds\":[{\"type\":\"text/html\"}]"), "/site/feeds/0/type"},

    {REPORT_TICKER_TOO_LONG,
     LISTS("\"ticker\":[" HEADLINES "," HEADLINES "," HEADLINES "," HEADLINES "," HEADLINES "]"), "/lists/ticker"},
    {REPORT_ITEM_HEADLINE_MISSING, LISTS("\"moreByAuthor\":[{}]"), "/lists/moreByAuthor/0"},
    {REPORT_RANKED_LABEL_MISSING, LISTS("\"ranked\":{\"r\":{\"items\":[{\"headline\":\"H\"}]}}"), "/lists/ranked/r"},
    {REPORT_GALLERY_LIST_EMPTY, LISTS("\"galleries\":{\"label\":\"G\",\"items\":[]}"), "/lists/galleries"},
    {REPORT_GALLERY_LIST_EMPTY, LISTS("\"galleries\":{\"label\":\"G\"}"), "/lists/galleries"},
    {REPORT_RANKED_EMPTY, LISTS("\"ranked\":{\"r\":{\"label\":\"L\"}}"), "/lists/ranked/r"},
    {REPORT_GALLERY_COUNT_LOW,
     LISTS("\"galleries\":{\"items\":[{\"title\":\"T\",\"count\":1,\"pictures\":[{\"src\":\"a\",\"alt\":\"\"},{\"src\":"
           "\"b\",\"alt\":\"\"}]}]}"),
     "/lists/galleries/items/0/count"},
    {REPORT_GALLERY_TITLE_MISSING, LISTS("\"galleries\":{\"items\":[{}]}"), "/lists/galleries/items/0"},

    {REPORT_DIAGNOSTICS_TOO_MANY, "{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1}", ""},
};

static const struct {
    const char *code, *message;
    broadsheet_severity severity;
} described[] = {
#define X(code, severity, message) {#code, message, BROADSHEET_SEVERITY_##severity},
#include "report/diagnostics.def"
#undef X
};

/* Whether the story has the diagnostic, at the pointer and of the layer; the message of one of the body may
 * begin with its number. */
static bool diagnosed(const provocation *p, int32_t layer)
{
    const broadsheet_info *info = broadsheet_story_info(story);
    text message = text_of(described[p->code].message);
    for (size_t i = 0; i < info->diagnostic_count; i++) {
        const broadsheet_diagnostic *d = broadsheet_story_diagnostic(story, i);
        if (text_equal(d->code, text_of(described[p->code].code)) && text_equal(d->pointer, text_of(p->pointer)))
            return d->severity == described[p->code].severity && d->layer == layer && d->message.size >= message.size &&
                   text_equal(text_from(d->message, d->message.size - message.size), message);
    }
    return false;
}

static size_t provoked_count; /* diagnostics of the story that provoke opened last */

/* Opens what provokes a code, and says to an open story that its zone is not known. */
static bool provoke(const provocation *p)
{
    static char layer[22000];
    broadsheet_limits limits = *LIMITS(.list_items = 2, .diagnostics = 6);
    broadsheet_options options = OPTIONS(.now = TEXT("2025-10-18T00:00:00Z"), .limits = &limits);
    bool of_options = p->code == REPORT_ZONE_OPTION_UNKNOWN || p->code == REPORT_WORDS_LOCALE_UNKNOWN ||
                      p->code == REPORT_LIMIT_LOWERED;
    const char *much = strchr(p->layer, '%');
    size_t start = much ? (size_t)(much - p->layer) : strlen(p->layer);
    memset(layer, 'x', sizeof layer);
    memcpy(layer, p->layer, start);
    const char *rest = much ? much + 1 : "";
    memcpy(layer + (much ? 20000 : start), rest, strlen(rest) + 1);
    if (p->code == REPORT_ZONE_OPTION_UNKNOWN)
        options.time_zone = TEXT("Mars/Olympus");
    if (p->code == REPORT_WORDS_LOCALE_UNKNOWN)
        options.locale = TEXT("qaa");
    if (p->code == REPORT_LIMIT_LOWERED) {
        limits.json_depth = 501;
        limits.markdown_depth = 201;
    }
    if (p->code == REPORT_TICKER_TOO_LONG)
        limits.list_items = 25;
    if (open_over(layer, &options) != BROADSHEET_OK)
        return false;
    if (p->code == REPORT_ZONE_UNKNOWN || p->code == REPORT_ZONE_OPTION_UNKNOWN)
        broadsheet_set_offsets(story, NULL, 0);
    bool done = diagnosed(p, of_options || p->code == REPORT_DIAGNOSTICS_TOO_MANY ? -1 : 1);
    provoked_count = broadsheet_story_info(story)->diagnostic_count;
    broadsheet_close(story);
    return done;
}

/* Fields that are there and give nothing: each is reported for what is wrong with it, and not as missing, too. */
static const provocation alone[] = {
    {REPORT_NOTICE_ID_TOO_LONG, SITE("\"notice\":{\"id\":\"%\",\"title\":\"T\"}"), "/site/notice/id"},
    {REPORT_VALUE_TYPE, RICH("\"comments\":{\"url\":\"/c\",\"count\":true}"), "/article/comments/count"},
    {REPORT_NUMBER_FRACTION, RICH("\"comments\":{\"url\":\"/c\",\"count\":1.5}"), "/article/comments/count"},
    {REPORT_VALUE_TYPE, LISTS("\"galleries\":{\"label\":\"G\",\"items\":true}"), "/lists/galleries/items"},
    {REPORT_TEXT_EMPTY, SITE("\"notice\":{\"id\":\"n\",\"title\":\" \"}"), "/site/notice/title"},
    {REPORT_TEXT_EMPTY, SITE("\"sections\":[{\"id\":\"\",\"label\":\"S\"}]"), "/site/sections/0/id"},
    {REPORT_VALUE_TYPE, SITE("\"sections\":[{\"id\":\"s\",\"label\":true}]"), "/site/sections/0/label"},
    {REPORT_TEXT_EMPTY, IMPRINT("\"label\":\"\",\"value\":\"V\""), "/site/imprint/0/label"},
    {REPORT_VALUE_TYPE, IMPRINT("\"label\":\"L\",\"value\":false"), "/site/imprint/0/value"},
    {REPORT_LANGUAGE_FORM, ARTICLE("\"alternates\":[{\"language\":\"k\",\"url\":\"https://a.example/\"}]"),
     "/article/alternates/0/language"},
    {REPORT_URL_RELATIVE, ARTICLE("\"alternates\":[{\"language\":\"ko\",\"url\":\"/ko\"}]"),
     "/article/alternates/0/url"},
    /* Before its time nothing else is told of a story, neither of its members nor of its pictures. */
    {REPORT_STATUS_EMBARGOED,
     RICH("\"status\":\"embargoed\",\"unheard\":1,\"figures\":{\"f\":{\"src\":\"f.jpg\",\"alt\":\"f.jpg\"}}"),
     "/article/status"},
    {REPORT_URL_SCHEME, PICTURE("\"sources\":[{\"src\":\"data:x\",\"width\":1}]"), "/article/figures/f/sources/0/src"},
    {REPORT_NUMBER_RANGE, PICTURE("\"sources\":[{\"src\":\"f\",\"width\":0}]"), "/article/figures/f/sources/0/width"},
    {REPORT_PICTURE_SRC_MISSING, FIGURE("\"alt\":\"a\""), "/article/figures/f"},
    {REPORT_URL_SCHEME, FIGURE("\"src\":\"data:x\",\"alt\":\"a\""), "/article/figures/f/src"},
    {REPORT_NUMBER_RANGE, PICTURE("\"focus\":{\"x\":2,\"y\":1}"), "/article/figures/f/focus/x"},
    {REPORT_NUMBER_RANGE, PICTURE("\"focus\":{\"x\":1,\"y\":2}"), "/article/figures/f/focus/y"},
    {REPORT_FEED_TYPE_UNKNOWN, FEED("A", "https://a.example/", "text/html"), "/site/feeds/0/type"},
    {REPORT_URL_RELATIVE, FEED("A", "/a", "application/rss+xml"), "/site/feeds/0/url"},
    {REPORT_TEXT_EMPTY, FEED(" ", "https://a.example/", "application/rss+xml"), "/site/feeds/0/label"},
};

/* What is there and is none is as good as absent: no diagnostic. */
static void nothing_to_say(void)
{
    static const char *const layers[] = {
        "{\"strings\":{\"en\":{\"print\":null},\"ko\":null,\"_\":7}}",
        ARTICLE("\"kicker\":null,\"tags\":null,\"figures\":null"),
        SITE("\"themeColor\":null,\"search\":null"),
    };
    TEST("null and a key with an underscore are nothing to tell of");
    for (size_t i = 0; i < sizeof layers / sizeof layers[0]; i++) {
        CHECK(open_over(layers[i], NULL) == BROADSHEET_OK);
        CHECK(broadsheet_story_info(story)->diagnostic_count == 0);
        broadsheet_close(story);
    }
}

static void diagnostics(void)
{
    bool provoked[REPORT_COUNT] = {false};
    for (size_t i = 0; i < sizeof provocations / sizeof provocations[0]; i++) {
        TEST(described[provocations[i].code].code);
        CHECK(provoke(&provocations[i]));
        provoked[provocations[i].code] = true;
        CHECK(open_over("{}", NULL) == BROADSHEET_OK);
        CHECK(broadsheet_story_info(story)->diagnostic_count == 0);
        broadsheet_close(story);
    }
    for (size_t i = 0; i < sizeof alone / sizeof alone[0]; i++) {
        TEST(alone[i].pointer);
        CHECK(provoke(&alone[i]) && provoked_count == 1);
    }
    for (size_t i = 0; i < REPORT_COUNT; i++) {
        TEST(described[i].code);
        CHECK(provoked[i] ||
              /* which want two layers: tests/node/messages.test.mjs, layers.test.mjs */
              i == REPORT_LAYER_OTHER_ARTICLE || i == REPORT_VERSION_LOWER);
    }
}

/* --- the zone ------------------------------------------------------------------------------ */

static void check_dates(const char *want)
{
    broadsheet_buffer out;
    CHECK(broadsheet_render(story, TEXT("dates"), NO_TEXT, &out) == BROADSHEET_OK);
    CHECK_TEXT(((text){out.at, out.size}), text_of(want));
    broadsheet_free(&out);
}

#define POSTED(machine, shown)                                                                                         \
    "<p class=\"bs-dates\" data-part=\"dates\" lang=\"en\" dir=\"ltr\"><span class=\"bs-dates__item\"><span "          \
    "class=\"bs-dates__label\">Posted</span> <time datetime=\"" machine "\">" shown "</time></span>"
#define DATES(machine, shown) POSTED(machine, shown) "</p>"
#define UPDATED(machine, shown)                                                                                        \
    "\n<span class=\"bs-dates__item\"><span class=\"bs-dates__label\">Updated</span> <time datetime=\"" machine        \
    "\">" shown "</time></span></p>"

/* Of the second of two diagnostics. */
static broadsheet_severity last_severity(const broadsheet_info *info)
{
    CHECK(info->diagnostic_count == 2);
    return broadsheet_story_diagnostic(story, 1)->severity;
}

static void zone(void)
{
    const int32_t seoul[] = {32400}, day[] = {86400}, two[] = {0, 0};
    const broadsheet_info *info;
    TEST("the host answers the instants, as often as it likes, and is asked for no zone's rules");
    CHECK(open_over("{\"article\":{\"language\":\"en\",\"published\":\"2025-10-18T07:00:00+09:00\"},"
                    "\"site\":{\"timeZone\":\"Asia/Seoul\"}}",
                    NULL) == BROADSHEET_OK);
    info = broadsheet_story_info(story);
    CHECK_TEXT(info->time_zone, TEXT("Asia/Seoul"));
    CHECK(info->instant_count == 1 && broadsheet_story_instant(story, 1) == NULL);
    CHECK(broadsheet_story_instant(story, 0)->seconds == 1760738400 && !broadsheet_story_instant(story, 0)->local);
    check_dates(DATES("2025-10-17T22:00Z", "October 17, 2025, 22:00 UTC"));
    CHECK(broadsheet_set_offsets(story, seoul, 1) == BROADSHEET_OK);
    check_dates(DATES("2025-10-18T07:00+09:00", "October 18, 2025, 07:00"));

    TEST("STATE: an answer with another count, without offsets, or a day wide, changes nothing");
    CHECK(broadsheet_set_offsets(story, two, 2) == BROADSHEET_STATE);
    CHECK(broadsheet_set_offsets(story, day, 1) == BROADSHEET_STATE);
    CHECK(broadsheet_set_offsets(story, NULL, 1) == BROADSHEET_STATE);
    check_dates(DATES("2025-10-18T07:00+09:00", "October 18, 2025, 07:00"));

    TEST("an unknown zone is reported once, and forgotten when the host knows it after all");
    for (int i = 0; i < 3; i++)
        CHECK(broadsheet_set_offsets(story, NULL, 0) == BROADSHEET_OK);
    info = broadsheet_story_info(story);
    CHECK(info->diagnostic_count == 1 && broadsheet_story_diagnostic(story, 1) == NULL);
    CHECK_TEXT(broadsheet_story_diagnostic(story, 0)->pointer, TEXT("/site/timeZone"));
    check_dates(DATES("2025-10-17T22:00Z", "October 17, 2025, 22:00 UTC"));
    CHECK(broadsheet_set_offsets(story, seoul, 1) == BROADSHEET_OK);
    CHECK(broadsheet_story_info(story)->diagnostic_count == 0);
    broadsheet_close(story);

    TEST("what stands for more diagnostics than the limit is as grave as it was, once the host knows the zone");
    CHECK(open_over("{\"a\":1,\"b\":1,\"article\":{\"body\":\"<b>\"},\"site\":{\"timeZone\":\"Asia/Seoul\"}}",
                    &OPTIONS(.limits = LIMITS(.diagnostics = 1))) == BROADSHEET_OK);
    info = broadsheet_story_info(story);
    CHECK(last_severity(info) == BROADSHEET_SEVERITY_INFORMATION);
    CHECK(broadsheet_set_offsets(story, NULL, 0) == BROADSHEET_OK);
    CHECK(last_severity(info) == BROADSHEET_SEVERITY_WARNING);
    CHECK(broadsheet_set_offsets(story, seoul, 0) == BROADSHEET_OK);
    CHECK(last_severity(info) == BROADSHEET_SEVERITY_INFORMATION);
    broadsheet_close(story);
}

static void clock_of_the_site(void)
{
    const int32_t west[] = {-18000}, seoul[] = {32400}, day[] = {-86400}, two[] = {0, 0};
    const broadsheet_options zone = OPTIONS(.time_zone = TEXT("America/New_York"));
    const char *layer = "{\"article\":{\"language\":\"en\",\"published\":\"2026-01-17T09:30:00\"},"
                        "\"site\":{\"timeZone\":\"Asia/Seoul\"}}";
    TEST("a local date is read on the site's clock, and shown on that of the option");
    CHECK(open_over(layer, &zone) == BROADSHEET_OK);
    CHECK_TEXT(broadsheet_story_info(story)->clock_zone, TEXT("Asia/Seoul"));
    CHECK_TEXT(broadsheet_story_info(story)->time_zone, TEXT("America/New_York"));
    CHECK(broadsheet_story_instant(story, 0)->local);
    CHECK(broadsheet_set_offsets(story, west, 1) == BROADSHEET_OK);
    check_dates(DATES("2026-01-17T04:30-05:00", "January 17, 2026, 04:30"));
    CHECK(broadsheet_set_clock_offsets(story, seoul, 1) == BROADSHEET_OK);
    check_dates(DATES("2026-01-16T19:30-05:00", "January 16, 2026, 19:30"));
    CHECK(broadsheet_set_clock_offsets(story, day, 1) == BROADSHEET_STATE);
    CHECK(broadsheet_set_clock_offsets(story, two, 2) == BROADSHEET_STATE);
    CHECK(broadsheet_set_clock_offsets(story, NULL, 0) == BROADSHEET_STATE);
    CHECK(broadsheet_set_offsets(story, NULL, 0) == BROADSHEET_OK);
    check_dates(DATES("2026-01-17T00:30Z", "January 17, 2026, 00:30 UTC"));
    broadsheet_close(story);

    TEST("nobody asks for that clock where it is the zone's own, or no date is read on it");
    CHECK(open_over(layer, NULL) == BROADSHEET_OK);
    CHECK(!broadsheet_story_info(story)->clock_zone.size);
    CHECK(broadsheet_set_clock_offsets(story, seoul, 1) == BROADSHEET_STATE);
    broadsheet_close(story);
    CHECK(open_over("{\"article\":{\"published\":\"2026-01-17T09:30:00Z\"},\"site\":{\"timeZone\":\"Asia/Seoul\"}}",
                    &zone) == BROADSHEET_OK);
    CHECK(!broadsheet_story_info(story)->clock_zone.size);
    broadsheet_close(story);
}

/* The time at which a story was published, in the zone, and how it is shown. */
static void check_published(const char *layer, int32_t offset, const char *want)
{
    CHECK(open_over(layer, &OPTIONS(.time_zone = TEXT("Some/Zone"), .locale = TEXT("en"))) == BROADSHEET_OK);
    CHECK(broadsheet_set_offsets(story, &offset, 1) == BROADSHEET_OK);
    check_dates(want);
    broadsheet_close(story);
}

#define PUBLISHED(date) "{\"article\":{\"language\":\"en\",\"published\":\"" date "\"}}"

/* A story at one instant, with a pattern of the bundle's for times. */
#define PATTERN(published, modified, pattern)                                                                          \
    "{\"article\":{\"language\":\"en\",\"published\":\"" published "\",\"modified\":\"" modified                       \
    "\"},\"site\":{\"timeZone\":\"America/New_York\"},\"strings\":{\"en\":{\"date-time\":\"" pattern "\"}}}"

static void names_of_the_zone(void)
{
    const int32_t west[] = {-18000, -16200};
    const text names[] = {TEXT_INIT("EST"), TEXT_INIT("")}, long_name[] = {TEXT_INIT("x"), {base, 65}};
    const text ill[] = {TEXT_INIT("x"), TEXT_INIT("\xFF")};
    const char *layer =
        PATTERN("2023-02-04T10:35Z", "2023-02-05T10:35Z", "{year}-{month-2}-{day-2} {hour}:{minute} {zone}");
    TEST("a pattern shows the zone's name as the host tells it, else its offset, and in UTC that it is UTC");
    CHECK(open_over(layer, NULL) == BROADSHEET_OK);
    CHECK_TEXT(broadsheet_story_info(story)->zone_locale, TEXT("en"));
    check_dates(POSTED("2023-02-04T10:35Z", "2023-02-04 10:35 UTC")
                    UPDATED("2023-02-05T10:35Z", "2023-02-05 10:35 UTC"));
    CHECK(broadsheet_set_offsets(story, west, 2) == BROADSHEET_OK);
    check_dates(POSTED("2023-02-04T05:35-05:00", "2023-02-04 05:35 GMT-5")
                    UPDATED("2023-02-05T06:05-04:30", "2023-02-05 06:05 GMT-4:30"));
    CHECK(broadsheet_set_zone_names(story, names, 2) == BROADSHEET_OK);
    check_dates(POSTED("2023-02-04T05:35-05:00", "2023-02-04 05:35 EST")
                    UPDATED("2023-02-05T06:05-04:30", "2023-02-05 06:05 GMT-4:30"));

    TEST("STATE: names that are too many, too long or no text change nothing");
    CHECK(broadsheet_set_zone_names(story, names, 1) == BROADSHEET_STATE);
    CHECK(broadsheet_set_zone_names(story, long_name, 2) == BROADSHEET_STATE);
    CHECK(broadsheet_set_zone_names(story, ill, 2) == BROADSHEET_STATE);
    check_dates(POSTED("2023-02-04T05:35-05:00", "2023-02-04 05:35 EST")
                    UPDATED("2023-02-05T06:05-04:30", "2023-02-05 06:05 GMT-4:30"));
    broadsheet_close(story);

    TEST("an offset of none is that of GMT, which is no UTC");
    const int32_t summer[] = {0, 3600};
    CHECK(open_over(PATTERN("2023-02-04T10:35Z", "2023-07-05T10:35Z", "{year}, {hour}:{minute} {zone}"), NULL) ==
          BROADSHEET_OK);
    CHECK(broadsheet_set_offsets(story, summer, 2) == BROADSHEET_OK);
    check_dates(POSTED("2023-02-04T10:35Z", "2023, 10:35 GMT") UPDATED("2023-07-05T11:35+01:00", "2023, 11:35 GMT+1"));
    broadsheet_close(story);

    TEST("no name is asked for that no pattern shows");
    CHECK(open_over(PATTERN("2023-02-04T10:35Z", "2023", "{year}"), NULL) == BROADSHEET_OK);
    CHECK(!broadsheet_story_info(story)->zone_locale.size);
    CHECK(broadsheet_set_zone_names(story, names, 1) == BROADSHEET_OK);
    broadsheet_close(story);
}

/* Whether both dates of a story are shown. */
static bool shows_both(const char *layer)
{
    broadsheet_buffer out;
    CHECK(open_over(layer, NULL) == BROADSHEET_OK);
    CHECK(broadsheet_render(story, TEXT("dates"), NO_TEXT, &out) == BROADSHEET_OK);
    bool both = false;
    for (size_t i = 0; i + 7 < out.size; i++)
        both = both || memcmp(out.at + i, "Updated", 7) == 0;
    broadsheet_free(&out);
    broadsheet_close(story);
    return both;
}

static void one_time(void)
{
    TEST("a time of change that is shown as the same text as the first is shown once");
    CHECK(!shows_both(PATTERN("2023-02-04T10:35:00Z", "2023-02-04T10:35:59Z", "{year} {hour}:{minute}")));
    CHECK(!shows_both(PATTERN("2023-02-04T10:35:00Z", "2023-02-04T19:35:00+09:00", "{year} {hour}:{minute}")));
    CHECK(!shows_both(PATTERN("2023-02-04T10:35:00Z", "2023-11-24T15:45:00Z", "{year}")));
    CHECK(!shows_both(PATTERN("2023-02-04", "2023-02-04", "{year}")));
    CHECK(shows_both(PATTERN("2023-02-04T10:35:59Z", "2023-02-04T10:36:00Z", "{year} {hour}:{minute}")));
    CHECK(shows_both(PATTERN("2023-02-04T10:35Z", "2023-02-04T11:35Z", "{year} {hour}")));
    CHECK(shows_both(PATTERN("2023-02-04T10:35Z", "2023-02-05T10:35Z", "{year} {day-2}")));
    CHECK(shows_both(PATTERN("2023-02-04T10:35Z", "2023-02-05T10:35Z", "{year} {weekday}")));
    CHECK(shows_both(PATTERN("2023-02-04T10:35Z", "2023-03-04T10:35Z", "{year} {month-name}")));
    CHECK(shows_both(PATTERN("2023-02-04T10:35Z", "2024-02-04T10:35Z", "{year}")));
    CHECK(shows_both(PATTERN("2023-02-04", "2023-02-04T10:35Z", "{year}")));
}

static void ends_of_the_calendar(void)
{
    TEST("a time that the zone's clock would show in the year 0 or 10000 is shown in UTC, and says so");
    check_published(PUBLISHED("9999-12-31T14:30Z"), 32400, DATES("9999-12-31T23:30+09:00", "December 31, 9999, 23:30"));
    check_published(PUBLISHED("9999-12-31T23:30Z"), 32400, DATES("9999-12-31T23:30Z", "December 31, 9999, 23:30 UTC"));
    check_published(PUBLISHED("0001-01-01T00:30Z"), -18000, DATES("0001-01-01T00:30Z", "January 1, 1, 00:30 UTC"));
    check_published(PUBLISHED("0001-01-01T06:00Z"), -18000, DATES("0001-01-01T01:00-05:00", "January 1, 1, 01:00"));
    check_published(PUBLISHED("9999-12-31T23:30"), 32400, DATES("9999-12-31T23:30+09:00", "December 31, 9999, 23:30"));
}

/* --- threads ------------------------------------------------------------------------------- */

enum { THREADS = 8, ROUNDS = 40 };

static const char rich[] =
    "{\"article\":{\"id\":\"a\",\"headline\":\"H\",\"published\":\"2025-10-18T07:00:00Z\",\"body\":\"# A\\n\\n"
    "- [x] b\\n\\n| c |\\n|---|\\n| d "
    "|\\n\\n![](figure:f)\",\"figures\":{\"f\":{\"src\":\"f.webp\",\"caption\":\"C\"}}}}";

static broadsheet_story *shared;
static broadsheet_buffer wanted;

static bool renders_as_wanted(const broadsheet_story *one)
{
    broadsheet_buffer out;
    if (broadsheet_render(one, TEXT("document"), NO_TEXT, &out) != BROADSHEET_OK)
        return false;
    bool same = text_equal((text){out.at, out.size}, (text){wanted.at, wanted.size});
    broadsheet_free(&out);
    return same;
}

/* Renders the shared story, and opens, renders and spoils some of its own, all at once. */
static void *thread_work(void *failures)
{
    for (int i = 0; i < ROUNDS; i++) {
        const text layer = text_of(rich), broken = TEXT("{\"article\"");
        broadsheet_story *own;
        bool good = renders_as_wanted(shared);
        good = good && broadsheet_open(&layer, 1, NULL, &own, NULL) == BROADSHEET_OK;
        good = good && renders_as_wanted(own);
        if (good)
            broadsheet_close(own);
        good = good && broadsheet_open(&broken, 1, NULL, &own, NULL) == BROADSHEET_JSON;
        *(int *)failures += !good;
    }
    return NULL;
}

static void threads(void)
{
    pthread_t thread[THREADS];
    int failures[THREADS] = {0};
    const text layer = text_of(rich);
    TEST("threads share one story and have others of their own, and all give the same bytes");
    CHECK(broadsheet_open(&layer, 1, NULL, &shared, NULL) == BROADSHEET_OK);
    CHECK(broadsheet_render(shared, TEXT("document"), NO_TEXT, &wanted) == BROADSHEET_OK && wanted.size > 500);
    for (size_t i = 0; i < THREADS; i++)
        CHECK(pthread_create(&thread[i], NULL, thread_work, &failures[i]) == 0);
    for (size_t i = 0; i < THREADS; i++)
        CHECK(pthread_join(thread[i], NULL) == 0 && failures[i] == 0);
    broadsheet_free(&wanted);
    broadsheet_close(shared);
}

int main(void)
{
    statuses_of_layers();
    statuses_of_options();
    statuses_of_limits();
    depth_of_json();
    statuses_of_calls();
    diagnostics();
    nothing_to_say();
    zone();
    names_of_the_zone();
    clock_of_the_site();
    one_time();
    ends_of_the_calendar();
    threads();
    return check_done();
}
