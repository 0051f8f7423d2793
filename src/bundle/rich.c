/* What version 2 of the format has added to version 1. */
#include "bundle/reader.h"

bool reader_is_rich(story *s, json_node *object, text key)
{
    const json_node *node = s->version < 2 ? NULL : json_member(object, key);
    if (!node || node->kind == JSON_NULL)
        return false;
    if (!MODULE_HAS_RICH)
        arena_lack();
    return true;
}
