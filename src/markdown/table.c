/* Tables and their cells. In version 2 a paragraph "Table: text" right above a table is its caption, and where the
 * corner of its head is empty, the first column names the rows (tests/spec/markdown/tables.txt). */
#include "base/module.h"
#include "markdown/notation.h"
#include "markdown/state.h"
#include "text/entities.h"

/* The size of the white space at an offset: one character of it, of text or of HTML. 0: there is none. */
static size_t table_blank(text t, size_t at)
{
    static const text blank[] = {TEXT_INIT(" "), TEXT_INIT("&nbsp;"), TEXT_INIT("\xC2\xA0"), TEXT_INIT("\xE2\x80\xAF")};
    for (size_t n = 0; n < sizeof blank / sizeof blank[0]; n++)
        if (text_starts(text_from(t, at), blank[n]))
            return blank[n].size;
    return 0;
}

/* The size of the colon of a marker at an offset, white space before and behind it. 0: there is none. */
static size_t table_colon(text t, size_t start)
{
    size_t at = start + table_blank(t, start), colon = text_starts(text_from(t, at), TEXT(":")) ? 1 : 0;
    if (text_starts(text_from(t, at), TEXT("\xEF\xBC\x9A"))) /* of full width */
        colon = 3;
    if (!colon)
        return 0;
    at += colon;
    for (size_t size; (size = table_blank(t, at)) > 0;)
        at += size;
    return (at < t.size && t.at[at] == '\n' ? at + 1 : at) - start;
}

/* The size of the marker with which a caption begins: one of the words, ":" and white space. 0: there is none. *word:
 * the text is one of the words and ends with it. */
static size_t table_marker(const markdown_state *m, text t, bool *word)
{
    text one = m->use->table_label;
    *word = false;
    for (size_t i = 0; one.size; one = m->use->table_word ? m->use->table_word(i++) : NO_TEXT) {
        if (!text_starts_nocase(t, one))
            continue;
        size_t colon = table_colon(t, one.size);
        *word = !colon && one.size + table_blank(t, one.size) == t.size;
        if (colon || *word)
            return colon ? one.size + colon : 0;
    }
    return 0;
}

/* So many lines of a caption are looked through for the table below it, at most: time stays linear. */
enum { TABLE_LINES = 16 };

/* Whether a table stands right below the paragraph of which a piece is. */
static bool table_below(const markdown_state *m, text piece)
{
    size_t at = (uintptr_t)piece.at - (uintptr_t)m->source.at;
    if (at > m->source.size)
        return false; /* no slice of the source: a reference */
    at = edits_source(&m->edits, at, false);
    size_t which = markdown_late_find(&m->tables, at);
    if (which == m->tables.count)
        return false;
    text t = text_slice(m->given, 0, m->tables.items[which].at);
    bool apart = false;
    for (size_t lines = 0; (at = lines_next(t, at)) < t.size; lines++) {
        size_t end = lines_end(t, at), first = at;
        while (first < end && (t.at[first] == '>' || t.at[first] == ' ' || t.at[first] == '\t'))
            first++;
        apart = apart || (first == end && end < t.size);
        if (lines == TABLE_LINES || (apart && first < end))
            return false;
    }
    return true;
}

text table_letters(markdown_state *m, text t)
{
    markdown_paragraph *p = &m->paragraph;
    text held = p->held;
    p->held = NO_TEXT;
    if (held.size && !p->word)
        return t;
    if (held.size && table_blank(t, 0) == t.size) {
        p->held = held;
        return NO_TEXT;
    }
    if (held.size) { /* the word has come before, its colon may come now */
        size_t at = (uintptr_t)t.at - (uintptr_t)m->source.at;
        bool escaped = at && at <= m->source.size && m->source.at[at - 1] == '\\';
        size_t colon = escaped ? 0 : table_colon(t, 0);
        if (!colon)
            markdown_letters(m, held);
        return m->seeking ? text_from(t, colon) : NO_TEXT;
    }
    if (!p->open || p->said || p->pictures || p->breaks || m->spans)
        return t;
    size_t marker = table_marker(m, t, &p->word);
    if ((!marker && !p->word) || !table_below(m, t))
        return t;
    if (p->word || marker == t.size)
        p->held = t;
    return text_from(t, p->word ? t.size : marker);
}

void table_letters_end(markdown_state *m)
{
    if (m->seeking)
        markdown_letters(m, m->paragraph.held);
}

/* Whether the marker of a caption stands in the source as it is shown: a backslash before its colon makes it text. */
static bool table_is_marked(const markdown_state *m)
{
    size_t at = (uintptr_t)m->above.first - (uintptr_t)m->source.at;
    bool word;
    return at < m->source.size && table_marker(m, text_from(m->source, at), &word);
}

/* Takes the paragraph back that stands right above, when it is a caption. Returns its HTML behind "<p>" and the marker;
 * its first byte stood at *from, and the attributes of its tag at *start. */
