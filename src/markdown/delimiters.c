/* The row of delimiters of a table, in which comments and controls count for nothing. */
#include "markdown/lines.h"
#include "markdown/prepare.h"

size_t delimiters_count(text t)
{
    size_t at = 0;
    size_t columns = 0;
    bool pipe = at < t.size && t.at[at] == '|', apart = true;
    at += pipe;
    for (;;) {
        while (at < t.size && (t.at[at] == ' ' || t.at[at] == '\t'))
            at++;
        if (lines_is_end(t, at))
            return pipe ? columns : 0;
        size_t first = at, dashes = 0;
        at += t.at[at] == ':';
        for (; at < t.size && t.at[at] == '-'; at++)
            dashes++;
        if (!apart || !dashes)
            return 0;
        at += at < t.size && t.at[at] == ':';
        columns += at > first;
        while (at < t.size && (t.at[at] == ' ' || t.at[at] == '\t'))
            at++;
        apart = at < t.size && t.at[at] == '|';
        pipe = pipe || apart;
        at += apart;
    }
}

/* What does not count in a row of delimiters: the size of a comment that ends in the line, or of a control. */
static size_t delimiters_nothing(markdown_state *m, size_t at, size_t end)
{
    text t = m->given;
    if (lines_is_gone(t.at[at]))
        return 1;
    size_t behind = text_starts(text_from(t, at), TEXT("<!--")) ? comments_within(text_slice(t, 0, end), at) : 0;
    return behind ? behind - at : 0;
}

text delimiters_row(markdown_state *m, size_t at, size_t *first, size_t *end)
{
    text t = m->given;
    size_t line = lines_end(t, at), size = 0, nothing;
    for (*first = at; *first < line && memchr("|-: \t", t.at[*first], 5);)
        ++*first;
    *end = line;
    if (*first == line || (t.at[*first] != '<' && !lines_is_gone(t.at[*first])))
        return text_slice(t, at, line);
    char *clean = arena_room(m->scratch, line - at);
    for (*end = at; *end < line; *end += nothing ? nothing : 1) {
        nothing = delimiters_nothing(m, *end, line);
        if (!nothing && text_starts(text_from(t, *end), TEXT("<!--")))
            break;
        if (!nothing)
            clean[size++] = t.at[*end];
    }
    return (text){clean, size};
}

void delimiters_put(markdown_state *m, text row, size_t first, size_t end)
{
    size_t nothing;
    edits_put(&m->edits, first, end - first, row);
    for (size_t at = first; at < end; at += nothing ? nothing : 1) {
        nothing = delimiters_nothing(m, at, end);
        if (nothing == 1)
            markdown_tell(m, REPORT_TEXT_CONTROL, 0, (report_range){at, 1});
        else if (nothing)
            comments_end(m, at, m->lines.depth);
    }
}
