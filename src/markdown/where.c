/* Where spans stand in the source. md4c does not tell; so they are looked for behind the text that it gave before. */
#include "base/module.h"
#include "markdown/state.h"
#include "text/flank.h"

static bool where_is_end(text t, size_t at)
{
    return at >= t.size || t.at[at] == '\n' || t.at[at] == '\r';
}

/* Where the line that an offset stands in begins, if marks of containers alone stand before it; else the offset. */
static size_t where_marks(text t, size_t at)
{
    size_t line = at;
    for (bool blank = true; line > 0 && !where_is_end(t, line - 1); line--) {
        char c = t.at[line - 1];
        bool space = c == ' ' || c == '\t' || c == '>';
        if (!space && !(blank && memchr("-+*.)", c, 5)) && !ascii_is_digit(c))
            return at;
        blank = space;
    }
    return line;
}

/* Behind the line of a definition whose "[" stands at an offset; the offset itself when none does. No label holds a
 * "[". */
static size_t where_definition(text t, size_t at)
{
    size_t end = at + 1, line = where_marks(t, at);
    for (; end < t.size && t.at[end] != '[' && t.at[end] != ']'; end++)
        end += t.at[end] == '\\';
    if ((line > 0 && !where_is_end(t, line - 1)) || end + 1 >= t.size || t.at[end] != ']' || t.at[end + 1] != ':')
        return at;
    while (!where_is_end(t, end))
        end++;
    return end;
}

size_t markdown_where(markdown_state *m, bool autolink)
{
    if (!MODULE_IS_WHOLE)
        return 0; /* it is told, and not shown */
    text t = m->source;
    size_t at = m->reached, behind;
    for (; at < t.size; at++) {
        if (t.at[at] != (autolink ? '<' : '['))
            continue;
        if (autolink || (behind = where_definition(t, at)) == at)
            break;
        at = behind;
    }
    if (at >= t.size) /* what looked like a definition was a link */
        return m->reached;
    size_t begin = at > m->reached && t.at[at - 1] == '!' ? at - 1 : at;
    m->reached = at + 1;
    return begin;
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

/* Behind the "]" that ends a label, brackets in which stand in pairs. */
static size_t where_label(text t, size_t at)
{
    for (size_t depth = 0; at < t.size; at += t.at[at] == '\\' ? 2 : 1) {
        depth += t.at[at] == '[';
        if (t.at[at] == ']' && !depth--)
            return at + 1;
    }
    return t.size;
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
    if (!MODULE_IS_WHOLE)
        return 0; /* it is told, and not shown */
    text t = m->source;
    size_t at = m->reached > begin ? m->reached : begin;
    bool autolink = begin < t.size && t.at[begin] == '<';
    t.size = t.size - at > WHERE_BYTES ? at + WHERE_BYTES : t.size;
    at = autolink ? where_behind(t, at, '>') : where_label(t, at);
    if (!autolink && at < t.size && t.at[at] == '(')
        return where_destination(t, at);
    if (!autolink && at < t.size && t.at[at] == '[')
        return where_behind(t, at, ']');
    return at;
}

text markdown_where_label(const markdown_state *m, size_t begin, size_t *behind)
{
    text t = m->source;
    size_t first = begin + 1 + (begin < t.size && t.at[begin] == '!');
    t.size = t.size - begin > WHERE_BYTES ? begin + WHERE_BYTES : t.size;
    *behind = first < t.size ? where_label(t, first) : t.size;
    return *behind > first ? text_slice(t, first, *behind - 1) : NO_TEXT;
}

/* Whether a code fence with something behind it begins at an offset; then *at moves there, and *end to the line's end.
 */
static bool where_fence(text t, size_t *at, size_t *end)
{
    size_t behind = *at, size = 0;
    while (behind < t.size && t.at[behind] == t.at[*at])
        behind++;
    size = behind - *at;
    *at = behind;
    while (*at < t.size && (t.at[*at] == ' ' || t.at[*at] == '\t'))
        ++*at;
    for (*end = *at; *end < t.size && t.at[*end] != '\n' && t.at[*end] != '\r';)
        ++*end;
    return size >= 3 && *end > *at;
}

report_range markdown_where_info(markdown_state *m, const MD_ATTRIBUTE *info)
{
    if (!MODULE_IS_WHOLE)
        return REPORT_WHOLE; /* it is told, and not shown */
    text t = m->source;
    size_t at = (uintptr_t)info->text - (uintptr_t)t.at, end;
    if (at < t.size) { /* else it was copied, with its escapes taken out */
        m->reached = at + info->size;
        return markdown_range(m, text_slice(t, at, m->reached));
    }
    for (at = m->reached; at < t.size; at++)
        if ((t.at[at] == '`' || t.at[at] == '~') && where_fence(t, &at, &end)) {
            m->reached = end;
            return markdown_range(m, text_slice(t, at, end));
        }
    return REPORT_WHOLE; /* cannot happen: md4c has seen it */
}

report_range markdown_where_span(const markdown_state *m, size_t begin)
{
    if (!MODULE_IS_WHOLE)
        return REPORT_WHOLE; /* it is told, and not shown */
    return markdown_range(m, text_slice(m->source, begin, m->reached));
}
