/* Spans: emphasis, code, and where links and pictures begin and end. */
#include "base/array.h"
#include "base/module.h"
#include "base/scan.h"
#include "markdown/first.h"
#include "markdown/footnotes.h"
#include "text/alt.h"

/* A link or a picture ends at any depth. In a picture's text its address has no place. */
static void markdown_address_leave(markdown_state *m, bool hidden)
{
    size_t begin = m->begins[m->depth];
    bool inside = m->picture.depth && begin > m->picture.begin;
    m->reached = markdown_where_end(m, begin);
    watch_span(m, begin);
    if (inside && hidden)
        markdown_tell(m, REPORT_BODY_PICTURE_ALT_ADDRESS, 0, markdown_where_span(m, begin));
}

int markdown_enter_span(MD_SPANTYPE type, void *detail, void *state)
{
    markdown_state *m = state;
    writer *w = &m->out;
    markdown_plain_close(m);
    markdown_child(m);
    if (MODULE_HAS_RICH)
        m->filled = true;
    m->kinds = array_grow(m->scratch, m->kinds, m->spans, &m->kind_room, sizeof *m->kinds);
    m->kinds[m->spans++] = type;
    if (type == MD_SPAN_A || type == MD_SPAN_IMG)
        markdown_count_link(m);
    if (type != MD_SPAN_CODE)
        markdown_deeper(m);
    if (type == MD_SPAN_EM || type == MD_SPAN_STRONG)
        markdown_emphasis_enter(m);
    if (type == MD_SPAN_A || type == MD_SPAN_IMG) {
        size_t begin = markdown_where(m, type == MD_SPAN_A && ((MD_SPAN_A_DETAIL *)detail)->is_autolink);
        m->begins[m->depth] = begin;
        watch_link(m, type == MD_SPAN_A ? &((MD_SPAN_A_DETAIL *)detail)->href : &((MD_SPAN_IMG_DETAIL *)detail)->src,
                   begin);
    }
    if (type == MD_SPAN_IMG)
        markdown_picture_enter(m, detail);
    else if (!m->picture.depth)
        switch (type) {
        case MD_SPAN_EM:
            m->emphasized[m->depth] = markdown_open_here(m);
            writer_open(w, "em");
            break;
        case MD_SPAN_STRONG:
            m->emphasized[m->depth] = markdown_open_here(m);
            writer_open(w, "strong");
            break;
        case MD_SPAN_DEL:
            if (MODULE_HAS_RARE) {
                m->emphasized[m->depth] = markdown_open_here(m);
                writer_open(w, "del");
            }
            break;
        case MD_SPAN_CODE:
            writer_open(w, "code");
            if (!m->link.tag)
                markdown_left(m, w->size);
            m->code = true;
            break;
        case MD_SPAN_A:
            markdown_link_enter(m, detail);
            break;
        default:   /* cannot happen: the others are of extensions that are off */
            break; /* cannot happen: see above */
        }
    if (type == MD_SPAN_A)
        markdown_autolink(m, detail);
    m->in_text = false;
    return w->status != BROADSHEET_OK;
}

/* Takes the tags of emphasis back, in which nothing is to be seen. tag: the size of the first. False: they are none
 * such. */
static bool markdown_emphasis_empty(markdown_state *m, size_t tag)
{
    const markdown_open open = m->emphasized[m->depth + 1];
    if (markdown_first_shows(m, open.mark.size + tag) || markdown_shows_since(m, open, true))
        return false;
    if (!MODULE_HAS_RARE)
        arena_lack();
    size_t inside = scan_to((text){m->out.at, writer_here(&m->out).size}, open.mark.size, '>') + 1;
    html content = markdown_cut(m, (writer_mark){inside, open.mark.depth});
    writer_rewind(&m->out, open.mark);
    markdown_late_move(m, inside, open.mark.size);
    writer_html(&m->out, content);
    m->blank.from = open.mark.size;
    m->blank.to = m->out.size;
    m->broken = false;
    return true;
}

/* Ends the innermost span. hidden: it is no autolink, and no emphasis. */
static void markdown_leave_last(markdown_state *m, bool hidden, const MD_SPAN_IMG_DETAIL *picture)
{
    writer *w = &m->out;
    MD_SPANTYPE type = m->kinds[m->spans - 1];
    markdown_plain_close(m);
    m->spans--;
    if (type == MD_SPAN_EM || type == MD_SPAN_STRONG)
        markdown_emphasis_leave(m);
    if (type == MD_SPAN_A || type == MD_SPAN_IMG)
        markdown_address_leave(m, hidden);
    if (type != MD_SPAN_CODE)
        m->depth--;
    if (type == MD_SPAN_IMG)
        markdown_picture_leave(m, picture);
    else if (!m->picture.depth)
        switch (type) {
        case MD_SPAN_EM:
            if (!markdown_emphasis_empty(m, sizeof "<em>" - 1))
                writer_close(w, "em");
            break;
        case MD_SPAN_STRONG:
            if (!markdown_emphasis_empty(m, sizeof "<strong>" - 1))
                writer_close(w, "strong");
            break;
        case MD_SPAN_DEL:
            if (MODULE_HAS_RARE && !markdown_emphasis_empty(m, sizeof "<del>" - 1))
                writer_close(w, "del");
            break;
        case MD_SPAN_CODE:
            writer_close(w, "code");
            m->code = false;
            break;
        case MD_SPAN_A:
            markdown_link_leave(m);
            break;
        default:   /* cannot happen: as on the way in */
            break; /* cannot happen: see above */
        }
    m->in_text = false;
    if (MODULE_IS_WHOLE && (type == MD_SPAN_A || type == MD_SPAN_IMG) &&
        m->out.left_out != m->left_told) /* of a picture's text, a title or an address */
        markdown_left_out(m, markdown_where_span(m, m->begins[m->depth + 1]), m->out.value, false);
    if (MODULE_HAS_RICH && m->due_count && !m->link.depth && !m->picture.depth)
        footnotes_due(m);
}

void markdown_spans_end(markdown_state *m, size_t keep)
{
    static const MD_SPAN_IMG_DETAIL untitled;
    while (m->spans > keep)
        markdown_leave_last(m, true, &untitled);
}

/* md4c 0.5.3 does not tell of the end of some links, such as [![](a[!b](c)](d)e)f](g). They end with what is around
 * them: here, or with their block. */
int markdown_leave_span(MD_SPANTYPE type, void *detail, void *state)
{
    markdown_state *m = state;
    size_t at = m->spans;
    while (at > 0 && m->kinds[at - 1] != type)
        at--;
    markdown_spans_end(m, at);
    if (at)
        markdown_leave_last(m, type == MD_SPAN_IMG || (type == MD_SPAN_A && !((MD_SPAN_A_DETAIL *)detail)->is_autolink),
                            detail);
    return m->out.status != BROADSHEET_OK;
}