static html table_caption(markdown_state *m, size_t *start, size_t *from)
{
    static const text end = TEXT_INIT("</p>\n");
    const markdown_above a = m->above;
    html none = {NO_TEXT};
    if (!MODULE_HAS_RICH || !markdown_is_rich(m) || !a.end || a.end != m->out.size)
        return none;
    text made = text_slice((text){m->out.at, m->out.size}, a.start + 1, a.end - end.size);
    if (markdown_is_asked(m))
        markdown_takes_caption(m, made);
    bool word;
    size_t marker = table_marker(m, made, &word);
    if (!marker || marker >= made.size || !table_is_marked(m))
        return none;
    *start = a.start;
    *from = a.start + 1 + marker;
    html content = {arena_text(m->scratch, text_from(made, marker))};
    writer_rewind(&m->out, (writer_mark){a.begin, m->out.depth});
    while (m->placement_count && m->placements[m->placement_count - 1].at > a.begin)
        m->placement_count--; /* it is the end of no paragraph */
    return content;
}

/* The caption, whose edits move with it: those of its tag, and those of its content. */
static void table_caption_write(markdown_state *m, html content, size_t start, size_t from)
{
    writer *w = &m->out;
    if (!content.bytes.size)
        return;
    writer_open(w, "caption");
    m->caption = w->size;
    markdown_late_move(m, start, w->size);
    size_t moved = from + w->size - start;
    markdown_late_move(m, moved, writer_here(w).size);
    writer_html(w, content);
    writer_close(w, "caption");
    writer_line(w);
}

/* The characters of a caption, without its markup: what the table is called. NO_TEXT: it shows none. */
static text table_name(markdown_state *m, text caption)
{
    char *name = arena_room(m->scratch, caption.size + 1), room[4];
    size_t size = 0;
    bool shows = false;
    for (size_t at = 0, end; at < caption.size; at = end) {
        text one = text_slice(caption, at, at + 1);
        end = at + 1;
        if (one.at[0] == '<' || one.at[0] == '&') { /* no ">" stands in a tag as itself */
            const char *last = memchr(caption.at + at, one.at[0] == '<' ? '>' : ';', caption.size - at);
            end = last ? (size_t)(last - caption.at) + 1 : end;
            one = one.at[0] == '<' ? NO_TEXT : entity_decode(text_slice(caption, at, end), room);
        }
        for (size_t i = 0; i < one.size; i++)
            name[size++] = one.at[i];
        shows = shows || (one.size && !table_blank(one, 0) && one.at[0] != '\n');
    }
    return shows ? (text){name, size} : NO_TEXT;
}

/* A table stands in a box that scrolls, so the box can have the focus and has a name: that of its caption, where it has
 * one. Its role is group and not region: regions are landmarks, and landmarks with the same name would be of no help.
 */
void markdown_table_enter(markdown_state *m)
{
    writer *w = &m->out;
    size_t start = 0, from = 0;
    html caption = table_caption(m, &start, &from);
    m->in_body = m->rows = false;
    markdown_open open = markdown_open_here(m);
    writer_open(w, "div");
    writer_set(w, "class", "bs-table");
    writer_set(w, "role", "group");
    writer_set(w, "tabindex", "0");
    writer_attr(w, "aria-label",
                MODULE_HAS_RICH ? text_or(table_name(m, caption.bytes), m->use->table_label) : m->use->table_label);
    size_t box = w->size; /* the dir belongs to what scrolls, or its last columns would be seen first */
    writer_open(w, "table");
    m->caption = 0;
    table_caption_write(m, caption, start, from);
    markdown_around_enter(m, open, box);
}

void markdown_table_leave(markdown_state *m)
{
    const markdown_around *b = markdown_around_leave(m);
    if (markdown_empty(m, b->open)) {
        markdown_empty_tell(m, b->open, "|");
        return;
    }
    if (MODULE_HAS_RICH && m->caption)
        markdown_above_turn(m, m->caption, b->right);
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
    m->block = markdown_open_here(m);
    m->in_cell = true;
    m->filled = false;
    markdown_around_enter(m, m->block, MARKDOWN_NOWHERE);
}

/* A header cell without content labels no column, so it is written as an ordinary one. */
void markdown_cell_leave(markdown_state *m, bool header, MD_ALIGN align)
{
    writer *w = &m->out;
    if (writer_here(w).size > m->block.mark.size && markdown_empty(m, m->block))
        markdown_empty_tell(m, m->block, "|");
    html content = markdown_cut(m, m->block.mark);
    m->in_cell = false;
    bool head = header && content.bytes.size;
    bool row = m->rows && m->in_body && !m->column && content.bytes.size;
    m->rows = m->rows ||
              (MODULE_HAS_RICH && markdown_is_rich(m) && header && !m->column && !content.bytes.size && !m->filled);
    m->column++;
    if (head || row)
        writer_open(w, "th");
    else
        writer_open(w, "td");
    markdown_align(w, align);
    if (head)
        writer_set(w, "scope", "col");
    if (row)
        writer_set(w, "scope", "row");
    const markdown_around *b = markdown_around_leave(m);
    if (b->turns)
        markdown_direction(m, b->right);
    markdown_late_move(m, m->block.mark.size, writer_here(w).size);
    writer_html(w, content);
    if (head || row)
        writer_close(w, "th");
    else
        writer_close(w, "td");
    writer_line(w);
}
