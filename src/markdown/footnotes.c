#include "markdown/footnotes.h"
#include "markdown/notation.h"

#include "base/array.h"
#include "base/digits.h"
#include "base/module.h"
#include "markdown/marks.h"
#include "markdown/prepare.h"

#if BROADSHEET_MODULE >= MODULE_RICH

/* --- the pass ------------------------------------------------------------------------------------ */

/* A label with its ASCII letters in lower case. */
static text footnote_key(markdown_state *m, text label)
{
    char *key = arena_room(m->scratch, label.size);
    for (size_t i = 0; i < label.size; i++)
        key[i] = ascii_lower(label.at[i]);
    return (text){key, label.size};
}

void footnote_line(markdown_state *m, size_t start)
{
    footnote *open = &m->footnotes[m->footnote_count - 1];
    if (m->edits.done <= start)
        edits_put(&m->edits, start, 0, NO_TEXT);
    m->line_at = m->edits.size;
    m->line_start = start;
    open->fence = m->lines.leaf == LEAF_FENCE ? m->lines.fence : '\0';
    open->fence_size = m->lines.fence_size;
}

void footnote_end(markdown_state *m)
{
    footnote *open = &m->footnotes[m->footnote_count - 1];
    open->to = m->line_at;
    open->source.size = m->line_start - open->source.at;
    m->lines.footnote = 0;
}

size_t footnote_begin(markdown_state *m, size_t at, size_t depth)
{
    text t = m->given;
    size_t size = lines_reference(t, at), content = at + size + 1;
    markdown_takes(m, NOTATION_NOTE, at);
    while (content < t.size && (t.at[content] == ' ' || t.at[content] == '\t'))
        content++;
    edits_put(&m->edits, at, 0, NO_TEXT);
    if (m->lines.footnote) { /* one within the other: the white space before it is the other's last */
        m->line_at = m->edits.size;
        m->line_start = at;
        footnote_end(m);
    }
    edits_put(&m->edits, at, content - at, NO_TEXT);
    markdown_count_link(m);
    footnote one = {.source = {at, t.size - at}, .from = m->edits.size, .depth = depth};
    one.key = footnote_key(m, text_slice(t, at + 2, at + size - 1));
    one.open = arena_array(m->scratch, depth, sizeof *one.open);
    memcpy(one.open, m->lines.open, depth * sizeof *one.open);
    m->footnotes = array_grow(m->scratch, m->footnotes, m->footnote_count, &m->footnote_room, sizeof one);
    m->footnotes[m->footnote_count++] = one;
    m->lines.footnote = depth;
    return content;
}

/* Whether a link's address stands in the parentheses that begin at an offset: then "[^1](/a)" is a link. */
static bool footnote_is_link(text t, size_t at)
{
    enum { FAR = 512 };
    size_t end = at + 1, most = t.size - at < FAR ? t.size : at + FAR;
    if (at >= t.size || t.at[at] != '(')
        return false;
    while (end < most && (unsigned char)t.at[end] > ' ' && t.at[end] != ')')
        end++;
    while (end < most && (t.at[end] == ' ' || t.at[end] == '\n'))
        end++;
    return end < most && (t.at[end] == ')' || t.at[end] == '"' || t.at[end] == '\'' || t.at[end] == '(');
}

/* A number between two marks, with a letter before it for a footnote itself. */
static text footnote_marks(markdown_state *m, size_t number, bool note)
{
    char room[DIGITS_ROOM], *put = arena_room(m->scratch, DIGITS_ROOM + 8);
    text mark = MARK_TEXT(MARK_FOOTNOTE), digits = digits_of(number, 1, room);
    size_t size = 0;
    memcpy(put, mark.at, 3);
    size = 3;
    if (note)
        put[size++] = 'n';
    memcpy(put + size, digits.at, digits.size);
    size += digits.size;
    memcpy(put + size, mark.at, 3);
    return (text){put, size + 3};
}

size_t prepare_footnote(markdown_state *m, size_t caret)
{
    edits *e = &m->edits;
    text t = e->source;
    size_t at = caret - 1, size = lines_reference(t, at);
    if (!size || !markdown_is_rich(m) || at < e->done || m->lines.code || prepare_is_escaped(t, at) ||
        footnote_is_link(t, at + size))
        return 0;
    markdown_count_link(m);
    m->references =
        array_grow(m->scratch, m->references, m->reference_count, &m->reference_room, sizeof *m->references);
    m->references[m->reference_count++] = (footnote_reference_at){at, size};
    if (at && strchr("*_~", t.at[at - 1]) && t.at[at - 1])
        edits_put(e, at, 0, MARK_PUNCTUATION_TEXT);
    edits_put(e, at, size, footnote_marks(m, m->reference_count - 1, false));
    prepare_beside(e, at + size);
    return at + size;
}

/* Adds a definition, each line without what its containers have before it. */
static void footnote_move(edits *made, const markdown_state *m, const footnote *f, text all)
{
    static const text spaces = TEXT_INIT("    ");
    const markdown_lines inside = {.open = f->open, .depth = f->depth};
    text t = text_slice(all, 0, f->to);
    size_t next = lines_next(t, f->from);
    edits_again(made, &m->edits, all, f->from, next);
    for (size_t at = next; at < t.size; at = next) {
        lines_line line = lines_begin(&inside, t, at);
        next = lines_next(t, line.at);
        bool blank = lines_is_end(t, line.at), goes_on = line.parents < f->depth; /* a paragraph, in spite of that */
        size_t indent = blank ? 0 : goes_on ? LINES_CODE : line.indent;
        size_t source = edits_source(&m->edits, line.at, false);
        for (; indent > spaces.size; indent -= spaces.size)
            edits_add(made, source, spaces);
        if (indent)
            edits_add(made, source, text_slice(spaces, 0, indent));
        edits_again(made, &m->edits, all, line.at, next);
    }
}

