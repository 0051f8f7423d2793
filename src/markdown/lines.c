#include "markdown/lines.h"

#include "base/module.h"
#include "base/scan.h"

const bool lines_begins[256] = {
    ['#'] = true, ['*'] = true, ['+'] = true, ['-'] = true, ['0'] = true, ['1'] = true,  ['2'] = true, ['3'] = true,
    ['4'] = true, ['5'] = true, ['6'] = true, ['7'] = true, ['8'] = true, ['9'] = true,  [':'] = true, ['<'] = true,
    ['='] = true, ['>'] = true, ['['] = true, ['_'] = true, ['`'] = true, [0x7F] = true, ['|'] = true, ['~'] = true,
};

size_t lines_row(text t, size_t at, char c)
{
    SCAN_TO(t, at, b != c);
    while (at < t.size && t.at[at] == c)
        at++;
    return at;
}

static bool lines_is_blank(char c)
{
    return c == ' ' || c == '\t';
}

size_t lines_end(text t, size_t at)
{
    SCAN_TO(t, at, (b == '\n') | (b == '\r'));
    while (!lines_is_end(t, at))
        at++;
    return at;
}

size_t lines_next(text t, size_t at)
{
    at = lines_end(t, at);
    if (at < t.size && t.at[at] == '\r')
        at++;
    if (at < t.size && t.at[at] == '\n')
        at++;
    return at;
}

/* Passes white space; a tab reaches to the next multiple of four columns. */
static void lines_indent(text t, lines_line *line)
{
    unsigned total = line->total;
    for (; line->at < t.size && (lines_is_blank(t.at[line->at]) || lines_is_gone(t.at[line->at])); line->at++)
        total = t.at[line->at] == '\t' ? (total + 4) & ~3u : total + lines_is_blank(t.at[line->at]);
    line->indent = total - line->total;
    line->total = total;
}

static bool lines_quote(text t, const lines_line *line)
{
    return line->indent < LINES_CODE && line->at < t.size && t.at[line->at] == '>';
}

lines_line lines_begin(const markdown_lines *l, text t, size_t at)
{
    lines_line line = {at, 0, 0, 0};
    lines_indent(t, &line);
    for (; line.parents < l->depth; line.parents++) {
        const lines_container *c = &l->open[line.parents];
        if (c->mark == '>' && lines_quote(t, &line)) {
            line.at++;
            line.total++;
            lines_indent(t, &line);
            line.indent -= line.indent > 0; /* the space behind the mark is a part of it */
        } else if (c->mark != '>' && line.indent >= c->width) {
            line.indent -= c->width;
        } else {
            break;
        }
    }
    if (lines_is_end(t, line.at)) /* a blank line needs no indentation */
        while (line.parents < l->depth && l->open[line.parents].mark != '>')
            line.parents++;
    return line;
}

size_t lines_mark(text t, const lines_line *line, lines_container *found, uint32_t *number)
{
    size_t at = line->at, digits = 0;
    *number = 0;
    if (t.at[at] == '>') {
        *found = (lines_container){'>', line->indent, 0};
        return at + 1;
    }
    if (t.at[at] != '-' && t.at[at] != '+' && t.at[at] != '*') {
        for (; digits < 9 && at + digits < t.size && ascii_is_digit(t.at[at + digits]); digits++)
            *number = *number * 10 + (uint32_t)(t.at[at + digits] - '0');
        at += digits;
        if (!digits || at >= t.size || (t.at[at] != '.' && t.at[at] != ')'))
            return 0;
    }
    if (!lines_is_end(t, at + 1) && !lines_is_blank(t.at[at + 1]))
        return 0;
    *found = (lines_container){t.at[at], line->indent, line->indent + (unsigned)digits + 1};
    return at + 1;
}

bool lines_second(text t, const lines_line *item)
{
    size_t at = item->at, end = at;
    while (end < t.size && end - at < 10 && ascii_is_digit(t.at[end]))
        end++;
    if (item->indent >= LINES_CODE || end == at || end - at > 9 || end >= t.size ||
        (t.at[end] != '.' && t.at[end] != ')'))
        return false;
    return end + 1 == t.size || !ascii_is_letter_or_digit(t.at[end + 1]);
}

