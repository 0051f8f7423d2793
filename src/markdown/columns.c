/* Tables. One right below a line of text begins a block of its own (GFM, section 4.10), and a cell without a byte is a
 * cell. That a table has the columns of its longest row is seen to in md4c (base/third_party_tables.h). */
#include "base/concat.h"
#include "base/module.h"
#include "base/scan.h"
#include "markdown/lines.h"
#include "markdown/marks.h"
#include "markdown/notation.h"
#include "markdown/prepare.h"

/* The most columns that md4c takes for a table. */
enum { COLUMNS_MOST = 128 };

#if BROADSHEET_MODULE < MODULE_RICH
/* base/third_party_small.h declares it for md4c. A line that is no more than pipes, dashes, colons and white space may
 * be the second of a table. */
int third_party_table(const char *text, unsigned size, unsigned at, ...)
{
    bool pipe = false;
    for (; at < size && text[at] != '\n' && text[at] != '\r'; at++) {
        if (!strchr("|-: \t\v\f", text[at]) || !text[at])
            return 0;
        pipe = pipe || text[at] == '|';
    }
    if (pipe)
        arena_lack();
    return 0;
}
#endif

static void columns_tell(markdown_state *m, report_code code, size_t at)
{
    if (MODULE_IS_WHOLE)
        markdown_tell(m, code, 0, (report_range){at, lines_end(m->given, at) - at});
}

/* Whether the first cell of the row that begins at an offset is empty. */
static bool columns_corner(text t, size_t at)
{
    size_t end = at + 1;
    while (end < t.size && (t.at[end] == ' ' || t.at[end] == '\t'))
        end++;
    if (at >= t.size || t.at[at] != '|')
        return false;
    return lines_is_end(t, end) || t.at[end] == '|';
}

bool columns_table(markdown_state *m, size_t above, size_t at)
{
    size_t first, end;
    const text clean = delimiters_row(m, at, &first, &end);
    const size_t columns = delimiters_count(clean);
    if (!columns || columns > COLUMNS_MOST)
        return false;
    if (MODULE_IS_WHOLE && markdown_is_rich(m) && columns_corner(m->given, above))
        markdown_takes(m, NOTATION_CORNER, above);
    if (clean.at != m->given.at + at)
        delimiters_put(m, clean.size > first - at ? text_from(clean, first - at) : NO_TEXT, first, end);
    if (MODULE_HAS_RICH && markdown_is_rich(m))
        markdown_late_add(m, &m->tables, (markdown_edit){.kind = EDIT_NONE, .at = above});
    return true;
}

void columns_uneven(void *state, const char *row, bool delimiters)
{
    markdown_state *m = state;
    columns_tell(m, delimiters ? REPORT_BODY_TABLE_COLUMNS : REPORT_BODY_TABLE_ROW,
                 markdown_range(m, (text){row, 0}).at);
}

/* Puts a line before another one: in the same containers, with this content. Behind a CR alone LF would be no line end.
 */
static void columns_line_put(markdown_state *m, size_t start, size_t at, text content)
{
    text line = text_concat(m->scratch, (text[]){text_slice(m->given, start, at), content}, 2);
    char *put = arena_room(m->scratch, line.size + 1);
    size_t size = 0;
    if (start && m->given.at[start - 1] == '\r')
        put[size++] = '\n';
    for (size_t i = 0; i < line.size; i++)
        if (!lines_is_gone(line.at[i]))
            put[size++] = line.at[i];
    edits_put(&m->edits, start, 0, (text){put, size});
}

void prepare_apart(markdown_state *m, size_t start, size_t at)
{
    columns_line_put(m, start, at, TEXT("#\n"));
}

/* The offset of the next pipe; the text's size when there is none. Most texts have none at all, so they are gone
 * through in great steps. */
static size_t columns_next_pipe(text t, size_t at)
{
    for (; MODULE_IS_WHOLE && t.size - at >= (size_t)4 * SCAN_SIZE; at += (size_t)4 * SCAN_SIZE) {
        scan_bytes is = {0};
        for (size_t i = 0; i < 4; i++)
            is |= scan_load(t.at + at + i * SCAN_SIZE) == '|';
        if (scan_mask(is))
            break;
    }
    return scan_to(t, at, '|');
}

bool columns_pipe(markdown_lines *l, text t, size_t at)
{
    size_t next = lines_next(t, at), start = columns_next_pipe(t, next);
    l->piped = t.size;
    if (start == t.size)
        return false;
    while (start > next && !lines_is_end(t, start - 1))
        start--;
    l->piped = at;
    if (start == next)
        return true;
    start -= t.at[start - 1] == '\n' && t.at[start - 2] == '\r' ? 2 : 1; /* the line above */
    while (start > next && !lines_is_end(t, start - 1))
        start--;
    l->piped = start;
    return false;
}

bool columns_begin(markdown_state *m, size_t start, const lines_line *line)
{
    markdown_lines *l = &m->lines;
    text t = m->given;
    if (line->indent >= LINES_CODE || !columns_may_begin(l, t, start))
        return false;
    size_t next = lines_next(t, line->at);
    lines_line below = lines_begin(l, t, next);
    size_t first, stop;
    if (below.parents < line->parents || !delimiters_count(delimiters_row(m, below.at, &first, &stop)))
        return false;
    if (line->parents < l->depth) { /* text of an item or a quotation, whose mark the line lacks */
        columns_tell(m, REPORT_BODY_TABLE_TEXT, line->at);
        return false;
    }
    prepare_apart(m, start, line->at);
    return true;
}

/* Whether the line below the one in which an offset stands is a row of delimiters of the open paragraph. A comment that
 * may go on in other lines leaves it open, and then any line with a pipe is taken for one: a mark too many shows
 * nothing, but where a label or the corner has it. */
static bool columns_heads(markdown_state *m, size_t at)
{
    text t = m->given;
    markdown_lines *l = &m->lines;
    const size_t end = lines_end(t, at);
    if (!columns_may_begin(l, t, l->above))
        return false;
    for (; at < end; at++)
        if (text_starts(text_from(t, at), TEXT("<!--")))
            return true;
    const lines_line below = lines_begin(l, t, lines_next(t, end));
    size_t first, stop, columns = 0;
    lines_container found;
    uint32_t number;
    if (below.parents == l->depth && below.indent < LINES_CODE)
        columns = delimiters_count(delimiters_row(m, below.at, &first, &stop));
    return columns && columns <= COLUMNS_MOST && !lines_mark(t, &below, &found, &number);
}

bool columns_is_row(markdown_state *m, size_t at)
{
    markdown_lines *l = &m->lines;
    if (l->leaf != LEAF_PARAGRAPH || l->rows != 1)
        return l->leaf == LEAF_TABLE;
    if (l->headed <= l->above) { /* asked once for a line with many pipes */
        l->headed = l->above + 1;
        l->heads = columns_heads(m, at);
    }
    return l->heads;
}

void columns_fill(markdown_state *m, size_t at)
{
    if (at >= m->given.size || m->given.at[at] != '|' || edits_before(&m->edits, at) != '|' || !columns_is_row(m, at))
        return;
    /* In the corner of a table a mark would be taken for something that stands there. In code and in addresses a space
     * would be seen, and a mark is not. */
    edits_put(&m->edits, at, 0, at == m->lines.above + 1 ? TEXT(" ") : MARK_TEXT(MARK_LETTER));
}

void columns_end(markdown_state *m, size_t start, size_t at)
{
    columns_line_put(m, start, at, TEXT("\n"));
}
