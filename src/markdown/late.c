/* What is known too late to be written where it stands: the direction of a block whose first letter comes behind its
 * tag, the id that a link to a later heading leads to, the line end that turns out to be no space. It is noted with its
 * offset, and put in when the HTML is copied out of the scratch arena.
 *
 * There are several lists, each with ascending offsets. */
#include "base/array.h"
#include "base/concat.h"
#include "base/module.h"
#include "markdown/footnotes.h"

/* The first and the last list are those of what version 2 has. */
enum { LATE_FIRST = MODULE_HAS_RICH ? 0 : 1, LATE_END = MODULE_HAS_RICH ? LATE_LISTS : LATE_LISTS - 1 };

void markdown_late_add(markdown_state *m, markdown_late *list, markdown_edit one)
{
    list->items = array_grow(m->scratch, list->items, list->count, &list->room, sizeof *list->items);
    size_t at = list->count++;
    /* A table's direction comes when that of its caption is there already. */
    for (; MODULE_HAS_RICH && at > 0 && list->items[at - 1].at > one.at; at--)
        list->items[at] = list->items[at - 1];
    list->items[at] = one;
}

void markdown_late_move(markdown_state *m, size_t from, size_t to)
{
    m->blank.to = m->blank.shown = 0;
    for (size_t i = LATE_FIRST; i < LATE_END; i++)
        for (size_t n = m->late[i].count; n > 0 && m->late[i].items[n - 1].at >= from; n--)
            m->late[i].items[n - 1].at += to - from; /* may be less than 0: wraps, and wraps back */
}

void markdown_late_forget(markdown_state *m, size_t from)
{
    m->blank.to = m->blank.shown = 0;
    for (size_t i = LATE_FIRST; i < LATE_END; i++)
        while (m->late[i].count > 0 && m->late[i].items[m->late[i].count - 1].at >= from)
            m->late[i].count--;
}

/* The href of a link to a heading of this text, with the prefix that ids have; NO_TEXT: it leads to none. */
static text markdown_anchor(markdown_state *m, const markdown_edit *e)
{
    text id = slugs_find(&m->slugs, e->fragment);
    url found = {NO_TEXT};
    if (id.size)
        url_judge(m->scratch, text_concat(m->scratch, (text[]){TEXT("#"), m->use->id_prefix, id}, 3), URL_LINK, &found);
    return found.href;
}

/* Whether an attribute that is put in stands in a start tag: at its end, or behind the name of a link. It cannot be
 * elsewhere. Were its offset that of a block that was taken back, other bytes would stand there by now, and a quotation
 * mark in the address of a link would end it. But for tags each "<" and ">" is escaped. */
static bool markdown_edit_fits(const markdown_edit *e, text made)
{
    if (e->kind == EDIT_BARE)
        return e->at > 1 && text_starts(text_from(made, e->at - 2), TEXT("<a "));
    bool attribute = e->kind == EDIT_LEFT || e->kind == EDIT_RIGHT || e->kind == EDIT_VALUE || e->kind == EDIT_PICTURES;
    return !attribute || made.at[e->at] == '>';
}