void lines_content(text t, lines_line *line, size_t behind, lines_container *c)
{
    size_t at = line->at = behind;
    unsigned columns = line->total + (c->mark == '>' ? 1 : c->width - c->indent), start = columns;
    for (; at < t.size && (lines_is_blank(t.at[at]) || lines_is_gone(t.at[at])); at++)
        columns = t.at[at] == '\t' ? (columns + 4) & ~3u : columns + lines_is_blank(t.at[at]);
    line->at = at;
    line->total = columns;
    line->indent = columns - start;
    if (c->mark == '>') {
        line->indent -= line->indent > 0; /* the space behind the mark is a part of it */
    } else if (lines_is_end(t, at)) {
        c->width++;
    } else if (line->indent <= LINES_CODE) {
        c->width += line->indent;
        line->indent = 0;
    } else {
        c->width++;
        line->indent--;
    }
}

bool lines_heading(text t, const lines_line *line)
{
    size_t level = 0;
    if (line->indent >= LINES_CODE)
        return false;
    while (level < 7 && line->at + level < t.size && t.at[line->at + level] == '#')
        level++;
    return level > 0 && level < 7 && (lines_is_end(t, line->at + level) || lines_is_blank(t.at[line->at + level]));
}

size_t lines_fence(text t, const lines_line *line)
{
    size_t at = line->at;
    if (line->indent >= LINES_CODE || at >= t.size || (t.at[at] != '`' && t.at[at] != '~'))
        return 0;
    at = lines_row(t, at, t.at[at]);
    if (!MODULE_HAS_RARE && at - line->at >= 3)
        arena_lack();
    bool is = MODULE_HAS_RARE && at - line->at >= 3 &&
              (t.at[line->at] == '~' || !memchr(t.at + at, '`', lines_end(t, at) - at));
    return is ? at - line->at : 0;
}

bool lines_rule(text t, size_t at, size_t *stop)
{
    size_t count = 0, first = at;
    *stop = at;
    if (at >= t.size || (t.at[at] != '-' && t.at[at] != '_' && t.at[at] != '*'))
        return false;
    for (; at < t.size && (t.at[at] == t.at[first] || lines_is_blank(t.at[at])); at++)
        count += t.at[at] == t.at[first];
    *stop = at;
    return count >= 3 && lines_is_end(t, at);
}

bool lines_underline(text t, size_t at)
{
    size_t first = at;
    if (at >= t.size || (t.at[at] != '=' && t.at[at] != '-'))
        return false;
    while (at < t.size && t.at[at] == t.at[first])
        at++;
    while (at < t.size && lines_is_blank(t.at[at]))
        at++;
    return lines_is_end(t, at);
}

size_t lines_reference(text t, size_t at)
{
    enum { MOST = 256 };
    size_t end = at + 2;
    if (!text_starts(text_from(t, at), TEXT("[^")))
        return 0;
    while (end < t.size && end - at < MOST && (unsigned char)t.at[end] > ' ' && t.at[end] != 0x7F &&
           !strchr("[]\\`<>&|", t.at[end]))
        end++;
    return end < t.size && t.at[end] == ']' && end > at + 2 ? end + 1 - at : 0;
}

size_t lines_footnote(const markdown_lines *l, text t, const lines_line *line)
{
    if (!MODULE_HAS_RICH || !l->footnotes || line->indent >= LINES_CODE || line->at >= t.size || t.at[line->at] != '[')
        return 0;
    size_t size = lines_reference(t, line->at);
    return size && text_starts(text_from(t, line->at + size), TEXT(":")) ? size + 1 : 0;
}

bool lines_interrupts(const markdown_lines *l, text t, const lines_line *line)
{
    lines_container found;
    uint32_t number;
    size_t stop;
    bool inside = line->parents == l->depth;
    if (line->indent >= LINES_CODE)
        return false;
    if ((inside && lines_underline(t, line->at)) || lines_rule(t, line->at, &stop) || lines_heading(t, line) ||
        lines_fence(t, line) || lines_footnote(l, t, line))
        return true;
    size_t end = lines_mark(t, line, &found, &number);
    if (!end || !inside || found.mark == '>')
        return end > 0;
    while (end < t.size && lines_is_blank(t.at[end]))
        end++;
    return !lines_is_end(t, end) && ((found.mark != '.' && found.mark != ')') || number == 1);
}
