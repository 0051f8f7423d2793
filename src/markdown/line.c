/* The pass before md4c over line Markdown, in which no line may begin a block. */
#include "markdown/marks.h"
#include "markdown/prepare.h"

size_t prepare_alone(markdown_state *m, size_t at)
{
    static const char start[5] = {'\xEF', '\xB7', (char)MARK_START, '\xC2', '\xA0'};
    text t = m->given;
    size_t from = at;
    while (at < t.size && strchr(" \t\r\n\v\f", t.at[at]) && t.at[at])
        at++;
    if (!from)
        m->lines = (markdown_lines){.leaf = LEAF_PARAGRAPH, .running = at, .ticks = at, .ends = t.size};
    edits_put(&m->edits, from, at - from, at < t.size ? (text){start, sizeof start} : NO_TEXT);
    return at;
}
