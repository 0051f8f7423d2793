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

int main(void)
{
    arena_open(&a, NULL);
    test_items();
    test_limit();
    test_restore();
    test_answers();
    arena_close(&a);
    return check_done();
}
