/* Block quotes. In version 2 one whose last paragraph begins with "— " names its source: the quote and that paragraph
 * become a figure and its caption (tests/spec/markdown/quotations.txt). */
#include "base/module.h"
#include "markdown/notation.h"
#include "markdown/state.h"

void markdown_quote_enter(markdown_state *m)
{
    bool rich = MODULE_HAS_RICH && markdown_is_rich(m);
    writer *w = &m->out;
    markdown_deeper(m);
    markdown_open open = markdown_open_here(m);
    if (rich)
        markdown_late_add(m, &m->late[LATE_QUOTATIONS], (markdown_edit){.kind = EDIT_NONE, .at = open.mark.size});
    writer_open(w, "blockquote");
    markdown_around_enter(m, open, w->size);
    writer_line(w);
    if (!rich)
        return;
    m->around[m->around_count - 1].quote = m->late[LATE_QUOTATIONS].count;
    m->around[m->around_count - 1].first = w->size;
}

void markdown_quote_leave(markdown_state *m)
{
    writer *w = &m->out;
    m->depth--;
    const markdown_around *b = markdown_around_leave(m);
    if (markdown_empty(m, b->open)) {
        markdown_empty_tell(m, b->open, ">");
        return;
    }
    markdown_line(m);
    if (MODULE_HAS_RICH && b->quote && b->last && b->last_end == w->size) {
        static const text end = TEXT_INIT("</p>\n");
        m->late[LATE_QUOTATIONS].items[b->quote - 1].kind = EDIT_QUOTATION;
        markdown_edit *source = &m->late[LATE_QUOTATIONS].items[b->last - 1];
        source->kind = EDIT_SOURCE;
        source->removed = 2; /* "<p" */
        markdown_late_add(
            m, &m->late[LATE_QUOTATIONS],
            (markdown_edit){EDIT_SOURCE_END, w->size - end.size, end.size + sizeof "</blockquote>" - 1, NO_TEXT});
        markdown_above_turn(m, m->above.start, markdown_right(m, m->around_count));
    }
    writer_close(w, "blockquote");
    writer_line(w);
}

/* The block around the open paragraph; NULL: none. */
static markdown_around *quotation_around(const markdown_state *m, size_t inside)
{
    return m->around_count > inside ? &m->around[m->around_count - 1 - inside] : NULL;
}

void quotation_text(markdown_state *m, text t)
{
    markdown_paragraph *p = &m->paragraph;
    if (MODULE_HAS_RICH)
        p->first = t.at;
    if (!markdown_is_rich(m) || !p->open || p->pictures || p->breaks || m->spans ||
        !(text_starts(t, TEXT("\xE2\x80\x94 ")) || text_starts(t, TEXT("\xE2\x80\x94\xC2\xA0"))))
        return;
    if (!MODULE_HAS_RICH) {
        if (m->depth)
            arena_lack();
        return;
    }
    markdown_around *b = quotation_around(m, 1);
    if (!b || !b->quote || b->first == p->outside.size) /* there is nothing that it could be the source of */
        return;
    markdown_late_add(m, &m->late[LATE_QUOTATIONS], (markdown_edit){.kind = EDIT_NONE, .at = p->outside.size});
    if (markdown_is_asked(m))
        markdown_takes_piece(m, NOTATION_SOURCE, t.at, m->picture.begin);
    p->source = m->late[LATE_QUOTATIONS].count;
}

void quotation_end(markdown_state *m)
{
    markdown_around *b = quotation_around(m, 0);
    if (!MODULE_HAS_RICH || !m->paragraph.source || m->paragraph.source > m->late[LATE_QUOTATIONS].count || !b ||
        !b->quote)
        return;
    b->last = m->paragraph.source;
    b->last_end = m->out.size;
}
