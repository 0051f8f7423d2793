/* Text on its way from md4c to the writer: references become characters before anything is judged or escaped. */
#include "base/scan.h"
#include "markdown/footnotes.h"
#include "markdown/marks.h"
#include "markdown/prepare.h"
#include "markdown/unmark.h"
#include "text/breaks.h"
#include "text/entities.h"
#include "text/scripts.h"
#include "text/utf8.h"

void markdown_text_add(markdown_state *m, markdown_text *to, text t)
{
    if (t.size > to->room - to->size) {
        size_t room = to->room ? to->room : 256;
        while (room - to->size < t.size)
            room *= 2; /* ends: the source is below 1 GB, and text is at most a byte longer than the reference to it */
        to->at = arena_resize(m->scratch, to->at, to->room, room);
        to->room = room;
    }
    if (t.size)
        memcpy(to->at + to->size, t.at, t.size);
    to->size += t.size;
}

/* Adds a piece from md4c, without marks, to a text. */
static void markdown_unmarked_add(markdown_state *m, markdown_text *to, text piece)
{
    unsigned mark;
    while (m->edits.count && piece.size) {
        text next = unmark_next(&piece, &mark);
        if (MODULE_HAS_RICH && mark == MARK_FOOTNOTE)
            next = footnote_source(m, &piece);
        markdown_text_add(m, to, next);
    }
    markdown_text_add(m, to, piece);
}

/* The text of one piece from md4c. room holds the characters of a numeric reference. */
static text markdown_piece(markdown_state *m, MD_TEXTTYPE type, text piece, char room[4])
{
    switch (type) {
    case MD_TEXT_ENTITY:
        if (MODULE_IS_WHOLE && entity_is_none(piece))
            m->out.left_out |= 1u << CHARACTERS_REPLACED;
        return entity_decode(piece, room);
    case MD_TEXT_NULLCHAR:
        return TEXT("\xEF\xBF\xBD");
    default:
        return piece;
    }
}

text markdown_decode(markdown_state *m, const MD_ATTRIBUTE *attribute)
{
    char room[4];
    m->decoded.size = 0;
    for (size_t i = 0; attribute->size && attribute->substr_offsets[i] < attribute->size; i++) {
        text piece = {attribute->text + attribute->substr_offsets[i],
                      attribute->substr_offsets[i + 1] - attribute->substr_offsets[i]};
        markdown_unmarked_add(m, &m->decoded, markdown_piece(m, attribute->substr_types[i], piece, room));
    }
    return markdown_text_all(&m->decoded);
}

/* Whether the "<" at an offset of the source begins a tag, a comment or the like. A guess, for a hint to the author. */
static bool markdown_is_html(text source, size_t at)
{
    if ((at > 0 && source.at[at - 1] == '\\') ||
        (at > 2 && text_equal(text_slice(source, at - 3, at), MARK_TEXT(MARK_BREAK))))
        return false;
    size_t end = at + 1;
    if (end < source.size && source.at[end] == '/')
        end++;
    if (end >= source.size || !(ascii_is_alpha(source.at[end]) || source.at[end] == '!' || source.at[end] == '?'))
        return false;
    while (end < source.size && source.at[end] != '>' && source.at[end] != '<')
        end++;
    return end < source.size && source.at[end] == '>';
}

/* The first "<" of the source from an offset on, or the end. Texts come in the order of the source, so it is
 * remembered: most need no look. */
static size_t markdown_less(markdown_state *m, size_t at)
{
    if (at > m->less || m->less_from == m->less) {
        m->less_from = at;
        m->less = scan_to(m->source, at, '<');
    }
    return m->less;
}

/* Reports HTML in the source, once. md4c does not tell of it, so its texts, slices of the source, are searched. */
static void markdown_look_for_html(markdown_state *m, text piece)
{
    size_t at = (size_t)((uintptr_t)piece.at - (uintptr_t)m->source.at), end = at + piece.size;
    if (!MODULE_IS_WHOLE || m->html_told || at > m->source.size || end > m->source.size)
        return;
    for (; (at = markdown_less(m, at)) < end; at++)
        if (markdown_is_html(m->source, at)) {
            m->html_told = true;
            end = scan_to(m->source, at, '>') + 1;
            markdown_tell(m, REPORT_BODY_HTML, 0, markdown_range(m, text_slice(m->source, at, end)));
            return;
        }
}

