/* Text on its way from md4c to the writer: character references become characters before
 * anything is judged or escaped. */
#include "base/scan.h"
#include "markdown/state.h"
#include "text/entities.h"

void markdown_text_add(markdown_state *m, markdown_text *to, text t)
{
    if (t.size > to->room - to->size) {
        size_t room = to->room ? to->room : 256;
        while (room - to->size < t.size)
            room *= 2; /* ends: the source is below 1 GB, and text is at most a byte longer than the reference to it */
        char *grown = arena_alloc(m->scratch, room);
        if (to->size)
            memcpy(grown, to->at, to->size);
        to->at = grown;
        to->room = room;
    }
    if (t.size)
        memcpy(to->at + to->size, t.at, t.size);
    to->size += t.size;
}

/* The text of one piece from md4c. room holds the characters of a numeric reference. */
static text markdown_piece(MD_TEXTTYPE type, text piece, char room[4])
{
    switch (type) {
    case MD_TEXT_ENTITY:
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
        markdown_text_add(m, &m->decoded, markdown_piece(attribute->substr_types[i], piece, room));
    }
    return markdown_text_all(&m->decoded);
}

/* Whether the "<" at an offset of the source begins a tag, a comment or the like. A guess, near enough for a hint to
 * the author. */
static bool markdown_is_html(text source, size_t at)
{
    if (at > 0 && source.at[at - 1] == '\\')
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

/* The first "<" of the source from an offset on, or the end of the source. Texts come in the order of the source, so it
 * is remembered: most of them need no look. One that comes out of turn is searched up to its end alone. */
static size_t markdown_less(markdown_state *m, size_t at, size_t end)
{
    if (at < m->less_from)
        return scan_to(text_slice(m->source, 0, end), at, '<');
    if (at > m->less || m->less_from == m->less) {
        m->less_from = at;
        m->less = scan_to(m->source, at, '<');
    }
    return m->less;
}

/* Reports HTML in the source, once. With MD_FLAG_NOHTML md4c does not tell of HTML, so its texts are searched: they are
 * slices of the source, but for some constants, which are passed over. */
static void markdown_look_for_html(markdown_state *m, text piece)
{
    size_t at = (size_t)((uintptr_t)piece.at - (uintptr_t)m->source.at), end = at + piece.size;
    if (m->html_told || at > m->source.size || end > m->source.size)
        return;
    for (; (at = markdown_less(m, at, end)) < end; at++)
        if (markdown_is_html(m->source, at)) {
            m->html_told = true;
            markdown_tell(m, REPORT_BODY_HTML, 0);
            return;
        }
}

static void markdown_break(markdown_state *m, bool hard)
{
    if (m->picture.depth) {
        markdown_text_add(m, &m->alt, TEXT(" "));
        return;
    }
    if (m->in_heading)
        markdown_text_add(m, &m->plain, TEXT(" "));
    if (hard)
        writer_void(&m->out, "br");
    writer_line(&m->out);
}

void markdown_write(markdown_state *m, text t)
{
    if (m->picture.depth) {
        markdown_text_add(m, &m->alt, t);
        return;
    }
    if (m->in_heading)
        markdown_text_add(m, &m->plain, t);
    if (m->link.depth)
        m->link.named = m->link.named || characters_show(t);
    if (m->in_heading || m->link.depth || m->code)
        writer_text(&m->out, t);
    else
        writer_prose(&m->out, t);
}

int markdown_on_text(MD_TEXTTYPE type, const MD_CHAR *at, MD_SIZE size, void *state)
{
    markdown_state *m = state;
    char room[4];
    text piece = {at, size};
    markdown_child(m);
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
        markdown_break(m, type == MD_TEXT_BR);
        return m->out.status != BROADSHEET_OK;
    }
    if (type == MD_TEXT_NORMAL)
        markdown_look_for_html(m, piece);
    markdown_write(m, m->autolink.size ? m->autolink : markdown_piece(type, piece, room));
    m->autolink = NO_TEXT;
    return m->out.status != BROADSHEET_OK;
}
