/* Headings. Their id comes from their text and their level from those before, so the
 * start tag is written at the end, and what was written meanwhile is put behind it. */
#include "markdown/state.h"

#include "html/heading.h"

void markdown_heading_enter(markdown_state *m)
{
    markdown_line(m);
    m->mark = writer_here(&m->out);
    m->in_heading = true;
    m->plain.size = 0;
}

/* Pops the headings that this one ends, and puts it on top. They are ever deeper in the
 * source, so there are six at most. */
static uint32_t markdown_level(markdown_state *m, unsigned level)
{
    uint32_t base = m->use->heading_base ? m->use->heading_base : 1;
    if (m->use->outline) {
        while (m->heading_depth && m->heading_levels[m->heading_depth - 1] >= level)
            m->heading_depth--;
        m->heading_levels[m->heading_depth] = level;
        level = (unsigned)++m->heading_depth;
    }
    return base > 6 || base + level - 1 > 6 ? 6 : base + level - 1; /* the host may ask for any */
}

void markdown_heading_leave(markdown_state *m, unsigned level)
{
    writer *w = &m->out;
    html content = markdown_cut(m, m->mark);
    m->in_heading = false;
    /* A heading without content is a stop for nobody. */
    if (!content.bytes.size && !m->use->commonmark)
        return;
    level = markdown_level(m, level);
    writer_heading_open(w, level);
    if (m->use->ids)
        writer_pair(w, "id", m->use->id_prefix, slugs_make(&m->slugs, markdown_text_all(&m->plain)));
    writer_html(w, content);
    writer_heading_close(w, level);
    writer_line(w);
}