/* A line end within a paragraph is no space where the letters on its sides have none between them (text/breaks.h). What
 * comes behind it is not known here: markdown_joins looks when the next text comes. */
static void markdown_break(markdown_state *m, bool hard)
{
    bool after = m->hard; /* "<br>" at the end of a line is one break */
    m->hard = hard;
    if (after && !hard)
        return;
    m->broken = !hard && !markdown_is_commonmark(m) && m->last;
    if (m->picture.depth) {
        markdown_text_add(m, &m->alt, TEXT(" "));
        return;
    }
    m->paragraph.breaks++;
    if (m->in_heading)
        markdown_text_add(m, &m->plain, TEXT(" "));
    if (hard)
        writer_void(&m->out, "br");
    writer_line(&m->out);
    m->broken_at = m->out.size - 1;
}

/* Takes a line end back when the text behind it joins the text before it. */
static void markdown_joins(markdown_state *m, text t)
{
    size_t size;
    int32_t next = utf8_decode(t, 0, &size);
    m->broken = false;
    if (next < 0 || !breaks_join(m->last, (uint32_t)next, m->use->korean))
        return;
    if (m->picture.depth) {
        m->alt.size--;
        return;
    }
    if (m->in_heading)
        m->plain.size--;
    markdown_late_add(m, &m->late[LATE_JOINS], (markdown_edit){EDIT_JOIN, m->broken_at, 1, NO_TEXT});
}

/* The last character of a text; one of ASCII joins nothing, so that any may stand for it. */
static uint32_t markdown_last(text t)
{
    size_t at = t.size - 1, size;
    while (at > 0 && ((unsigned char)t.at[at] & 0xC0) == 0x80)
        at--;
    int32_t c = utf8_decode(t, at, &size);
    return c < 0 ? 1 : (uint32_t)c;
}

void markdown_write(markdown_state *m, text t)
{
    markdown_scripts(t);
    if (m->in_plain) {
        markdown_text_add(m, &m->plain_address, t);
        return;
    }
    if (!t.size)
        return;
    m->hard = false;
    if (m->broken)
        markdown_joins(m, t);
    m->last = (signed char)t.at[t.size - 1] < 0 ? markdown_last(t) : 1;
    if (m->picture.depth) {
        markdown_text_add(m, &m->alt, t);
        return;
    }
    if (!m->paragraph.said)
        quotation_text(m, t);
    if (m->in_heading)
        markdown_text_add(m, &m->plain, t);
    if (m->link.depth)
        m->link.named = m->link.named || characters_show(t);
    if (MODULE_HAS_SCRIPTS && m->link.tag && !m->link.right && !(MODULE_HAS_RARE && m->link.shown))
        m->link.right = characters_first(t, m->out.text.isolates) == CHARACTERS_RIGHT;
    if (MODULE_HAS_SCRIPTS && m->seeking && !m->code &&
        !(MODULE_HAS_RARE && m->link.depth && (m->link.shown || m->link.run)))
        markdown_letters(m, MODULE_HAS_RICH && m->tables.count ? table_letters(m, t) : t);
    m->paragraph.said = true;
    if (m->in_heading || m->link.depth || m->code)
        writer_text(&m->out, t);
    else
        writer_prose(&m->out, t);
}

/* Whether an edit may lie in a piece. Pieces come nearly always in the order of the text; of one that does not it is
 * not known. */
static bool markdown_is_edited(markdown_state *m, text piece)
{
    const edits *e = &m->edits;
    size_t at = (uintptr_t)piece.at - (uintptr_t)m->source.at;
    if (at > m->source.size || (m->next_edit == e->count && at >= m->edited))
        return false; /* a constant of md4c, or behind all edits */
    while (m->next_edit < e->count && e->list[m->next_edit].put_at + (size_t)e->list[m->next_edit].size <= at) {
        m->edited = e->list[m->next_edit].put_at + (size_t)e->list[m->next_edit].size;
        m->next_edit++;
    }
    return at < m->edited || (m->next_edit < e->count && e->list[m->next_edit].put_at < at + piece.size);
}

