/* The public interface as a C program sees it: every status and where it is, every diagnostic,
 * the zone's answer, and threads. */
#include "check.h"
#include "report/report.h"

#include <pthread.h>

static broadsheet_story *story;
static broadsheet_error error = BROADSHEET_ERROR_INIT;

static text text_of(const char *string)
{
    return (text){string, strlen(string)};
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

    TEST("error may be NULL");
    CHECK(broadsheet_open(NULL, 0, NULL, &story, NULL) == BROADSHEET_SHAPE && story == NULL);
}

static void statuses_of_options(void)
{
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
        {OPTIONS_INIT(.heading_base = 7), "/headingBase"},
    };
    broadsheet_buffer out;
    char prefix[65];
    TEST("an idPrefix is of 64 bytes, and not of one more");
    memset(prefix, 'p', sizeof prefix);
    CHECK(open_over("{}", &OPTIONS(.id_prefix = {prefix, 64})) == BROADSHEET_OK);
    broadsheet_close(story);
    CHECK(open_over("{}", &OPTIONS(.id_prefix = {prefix, 65})) == BROADSHEET_OPTION);

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

/* A figure with much text, placed twice; made by placed_again_make. */
static char placed_again[20000];

static void placed_again_make(void)
{
    static const char start[] =
        "{\"article\":{\"body\":\"![](figure:f)\\n\\n![](figure:f)\",\"figures\":{\"f\":{\"src\":"
        "\"f\",\"caption\":\"";
    memset(placed_again, 'x', sizeof placed_again);
    memcpy(placed_again, start, sizeof start - 1);
    memcpy(placed_again + sizeof placed_again - 6, "\"}}}}", 6);
}

