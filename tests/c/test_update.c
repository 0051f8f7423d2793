/* The public interface of updates as a C program sees it. */
#include "check.h"

static broadsheet_error error = BROADSHEET_ERROR_INIT;
static const text base = TEXT_INIT("{\"article\":{\"id\":\"a\",\"headline\":\"H\",\"body\":\"B\",\"modified\":"
                                   "\"2026-01-17T10:00:00Z\",\"figures\":{\"f\":{\"src\":\"f\",\"alt\":\"\"}}}}");

static broadsheet_story *opened(const broadsheet_options *options)
{
    broadsheet_story *story;
    CHECK(broadsheet_open(&base, 1, options, &story, &error) == BROADSHEET_OK);
    return story;
}

static broadsheet_status update(const broadsheet_story *story, broadsheet_update_kind kind, const char *json,
                                broadsheet_story **out)
{
    const text one = {json, strlen(json)};
    return broadsheet_update(story, kind, &one, 1, out, &error);
}

/* Whether the message of the last error holds these words. */
static bool says(const char *words)
{
    return error.message != NULL && strstr(error.message, words) != NULL;
}

static void test_stories(void)
{
    broadsheet_options options = OPTIONS(.id_prefix = TEXT("x-"), .heading_base = 3, .limits = LIMITS(.links = 7));
    broadsheet_story *story = opened(&options), *next, *last;
    broadsheet_buffer html;

    TEST("an update makes another story with the options of the first, which stays");
    CHECK(update(story, BROADSHEET_UPDATE_MERGE, "{\"article\":{\"headline\":\"New\"}}", &next) == BROADSHEET_OK);
    CHECK(error.status == BROADSHEET_OK && error.layer == -1 && error.operation == -1);
    CHECK_TEXT(broadsheet_story_info(story)->title, TEXT("H"));
    CHECK(broadsheet_render(next, TEXT("headline"), NO_TEXT, &html) == BROADSHEET_OK);
    CHECK(html.size > 3 && memcmp(html.at, "<h3", 3) == 0);
    broadsheet_free(&html);

    TEST("an update of an updated story, once the first is closed");
    broadsheet_close(story);
    CHECK(update(next, BROADSHEET_UPDATE_PATCH, "[{\"op\":\"add\",\"path\":\"/article/kicker\",\"value\":\"K\"}]",
                 &last) == BROADSHEET_OK);
    broadsheet_close(next);
    CHECK_TEXT(broadsheet_story_info(last)->title, TEXT("New"));

    TEST("its diagnostics have a pointer, and no place");
    bool any = false;
    for (size_t i = 0; broadsheet_story_diagnostic(last, i) != NULL; i++) {
        const broadsheet_diagnostic *d = broadsheet_story_diagnostic(last, i);
        CHECK(d->offset == -1 && d->line == -1 && d->column == -1);
        any = any || text_equal(d->pointer, TEXT("/article/figures/f"));
    }
    CHECK(any);

    TEST("nor has the one of a zone that the host does not know");
    CHECK(update(last, BROADSHEET_UPDATE_MERGE, "{\"site\":{\"timeZone\":\"Mars/Olympus\"}}", &next) == BROADSHEET_OK);
    size_t count = broadsheet_story_info(next)->diagnostic_count;
    CHECK(broadsheet_set_offsets(next, NULL, 0) == BROADSHEET_OK);
    const broadsheet_diagnostic *zone = broadsheet_story_diagnostic(next, count);
    CHECK(zone != NULL && text_equal(zone->pointer, TEXT("/site/timeZone")));
    CHECK(zone != NULL && zone->offset == -1 && zone->line == -1 && zone->column == -1);
    broadsheet_close(next);

    TEST("no text at all changes nothing");
    CHECK(broadsheet_update(last, BROADSHEET_UPDATE_MERGE, NULL, 0, &next, NULL) == BROADSHEET_OK);
    broadsheet_changes *changes;
    CHECK(broadsheet_compare(last, next, &changes) == BROADSHEET_OK);
    CHECK(broadsheet_changes_at(changes, 0) == NULL && broadsheet_changes_order(changes) == 0);
    broadsheet_changes_close(changes);
    broadsheet_close(next);
    broadsheet_close(last);
}

