/* What the reader remembers of the values of the JSON: which lists were cut, asked by where they stand. */
#include "check.h"
#include "story/mark.h"

static story *opened(text layer, uint32_t list_items)
{
    const broadsheet_options options = OPTIONS(.limits = LIMITS(.list_items = list_items));
    const text base = TEXT("{\"article\":{\"id\":\"a\",\"headline\":\"H\",\"body\":\"B\"}}");
    const text layers[] = {base, layer};
    story *s = NULL;
    CHECK(broadsheet_open(layers, 2, &options, &s, NULL) == BROADSHEET_OK);
    return s;
}

static void test_lists(void)
{
    const text layer =
        TEXT("{\"article\":{\"tags\":[{\"label\":\"a\"},{\"label\":\"b\"}],\"authors\":[{\"name\":\"c\"}]},"
             "\"lists\":{\"galleries\":{\"items\":[{\"title\":\"d\",\"pictures\":[{\"alt\":\"e\"},7]}]},"
             "\"ranked\":{\"f\":{\"label\":\"F\",\"items\":[{\"headline\":\"g\"},{}]},"
             "\"h\":{\"label\":\"H\",\"items\":[{\"headline\":\"i\"}]}}}}");
    story *s = opened(layer, 1);

    TEST("a list that was cut is, and no other");
    CHECK(s->cut);
    CHECK(story_list_cut(s, TEXT("article"), TEXT("tags"), NO_TEXT));
    CHECK(!story_list_cut(s, TEXT("article"), TEXT("authors"), NO_TEXT));
    CHECK(!story_list_cut(s, TEXT("article"), TEXT("corrections"), NO_TEXT));
    CHECK(!story_list_cut(s, TEXT("site"), TEXT("tags"), NO_TEXT));

    TEST("what holds a list that was cut is cut");
    CHECK(story_list_cut(s, TEXT("lists"), TEXT("galleries"), NO_TEXT));
    CHECK(story_list_cut(s, TEXT("lists"), TEXT("ranked"), NO_TEXT));

    TEST("with an id only its own list counts");
    CHECK(story_list_cut(s, TEXT("lists"), TEXT("ranked"), TEXT("f")));
    CHECK(!story_list_cut(s, TEXT("lists"), TEXT("ranked"), TEXT("h")));
    CHECK(!story_list_cut(s, TEXT("lists"), TEXT("ranked"), TEXT("none")));
    broadsheet_close(s);

    TEST("at the limit nothing is cut");
    s = opened(layer, 2);
    CHECK(!s->cut && !story_list_cut(s, TEXT("article"), TEXT("tags"), NO_TEXT));
    broadsheet_close(s);
}

static void test_marks(void)
{
    story *s =
        opened(TEXT("{\"article\":{\"tags\":7,\"_note\":1,\"none\":2},\"strings\":{\"en\":{\"tags\":\"T\"}}}"), 9);
    const json_node *node = json_member(s->tree.root, TEXT("article"));
    const json_node *tags = json_member(node, TEXT("tags"));

    TEST("a value has the marks that it was given, and no other");
    CHECK(story_marked(s, node, MARK_KNOWN) && !story_marked(s, node, MARK_OPAQUE));
    CHECK(story_marked(s, tags, MARK_KNOWN) && story_marked(s, tags, MARK_OPAQUE) && !story_marked(s, tags, MARK_CUT));
    CHECK(!story_marked(s, json_member(node, TEXT("none")), MARK_KNOWN));
    CHECK(!story_marked(s, json_member(node, TEXT("_note")), MARK_KNOWN));
    broadsheet_close(s);
}

int main(void)
{
    test_lists();
    test_marks();
    return check_done();
}