static const provocation provocations[] = {
    {REPORT_TYPE, "{\"article\":{\"kicker\":7}}", "/article/kicker"},
    {REPORT_EMPTY, "{\"article\":{\"kicker\":\" \"}}", "/article/kicker"},
    {REPORT_EMPTY, "{\"article\":{\"kicker\":\"\\u200b\\u00a0\"}}", "/article/kicker"},
    {REPORT_EMPTY, "{\"strings\":{\"en\":{\"print\":\"\\u202e \"}}}", "/strings/en/print"},
    {REPORT_INCOMPLETE, "{\"article\":{\"tags\":[{\"label\":\"a\"},{}]}}", "/article/tags/1"},
    {REPORT_DUPLICATE_KEY, "{\"article\":{\"rights\":\"a\",\"rights\":\"b\"}}", "/article/rights"},
    {REPORT_UNKNOWN_KEY, "{\"article\":{\"a/b~\":1}}", "/article/a~1b~0"},
    {REPORT_VERSION, "{\"broadsheet\":2}", "/broadsheet"},
    {REPORT_URL_SCHEME, "{\"article\":{\"url\":\"java\\nscript:x\"}}", "/article/url"},
    {REPORT_DATE_FORMAT, "{\"article\":{\"published\":\"2025-02-29\"}}", "/article/published"},
    {REPORT_DATE_ZONE, "{\"article\":{\"published\":\"2025-02-28T10:00\"}}", "/article/published"},
    {REPORT_DATE_FUTURE, "{\"article\":{\"published\":\"2025-10-18T00:00:01Z\"}}", "/article/published"},
    {REPORT_DATE_ORDER, "{\"article\":{\"published\":\"2025-01-02T00:00Z\",\"modified\":\"2025-01-01T00:00Z\"}}",
     "/article/modified"},
    {REPORT_ZONE_UNKNOWN, "{\"site\":{\"timeZone\":\"Asia Seoul\"}}", "/site/timeZone"},
    {REPORT_LANGUAGE_WORDS, "{\"site\":{\"language\":\"qaa\"}}", "/site/language"}, /* qaa names no language, ever */
    {REPORT_WORDS_INCOMPLETE, "{\"site\":{\"language\":\"qaa\"},\"strings\":{\"qaa\":{\"posted\":\"Posted\"}}}",
     "/strings/qaa"},
    {REPORT_URL_RELATIVE, "{\"article\":{\"url\":\"/a\"}}", "/article/url"},
    {REPORT_FORM, "{\"site\":{\"themeColor\":\"red\"}}", "/site/themeColor"},
    {REPORT_CHOICE, "{\"site\":{\"share\":[\"pigeon\"]}}", "/site/share/0"},
    {REPORT_LOGO_SIZE, "{\"site\":{\"logo\":{\"src\":\"l.svg\",\"alt\":\"L\"}}}", "/site/logo"},
    {REPORT_REFERENCE_ITEM, "{\"site\":{\"navigation\":[{\"label\":\"A\",\"url\":\"/a\",\"section\":\"none\"}]}}",
     "/site/navigation/0/section"},
    {REPORT_SHARE_TEMPLATE, "{\"site\":{\"share\":[{\"network\":\"kakaotalk\",\"template\":\"https://k.example/\"}]}}",
     "/site/share/0/template"},
    {REPORT_SHARE_TWICE, "{\"site\":{\"share\":[\"mail\",\"mail\"]}}", "/site/share/1"},
    {REPORT_IMPRINT_VALUE, "{\"site\":{\"imprint\":[{\"label\":\"Mail\",\"value\":\"nobody\",\"kind\":\"email\"}]}}",
     "/site/imprint/0/value"},
    {REPORT_LANGUAGE_TAG, "{\"site\":{\"language\":\"english language\"}}", "/site/language"},
    {REPORT_DIRECTION, "{\"article\":{\"direction\":\"LTR\"}}", "/article/direction"},
    {REPORT_RANGE, "{\"article\":{\"figures\":{\"f\":{\"src\":\"f\",\"width\":0}}}}", "/article/figures/f/width"},
    {REPORT_MAIL, "{\"article\":{\"authors\":[{\"name\":\"N\",\"email\":\"n\"}]}}", "/article/authors/0/email"},
    {REPORT_REFERENCE_FIGURE, "{\"article\":{\"lead\":\"f\"}}", "/article/lead"},
    {REPORT_REFERENCE_SECTION, "{\"article\":{\"section\":[\"s\"]}}", "/article/section/0"},
    {REPORT_SECTION_TWICE, "{\"site\":{\"sections\":[{\"id\":\"s\",\"label\":\"S\"},{\"id\":\"s\",\"label\":\"T\"}]}}",
     "/site/sections/1"},
    {REPORT_PATH_TWICE,
     "{\"article\":{\"section\":[\"s\",\"s\"]},\"site\":{\"sections\":[{\"id\":\"s\",\"label\":\"S\"}]}}",
     "/article/section/1"},
    {REPORT_PATH_TWICE, "{\"article\":{\"section\":[\"q\",\"q\"]}}", "/article/section/1"},
    {REPORT_TYPE, "{\"site\":{\"sections\":[{\"label\":\"S\",\"children\":[{\"children\":[{\"id\":7}]}]}]}}",
     "/site/sections/0/children/0/children/0/id"},
    {REPORT_FIGURE_SIZE, "{\"article\":{\"figures\":{\"f\":{\"src\":\"f\",\"width\":1}}}}", "/article/figures/f"},
    {REPORT_FIGURE_ALT, "{\"article\":{\"figures\":{\"f\":{\"src\":\"f\",\"alt\":null}}}}", "/article/figures/f"},
    {REPORT_PLACE_FIGURE, "{\"article\":{\"body\":\"![](figure:f)\"}}", "/article/body"},
    {REPORT_PLACE_RELATED, "{\"article\":{\"body\":\"[](related:r)\"}}", "/article/body"},
    {REPORT_PLACE_AGAIN, placed_again, "/article/body"},
    {REPORT_PLACE_INLINE, "{\"article\":{\"body\":\"a ![](figure:f)\"}}", "/article/body"},
    {REPORT_BODY_URL, "{\"article\":{\"body\":\"[a](javascript&colon;x)\"}}", "/article/body"},
    {REPORT_BODY_IMAGE, "{\"article\":{\"body\":\"![a](b)\"}}", "/article/body"},
    {REPORT_BODY_ALT, "{\"article\":{\"body\":\"![](b)\"}}", "/article/body"},
    {REPORT_BODY_HTML, "{\"article\":{\"body\":\"<b>\"}}", "/article/body"},
    {REPORT_TEXT_CONTROL, "{\"article\":{\"kicker\":\"a\\u0085\"}}", "/article/kicker"},
    {REPORT_LIST_CUT, "{\"article\":{\"tags\":[{\"label\":\"a\"},{\"label\":\"b\"},{\"label\":\"c\"}]}}",
     "/article/tags"},
    {REPORT_PATTERN, "{\"strings\":{\"fr\":{\"byline\":\"Par {name}\"}}}", "/strings/fr/byline"},
    {REPORT_MORE, "{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1}", ""},
};