static void test_errors(void)
{
    broadsheet_story *story = opened(NULL), *next;

    TEST("a text of another kind is refused with its index");
    const text two[] = {TEXT_INIT("{}"), TEXT_INIT("{\n7")};
    CHECK(broadsheet_update(story, BROADSHEET_UPDATE_MERGE, two, 2, &next, &error) == BROADSHEET_JSON && next == NULL);
    CHECK(error.layer == 1 && error.line == 2 && error.column == 1);
    CHECK(update(story, BROADSHEET_UPDATE_MERGE, "[]", &next) == BROADSHEET_SHAPE && error.layer == 0);
    CHECK(update(story, BROADSHEET_UPDATE_MERGE, "{\"article\":{\"body\":null}}", &next) == BROADSHEET_SHAPE);
    CHECK(error.layer == -1 && error.offset == -1 && strcmp(error.pointer, "/article/body") == 0);

    TEST("an operation of a JSON Patch is no layer");
    CHECK(update(story, BROADSHEET_UPDATE_MERGE, "{\"op\":\"remove\",\"path\":\"/article\"}", &next) ==
              BROADSHEET_SHAPE &&
          error.layer == 0 && strstr(error.message, "JSON Patch"));
    CHECK(update(story, BROADSHEET_UPDATE_MERGE, "{\"op\":1}", &next) == BROADSHEET_OK);
    broadsheet_close(next);
    CHECK(update(story, BROADSHEET_UPDATE_MERGE, "{\"path\":1}", &next) == BROADSHEET_OK);
    broadsheet_close(next);

    TEST("a patch that cannot be applied is refused with the operation and the pointer");
    CHECK(update(
              story, BROADSHEET_UPDATE_PATCH,
              "[{\"op\":\"remove\",\"path\":\"/article/figures\"},\n{\"op\":\"remove\",\"path\":\"/article/figures\"}]",
              &next) == BROADSHEET_PATCH &&
          next == NULL);
    CHECK(error.operation == 1 && error.layer == 0 && error.line == 2 && error.column == 1);
    CHECK(strcmp(error.pointer, "/article/figures") == 0);
    CHECK(update(story, BROADSHEET_UPDATE_PATCH, "{}", &next) == BROADSHEET_PATCH && error.operation == -1);
    CHECK(update(story, BROADSHEET_UPDATE_PATCH, "[{\"op\":\"remove\",\"path\":\"\"}]", &next) == BROADSHEET_SHAPE);

    TEST("a pointer that does not fit the error is cut before a token");
    char long_path[700] = "[{\"op\":\"remove\",\"path\":\"";
    size_t path_size = strlen(long_path);
    for (int i = 0; i < 60; i++)
        path_size += (size_t)sprintf(long_path + path_size, "/article");
    sprintf(long_path + path_size, "\"}]");
    CHECK(update(story, BROADSHEET_UPDATE_PATCH, long_path, &next) == BROADSHEET_PATCH);
    CHECK(strlen(error.pointer) == 248);

    TEST("error may be NULL, and its size must be right");
    CHECK(broadsheet_update(story, BROADSHEET_UPDATE_PATCH, &base, 1, &next, NULL) == BROADSHEET_PATCH);
    broadsheet_error unsized = {0};
    CHECK(broadsheet_update(story, BROADSHEET_UPDATE_PATCH, &base, 1, &next, &unsized) == BROADSHEET_OPTION);
    broadsheet_close(story);
}

static void test_limits(void)
{
    broadsheet_options options = OPTIONS(.limits = LIMITS(.bundle_bytes = 1000, .json_nodes = 40, .json_depth = 7));
    broadsheet_story *story = opened(&options), *next;

    TEST("values are counted in the story, the texts and the copies together");
    CHECK(update(story, BROADSHEET_UPDATE_MERGE,
                 "{\"_\":[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]}",
                 &next) == BROADSHEET_LIMIT);
    CHECK(error.layer == 0);
    CHECK(update(story, BROADSHEET_UPDATE_PATCH,
                 "[{\"op\":\"copy\",\"from\":\"\",\"path\":\"/_a\"},{\"op\":\"copy\",\"from\":\"\",\"path\":\"/_b\"}]",
                 &next) == BROADSHEET_LIMIT);
    CHECK(error.operation == 1);

    TEST("the merged bundle is a layer, with the limits of one");
    CHECK(update(story, BROADSHEET_UPDATE_PATCH,
                 "[{\"op\":\"copy\",\"from\":\"/article\",\"path\":\"/article/figures/f/a\"}]",
                 &next) == BROADSHEET_OK);
    broadsheet_close(next);
    CHECK(update(story, BROADSHEET_UPDATE_PATCH, "[{\"op\":\"copy\",\"from\":\"\",\"path\":\"/article/figures/f/a\"}]",
                 &next) == BROADSHEET_LIMIT);
    CHECK(error.layer == -1 && says("deeper"));
    char large[1000] = "{\"_\":\"";
    size_t size = strlen(large);
    memset(large + size, 'x', 900);
    sprintf(large + size + 900, "\"}");
    CHECK(update(story, BROADSHEET_UPDATE_MERGE, large, &next) == BROADSHEET_LIMIT);
    CHECK(error.layer == -1 && says("the merged bundle is larger"));
    broadsheet_close(story);
}

