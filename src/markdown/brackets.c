/* Links, pictures and placements that are none, since their address has a space or a bracket too many or no end: md4c
 * gives the "](" as text. They are shown as written, and told. */
#include "base/array.h"
#include "base/module.h"
#include "markdown/state.h"

/* How far the end is looked for. */
enum { BRACKETS_BYTES = 512 };

/* The "[" to which the "]" at an offset belongs; SIZE_MAX: there is none, or it stands behind a backslash. Offsets come
 * in ascending order, so the text is gone through twice at most. */
static size_t brackets_begin(markdown_state *m, size_t end)
{
    text t = m->source;
    markdown_brackets *b = &m->brackets;
    size_t begin = SIZE_MAX, paragraph = end;
    while (paragraph > b->at && !(t.at[paragraph - 1] == '\n' && lines_is_end(t, paragraph)))
        paragraph--;
    if (paragraph > b->at) { /* nothing before its blank line counts */
        b->at = paragraph;
        b->count = 0;
    }
    for (; b->at <= end; b->at++) {
        char c = t.at[b->at];
        begin = SIZE_MAX;
        if (c == '\\') {
            b->at++;
        } else if (c == '[') {
            b->open = array_grow(m->scratch, b->open, b->count, &b->room, sizeof *b->open);
            b->open[b->count++] = b->at;
        } else if (c == ']' && b->count) {
            begin = b->open[--b->count];
        }
    }
    return begin;
}

/* Behind the quotation mark that ends a title, when the address's ")" follows; else 0. */
static size_t brackets_title(text t, size_t at)
{
    const char *mark = memchr(t.at + at + 1, t.at[at], t.size - at - 1);
    size_t end = mark ? (size_t)(mark - t.at) + 1 : t.size;
    while (end < t.size && t.at[end] == ' ')
        end++;
    return end < t.size && t.at[end] == ')' ? end : 0;
}

/* Behind the ")" of the "(" at an offset; behind the first ")" when brackets do not stand in pairs; where the line ends
 * when it has none. */
static size_t brackets_end(text t, size_t open)
{
    size_t depth = 0, first = 0, title, at = open;
    t.size = t.size - open > BRACKETS_BYTES ? open + BRACKETS_BYTES : t.size;
    for (; !lines_is_end(t, at); at++) {
        char c = t.at[at];
        if (c == '\\' && !lines_is_end(t, at + 1)) {
            at++;
        } else if ((c == '"' || c == '\'') && t.at[at - 1] == ' ' && (title = brackets_title(t, at)) > 0) {
            at = title - 1;
        } else if (c == '(') {
            depth++;
        } else if (c == ')') {
            first = first ? first : at + 1;
            if (!--depth)
                return at + 1;
        }
    }
    while (at > open && (t.at[at - 1] == ' ' || ((unsigned char)t.at[at - 1] & 0xC0) == 0x80))
        at--; /* no character is cut */
    return first ? first : at;
}

/* Whether what begins with "(" begins as the address of a placement does. */
static bool brackets_is_place(const markdown_state *m, text behind)
{
#define X(KIND, name, form, since, ...)                                                                                \
    if ((since < 2 || m->use->version >= since) && text_starts(behind, TEXT("(" #name ":")))                           \
        return true;
#include "markdown/places.def"
#undef X
    return false;
}

/* What is told of the "(" at an offset. */
static report_code brackets_code(const markdown_state *m, size_t open)
{
    text t = text_from(m->source, open);
    if (markdown_is_rich(m) && text_starts(t, TEXT("(lang:")))
        return REPORT_TEXT_LANGUAGE;
    return m->use->find && brackets_is_place(m, t) ? REPORT_PLACEMENT_FORM : REPORT_BODY_LINK_FORM;
}

static void brackets_tell(markdown_state *m, size_t open)
{
    if (m->code || (m->link.depth && (m->link.shown || m->link.bracketed)))
        return; /* it is code, or an autolink's text */
    size_t begin = brackets_begin(m, open - 1);
    if (begin == SIZE_MAX)
        return; /* no "[" stands before it */
    begin -= begin > 0 && m->source.at[begin - 1] == '!';
    markdown_tell(m, brackets_code(m, open), 0,
                  markdown_range(m, text_slice(m->source, begin, brackets_end(m->source, open))));
}

void brackets_note(markdown_state *m, size_t at)
{
    markdown_brackets *b = &m->brackets;
    if (markdown_is_commonmark(m))
        return;
    b->links = array_grow(m->scratch, b->links, b->link_count, &b->link_room, sizeof *b->links);
    b->links[b->link_count++] = (uint32_t)at;
}

void brackets_text(markdown_state *m, size_t from, size_t to)
{
    markdown_brackets *b = &m->brackets;
    for (; b->link_next < b->link_count && b->links[b->link_next] < to; b->link_next++)
        if (b->links[b->link_next] >= from)
            brackets_tell(m, b->links[b->link_next]);
}

void brackets_definition(markdown_state *m, const markdown_watched *w)
{
    text t = m->source, label = text_slice(t, w->first + 1, w->at - 1);
    size_t end = w->size;
    if (m->code || (label.size && (memchr(label.at, ']', label.size) || memchr(label.at, '\n', label.size))))
        return;
    while (!lines_is_end(t, end) && end - w->size < BRACKETS_BYTES && t.at[end] != ' ')
        end++;
    text word = text_slice(t, w->size, end), behind = text_from(t, end);
    while (behind.size && behind.at[0] == ' ')
        behind = text_from(behind, 1);
    bool address =
        text_starts(word, TEXT("/")) || text_starts(word, TEXT("http:")) || text_starts(word, TEXT("https:"));
    if (address && !lines_is_end(behind, 0) && !memchr("\"'(", behind.at[0], 3)) /* else it is text, or has a title */
        markdown_tell(m, REPORT_BODY_LINK_FORM, 0, watch_line(m, w->first));
}