static void markdown_edit_write(markdown_state *m, writer *w, const markdown_edit *e, text made)
{
    if (MODULE_HAS_RARE && !markdown_edit_fits(e, made)) /* a smaller module takes no block back */
        return;
    switch (e->kind) {
    case EDIT_LEFT:
        writer_html(w, (html){TEXT(" dir=\"ltr\"")});
        break;
    case EDIT_RIGHT:
        writer_html(w, (html){TEXT(" dir=\"rtl\"")});
        break;
    case EDIT_ANCHOR: {
        if (!MODULE_HAS_RARE)
            break;
        text href = markdown_anchor(m, e);
        if (href.size)
            writer_escaped(w, href, IN_ATTRIBUTE);
        else
            writer_html(w, (html){text_slice(made, e->at, e->at + e->removed)});
        break;
    }
    case EDIT_VALUE:
        if (!MODULE_HAS_RARE)
            break;
        writer_html(w, (html){TEXT(" value=\"")});
        writer_integer(w, (int64_t)e->removed);
        writer_html(w, (html){TEXT("\"")});
        break;
    case EDIT_BARE:
        writer_html(w, (html){TEXT(" class=\"bs-bare\"")});
        break;
    case EDIT_PICTURES:
        writer_html(w, (html){TEXT(" class=\"bs-pictures\"")});
        break;
    case EDIT_QUOTATION:
        if (MODULE_HAS_RICH)
            writer_html(w, (html){TEXT("<figure class=\"bs-quotation\">\n")});
        break;
    case EDIT_SOURCE:
        if (MODULE_HAS_RICH)
            writer_html(w, (html){TEXT("</blockquote>\n<figcaption")});
        break;
    case EDIT_SOURCE_END:
        if (MODULE_HAS_RICH)
            writer_html(w, (html){TEXT("</figcaption>\n</figure>")});
        break;
    case EDIT_FOOTNOTE:
        if (MODULE_HAS_RICH)
            footnote_reference(m, w, e);
        break;
    case EDIT_JOIN:
    case EDIT_NONE:
        break;
    }
}

/* The list whose next edit comes first; NULL: there is no edit left. */
static const markdown_late *markdown_late_first(const markdown_state *m, const size_t done[LATE_LISTS], size_t *which)
{
    const markdown_late *first = NULL, *lists = m->late;
    for (size_t i = LATE_FIRST; i < LATE_END; i++)
        if (done[i] < lists[i].count && (!first || lists[i].items[done[i]].at < first->items[done[*which]].at)) {
            first = &lists[i];
            *which = i;
        }
    return first;
}

size_t markdown_late_find(const markdown_late *list, size_t at)
{
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->items[middle].at < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void markdown_late_range(markdown_state *m, writer *w, text made, size_t from, size_t to)
{
    const markdown_late *next;
    size_t done[LATE_LISTS], which = 0, placed = 0;
    for (size_t i = LATE_FIRST; i < LATE_END; i++)
        done[i] = MODULE_HAS_RICH && from ? markdown_late_find(&m->late[i], from) : 0;
    bool main = !MODULE_HAS_RICH || !from;
    while ((next = markdown_late_first(m, done, &which))) {
        const markdown_edit *e = &next->items[done[which]++];
        if (MODULE_HAS_RICH && e->at >= to)
            break;
        for (; main && placed < m->placement_count && m->placements[placed].at <= e->at; placed++)
            m->placements[placed].at += w->size - from;
        writer_html(w, (html){text_slice(made, from, e->at)});
        markdown_edit_write(m, w, e, made);
        from = e->at + (MODULE_HAS_RARE && (e->kind == EDIT_VALUE || e->kind == EDIT_FOOTNOTE) ? 0 : e->removed);
    }
    for (; main && placed < m->placement_count; placed++)
        m->placements[placed].at += w->size - from;
    writer_html(w, (html){text_slice(made, from, to)});
}

text markdown_late_write(markdown_state *m, text made)
{
    size_t due = MODULE_HAS_RICH ? m->footnote_count : 0, main = made.size;
    for (size_t i = LATE_FIRST; i < LATE_END; i++)
        due += m->late[i].count;
    if (!due)
        return made;
    writer w;
    writer_begin(&w, m->scratch, m->use->limits->output_bytes, (url){NO_TEXT});
    if (MODULE_HAS_RICH && m->footnote_count)
        footnotes_number(m, made.size, &main);
    markdown_late_range(m, &w, made, 0, main);
    if (MODULE_HAS_RICH && m->footnote_count)
        footnotes_write(m, &w, made);
    broadsheet_buffer bytes;
    broadsheet_status status = writer_end(&w, &bytes);
    if (status != BROADSHEET_OK)
        arena_limit(m->scratch, "the HTML of the Markdown is larger than the limit");
    return (text){bytes.at, bytes.size};
}
