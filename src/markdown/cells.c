/* The cells of a table's row: how many there are, as md4c reads them. */
#include "base/scan.h"
#include "markdown/lines.h"
#include "markdown/prepare.h"

enum {
    CELLS_DEEP = 8, /* brackets in one another; the pipes in a link that is deeper are counted */
    CELLS_FAR = 512 /* so far the end of a link's address is looked for: each "](" asks */
};

/* The size of a row of backticks. */
static size_t cells_ticks(text t, size_t at)
{
    size_t count = 0;
    while (at + count < t.size && t.at[at + count] == '`')
        count++;
    return count;
}

/* The offset behind the span of code that begins at an offset of a row, or behind its backticks when it has no end. */
static size_t cells_code(text row, size_t at, uint64_t *unmatched)
{
    size_t count = cells_ticks(row, at), end = at + count;
    if (count > LINES_TICKS_MOST || *unmatched >> count & 1)
        return end;
    for (size_t next = end, size; next < row.size; next += size) {
        const char *tick = memchr(row.at + next, '`', row.size - next);
        if (!tick)
            break;
        next = (size_t)(tick - row.at);
        size = cells_ticks(row, next);
        if (size == count)
            return next + size;
    }
    *unmatched |= (uint64_t)1 << count;
    return end;
}

static size_t cells_spaces(text row, size_t at)
{
    while (at < row.size && (row.at[at] == ' ' || row.at[at] == '\t'))
        at++;
    return at;
}

/* The offset behind what ends with a character, from an offset on; 0: it has no end. */
static size_t cells_until(text row, size_t at, char last, char no)
{
    for (; at < row.size && row.at[at] != no; at++) {
        if (row.at[at] == last)
            return at + 1;
        at += row.at[at] == '\\';
    }
    return 0;
}

/* The offset behind an address; 0: there is none (CommonMark 0.31.2, section 6.3). */
static size_t cells_address(text row, size_t at)
{
    size_t deep = 0;
    if (at < row.size && row.at[at] == '<')
        return cells_until(row, at + 1, '>', '<');
    for (; at < row.size && (unsigned char)row.at[at] > ' ' && row.at[at] != 0x7F; at++) {
        if (row.at[at] == ')' && !deep--)
            return at;
        deep += row.at[at] == '(';
        at += row.at[at] == '\\' && at + 1 < row.size && row.at[at + 1] > ' ';
    }
    return deep ? 0 : at;
}

/* The offset behind the address and the title of a link, in the parentheses at an offset; 0: it is none. */
static size_t cells_link(text row, size_t at)
{
    if (row.size - at > CELLS_FAR)
        row.size = at + CELLS_FAR;
    if (at >= row.size || row.at[at] != '(' || !(at = cells_address(row, cells_spaces(row, at + 1))))
        return 0;
    size_t title = cells_spaces(row, at);
    if (title > at && title < row.size && strchr("\"'(", row.at[title]) && row.at[title]) {
        char last = row.at[title] == '(' ? ')' : row.at[title];
        title = cells_until(row, title + 1, last, last == ')' ? '(' : '\0');
        title = title ? cells_spaces(row, title) : row.size;
    }
    return title < row.size && row.at[title] == ')' ? title + 1 : 0;
}

/* The offset of the next byte that means something in a row: a pipe, or what may keep one from separating. */
static size_t cells_next(text row, size_t at)
{
    for (size_t first = SCAN_SIZE; SCAN_WIDE && first == SCAN_SIZE && row.size - at >= SCAN_SIZE; at += first) {
        scan_bytes b = scan_load(row.at + at);
        first = scan_first((b == '|') | (b == '`') | (b == '<') | scan_between(b, '[', ']'));
        if (first < SCAN_SIZE)
            return at + first;
    }
    while (at < row.size && !memchr("|`<[\\]", row.at[at], 6))
        at++;
    return at;
}

text cells_row(text t, size_t at, size_t end)
{
    while (end > at && (t.at[end - 1] == ' ' || t.at[end - 1] == '\t'))
        end--;
    return text_slice(t, at, end);
}

size_t cells_count(markdown_state *m, size_t at, size_t *end)
{
    text t = m->given;
    *end = lines_end(t, at);
    text row = cells_row(t, at, *end);
    size_t cells = 1, behind, deep = 0, before[CELLS_DEEP];
    uint64_t unmatched = 0;
    for (size_t i = row.size > 0 && row.at[0] == '|'; (i = cells_next(row, i)) < row.size;) {
        const char c = row.at[i];
        if (c == '`') {
            i = cells_code(row, i, &unmatched);
        } else if (text_starts(text_from(row, i), TEXT("<!--")) && (behind = comments_reach(m, at + i)) > 0) {
            if (behind > *end)
                *end = lines_end(t, behind);
            row = cells_row(t, at, *end);
            i = behind - at;
        } else if (c == ']' && deep && deep-- <= CELLS_DEEP && (behind = cells_link(row, i + 1)) > 0) {
            cells = before[deep]; /* md4c takes a pipe in a link for a part of it */
            deep = 0;             /* and no link has one in it */
            i = behind;
        } else {
            if (c == '[' && deep++ < CELLS_DEEP)
                before[deep - 1] = cells;
            if (c == '<') /* a bracket in an autolink ends no link: rather an empty cell than one too few */
                deep = 0;
            cells += c == '|' && i + 1 < row.size; /* the last one ends the last cell */
            i += c == '\\' && i + 1 < row.size ? 2 : 1;
        }
    }
    return cells;
}
