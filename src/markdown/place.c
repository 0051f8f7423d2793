/* Paragraphs, and the placements that replace them.
 *
 * A paragraph that holds nothing but a picture of "figure:ID", or a link to "related:ID", is replaced with the figure
 * or the related story of that ID. Anywhere else, and where markdown_use.find gives none, the text of the picture or
 * link stays. */
#include "base/array.h"
#include "markdown/state.h"

void markdown_child(markdown_state *m)
{
    markdown_paragraph *p = &m->paragraph;
    if (m->spans)
        return;
    markdown_task_write(m);
    p->children++;
    if (p->placed) { /* the placement is not alone after all */
        p->placed = false;
        markdown_tell(m, REPORT_PLACEMENT_INLINE, p->number, p->where);
    }
}

bool markdown_place(markdown_state *m, place_kind kind, text address)
{
    markdown_paragraph *p = &m->paragraph;
    text scheme = kind == PLACE_FIGURE ? TEXT("figure:") : TEXT("related:");
    if ((MODULE_IS_WHOLE && !m->use->find) || !text_starts(address, scheme))
        return false;
    m->places++;
    size_t begin = m->begins[m->depth];
    report_range where = markdown_range(m, text_slice(m->source, begin, markdown_where_end(m, begin)));
    if (!p->open || p->children != 1 || m->spans != 1) {
        markdown_tell(m, REPORT_PLACEMENT_INLINE, m->places, where);
        return true;
    }
    p->placed = true;
    p->kind = kind;
    p->model = m->use->find(m->use->context, kind, text_from(address, scheme.size), &p->why);
    p->number = m->places;
    p->where = where;
    return true;
}

void markdown_paragraph_enter(markdown_state *m)
{
    writer *w = &m->out;
    markdown_paragraph *p = &m->paragraph;
    *p = (markdown_paragraph){.open = true, .outside = writer_here(w)};
    if (!MODULE_HAS_RICH || !m->use->line)
        writer_open(w, "p");
    p->start = w->size;
    markdown_around_enter(m, MODULE_HAS_RICH && m->use->line ? MARKDOWN_NOWHERE : w->size);
    p->inside = writer_here(w);
    markdown_task_write(m);
}

static void markdown_place_add(markdown_state *m, const markdown_paragraph *p)
{
    m->placements =
        array_grow(m->scratch, m->placements, m->placement_count, &m->placement_room, sizeof *m->placements);
    m->placements[m->placement_count++] = (placement){p->outside.size, p->kind, p->model};
}

/* Whether a paragraph holds pictures alone, each on a line of its own. Those are blocks; any other picture stands in a
 * line of text, and is no higher than that. */
static bool markdown_is_pictures(const markdown_paragraph *p)
{
    return p->pictures && !p->said && p->pictures == p->breaks + 1;
}

void markdown_paragraph_leave(markdown_state *m)
{
    writer *w = &m->out;
    markdown_paragraph *p = &m->paragraph;
    bool placed = p->placed, right;
    p->open = p->placed = false;
    if (MODULE_IS_WHOLE && placed && !p->model)
        markdown_tell(m, p->why, p->number, p->where);
    /* Empty is a paragraph of a placement or a refused picture without text. */
    if ((placed && p->model) || writer_here(w).size == p->inside.size) {
        writer_rewind(w, p->outside);
        markdown_late_forget(m, p->outside.size);
        if (placed && p->model)
            markdown_place_add(m, p);
    } else if (!MODULE_HAS_RICH || !m->use->line) {
        if (markdown_is_pictures(p))
            markdown_late_add(m, &m->galleries, (markdown_edit){.kind = EDIT_PICTURES, .at = p->start});
        writer_close(w, "p");
        writer_line(w);
    }
    markdown_around_leave(m, &right);
}