/* Ends a block of code that its text leaves open. */
static void footnote_fence(edits *made, size_t at, char fence, size_t size)
{
    char *put = arena_room(made->arena, size + 1);
    bool begun = made->size && made->result[made->size - 1] == '\n';
    put[0] = '\n';
    memset(put + 1, fence, size);
    edits_add(made, at, (text){put + begun, size + 1 - begun});
}

void footnotes_move(markdown_state *m)
{
    text all = m->source;
    markdown_lines *l = &m->lines;
    size_t from = 0, end = m->given.size;
    edits made;
    edits_open(&made, m->scratch, m->given);
    if (l->footnote) {
        footnote *open = &m->footnotes[m->footnote_count - 1];
        open->to = all.size;
        open->fence = l->leaf == LEAF_FENCE ? l->fence : '\0';
        open->fence_size = l->fence_size;
    }
    for (size_t i = 0; i < m->footnote_count; i++) {
        footnote *f = &m->footnotes[i];
        edits_again(&made, &m->edits, all, from, f->from);
        edits_add(&made, f->source.at, TEXT("#\n"));
        from = f->to;
        while (f->source.size && strchr(" \t\r\n>", m->given.at[f->source.at + f->source.size - 1]))
            f->source.size--;
        if (!index_find(&m->footnote_index, f->key))
            index_add(&m->footnote_index, m->scratch, f->key, f);
    }
    edits_again(&made, &m->edits, all, from, all.size);
    if (!l->footnote && l->leaf == LEAF_FENCE && !l->depth)
        footnote_fence(&made, end, l->fence, l->fence_size);
    for (size_t i = 0; i < m->footnote_count; i++) {
        const footnote *f = &m->footnotes[i];
        edits_add(&made, end, TEXT("\n\n"));
        edits_add(&made, end, footnote_marks(m, i, true));
        edits_add(&made, end, TEXT("\n\n"));
        footnote_move(&made, m, f, all);
        if (f->fence)
            footnote_fence(&made, end, f->fence, f->fence_size);
    }
    m->edits = made;
    m->source = (text){made.result, made.size};
}

/* --- the callbacks ------------------------------------------------------------------------------- */

/* Takes the number and the second mark off a piece. */
static size_t footnote_take(text *piece, bool *note)
{
    size_t number = 0, at = 0;
    *note = piece->size && piece->at[0] == 'n';
    for (at = *note; at < piece->size && ascii_is_digit(piece->at[at]); at++)
        number = number * 10 + (size_t)(piece->at[at] - '0');
    *piece = text_from(*piece, at + 3 <= piece->size ? at + 3 : piece->size);
    return number;
}

static text footnote_text(const markdown_state *m, size_t reference)
{
    const footnote_reference_at *r = &m->references[reference];
    return text_slice(m->given, r->at, r->at + r->size);
}

text footnote_source(markdown_state *m, text *piece)
{
    bool note;
    size_t number = footnote_take(piece, &note);
    return note || number >= m->reference_count ? NO_TEXT : footnote_text(m, number);
}

/* Writes the place of a reference, which is filled in at the end. */
static void footnote_place(markdown_state *m, size_t which)
{
    writer *w = &m->out;
    m->broken = m->hard = false;
    m->last = 1;
    m->paragraph.said = true;
    writer_open(w, "sup");
    writer_set(w, "class", "bs-note-reference");
    markdown_late_add(m, &m->late[LATE_NOTED], (markdown_edit){EDIT_FOOTNOTE, writer_here(w).size, which, NO_TEXT});
    writer_close(w, "sup");
}

void footnotes_due(markdown_state *m)
{
    for (size_t i = 0; i < m->due_count; i++)
        footnote_place(m, m->due[i]);
    m->due_count = 0;
}

/* The text of a footnote begins behind the open paragraph, which is not shown. */
static void footnote_enter(markdown_state *m, size_t which)
{
    size_t at = m->paragraph.outside.size;
    if (m->noting)
        m->footnotes[m->noting - 1].to = at;
    else
        m->main = at;
    m->footnotes[which].from = at;
    m->above.end = 0; /* a paragraph of the text is no caption of a table here */
    m->noting = which + 1;
}

void footnote_write(markdown_state *m, text *piece)
{
    bool note;
    size_t number = footnote_take(piece, &note);
    if (note && number < m->footnote_count) {
        footnote_enter(m, number);
        return;
    }
    if (note || number >= m->reference_count)
        return; /* cannot happen: the pass has put it */
    text source = footnote_text(m, number);
    if (m->code || m->in_plain || (m->link.depth && (m->link.shown || m->link.bracketed))) {
        markdown_write(m, source);
        return;
    }
    markdown_takes(m, NOTATION_REFERENCE, m->references[number].at);
    const footnote *f = index_find(&m->footnote_index, footnote_key(m, text_slice(source, 2, source.size - 1)));
    if (!f) {
        const footnote_reference_at *r = &m->references[number];
        markdown_tell(m, REPORT_BODY_FOOTNOTE_UNDEFINED, 0, (report_range){r->at, r->size});
        markdown_write(m, source);
        return;
    }
    size_t which = (size_t)(f - m->footnotes);
    markdown_plain_close(m);
    if (!m->link.depth && !m->picture.depth) {
        footnote_place(m, which);
        return;
    }
    m->due = array_grow(m->scratch, m->due, m->due_count, &m->due_room, sizeof *m->due);
    m->due[m->due_count++] = which;
}

#endif
