/* Places of the text that md4c does not tell of: the numbers of list items and definitions of links. The survey notes
 * them by their looks. Whether one is what it looks like is known when the text around it comes: what md4c gives as
 * text was none; what lies between two pieces of text was one. Of links that are none see brackets.c. */
#include "base/array.h"
#include "base/concat.h"
#include "base/module.h"
#include "markdown/notation.h"
#include "markdown/state.h"

static void watch_add(markdown_state *m, markdown_watched one)
{
    if (markdown_is_commonmark(m))
        return;
    m->watched = array_grow(m->scratch, m->watched, m->watch_count, &m->watch_room, sizeof *m->watched);
    m->watched[m->watch_count++] = one;
    if (m->watch_count == 1)
        m->watch_at = one.at;
}

void watch_number(markdown_state *m, size_t at, size_t size)
{
    uint32_t number = 0;
    for (size_t i = 0; i + 1 < size && i < 9; i++)
        number = number * 10 + (uint32_t)(m->source.at[at + i] - '0');
    watch_add(m, (markdown_watched){.kind = WATCH_NUMBER, .at = at, .first = at, .size = size, .number = number});
}

/* Where the address of a definition begins, behind its colon. */
static size_t watch_target(text t, size_t at)
{
    for (bool line = false; at < t.size; at++) {
        char c = t.at[at];
        if (c == '\n' ? line : c != ' ' && c != '\t' && c != '\r' && !(line && c == '>'))
            break;
        line = line || c == '\n';
    }
    return at + (at < t.size && t.at[at] == '<');
}

void watch_bracket(markdown_state *m, size_t at, size_t line)
{
    if (!MODULE_IS_WHOLE)
        return; /* it is told, and not shown */
    text t = m->source, behind = text_from(t, at + 1);
    if (text_starts(behind, TEXT(":")) && line != SIZE_MAX)
        watch_add(m, (markdown_watched){
                         .kind = WATCH_DEFINITION, .at = at + 1, .first = line, .size = watch_target(t, at + 2)});
    else if (text_starts(behind, TEXT("(")))
        brackets_note(m, at + 1);
}

report_range watch_line(const markdown_state *m, size_t at)
{
    size_t end = at;
    while (end < m->source.size && m->source.at[end] != '\n' && m->source.at[end] != '\r')
        end++;
    return markdown_range(m, text_slice(m->source, at, end));
}

/* A watched place is no text. end: where text goes on. */
static void watch_is(markdown_state *m, markdown_watched *w, size_t end)
{
    if (MODULE_IS_WHOLE && w->end && w->end <= end)
        return; /* it is in the address or the title of a link */
    w->is = true;
    w->end = end;
    if (w->kind == WATCH_NUMBER && m->item_numbered < m->item_count) {
        m->items[m->item_numbered].number = w->number;
        m->items[m->item_numbered++].source = w->at;
    }
}

void watch_text(markdown_state *m, text piece)
{
    uintptr_t start = (uintptr_t)m->source.at, here = (uintptr_t)piece.at;
    if (here < start || here - start > m->source.size)
        return;
    size_t at = here - start;
    while (m->watch_at < at + piece.size) {
        markdown_watched *w = &m->watched[m->watch_next++];
        if (w->at < at)
            watch_is(m, w, at);
        else if (MODULE_IS_WHOLE && w->kind == WATCH_DEFINITION)
            brackets_definition(m, w);
        m->watch_at = m->watch_next < m->watch_count ? m->watched[m->watch_next].at : SIZE_MAX;
    }
    if (MODULE_IS_WHOLE && m->brackets.link_next < m->brackets.link_count)
        brackets_text(m, at, at + piece.size);
}

/* A definition is used, or one with an address. In a footnote that is so once the note is shown, which is known later.
 */
static void watch_use(markdown_state *m, size_t definition, text copy)
{
    if (m->picture.depth)
        return; /* in the text of a picture addresses have no place */
    if (MODULE_HAS_RICH && m->noting) {
        m->note_uses = array_grow(m->scratch, m->note_uses, m->note_use_count, &m->note_use_room, sizeof *m->note_uses);
        m->note_uses[m->note_use_count++] = (markdown_note_use){m->noting - 1, definition, copy};
    } else if (copy.size) {
        index_add(&m->copied, m->scratch, copy, m);
    } else {
        m->watched[definition].number = 1;
    }
}

/* An address and a label, by which a definition is known whose address was copied. */
static text watch_key(markdown_state *m, text address, text label)
{
    return text_concat(m->scratch, (text[]){address, TEXT("\n"), slug_key(m->scratch, label)}, 3);
}

/* A link or a picture has a copied address: that of the definition of its last label, or of its first, or its own. */
static void watch_copy(markdown_state *m, text address, size_t begin)
{
    size_t behind, end;
    text copy = arena_text(m->scratch, address), first = markdown_where_label(m, begin, &behind);
    if (!copy.size || memchr(copy.at, 0, copy.size))
        return;
    watch_use(m, 0, watch_key(m, copy, first));
    if (behind < m->source.size && m->source.at[behind] == '[')
        watch_use(m, 0, watch_key(m, copy, markdown_where_label(m, behind, &end)));
}

