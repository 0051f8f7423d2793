/* Comments and line breaks: the only HTML that is not shown as text. Nothing of a comment is shown, wherever it stands
 * but in code. One without an end reaches to the end of its containers. */
#include "base/module.h"
#include "markdown/lines.h"
#include "markdown/marks.h"
#include "markdown/prepare.h"

static size_t comments_spaces(text t, size_t at)
{
    while (at < t.size && (t.at[at] == ' ' || t.at[at] == '\t'))
        at++;
    return at;
}

static bool comments_begins(text t, size_t at)
{
    return text_starts(text_from(t, at), TEXT("<!--"));
}

/* The end of the containers in which a line stands. */
static size_t comments_container(const markdown_lines *l, text t, size_t at, size_t depth)
{
    for (at = lines_end(t, at); depth && at < t.size; at = lines_end(t, at)) {
        size_t end = at;
        at = lines_next(t, at);
        lines_line line = lines_begin(l, t, at);
        if (line.parents < depth)
            return end;
    }
    return t.size;
}

size_t comments_within(text t, size_t at)
{
    text rest = text_from(t, at + 4);
    if (text_starts(rest, TEXT(">")) || text_starts(rest, TEXT("->"))) /* an empty one (HTML, section 13.2.5.43) */
        return at + 4 + (rest.at[0] == '-') + 1;
    for (size_t from = at + 6; from < t.size;) {
        const char *more = memchr(t.at + from, '>', t.size - from);
        if (!more)
            break;
        from = (size_t)(more - t.at) + 1;
        bool bang = more[-1] == '!'; /* "--!>" (HTML, section 13.2.5.53) */
        if (more[-1 - bang] == '-' && more[-2 - bang] == '-' && from > at + 6 + bang)
            return from;
    }
    return 0;
}

size_t comments_reach(markdown_state *m, size_t at)
{
    text t = m->given;
    if (m->lines.endless && t.size > at + 6) /* none but an empty one ends */
        t.size = at + 6;
    size_t end = comments_within(t, at);
    m->lines.endless = m->lines.endless || !end;
    return end;
}

size_t comments_behind(markdown_state *m, size_t at)
{
    if (!MODULE_HAS_RARE) {
        if (comments_begins(m->given, at))
            arena_lack();
        return at;
    }
    for (size_t end; comments_begins(m->given, at) && (end = comments_reach(m, at)) > 0;)
        at = comments_spaces(m->given, end);
    return at;
}

/* Whether a comment has nothing in it. */
static bool comments_is_blank(text t, size_t at, size_t end)
{
    for (at += 4; at + 3 < end && strchr(" \t\r\n", t.at[at]) && t.at[at];)
        at++;
    return at + 3 >= end;
}

size_t comments_end(markdown_state *m, size_t at, size_t depth)
{
    markdown_lines *l = &m->lines;
    text t = m->given;
    size_t end = comments_reach(m, at);
    report_code code = end ? REPORT_BODY_COMMENT : REPORT_BODY_COMMENT_OPEN;
    if (!end)
        end = comments_container(l, t, at, depth < l->depth ? depth : l->depth);
    for (size_t from = at + 4; code == REPORT_BODY_COMMENT && from < end; from++) {
        const char *less = memchr(t.at + from, '<', end - from);
        if (!less)
            break;
        from = (size_t)(less - t.at);
        if (comments_begins(t, from))
            code = REPORT_BODY_COMMENT_TWICE;
    }
    bool blank = MODULE_IS_WHOLE && code == REPORT_BODY_COMMENT && markdown_is_rich(m) && comments_is_blank(t, at, end);
    if (!blank)
        markdown_tell(m, code, 0, (report_range){at, end - at});
    return end;
}

comments_kind comments_line(markdown_state *m, size_t start, size_t *at, bool opened, size_t depth)
{
    markdown_lines *l = &m->lines;
    text t = m->given;
    size_t first = *at, end = first;
    if (!comments_begins(t, first))
        return COMMENT_NONE;
    if (!MODULE_HAS_RARE)
        arena_lack();
    while (comments_begins(t, end))
        end = comments_spaces(t, comments_end(m, end, depth));
    *at = end;
    if (!lines_is_end(t, end)) {
        edits_put(&m->edits, first, end - first, NO_TEXT);
        return COMMENT_BEFORE;
    }
    size_t next = lines_next(t, end);
    lines_line behind = lines_begin(l, t, next);
    bool apart = l->leaf == LEAF_NONE && (next >= t.size || lines_is_end(t, behind.at));
    if (opened || apart) {
        edits_put(&m->edits, first, end - first, MARK_TEXT(MARK_NOTE));
        return COMMENT_ALONE;
    }
    edits_put(&m->edits, start, next - start, NO_TEXT);
    *at = next;
    return COMMENT_LINE;
}