/* Writes a piece that may hold marks. */
static void markdown_marked(markdown_state *m, text piece)
{
    while (piece.size) {
        unsigned mark;
        const char *at = piece.at;
        text next = unmark_next(&piece, &mark);
        if (mark == MARK_BREAK && !m->code) {
            markdown_plain_close(m);
            piece = text_from(piece, comments_break(piece));
            markdown_break(m, true);
        } else if (MODULE_HAS_RARE && mark == MARK_NOTE && !m->code) {
            notes_tell(m, at);
        } else if (MODULE_HAS_RICH && mark == MARK_FOOTNOTE) {
            footnote_write(m, &piece);
        } else if (MODULE_HAS_RICH && (mark == MARK_RAISED || mark == MARK_LOWERED)) {
            piece = markdown_raised(m, piece, mark);
        } else if (mark == MARK_ADDRESS) {
            markdown_plain_begin(m, (text){at, 3});
        } else if (mark == MARK_ADDRESS_END && m->in_plain) {
            markdown_plain_end(m, (text){at, 3});
        } else if (next.size) {
            markdown_write(m, next);
        }
    }
}

/* Code in a cell: the backslash before a pipe is there for the table (GFM, section 4.10), and is not shown. */
static void markdown_cell_code(markdown_state *m, text piece)
{
    for (size_t i = 0; i + 1 < piece.size; i++)
        if (piece.at[i] == '\\' && piece.at[i + 1] == '|') {
            markdown_marked(m, text_slice(piece, 0, i));
            piece = text_from(piece, i + 1);
            i = 0;
        }
    markdown_marked(m, piece);
}

/* Whether a reference in line Markdown stands for the LF of a CR LF: the writer makes one line end of the CR. */
static bool markdown_is_feed(const markdown_state *m, text piece)
{
    return text_equal(piece, TEXT("&#10;")) && m->plain.size && m->plain.at[m->plain.size - 1] == '\r';
}

int markdown_on_text(MD_TEXTTYPE type, const MD_CHAR *at, MD_SIZE size, void *state)
{
    markdown_state *m = state;
    char room[4];
    text piece = {at, size};
    if (MODULE_HAS_RARE && m->in_code && markdown_code_waits(m, &piece)) /* such a block has text of one type alone */
        return 0;
    characters before = m->out.text;
    const unsigned due = m->out.left_out & ~m->left_told; /* of a title or an address: told at the end of its span */
    markdown_child(m);
    if (MODULE_HAS_RICH)
        m->filled = true;
    watch_text(m, piece);
    markdown_reach(m, piece);
    if (type != MD_TEXT_NORMAL && type != MD_TEXT_ENTITY)
        markdown_plain_close(m);
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
        markdown_break(m, type == MD_TEXT_BR);
        return m->out.status != BROADSHEET_OK;
    }
    if (type == MD_TEXT_NORMAL)
        markdown_look_for_html(m, piece);
    if (MODULE_HAS_RICH && m->use->line && type == MD_TEXT_ENTITY && markdown_is_feed(m, piece))
        markdown_text_add(m, &m->plain, TEXT("\n"));
    else if (MODULE_HAS_RARE && type == MD_TEXT_CODE && m->in_cell && !markdown_is_commonmark(m))
        markdown_cell_code(m, piece);
    else if (MODULE_HAS_RARE && m->autolink.size)
        markdown_write(m, m->autolink);
    else if (type == MD_TEXT_ENTITY || !markdown_is_edited(m, piece))
        markdown_write(m, markdown_piece(m, type, piece, room));
    else
        markdown_marked(m, markdown_piece(m, type, piece, room));
    if (MODULE_HAS_RARE)
        m->autolink = NO_TEXT;
    if (MODULE_IS_WHOLE && (m->out.left_out & ~m->left_told) != due) {
        m->left_told |= due;
        markdown_left_out(m, markdown_range(m, piece), before, !(m->in_heading || m->link.depth || m->code));
        m->left_told &= ~due;
    }
    return m->out.status != BROADSHEET_OK;
}