void watch_link(markdown_state *m, const MD_ATTRIBUTE *address, size_t begin)
{
    if (!MODULE_IS_WHOLE)
        return; /* it is told, and not shown */
    uintptr_t start = (uintptr_t)m->source.at, here = (uintptr_t)address->text;
    m->defined = SIZE_MAX;
    if (!m->watch_count)
        return;
    if (here < start || here - start > m->source.size) {
        watch_copy(m, (text){address->text, address->size}, begin); /* it has escapes or references */
        return;
    }
    size_t at = here - start, low = 0, high = m->watch_count;
    while (low < high) { /* the definition whose address may begin here: the last that begins before it */
        size_t middle = low + (high - low) / 2;
        if (m->watched[middle].at < at)
            low = middle + 1;
        else
            high = middle;
    }
    if (low && m->watched[low - 1].kind == WATCH_DEFINITION && m->watched[low - 1].size == at)
        watch_use(m, m->defined = low - 1, NO_TEXT);
}

void watch_span(markdown_state *m, size_t begin)
{
    if (!MODULE_IS_WHOLE)
        return; /* it is told, and not shown */
    if (m->watch_spanned < m->watch_next)
        m->watch_spanned = m->watch_next;
    for (; m->watch_spanned < m->watch_count && m->watched[m->watch_spanned].at < m->reached; m->watch_spanned++) {
        markdown_watched *w = &m->watched[m->watch_spanned];
        if (w->kind == WATCH_DEFINITION && w->at > begin)
            w->end = m->reached;
    }
}

void watch_refused(markdown_state *m)
{
    if (MODULE_IS_WHOLE && m->defined < m->watch_count)
        m->watched[m->defined].refused = true;
}

/* The range of a definition, which may go on in other lines: up to the line of the next one or of other text, or to a
 * blank line. */
static report_range watch_definition(const markdown_state *m, size_t i)
{
    text t = m->source;
    size_t at = m->watched[i].first, end = m->watched[i].end;
    for (size_t next = i + 1; next < m->watch_count && m->watched[next].first < end; next++)
        if (m->watched[next].kind == WATCH_DEFINITION && m->watched[next].is)
            end = m->watched[next].first;
    while (end < t.size && end > at && t.at[end - 1] != '\n' && t.at[end - 1] != '\r')
        end--;
    for (size_t line = lines_next(t, at); line < end; line = lines_next(t, line))
        if (lines_is_end(t, line))
            end = line;
    while (end > at &&
           (t.at[end - 1] == ' ' || t.at[end - 1] == '\t' || t.at[end - 1] == '\n' || t.at[end - 1] == '\r'))
        end--;
    return markdown_range(m, text_slice(t, at, end));
}

/* Whether a definition's address, with its escapes undone as md4c does, is one of those that were copied, for its
 * label.
 */
static bool watch_copied(markdown_state *m, const markdown_watched *w)
{
    size_t size = 0, end = w->size;
    while (end < m->source.size && !memchr(" \t\n\r", m->source.at[end], 4))
        end++;
    char *address = arena_room(m->scratch, end - w->size + 1);
    for (size_t i = w->size; i < end; i++) {
        bool escape = m->source.at[i] == '\\' && i + 1 < end && !ascii_is_letter_or_digit(m->source.at[i + 1]) &&
                      (unsigned char)m->source.at[i + 1] < 0x80;
        i += escape;
        address[size++] = m->source.at[i];
    }
    if (size && address[size - 1] == '>' && w->size && m->source.at[w->size - 1] == '<')
        size--;
    return size && !memchr(address, 0, size) &&
           index_find(&m->copied, watch_key(m, (text){address, size}, text_slice(m->source, w->first + 1, w->at - 1)));
}

void watch_end(markdown_state *m)
{
    while (m->watch_next < m->watch_count)
        watch_is(m, &m->watched[m->watch_next++], m->source.size);
}

void watch_tell(markdown_state *m)
{
    size_t uses = m->note_use_count;
    m->noting = 0;
    for (size_t i = 0; i < uses; i++)
        if (m->footnotes[m->note_uses[i].note].number)
            watch_use(m, m->note_uses[i].definition, m->note_uses[i].copy);
    for (size_t i = 0; MODULE_IS_WHOLE && i < m->watch_count; i++) {
        const markdown_watched *w = &m->watched[i];
        if (w->kind != WATCH_DEFINITION || !w->is)
            continue;
        if (markdown_is_asked(m) && text_starts(text_from(m->source, w->first), TEXT("[\\^")))
            markdown_takes_piece(m, NOTATION_DEFINED, m->source.at + w->first, 0);
        if (w->refused)
            markdown_tell(m, REPORT_BODY_DEFINITION_ADDRESS, 0, watch_definition(m, i));
        else if (!w->number && !watch_copied(m, w))
            markdown_tell(m, REPORT_BODY_DEFINITION_UNUSED, 0, watch_definition(m, i));
    }
}
