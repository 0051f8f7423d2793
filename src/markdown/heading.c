/* Headings. The id of a heading comes from its text, and its level from the headings before it. So its start tag is
 * written when it ends, and its content, cut out until then, behind the tag. */
#include "markdown/state.h"

#include "html/heading.h"

void markdown_heading_enter(markdown_state *m)
{
    markdown_line(m);
    m->block = markdown_open_here(m);
    m->in_heading = true;
    m->plain.size = 0;
    markdown_around_enter(m, m->block, MARKDOWN_NOWHERE);
}

/* The level to write for a heading. With outline: takes the headings that this one ends from the stack, and puts this
 * one on top. Each heading on the stack is deeper in the source than the one below it, so there are six at most. */
static uint32_t markdown_level(markdown_state *m, unsigned level)
{
    uint32_t base = m->use->heading_base ? m->use->heading_base : 1;
    if (!MODULE_IS_WHOLE || m->use->outline) {
        while (m->heading_depth && m->heading_levels[m->heading_depth - 1] >= level)
            m->heading_depth--;
        m->heading_levels[m->heading_depth] = level;
        level = (unsigned)++m->heading_depth;
    }
    return base > 6 || base + level - 1 > 6 ? 6 : base + level - 1; /* the host may give any base */
}

/* Pictures without a text name no heading, so they stand in a paragraph. */
static void heading_pictures(markdown_state *m)
{
    if (!MODULE_HAS_RARE)
        arena_lack();
    writer *w = &m->out;
    html content = markdown_cut(m, m->block.mark);
    writer_open(w, "p");
    writer_set(w, "class", "bs-pictures");
    markdown_late_move(m, m->block.mark.size, writer_here(w).size);
    writer_html(w, content);
    writer_close(w, "p");
    writer_line(w);
}

void markdown_heading_leave(markdown_state *m, unsigned level)
{
    writer *w = &m->out;
    const markdown_around *b = markdown_around_leave(m);
    m->in_heading = false;
    if (markdown_empty(m, m->block)) {
        markdown_empty_tell(m, m->block, "#");
        return;
    }
    if (!characters_show(markdown_text_all(&m->plain)) && !markdown_shows_since(m, m->block, false)) {
        heading_pictures(m);
        return;
    }
    html content = markdown_cut(m, m->block.mark);
    level = markdown_level(m, level);
    writer_heading_open(w, level);
    if (!MODULE_HAS_RICH || m->use->ids)
        writer_pair(w, "id", m->use->id_prefix, slugs_make(&m->slugs, markdown_text_all(&m->plain)));
    if (b->turns)
        markdown_direction(m, b->right);
    markdown_late_move(m, m->block.mark.size, writer_here(w).size);
    writer_html(w, content);
    writer_heading_close(w, level);
    writer_line(w);
}
