#include "markdown/prepare.h"

#include "base/scan.h"
#include "markdown/marks.h"

bool prepare_is_escaped(text t, size_t at)
{
    size_t slashes = 0;
    while (slashes < at && t.at[at - 1 - slashes] == '\\')
        slashes++;
    return slashes % 2 == 1;
}

/* A character of U+FDD0 to U+FDDF, or U+FFFC, that the text has itself: no text may hold a mark. */
size_t prepare_noncharacter(edits *e, size_t at)
{
    const unsigned char *s = (const unsigned char *)e->source.at + at;
    if (e->source.size - at < 3)
        return at + 1;
    char own[6] = {'\xEF', '\xB7', (char)MARK_OWN, '\xEF', '\xB7', (char)(s[2] + 16)};
    if (s[1] == 0xB7 && s[2] >= MARK_FIRST && s[2] <= MARK_OWN)
        edits_put(e, at, 3, (text){own, sizeof own});
    else if (s[1] == 0xBF && s[2] == 0xBC)
        edits_put(e, at, 3, MARK_TEXT(MARK_OBJECT));
    else
        return at + 1;
    return at + 3;
}

/* The offset of the next byte that may begin something; the text's size when there is none. */
static size_t prepare_next(text t, size_t at)
{
    for (; t.size - at >= SCAN_SIZE + 1; at += SCAN_SIZE) {
        scan_bytes b = scan_load(t.at + at), next = scan_load(t.at + at + 1);
        size_t first =
            scan_first(((b == (signed char)0xEF) & ((next == (signed char)0xB7) | (next == (signed char)0xBF))) |
                       (b == '\n') | (b == '\r') | (b == '<'));
        if (first < SCAN_SIZE)
            return at + first;
    }
    while (at < t.size && (unsigned char)t.at[at] != 0xEF && t.at[at] != '\n' && t.at[at] != '\r' && t.at[at] != '<')
        at++;
    return at;
}

void markdown_prepare(markdown_state *m)
{
    edits *e = &m->edits;
    text t = m->given;
    edits_open(e, m->scratch, t);
    if (!m->use->commonmark)
        for (size_t at = prepare_line(m, prepare_front(m)); (at = prepare_next(t, at)) < t.size;) {
            switch ((unsigned char)t.at[at]) {
            case '\r':
            case '\n':
                at = prepare_line(m, lines_next(t, at));
                break;
            case '<':
                at = comments_less(m, at);
                break;
            case 0xEF:
                at = prepare_noncharacter(e, at);
                break;
            default: /* cannot happen: prepare_next stops at the bytes above */
                at++;
                break;
            }
        }
    m->source = edits_end(e);
}
