#include "check.h"
#include "story/model.h"

static arena a;

static void test_items(void)
{
    report r = {.limit = 100, .arena = &a};

    TEST("a diagnostic has what the table says and where it was");
    report_add(&r, REPORT_DATE_FUTURE, 2, TEXT("/article/published"), 0, REPORT_WHOLE);
    CHECK(r.count == 1);
    CHECK_TEXT(r.items[0].code, TEXT("DATE_FUTURE"));
    CHECK(r.items[0].severity == BROADSHEET_SEVERITY_WARNING && r.items[0].layer == 2);
    CHECK_TEXT(r.items[0].pointer, TEXT("/article/published"));
    CHECK_TEXT(r.items[0].message, TEXT("published lies after the time of rendering; it is shown as it is"));

    TEST("a place inside the value is put before the message");
    report_add(&r, REPORT_BODY_HTML, 0, TEXT("/article/body"), 3, REPORT_WHOLE);
    report_add(&r, REPORT_BODY_HTML, 0, TEXT("/article/body"), 1020, REPORT_WHOLE);
    CHECK_TEXT(r.items[1].message, TEXT("3: HTML in the body is shown as text"));
    CHECK_TEXT(r.items[2].message, TEXT("1020: HTML in the body is shown as text"));
    CHECK(r.items[2].severity == BROADSHEET_SEVERITY_INFORMATION);

    TEST("a node brings its pointer and its layer");
    json_node root = {.kind = JSON_OBJECT};
    json_node node = {.key = TEXT("a/b"), .layer = 4, .parent = &root};
    report_node(&r, REPORT_LIST_TOO_LONG, &node);
    CHECK_TEXT(r.items[3].pointer, TEXT("/a~1b"));
    CHECK(r.items[3].layer == 4 && r.items[3].severity == BROADSHEET_SEVERITY_ERROR);

    TEST("what is there stays while the list grows");
    while (r.count < 100)
        report_add(&r, REPORT_TEXT_EMPTY, (int32_t)r.count, TEXT("/x"), 0, REPORT_WHOLE);
    for (int32_t i = 4; i < 100; i++)
        CHECK(r.items[i].layer == i);
    CHECK_TEXT(r.items[1].message, TEXT("3: HTML in the body is shown as text"));
}

static void test_limit(void)
{
    report r = {.limit = 2, .arena = &a};
    json_node root = {.kind = JSON_OBJECT};

    TEST("up to the limit nothing is added");
    report_add(&r, REPORT_TEXT_EMPTY, 0, NO_TEXT, 0, REPORT_WHOLE);
    report_add(&r, REPORT_TEXT_EMPTY, 0, NO_TEXT, 0, REPORT_WHOLE);
    CHECK(r.count == 2);

    TEST("past it one last item says so, as grave as the gravest left out");
    report_add(&r, REPORT_BODY_HTML, 0, TEXT("/article/body"), 1, REPORT_WHOLE);
    CHECK(r.count == 3);
    CHECK_TEXT(r.items[2].message, TEXT("there are more diagnostics than the limit; they are not listed"));
    CHECK_TEXT(r.items[2].code, TEXT("DIAGNOSTICS_TOO_MANY"));
    CHECK(r.items[2].layer == -1 && r.items[2].pointer.size == 0);
    CHECK(r.items[2].severity == BROADSHEET_SEVERITY_INFORMATION);
    report_node(&r, REPORT_TEXT_EMPTY, &root);
    CHECK(r.count == 3 && r.items[2].severity == BROADSHEET_SEVERITY_WARNING);
    report_node(&r, REPORT_LIST_TOO_LONG, &root);
    CHECK(r.count == 3 && r.items[2].severity == BROADSHEET_SEVERITY_ERROR);
    report_add(&r, REPORT_BODY_HTML, 0, NO_TEXT, 0, REPORT_WHOLE);
    CHECK(r.count == 3 && r.items[2].severity == BROADSHEET_SEVERITY_ERROR);
}

static void test_restore(void)
{
    report r = {.limit = 1, .arena = &a};

    TEST("what was reported since is taken away, from the last item's severity too");
    report_keep(&r);
    report_add(&r, REPORT_LIST_TOO_LONG, 0, NO_TEXT, 0, REPORT_WHOLE);
    report_restore(&r);
    CHECK(r.count == 0);
    report_add(&r, REPORT_TEXT_EMPTY, 0, NO_TEXT, 0, REPORT_WHOLE);
    report_add(&r, REPORT_BODY_HTML, 0, NO_TEXT, 0, REPORT_WHOLE);
    report_keep(&r);
    report_add(&r, REPORT_LIST_TOO_LONG, 0, NO_TEXT, 0, REPORT_WHOLE);
    CHECK(r.count == 2 && r.items[1].severity == BROADSHEET_SEVERITY_ERROR);
    report_restore(&r);
    CHECK(r.count == 2 && r.items[1].severity == BROADSHEET_SEVERITY_INFORMATION);
}

