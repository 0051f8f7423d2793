/* Marks on the values of the bundle's JSON, which its reader leaves: a byte for each node of the tree. */
#ifndef MARK_H
#define MARK_H

#include "base/module.h"
#include "story/model.h"

typedef enum mark {
    MARK_KNOWN = 1,  /* the reader has asked for it */
    MARK_OPAQUE = 2, /* its members are not read, and not reported as unknown */
    MARK_CUT = 4,    /* a list with more items than are shown, or a value that holds such a list */
    MARK_NEWER = 8,  /* a later version of the format knows it */
    MARK_HELD = 16   /* it speaks of a story under an embargo, and is not there for who reads the bundle */
} mark;

/* Makes room for the marks: before the first mark, and after the last layer is merged. */
void story_marks_open(story *s);

static inline void story_mark(story *s, const json_node *node, mark what)
{
    s->marks[node->ordinal] |= (unsigned char)what;
}
/* Marks a value as known. Whether it is there for who reads the bundle. */
static inline bool story_ask(story *s, const json_node *node)
{
    story_mark(s, node, MARK_KNOWN);
    return !MODULE_HAS_RICH || !(s->marks[node->ordinal] & MARK_HELD);
}
static inline bool story_marked(const story *s, const json_node *node, mark what)
{
    return s->marks[node->ordinal] & what;
}

/* Marks a list that has more items than are shown, and every value that holds it. */
void story_cut(story *s, const json_node *list);

/* Whether a list of the bundle, or a list inside of it, was cut: owner "article" and list "authors", for example. If id
 * is not empty: whether the list's member of that id was. */
bool story_list_cut(const story *s, text owner, text list, text id);

#endif
