/* Definitions of links that must stay text: "[^1]: " begins a footnote, which Markdown does not have, nor has version 2
 * where a backslash stands before the "^"; and one that no link uses and whose address is refused was meant to be read.
 * Whether it is used is asked by its label: something in brackets that has the same letters. */
#include "base/array.h"
#include "base/module.h"
#include "markdown/marks.h"
#include "markdown/prepare.h"
#include "text/slug.h"

void notes_put(markdown_state *m, size_t at, report_code code, report_range range)
{
    edits_put(&m->edits, at, 0, MARK_TEXT(MARK_NOTE));
    if (!MODULE_IS_WHOLE)
        return; /* it is told, and not shown */
    m->notes = array_grow(m->scratch, m->notes, m->note_count, &m->note_room, sizeof *m->notes);
    m->notes[m->note_count++] = (markdown_note){at, code, range};
}

void notes_tell(markdown_state *m, const char *mark)
{
    if (!MODULE_IS_WHOLE)
        return;
    size_t at = markdown_range(m, (text){mark, 3}).at, low = 0, high = m->note_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (m->notes[middle].at < at)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < m->note_count && m->notes[low].at == at)
        markdown_tell(m, m->notes[low].code, 0, m->notes[low].range);
}

/* The "]" that ends the label whose "[" stands at an offset; 0: there is none in this line, or paragraph. */
static size_t labels_end(text t, size_t at, bool paragraph)
{
    for (at++; at < t.size && t.at[at] != '['; at++) {
        if (lines_is_end(t, at) && (!paragraph || lines_is_end(t, lines_next(t, at))))
            break;
        if (t.at[at] == ']')
            return at;
        at += t.at[at] == '\\' && !lines_is_end(t, at + 1);
    }
    return 0;
}

/* Notes all labels that are used: those behind which neither an address nor, at the start of a line, ":" stands. */
static void labels_note(markdown_state *m)
{
    text t = m->given;
    m->labelled = true;
    for (size_t at = 0; at < t.size; at++) {
        const char *open = memchr(t.at + at, '[', t.size - at);
        if (!open)
            return;
        at = (size_t)(open - t.at);
        size_t end = labels_end(t, at, true);
        if (!end || text_starts(text_from(t, end + 1), TEXT(":")) || text_starts(text_from(t, end + 1), TEXT("(")))
            continue;
        text key = slug_key(m->scratch, text_slice(t, at + 1, end));
        if (key.size)
            index_add(&m->labels, m->scratch, key, m);
        at = end;
    }
}

static bool labels_is_used(markdown_state *m, text label)
{
    if (!m->labelled)
        labels_note(m);
    text key = slug_key(m->scratch, label);
    return !key.size || index_find(&m->labels, key);
}

/* Whether the address behind a definition's colon is one that no link can have. */
static bool labels_is_refused(markdown_state *m, size_t at)
{
    text t = m->given;
    url found;
    while (at < t.size && (t.at[at] == ' ' || t.at[at] == '\t'))
        at++;
    bool angle = at < t.size && t.at[at] == '<';
    size_t first = at + angle, end = first;
    while (!lines_is_end(t, end) && (angle ? t.at[end] != '>' : t.at[end] != ' ' && t.at[end] != '\t'))
        end++;
    return end > first && !url_judge(m->scratch, text_slice(t, first, end), URL_LINK, &found);
}

void labels_line(markdown_state *m, size_t start, size_t at, bool apart)
{
    text t = m->given;
    bool before = m->lines.label;
    m->lines.label = false;
    size_t end = at < t.size && t.at[at] == '[' ? labels_end(t, at, false) : 0;
    if (!end || !text_starts(text_from(t, end + 1), TEXT(":")))
        return;
    if (!MODULE_HAS_RARE)
        arena_lack();
    if (before && apart) /* the text of the one above would take it for its own */
        prepare_apart(m, start, at);
    text label = text_slice(t, at + 1, end);
    report_range range = {at, lines_end(t, at) - at};
    bool noted =
        text_starts(label, TEXT("^")) || (MODULE_HAS_RICH && markdown_is_rich(m) && text_starts(label, TEXT("\\^")));
    m->lines.label = noted || (labels_is_refused(m, end + 2) && !labels_is_used(m, label));
    if (m->lines.label)
        notes_put(m, at, noted ? REPORT_BODY_FOOTNOTE : REPORT_BODY_DEFINITION_REFUSED, range);
}
