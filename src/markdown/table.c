/* Tables and their cells. */
#include "markdown/state.h"

/* A table stands in a box that scrolls, so the box can have the focus and has a name. Its role is group and not region:
 * regions are landmarks, and landmarks with the same name would be of no help. */
void markdown_table_enter(markdown_state *m)
{
    writer *w = &m->out;
    writer_open(w, "div");
    writer_set(w, "class", "bs-table");
    writer_set(w, "role", "group");
    writer_set(w, "tabindex", "0");
    writer_attr(w, "aria-label", m->use->table_label);
    writer_open(w, "table");
    markdown_around_enter(m, w->size);
}

void markdown_table_leave(markdown_state *m)
{
    bool right;
    markdown_around_leave(m, &right);
    writer_close(&m->out, "table");
    writer_close(&m->out, "div");
    writer_line(&m->out);
}

static void markdown_align(writer *w, MD_ALIGN align)
{
    if (align == MD_ALIGN_LEFT)
        writer_set(w, "class", "bs-left");
    else if (align == MD_ALIGN_CENTER)
        writer_set(w, "class", "bs-center");
    else if (align == MD_ALIGN_RIGHT)
        writer_set(w, "class", "bs-right");
}

void markdown_cell_enter(markdown_state *m)
{
    markdown_count(m, &m->cells, m->use->limits->table_cells, "the Markdown has more table cells than the limit");
    m->mark = writer_here(&m->out);
    m->in_cell = true;
    markdown_around_enter(m, MARKDOWN_NOWHERE);
}

/* A header cell without content labels no column, so it is written as an ordinary one. */
void markdown_cell_leave(markdown_state *m, bool header, MD_ALIGN align)
{
    writer *w = &m->out;
    html content = markdown_cut(m, m->mark);
    m->in_cell = false;
    bool head = header && content.bytes.size, right;
    if (head)
        writer_open(w, "th");
    else
        writer_open(w, "td");
    markdown_align(w, align);
    if (head)
        writer_set(w, "scope", "col");
    if (markdown_around_leave(m, &right))
        markdown_direction(m, right);
    markdown_late_move(m, m->mark.size, writer_here(w).size);
    writer_html(w, content);
    if (head)
        writer_close(w, "th");
    else
        writer_close(w, "td");
    writer_line(w);
}
