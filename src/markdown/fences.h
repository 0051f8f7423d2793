/* Fenced blocks of code, for the pass before md4c; here, since it asks at every line of one. */
#ifndef MARKDOWN_FENCES_H
#define MARKDOWN_FENCES_H

#include "base/module.h"
#include "markdown/lines.h"

/* Within a fenced block of code. False: the line ends it because it leaves its container. */
static inline bool lines_in_fence(markdown_lines *l, text t, const lines_line *line)
{
    if (line->parents != l->depth)
        return false;
    size_t at = lines_row(t, line->at, l->fence);
    bool closes = line->indent < LINES_CODE && at - line->at >= l->fence_size;
    while (closes && at < t.size && (t.at[at] == ' ' || t.at[at] == '\t'))
        at++;
    if (closes && lines_is_end(t, at))
        l->leaf = LEAF_NONE;
    return true;
}

/* Begins a fenced block of code, depth containers deep, if a fence stands here. */
static inline bool lines_fence_begin(markdown_lines *l, text t, const lines_line *line, size_t depth)
{
    size_t size = lines_fence(t, line);
    if (!size)
        return false;
    l->leaf = LEAF_FENCE;
    l->depth = depth;
    l->code = true;
    l->fence = t.at[line->at];
    l->fence_size = size;
    return true;
}

#endif
