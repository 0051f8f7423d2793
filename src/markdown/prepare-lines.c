/* The pass before md4c at the start of each line: it follows the blocks (lines.h), and does what concerns all of it. */
#include "base/array.h"
#include "markdown/fences.h"
#include "markdown/lines.h"
#include "markdown/marks.h"
#include "markdown/prepare.h"

enum { LINES_DEEP = 256 }; /* more containers are not followed: the limit of the depth refuses them */

/* What the line has had so far, beside the containers that it continues. */
typedef struct lines_state {
    size_t start; /* of the line */
    lines_line line;
    bool brother, child, ordered; /* it goes on with an open list; opens a container, the last an ordered item */
    bool commented;         /* comments stood before its content, so nothing can be put before the line any more */
    size_t first, numbered; /* two numbers: where the first stands, and where their mark goes at the end; 0: none */
    size_t no_rule;         /* up to here no rule can begin */
} lines_state;

static void lines_push(markdown_state *m, lines_container c)
{
    markdown_lines *l = &m->lines;
    if (l->depth == LINES_DEEP)
        return;
    l->open = array_grow(m->scratch, l->open, l->depth, &l->room, sizeof *l->open);
    l->open[l->depth++] = c;
}

/* Nobody means a list in a list by a line that begins with a date ("1. 17. "). The mark goes behind the digits. */
static void lines_number(markdown_state *m, lines_state *s, size_t at)
{
    if (!MODULE_HAS_RARE)
        arena_lack();
    for (s->first = s->line.at; ascii_is_digit(m->given.at[at]);)
        s->numbered = ++at;
}

/* Whether an item begins with another number, behind comments; in an open list one that would open a list in it. */
static bool lines_numbers(markdown_state *m, lines_line item, bool brother)
{
    lines_container found;
    uint32_t number;
    item.at = comments_behind(m, item.at);
    return lines_second(m->given, &item) && (!brother || lines_mark(m->given, &item, &found, &number));
}

/* Opens the container, or goes on with the list, whose mark stands here. False: none. */
static bool lines_enter(markdown_state *m, lines_state *s)
{
    markdown_lines *l = &m->lines;
    text t = m->given;
    lines_container c;
    uint32_t number;
    size_t behind = lines_mark(t, &s->line, &c, &number);
    if (!behind)
        return false;
    bool first = !s->brother && !s->child, ordered = c.mark == '.' || c.mark == ')';
    bool brother = first && s->line.parents < l->depth && c.mark != '>' && l->open[s->line.parents].mark == c.mark &&
                   c.indent <= l->open[s->line.parents].width;
    bool inside = l->leaf == LEAF_PARAGRAPH && first && s->line.parents == l->depth;
    lines_line item = s->line;
    lines_content(t, &item, behind, &c);
    bool numbers = ordered && lines_numbers(m, item, brother),
         commented = MODULE_HAS_RARE && item.at < t.size && t.at[item.at] == '<';
    if (ordered && ((numbers && !brother) || s->ordered)) {
        lines_number(m, s, s->line.at);
        return false;
    }
    if (inside && c.mark != '>' && (lines_is_end(t, item.at) || (ordered && number != 1)))
        return false;
    if (numbers && !commented)
        lines_number(m, s, item.at);
    s->ordered = ordered;
    s->line = item;
    l->leaf = LEAF_NONE;
    if (brother) {
        l->open[s->line.parents] = c;
        l->depth = s->line.parents + 1;
        s->brother = true;
    } else {
        if (!s->child)
            l->depth = s->line.parents + s->brother;
        s->child = true;
        lines_push(m, c);
    }
    return !numbers || commented;
}

/* Opens the footnote whose definition stands here; it ends the open one, in whose lists and quotes there is none. */
static bool lines_note(markdown_state *m, lines_state *s)
{
    markdown_lines *l = &m->lines;
    bool first = !s->brother && !s->child;
    bool open = l->footnote && !lines_footnote_left(l);
    size_t depth = s->child ? l->depth : s->line.parents + s->brother;
    if (!lines_footnote(l, m->given, &s->line) || depth >= LINES_DEEP || (open && depth > l->footnote))
        return false;
    if (l->leaf == LEAF_TABLE && first && s->line.parents == l->depth && !s->commented)
        columns_end(m, s->start, s->line.at);
    bool within = open && depth == l->footnote;
    l->depth = within ? depth - 1 : depth;
    lines_push(m, (lines_container){FOOTNOTE_CONTAINER, 0, FOOTNOTE_WIDTH});
    if (l->footnote && !within)
        footnote_end(m);
    s->line.at = footnote_begin(m, s->line.at, l->depth);
    s->line.indent = 0;
    s->child = true;
    l->leaf = LEAF_NONE;
    return true;
}

