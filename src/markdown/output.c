/* Helpers for all files of the renderer: line breaks, cuts, counting against limits, reports. */
#include "base/module.h"
#include "markdown/state.h"
#include "text/utf8.h"

#if BROADSHEET_MODULE < MODULE_WHOLE
__attribute__((always_inline)) /* as report_keeps, for the same reason */
#endif
void markdown_tell(markdown_state *m, report_code code, size_t place, report_range range)
{
    if (report_keeps(code) && m->use->tell)
        m->use->tell(m->use->context, code, place, range);
}

void markdown_left_out(markdown_state *m, report_range range, characters before, bool prose)
{
    text t = range.size ? text_slice(m->given, range.at, range.at + range.size) : NO_TEXT;
    unsigned left = m->out.left_out & ~m->left_told;
    m->left_told |= left;
    for (size_t at = 0, size; left && at < t.size; at += size) {
        uint32_t c = (uint32_t)utf8_decode(t, at, &size);
        bool none = characters_none(c);
        characters_kind kind = none ? CHARACTERS_REPLACED : characters_kind_of(c);
        if (!(characters_keep(&before, c, prose) && !none) && left >> kind & 1) {
            left &= ~(1u << kind);
            markdown_tell(m, report_characters(kind), 0, (report_range){range.at + at, size});
        }
    }
    for (characters_kind kind = 0; kind < CHARACTERS_KINDS; kind++) /* of a reference, or of an attribute */
        if (left >> kind & 1)
            markdown_tell(m, report_characters(kind), 0, range);
}

report_range markdown_range(const markdown_state *m, text piece)
{
    if (!MODULE_IS_WHOLE)
        return REPORT_WHOLE; /* it is told, and not shown */
    uintptr_t start = (uintptr_t)m->source.at, here = (uintptr_t)piece.at;
    if (here < start || here - start > m->source.size || piece.size > m->source.size - (here - start))
        return REPORT_WHOLE;
    size_t at = edits_source(&m->edits, here - start, false);
    size_t end = edits_source(&m->edits, here - start + piece.size, true);
    if (end < at || end > m->given.size) /* over the end of a part that was moved */
        end = at;
    return (report_range){at, end - at};
}

void markdown_count(markdown_state *m, size_t *count, size_t most, const char *message)
{
    if (*count >= most)
        arena_limit(m->scratch, message);
    ++*count;
}

void markdown_count_link(markdown_state *m)
{
    markdown_count(m, &m->links, m->use->limits->links, "the Markdown has more links than the limit");
}

void markdown_deeper(markdown_state *m)
{
    size_t most = m->use->limits->markdown_depth;
    markdown_count(m, &m->depth, most < MARKDOWN_DEPTH_MOST ? most : MARKDOWN_DEPTH_MOST,
                   "the Markdown is nested deeper than the limit");
}

void markdown_line(markdown_state *m)
{
    writer *w = &m->out;
    if (w->in_tag || (w->size && w->at[w->size - 1] != '\n'))
        writer_line(w);
}

html markdown_cut(markdown_state *m, writer_mark mark)
{
    size_t end = writer_here(&m->out).size;
    if (end == mark.size)
        return (html){NO_TEXT};
    html cut = {arena_text(m->scratch, text_slice((text){m->out.at, end}, mark.size, end))};
    writer_rewind(&m->out, mark);
    m->blank.shown = 0;
    return cut;
}