/* Where the running text of this line ends: a span of code goes no farther. */
static size_t comments_running_end(markdown_lines *l, text t, size_t at)
{
    size_t end = lines_end(t, at);
    while (!l->one_line && end < t.size) {
        size_t next = lines_next(t, end);
        lines_line line = lines_begin(l, t, next);
        if (lines_is_end(t, line.at) || lines_interrupts(l, t, &line))
            break;
        end = lines_end(t, line.at);
    }
    return end;
}

/* The end of the second row of so many backticks; 0: there is none. */
static size_t comments_ticks(text t, size_t at, size_t end, size_t count)
{
    while (at < end) {
        const char *tick = memchr(t.at + at, '`', end - at);
        if (!tick)
            return 0;
        size_t first = at = (size_t)(tick - t.at);
        while (at < end && t.at[at] == '`')
            at++;
        if (at - first == count)
            return at;
    }
    return 0;
}

/* Whether an offset of running text stands in a span of code. */
static bool comments_in_code(markdown_lines *l, text t, size_t at)
{
    if (l->ends <= at)
        l->ends = comments_running_end(l, t, at);
    while (l->ticks < at && l->inside <= at) {
        size_t from = l->inside > l->ticks ? l->inside : l->ticks, count = 0;
        while (from < at && t.at[from] != '`')
            from += t.at[from] == '\\' ? 2 : 1;
        while (from + count < l->ends && t.at[from + count] == '`')
            count++;
        l->ticks = from + count;
        if (from >= at || !count || count > LINES_TICKS_MOST || l->unmatched >> count & 1)
            continue;
        l->inside = comments_ticks(t, l->ticks, l->ends, count);
        if (!l->inside)
            l->unmatched |= (uint64_t)1 << count;
    }
    return l->inside > at;
}

size_t comments_break(text t)
{
    if (!text_starts_nocase(t, TEXT("<br")))
        return 0;
    size_t at = comments_spaces(t, 3);
    at += at < t.size && t.at[at] == '/';
    return at < t.size && t.at[at] == '>' ? at + 1 : 0;
}

/* Whether a comment is all that stands in the first cell of a row: then that cell is not empty, and a corner with it is
 * one that leaves the first column as it is. */
static bool comments_is_corner(const markdown_lines *l, text t, size_t at, size_t end)
{
    end = comments_spaces(t, end);
    return l->above < at && t.at[l->above] == '|' && comments_spaces(t, l->above + 1) == at &&
           (lines_is_end(t, end) || t.at[end] == '|');
}

size_t comments_less(markdown_state *m, size_t at)
{
    markdown_lines *l = &m->lines;
    text t = m->given;
    if ((MODULE_HAS_RARE && l->code) || prepare_is_escaped(t, at))
        return at + 1;
    size_t size = comments_break(text_from(t, at));
    if (size) {
        edits_put(&m->edits, at, 0, MARK_TEXT(MARK_BREAK));
        return at + size;
    }
    if (!comments_begins(t, at))
        return at + 1;
    if (!MODULE_HAS_RARE)
        arena_lack();
    if (comments_in_code(l, t, at))
        return at + 1;
    size_t start = at, end = comments_end(m, at, l->depth), behind = comments_spaces(t, end);
    if (lines_is_end(t, behind)) {
        while (start > m->edits.done && start > l->running && comments_spaces(t, start - 1) >= start)
            start--;
        end = behind;
    } else if (at > l->running && comments_spaces(t, at - 1) >= at) {
        end = behind;
    }
    bool corner = MODULE_HAS_RICH && markdown_is_rich(m) && comments_is_corner(l, t, at, end);
    edits_put(&m->edits, start, end - start, corner ? MARK_TEXT(MARK_NOTE) : NO_TEXT);
    columns_fill(m, end);
    l->ticks = end;
    return end;
}
