/* Where spans stand in the source. md4c does not tell; so they are looked for behind the text that it gave before. */
#include "markdown/state.h"
#include "text/flank.h"

size_t markdown_where(const markdown_state *m, bool autolink)
{
    text t = m->source;
    size_t at = m->reached;
    while (at < t.size && t.at[at] != (autolink ? '<' : '['))
        at++;
    if (at == t.size) /* cannot happen: md4c has seen it there */
        return m->reached;
    return at > m->reached && t.at[at - 1] == '!' ? at - 1 : at;
}

/* How far the end of a link is looked for: what looks like a destination may be none. */
enum { WHERE_BYTES = 512 };

/* Behind the next of a character that no backslash escapes; the end of the text when there is none. */
static size_t where_behind(text t, size_t at, char c)
{
    while (at < t.size && t.at[at] != c)
        at += t.at[at] == '\\' ? 2 : 1;
    return at < t.size ? at + 1 : t.size;
}

static size_t where_blank(text t, size_t at)
{
    while (at < t.size && (t.at[at] == ' ' || (t.at[at] >= '\t' && t.at[at] <= '\r')))
        at++;
    return at;
}

/* Behind a destination and a title, with the brackets around them, the first at an offset; the offset itself when none
 * stands there. */
static size_t where_destination(text t, size_t begin)
{
    size_t depth = 0, at = where_blank(t, begin + 1);
    if (at < t.size && t.at[at] == '<')
        at = where_behind(t, at, '>');
    for (; at < t.size && (unsigned char)t.at[at] > ' ' && (depth || t.at[at] != ')'); at++) {
        depth += t.at[at] == '(';
        depth -= t.at[at] == ')';
        at += t.at[at] == '\\';
    }
    at = where_blank(t, at);
    if (at < t.size && (t.at[at] == '"' || t.at[at] == '\'' || t.at[at] == '('))
        at = where_blank(t, where_behind(t, at + 1, t.at[at] == '(' ? ')' : t.at[at]));
    return at < t.size && t.at[at] == ')' ? at + 1 : begin;
}

size_t markdown_where_end(const markdown_state *m, size_t begin)
{
    text t = m->source;
    size_t at = m->reached > begin ? m->reached : begin;
    bool autolink = begin < t.size && t.at[begin] == '<';
    t.size = t.size - at > WHERE_BYTES ? at + WHERE_BYTES : t.size;
    at = where_behind(t, at, autolink ? '>' : ']');
    if (!autolink && at < t.size && t.at[at] == '(')
        return where_destination(t, at);
    if (!autolink && at < t.size && t.at[at] == '[')
        return where_behind(t, at, ']');
    return at;
}

report_range markdown_where_link(const markdown_state *m, size_t begin)
{
    return markdown_range(m, text_slice(m->source, begin, markdown_where_end(m, begin)));
}