/* A line whose block can be told by its own bytes: a rule, an underline, code, a heading, a fence. */
static bool lines_plain(markdown_state *m, lines_state *s)
{
    markdown_lines *l = &m->lines;
    text t = m->given;
    lines_line *line = &s->line;
    size_t depth = s->child ? l->depth : line->parents + s->brother;
    bool own = !s->brother && !s->child && line->parents == l->depth; /* it continues all that is open */
    if (MODULE_HAS_RARE && l->leaf == LEAF_TABLE && own && !s->commented &&
        (lines_heading(t, line) || lines_fence(t, line)))
        columns_end(m, s->start, line->at); /* md4c would take it for a row */
    else if (MODULE_HAS_RARE && l->leaf == LEAF_TABLE && own)
        return false;
    if (lines_heading(t, line)) {
        l->leaf = LEAF_NONE;
        l->depth = depth;
        lines_running(l, line->at, true);
        return true;
    }
    return lines_fence_begin(l, t, line, depth);
}

/* A line of text: of a paragraph or a table. */
static void lines_text(markdown_state *m, lines_state *s)
{
    markdown_lines *l = &m->lines;
    const lines_line *line = &s->line;
    bool own = !s->brother && !s->child && line->parents == l->depth;
    if (MODULE_HAS_RARE && l->leaf == LEAF_TABLE && own) {
        lines_running(l, line->at, true);
        return;
    }
    if (l->leaf == LEAF_PARAGRAPH && !s->brother && !s->child) {
        if (MODULE_HAS_RARE && own && l->rows == 1 && columns_table(m, l->above, line->at)) {
            l->leaf = LEAF_TABLE;
            lines_running(l, line->at, true);
            return;
        }
        l->rows++;
        if (MODULE_HAS_RARE && !s->commented && columns_begin(m, s->start, line)) {
            l->rows = 1;
            lines_running(l, line->at, false);
        }
        if (!own)
            l->rows = 2; /* a line that goes on without its containers is no head of a table */
    } else {
        if (!s->child)
            l->depth = line->parents + s->brother;
        l->leaf = LEAF_PARAGRAPH;
        l->rows = 1;
        lines_running(l, line->at, false);
    }
    l->above = line->at;
    labels_line(m, s->start, line->at, own && !s->commented && l->rows > 1 && line->indent < LINES_CODE);
}

/* Reads one line. Returns the offset from which its bytes are looked at; *again: a line begins there. */
static size_t lines_read(markdown_state *m, size_t start, bool *again)
{
    markdown_lines *l = &m->lines;
    text t = m->given;
    lines_state s = {.start = start, .line = lines_begin(l, t, start)};
    *again = false;
    l->code = false;
    if (MODULE_HAS_RICH && l->footnote)
        footnote_line(m, start);
    if (MODULE_HAS_RARE && l->leaf == LEAF_FENCE && lines_in_fence(l, t, &s.line)) {
        l->code = true;
        return s.line.at;
    }
    const lines_leaf before = l->leaf;
    l->leaf = MODULE_HAS_RARE && before == LEAF_FENCE ? LEAF_NONE : before;
    if (lines_is_end(t, s.line.at)) {
        if (!MODULE_HAS_RARE || l->leaf != LEAF_INDENTED || s.line.parents < l->depth)
            l->leaf = LEAF_NONE;
        l->depth = s.line.parents;
        return s.line.at;
    }
    prepare_row(t, s.line.at);
    for (;;) {
        bool first = !s.brother && !s.child, code = s.line.indent >= LINES_CODE;
        bool goes_on = first && l->leaf == LEAF_PARAGRAPH;
        size_t depth = s.child ? l->depth : s.line.parents + s.brother;
        if (!code && s.line.at < t.size && !lines_is_special(t.at[s.line.at]))
            break;
        if (lines_is_end(t, s.line.at) || /* an item without content, as yet */
            (!code && goes_on && s.line.parents == l->depth && lines_underline(t, s.line.at)) ||
            (!code && s.line.at >= s.no_rule && lines_rule(t, s.line.at, &s.no_rule)) || (code && !goes_on)) {
            if (!MODULE_HAS_RARE && code)
                arena_lack();
            l->code = MODULE_HAS_RARE && code;
            l->leaf = l->code ? LEAF_INDENTED : LEAF_NONE;
            l->depth = depth;
            return s.line.at;
        }
        if (code)
            break;
        if (MODULE_HAS_RICH && t.at[s.line.at] == '[' && lines_note(m, &s))
            continue;
        comments_kind comment =
            t.at[s.line.at] != '<' ? COMMENT_NONE : comments_line(m, start, &s.line.at, !first, depth);
        if ((*again = comment == COMMENT_LINE)) {
            l->leaf = before; /* a line of comments ends nothing */
            return s.line.at;
        }
        s.commented = s.commented || comment == COMMENT_BEFORE;
        if (comment == COMMENT_ALONE || (comment == COMMENT_NONE && !lines_enter(m, &s)))
            break;
    }
    if (s.line.at >= t.size || !lines_is_special(t.at[s.line.at]) || !lines_plain(m, &s))
        lines_text(m, &s);
    if (MODULE_HAS_RARE && s.numbered)
        notes_put(m, s.numbered, REPORT_BODY_NUMBERS, (report_range){s.first, lines_end(t, s.first) - s.first});
    return s.line.at > m->edits.done ? s.line.at : m->edits.done; /* a row of delimiters may be done */
}

