#include "story/mark.h"

void story_marks_open(story *s)
{
    s->marks = arena_alloc(&s->arena, s->tree.count);
}

void story_cut(story *s, const json_node *list)
{
    if (text_equal(list->key, TEXT("sources"))) /* candidates for a picture (srcset): no reader misses one */
        return;
    s->cut = true;
    for (; list && !story_marked(s, list, MARK_CUT); list = list->parent)
        story_mark(s, list, MARK_CUT);
}

bool story_list_cut(const story *s, text owner, text list, text id)
{
    const json_node *node = json_member(json_member(s->tree.root, owner), list);
    if (id.size)
        node = json_member(node, id);
    return node && story_marked(s, node, MARK_CUT);
}
