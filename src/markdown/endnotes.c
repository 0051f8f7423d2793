/* The footnotes behind the text, in the order in which it refers to them, with links both ways. */
#include "base/array.h"
#include "base/concat.h"
#include "base/digits.h"
#include "base/module.h"
#include "markdown/footnotes.h"
#include "text/pattern.h"

#if BROADSHEET_MODULE >= MODULE_RICH

/* Numbers the notes to which a range of the HTML refers. */
static void endnotes_number(markdown_state *m, size_t from, size_t to)
{
    for (size_t i = markdown_late_find(&m->late[LATE_NOTED], from);
         i < m->late[LATE_NOTED].count && m->late[LATE_NOTED].items[i].at < to; i++) {
        markdown_edit *e = &m->late[LATE_NOTED].items[i];
        footnote *f = &m->footnotes[e->removed];
        if (!f->number) {
            m->order[m->ordered++] = (uint32_t)e->removed;
            f->number = (uint32_t)m->ordered;
        }
        e->fragment.size = ++f->uses;
    }
}

void footnotes_number(markdown_state *m, size_t end, size_t *main)
{
    if (!m->noting)
        return; /* cannot happen: the pass has put a paragraph before each */
    *main = m->main;
    m->footnotes[m->noting - 1].to = end;
    m->order = arena_array(m->scratch, m->footnote_count, sizeof *m->order);
    endnotes_number(m, 0, m->main);
    for (size_t i = 0; i < m->ordered; i++)
        endnotes_number(m, m->footnotes[m->order[i]].from, m->footnotes[m->order[i]].to);
    for (size_t i = 0; i < m->footnote_count; i++)
        if (!m->footnotes[i].number)
            markdown_tell(m, REPORT_BODY_FOOTNOTE_UNUSED, 0, m->footnotes[i].source);
}

static text endnotes_digits(markdown_state *m, uint64_t number)
{
    char room[DIGITS_ROOM];
    return arena_text(m->scratch, digits_of(number, 1, room));
}

/* The id of a note, or of a reference to it. No heading has one with "_" in it. */
static text endnotes_id(markdown_state *m, const footnote *f, size_t use)
{
    text which = m->use->notes ? endnotes_digits(m, m->use->notes) : NO_TEXT;
    return text_concat(m->scratch,
                       (text[]){use ? TEXT("note-reference_") : TEXT("note_"), which, which.size ? TEXT("-") : NO_TEXT,
                                endnotes_digits(m, f->number), use > 1 ? TEXT("_") : NO_TEXT,
                                use > 1 ? endnotes_digits(m, use) : NO_TEXT},
                       6);
}

/* The offset of an id that has just been written. */
static void endnotes_mark(markdown_state *m, const writer *w)
{
    m->ids = array_grow(m->scratch, m->ids, m->id_count, &m->id_room, sizeof *m->ids);
    m->ids[m->id_count++] = w->size - 1; /* before the quotation mark */
}

static void endnotes_id_write(markdown_state *m, writer *w, text id)
{
    writer_pair(w, "id", m->use->id_prefix, id);
    endnotes_mark(m, w);
}

/* The address of an id, and the name of the link. */
static void endnotes_link(markdown_state *m, writer *w, text id)
{
    writer_pair(w, "href", TEXT("#"), text_concat(m->scratch, (text[]){m->use->id_prefix, id}, 2));
    endnotes_mark(m, w);
}

static void endnotes_name(markdown_state *m, writer *w, text pattern, text number)
{
    writer_attr(w, "aria-label", pattern_fill(m->scratch, pattern, &(pattern_value){TEXT("number"), number}, 1));
    if (m->use->words_language.size)
        writer_attr(w, "lang", m->use->words_language);
}

void footnote_reference(markdown_state *m, writer *w, const markdown_edit *e)
{
    const footnote *f = &m->footnotes[e->removed];
    text number = endnotes_digits(m, f->number);
    writer_open(w, "a");
    endnotes_id_write(m, w, endnotes_id(m, f, e->fragment.size));
    endnotes_link(m, w, endnotes_id(m, f, 0));
    writer_set(w, "role", "doc-noteref");
    endnotes_name(m, w, m->use->note_label, number);
    writer_text(w, number);
    writer_close(w, "a");
}

/* The links from a note back to its references: to the first ones, so that four bytes of a text stay small. */
enum { ENDNOTES_BACK = 20 };

static void endnotes_back(markdown_state *m, writer *w, const footnote *f, bool behind)
{
    text number = endnotes_digits(m, f->number);
    for (uint32_t use = 1; use <= f->uses && use <= ENDNOTES_BACK; use++) {
        text nth = endnotes_digits(m, use);
        if (behind || use > 1)
            writer_say(w, " ");
        writer_open(w, "a");
        writer_set(w, "class", "bs-note-back");
        endnotes_link(m, w, endnotes_id(m, f, use));
        writer_set(w, "role", "doc-backlink");
        endnotes_name(m, w, m->use->note_back,
                      use > 1 ? text_concat(m->scratch, (text[]){number, TEXT(" ("), nth, TEXT(")")}, 4) : number);
        writer_say(w, "\xE2\x86\xA9\xEF\xB8\x8E"); /* U+21A9, as text */
        if (use > 1) {
            writer_open(w, "sup");
            writer_text(w, nth);
            writer_close(w, "sup");
        }
        writer_close(w, "a");
    }
}

static void endnotes_note(markdown_state *m, writer *w, const footnote *f, text made)
{
    static const text end = TEXT_INIT("</p>\n");
    bool last = f->to - f->from >= end.size && text_equal(text_slice(made, f->to - end.size, f->to), end);
    writer_open(w, "li");
    endnotes_id_write(m, w, endnotes_id(m, f, 0));
    writer_line(w);
    if (f->to > f->from)
        markdown_late_range(m, w, made, f->from, last ? f->to - end.size : f->to);
    if (!last)
        writer_open(w, "p");
    endnotes_back(m, w, f, last);
    if (last)
        writer_html(w, (html){TEXT("</p>")});
    else
        writer_close(w, "p");
    writer_line(w);
    writer_close(w, "li");
    writer_line(w);
}

void footnotes_write(markdown_state *m, writer *w, text made)
{
    bool landmark = !m->use->notes; /* one of each text of the page would tell nobody where he is */
    if (!m->ordered)
        return;
    if (landmark)
        writer_open(w, "section");
    else
        writer_open(w, "div");
    writer_set(w, "class", "bs-notes");
    if (landmark)
        writer_set(w, "role", "doc-endnotes");
    else
        writer_set(w, "role", "group");
    writer_attr(w, "aria-label", m->use->notes_label);
    writer_line(w);
    writer_open(w, "ol");
    writer_line(w);
    for (size_t i = 0; i < m->ordered; i++)
        endnotes_note(m, w, &m->footnotes[m->order[i]], made);
    writer_close(w, "ol");
    writer_line(w);
    if (landmark)
        writer_close(w, "section");
    else
        writer_close(w, "div");
    writer_line(w);
}

#endif
