/* What the reader of the bundle remembers of the values of its JSON: a byte for each node of the tree. */
#ifndef MARK_H
#define MARK_H

#include "story/model.h"

typedef enum mark {
    MARK_KNOWN = 1,  /* the reader has asked for it */
    MARK_OPAQUE = 2, /* what it holds is not looked at */
    MARK_CUT = 4     /* a list of more items than are shown, or it holds one */
} mark;

/* Before the first mark, and after the last layer is merged. */
void story_marks_open(story *s);

static inline void story_mark(story *s, const json_node *node, mark what)
{
    s->marks[node->ordinal] |= (unsigned char)what;
}
static inline bool story_marked(const story *s, const json_node *node, mark what)
{
    return s->marks[node->ordinal] & what;
}

/* A list of the bundle has more items than are shown: marks it, and what holds it. */
void story_cut(story *s, const json_node *list);

/* Whether a list of the bundle, "article" and "authors" for example, or a list inside of it was cut. Where id has
 * bytes, only its member of that id is meant. */
bool story_list_cut(const story *s, text owner, text list, text id);

#endif
