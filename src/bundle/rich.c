/* What not every module reads: what version 2 of the format has added to version 1, and what only a page shows. */
#include "base/module.h"
#include "bundle/reader.h"

bool reader_is_rich(story *s, json_node *object, text key)
{
    const json_node *newer = MODULE_IS_WHOLE && s->version < 2 ? json_member(object, key) : NULL;
    if (newer)
        story_mark(s, newer, MARK_NEWER);
    if (s->version < 2 || !reader_member(s, object, key))
        return false;
    if (!MODULE_HAS_RICH)
        arena_lack();
    return true;
}

bool reader_is_rich_any(story *s, json_node *object, text keys)
{
    bool any = false;
    while (keys.size && !any)
        any = reader_is_rich(s, object, text_take(&keys, ' '));
    return any;
}

#if BROADSHEET_MODULE < MODULE_PAGE

void reader_left(story *s, const json_node *object, text key)
{
    const json_node *left = json_member(object, key), *item = left ? left->first : NULL;
    if (left && left->kind == JSON_OBJECT)
        while (item && item->kind == JSON_STRING)
            item = item->next;
    if (left && (left->kind != JSON_OBJECT || item))
        report_node(&s->report, REPORT_URL_SCRIPT, s->tree.root);
}

#endif