static const struct {
    const char *code, *message;
    broadsheet_severity severity;
} described[] = {
#define X(name, code, severity, message) {code, message, BROADSHEET_SEVERITY_##severity},
#include "report/diagnostics.def"
#undef X
};

/* Whether the story has the diagnostic, at the pointer and of the layer; one of the body may
 * begin with its number. */
static bool diagnosed(const provocation *p)
{
    const broadsheet_info *info = broadsheet_story_info(story);
    text message = text_of(described[p->code].message);
    for (size_t i = 0; i < info->diagnostic_count; i++) {
        const broadsheet_diagnostic *d = broadsheet_story_diagnostic(story, i);
        if (d->message.size >= message.size &&
            text_equal(text_from(d->message, d->message.size - message.size), message))
            return text_equal(d->code, text_of(described[p->code].code)) &&
                   d->severity == described[p->code].severity && d->layer == (p->code == REPORT_MORE ? -1 : 1) &&
                   text_equal(d->pointer, text_of(p->pointer));
    }
    return false;
}

static void diagnostics(void)
{
    const broadsheet_options options =
        OPTIONS(.now = TEXT("2025-10-18T00:00:00Z"), .limits = LIMITS(.list_items = 2, .diagnostics = 6));
    bool provoked[REPORT_COUNT] = {false};
    placed_again_make();
    for (size_t i = 0; i < sizeof provocations / sizeof provocations[0]; i++) {
        const provocation *p = &provocations[i];
        TEST(described[p->code].message);
        CHECK(open_over(p->layer, &options) == BROADSHEET_OK);
        CHECK(diagnosed(p));
        provoked[p->code] = true;
        broadsheet_close(story);
        CHECK(open_over("{}", &options) == BROADSHEET_OK);
        CHECK(broadsheet_story_info(story)->diagnostic_count == 0);
        broadsheet_close(story);
    }
    TEST("each diagnostic of diagnostics.def was provoked");
    for (size_t i = 0; i < REPORT_COUNT; i++)
        CHECK(provoked[i]);
}

/* --- the zone ------------------------------------------------------------------------------ */

static void check_dates(const char *want)
{
    broadsheet_buffer out;
    CHECK(broadsheet_render(story, TEXT("dates"), NO_TEXT, &out) == BROADSHEET_OK);
    CHECK_TEXT(((text){out.at, out.size}), text_of(want));
    broadsheet_free(&out);
}

#define DATES(machine, shown)                                                                                          \
    "<p class=\"bs-dates\" data-part=\"dates\" lang=\"en\" dir=\"ltr\"><span class=\"bs-dates__item\"><span "          \
    "class=\"bs-dates__label\">Posted</span> <time datetime=\"" machine "\">" shown "</time></span></p>"

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

/* The time at which a story was published, in the zone, and how it is shown. */
static void check_published(const char *layer, int32_t offset, const char *want)
{
    CHECK(open_over(layer, &OPTIONS(.time_zone = TEXT("Some/Zone"), .locale = TEXT("en"))) == BROADSHEET_OK);
    CHECK(broadsheet_set_offsets(story, &offset, 1) == BROADSHEET_OK);
    check_dates(want);
    broadsheet_close(story);
}

#define PUBLISHED(date) "{\"article\":{\"language\":\"en\",\"published\":\"" date "\"}}"

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
    zone();
    ends_of_the_calendar();
    threads();
    return check_done();
}