static bool has(const broadsheet_changes *changes, text part, text id)
{
    for (size_t i = 0; broadsheet_changes_at(changes, i) != NULL; i++)
        if (text_equal(broadsheet_changes_at(changes, i)->part, part) &&
            text_equal(broadsheet_changes_at(changes, i)->id, id))
            return true;
    return false;
}

static void test_changes(void)
{
    static const struct {
        const char *layer;
        int order;
    } dates[] = {
        {"{\"article\":{\"modified\":\"2026-01-17T09:59:00Z\"}}", -1},
        {"{\"article\":{\"modified\":\"2026-01-16\"}}", 0}, /* which may not be over yet, somewhere */
        {"{\"article\":{\"modified\":\"2026-01-15\"}}", -1},
        {"{\"article\":{\"modified\":\"2026-01-17\"}}", 0},
        {"{\"article\":{\"modified\":\"2026-01-17T10:00:00Z\"}}", 0},
        {"{\"article\":{\"modified\":\"2026-01-17T10:00:01Z\"}}", 1},
        {"{\"article\":{\"modified\":null}}", 0},
        {"{\"article\":{\"modified\":\"2026-01-18\"}}", 0},
        {"{\"article\":{\"modified\":\"2026-01-19\"}}", 1},
    };
    broadsheet_story *story = opened(NULL), *next;
    broadsheet_changes *changes;

    TEST("the newer one of two stories is the one that was certainly modified after the other");
    for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++) {
        CHECK(update(story, BROADSHEET_UPDATE_MERGE, dates[i].layer, &next) == BROADSHEET_OK);
        CHECK(broadsheet_compare(story, next, &changes) == BROADSHEET_OK);
        CHECK(broadsheet_changes_order(changes) == dates[i].order);
        broadsheet_changes_close(changes);
        broadsheet_close(next);
    }

    TEST("parts that differ are named, with ids that came, changed and went");
    CHECK(update(story, BROADSHEET_UPDATE_MERGE,
                 "{\"article\":{\"figures\":{\"f\":null,\"g\":{\"src\":\"g\",\"alt\":\"\"}}},\"site\":{\"slots\":{"
                 "\"s\":{\"advertiser\":\"A\"}}}}",
                 &next) == BROADSHEET_OK);
    CHECK(broadsheet_compare(story, next, &changes) == BROADSHEET_OK);
    broadsheet_close(story);
    broadsheet_close(next);
    CHECK(has(changes, TEXT("figure"), TEXT("f")) && has(changes, TEXT("figure"), TEXT("g")));
    CHECK(has(changes, TEXT("slot"), TEXT("s")));
    CHECK(!has(changes, TEXT("headline"), NO_TEXT) && !has(changes, TEXT("figure"), NO_TEXT));
    broadsheet_changes_close(changes);
    broadsheet_changes_close(NULL);

    TEST("a part that passes the limit of output counts as one that differs");
    broadsheet_options options = OPTIONS(.limits = LIMITS(.output_bytes = 60));
    story = opened(&options);
    CHECK(broadsheet_compare(story, story, &changes) == BROADSHEET_OK);
    CHECK(has(changes, TEXT("document"), NO_TEXT) && !has(changes, TEXT("kicker"), NO_TEXT));
    broadsheet_changes_close(changes);
    broadsheet_close(story);
}

int main(void)
{
    test_stories();
    test_errors();
    test_limits();
    test_changes();
    return check_done();
}
