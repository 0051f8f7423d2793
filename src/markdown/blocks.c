/* Blocks: the callbacks for md4c at the start and at the end of each. The line breaks of the output are cmark's, as the
 * examples of the specification have them. */
#include "base/module.h"
#include "markdown/state.h"

static void markdown_ordered(markdown_state *m, unsigned start)
{
    writer_open(&m->out, "ol");
    if (start != 1)
        writer_number(&m->out, "start", start);
}

int markdown_enter_block(MD_BLOCKTYPE type, void *detail, void *state)
{
    markdown_state *m = state;
    writer *w = &m->out;
    markdown_open open;
    if (!MODULE_HAS_RARE && (type == MD_BLOCK_CODE || type >= MD_BLOCK_TABLE))
        arena_lack();
    m->broken = m->hard = false;
    m->last = 0;
    markdown_spans_end(m, 0);
    markdown_plain_close(m);
    writer_prose_end(w);
    if (type != MD_BLOCK_P)
        markdown_task_write(m);
    if (type != MD_BLOCK_TH && type != MD_BLOCK_TD)
        markdown_line(m);
    switch (type) {
    case MD_BLOCK_QUOTE:
        markdown_quote_enter(m);
        break;
    case MD_BLOCK_UL:
        markdown_deeper(m);
        numbers_list(m, false, 0);
        open = markdown_open_here(m);
        writer_open(w, "ul");
        markdown_around_enter(m, open, w->size);
        writer_line(w);
        break;
    case MD_BLOCK_OL:
        markdown_deeper(m);
        numbers_list(m, true, ((MD_BLOCK_OL_DETAIL *)detail)->start);
        open = markdown_open_here(m);
        markdown_ordered(m, ((MD_BLOCK_OL_DETAIL *)detail)->start);
        markdown_around_enter(m, open, w->size);
        writer_line(w);
        break;
    case MD_BLOCK_LI:
        markdown_item(m, detail);
        break;
    case MD_BLOCK_HR:
        writer_void(w, "hr");
        writer_line(w);
        break;
    case MD_BLOCK_H:
        markdown_heading_enter(m);
        break;
    case MD_BLOCK_CODE:
        if (MODULE_HAS_RARE)
            markdown_code_enter(m, detail);
        break;
    case MD_BLOCK_P:
        markdown_paragraph_enter(m);
        break;
    case MD_BLOCK_TABLE:
        markdown_table_enter(m);
        break;
    case MD_BLOCK_THEAD:
        writer_open(w, "thead");
        break;
    case MD_BLOCK_TBODY:
        m->in_body = true;
        writer_open(w, "tbody");
        break;
    case MD_BLOCK_TR:
        m->column = 0;
        writer_open(w, "tr");
        writer_line(w);
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        markdown_cell_enter(m);
        break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML: /* never comes with MD_FLAG_NOHTML */
        break;
    }
    return w->status != BROADSHEET_OK;
}

int markdown_leave_block(MD_BLOCKTYPE type, void *detail, void *state)
{
    markdown_state *m = state;
    writer *w = &m->out;
    const markdown_around *b;
    markdown_spans_end(m, 0);
    markdown_plain_close(m);
    writer_prose_end(w);
    if (!MODULE_HAS_RARE && (type == MD_BLOCK_CODE || type >= MD_BLOCK_TABLE))
        arena_lack();
    switch (type) {
    case MD_BLOCK_QUOTE:
        markdown_quote_leave(m);
        break;
    case MD_BLOCK_UL:
        m->depth--;
        m->open_list_count--;
        b = markdown_around_leave(m);
        if (markdown_empty(m, b->open))
            break; /* each of its items was told */
        writer_close(w, "ul");
        writer_line(w);
        break;
    case MD_BLOCK_OL:
        m->depth--;
        m->open_list_count--;
        markdown_around_leave(m);
        writer_close(w, "ol");
        writer_line(w);
        break;
    case MD_BLOCK_LI:
        markdown_task_write(m);
        b = markdown_around_leave(m);
        if (m->open_lists[m->open_list_count - 1] == SIZE_MAX && markdown_empty(m, b->open)) {
            markdown_empty_tell(m, b->open, "-+*");
            break;
        }
        writer_close(w, "li");
        writer_line(w);
        break;
    case MD_BLOCK_H:
        markdown_heading_leave(m, ((MD_BLOCK_H_DETAIL *)detail)->level);
        break;
    case MD_BLOCK_CODE:
        if (MODULE_HAS_RARE)
            markdown_code_leave(m);
        break;
    case MD_BLOCK_P:
        markdown_paragraph_leave(m);
        break;
    case MD_BLOCK_TABLE:
        markdown_table_leave(m);
        break;
    case MD_BLOCK_THEAD:
        writer_close(w, "thead");
        writer_line(w);
        break;
    case MD_BLOCK_TBODY:
        writer_close(w, "tbody");
        writer_line(w);
        break;
    case MD_BLOCK_TR:
        writer_close(w, "tr");
        writer_line(w);
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        markdown_cell_leave(m, type == MD_BLOCK_TH, ((MD_BLOCK_TD_DETAIL *)detail)->align);
        break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HR:
    case MD_BLOCK_HTML:
        break;
    }
    return w->status != BROADSHEET_OK;
}