static void test_answers(void)
{
    const text layer = TEXT("{\"article\":{\"id\":\"a\",\"headline\":\"H\",\"body\":\"B\"},"
                            "\"site\":{\"timeZone\":\"Asia/Seoul\"}}");
    story *s;
    const char *room = NULL;
    TEST("that the host does not know the zone takes no memory when it says so again");
    CHECK(broadsheet_open(&layer, 1, NULL, &s, NULL) == BROADSHEET_OK);
    for (int i = 0; i < 9; i++) {
        CHECK(broadsheet_set_offsets(s, NULL, 0) == BROADSHEET_OK);
        CHECK(i == 0 || s->arena.next == room);
        room = s->arena.next;
    }
    broadsheet_close(s);
}

/* One diagnostic of a story of these layers. */
typedef struct placed {
    const char *code;
    int64_t offset, line, column, start, end, text_line, text_column;
} placed;

static bool place_is(const story *s, const placed *want)
{
    for (size_t i = 0; i < s->report.count; i++) {
        const broadsheet_diagnostic *d = broadsheet_story_diagnostic(s, i);
        if (!text_equal(d->code, (text){want->code, strlen(want->code)}))
            continue;
        return d->offset == want->offset && d->line == want->line && d->column == want->column &&
               d->text_start == want->start && d->text_end == want->end && d->text_line == want->text_line &&
               d->text_column == want->text_column;
    }
    return false;
}

static void test_places(void)
{
    const text layers[] = {
        TEXT("\xEF\xBB\xBF{\"article\":\n {\"id\":\"a\",\"body\":\"B\",\"headline\":\"\\ud83d\\ude00\\r\\n"
             "\xED\x95\x9C\\u0041 &amp;\",\n\"odd\":[]}}"),
        TEXT("{\r\n\"site\":{\"timeZone\":\"Mars/Olympus\"},\"broadsheet\":3}")};
    static const placed wanted[] = {
        {"BYTE_ORDER_MARK", 0, 1, 1, -1, -1, -1, -1}, {"TEXT_HTML", 75, 2, 59, 11, 16, 2, 4},
        {"KEY_UNKNOWN", 89, 3, 7, -1, -1, -1, -1},    {"VERSION_UNKNOWN", 51, 2, 49, -1, -1, -1, -1},
        {"ZONE_UNKNOWN", 22, 2, 20, -1, -1, -1, -1},
    };
    const broadsheet_limits few = {.size = sizeof few, .json_depth = 1000};
    broadsheet_options options = BROADSHEET_OPTIONS_INIT;
    story *s;
    TEST("each diagnostic says where it is in its layer, and where in a text");
    CHECK(broadsheet_open(layers, 2, NULL, &s, NULL) == BROADSHEET_OK);
    CHECK(broadsheet_set_offsets(s, NULL, 0) == BROADSHEET_OK);
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
        CHECK(place_is(s, &wanted[i]));
    broadsheet_close(s);

    TEST("CR and LF are one end of a line, however they are written, and two where something stands between them");
    static const struct {
        const char *written;
        int64_t start, line, column;
    } ends[] = {{"\\r\\n", 2, 2, 1},        {"\\r\\u000a", 2, 2, 1}, {"\\u000D\\u000A", 2, 2, 1},
                {"\\n\\r", 2, 3, 1},        {"\\ra", 2, 2, 2},       {"\\r\\t", 2, 2, 2},
                {"\\r\\u0041", 2, 2, 2},    {"\\n", 1, 2, 1},        {"\\u000a\\n", 2, 3, 1},
                {"\\r\\r", 2, 3, 1},        {"\\ran", 3, 2, 3},      {"\\r\\t000a", 6, 2, 6},
                {"\\u00e9\\u20ac", 5, 1, 3}};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        char room[128];
        int size = snprintf(room, sizeof room, "{\"article\":{\"id\":\"a\",\"body\":\"B\",\"headline\":\"%s&amp;\"}}",
                            ends[i].written);
        const text layer = {room, (size_t)size};
        int64_t at = strstr(room, "&amp;") - room;
        CHECK(broadsheet_open(&layer, 1, NULL, &s, NULL) == BROADSHEET_OK);
        CHECK(place_is(
            s, &(placed){"TEXT_HTML", at, 1, at + 1, ends[i].start, ends[i].start + 5, ends[i].line, ends[i].column}));
        broadsheet_close(s);
    }

    TEST("one about the options is nowhere");
    options.limits = &few;
    CHECK(broadsheet_open(layers, 2, &options, &s, NULL) == BROADSHEET_OK);
    CHECK(place_is(s, &(placed){"LIMIT_LOWERED", -1, -1, -1, -1, -1, -1, -1}));
    broadsheet_close(s);
}

int main(void)
{
    arena_open(&a, NULL);
    test_items();
    test_limit();
    test_restore();
    test_answers();
    test_places();
    arena_close(&a);
    return check_done();
}