/* Outside of all containers: a fence, code below it, the row of a table, a paragraph's line above another of text. */
static bool lines_common(markdown_lines *l, text t, size_t at)
{
    const char c = t.at[at];
    const lines_line line = {at, 0, 0, 0};
    if (l->depth || (MODULE_HAS_RARE && l->leaf == LEAF_INDENTED))
        return false;
    if (MODULE_IS_WHOLE && l->leaf == LEAF_FENCE) {
        size_t behind = c == ' ' ? lines_row(t, at, ' ') : at;
        unsigned char first = behind < t.size ? (unsigned char)t.at[behind] : '\n';
        if (first != (unsigned char)l->fence)
            return first > ' ' && first != 0x7F;
        return c != ' ' && lines_in_fence(l, t, &line);
    }
    if (MODULE_HAS_RARE && l->leaf == LEAF_TABLE && (c == '|' || !lines_is_special(c))) {
        lines_running(l, at, true);
        return true;
    }
    if (MODULE_IS_WHOLE && l->leaf != LEAF_TABLE && c == '`' && lines_fence_begin(l, t, &line, 0))
        return true;
    if (l->leaf != LEAF_PARAGRAPH || lines_is_special(c) || (MODULE_HAS_RARE && columns_may_begin(l, t, at)))
        return false;
    l->rows++;
    l->above = at;
    l->label = false;
    return true;
}

/* Any line but the most common ones, which need no call. */
static size_t __attribute__((noinline)) lines_any(markdown_state *m, size_t at)
{
    size_t start = at;
    bool again = at < m->given.size && !lines_common(&m->lines, m->given, at);
    while (again && at < m->given.size) {
        at = lines_read(m, start = at, &again);
        if (MODULE_HAS_RICH && m->lines.footnote && lines_footnote_left(&m->lines))
            footnote_end(m);
    }
    /* A control among the marks of the containers is still to be taken out. */
    for (start = start > m->edits.done ? start : m->edits.done; start < at; start++)
        if (lines_is_gone(m->given.at[start]))
            return start;
    return at;
}

size_t prepare_line(markdown_state *m, size_t at)
{
    markdown_lines *l = &m->lines;
    if (MODULE_HAS_RICH && m->use->line)
        return prepare_alone(m, at);
    if (at >= m->given.size || l->depth || l->leaf > LEAF_TABLE)
        return lines_any(m, at);
    const char c = m->given.at[at];
    if (c == '\n') { /* a blank line, and those behind it */
        while (at + 1 < m->given.size && m->given.at[at + 1] == '\n')
            at++;
        l->code = false;
        l->leaf = LEAF_NONE;
        return at;
    }
    if (l->leaf != LEAF_NONE || lines_is_special(c))
        return lines_any(m, at);
    l->leaf = LEAF_PARAGRAPH; /* the first line of one, outside of all containers */
    l->code = l->label = false;
    l->rows = 1;
    l->above = at;
    lines_running(l, at, false);
    return at;
}
