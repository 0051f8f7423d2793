/* The blocks of the text, followed line by line as far as the pass before md4c must know them: what is code, where a
 * paragraph begins and ends, which line is the head of a table. It reads as md4c does. */
#ifndef MARKDOWN_LINES_H
#define MARKDOWN_LINES_H

#include "base/arena.h"

/* From this many columns on an indented line is code (CommonMark 0.31.2, section 4.4). */
enum { LINES_CODE = 4 };
/* A row of more backticks is text for md4c. */
enum { LINES_TICKS_MOST = 32 };

typedef enum lines_leaf { LEAF_NONE, LEAF_PARAGRAPH, LEAF_TABLE, LEAF_INDENTED, LEAF_FENCE } lines_leaf;

typedef struct lines_container {
    char mark;       /* '>', or the mark of a list's items: '-', '+', '*', '.' or ')' */
    unsigned indent; /* of an item: the columns before its mark */
    unsigned width;  /* and those before its content */
} lines_container;

typedef struct markdown_lines {
    lines_container *open;
    size_t depth, room;
    lines_leaf leaf;
    char fence; /* of LEAF_FENCE: its character, and how many */
    size_t fence_size;
    size_t rows;    /* the lines of the open paragraph */
    size_t above;   /* where the content of its last line begins */
    size_t piped;   /* lines that begin before it have one without a pipe below (columns.c) */
    size_t headed;  /* the last line of which it was asked whether it heads a table: where its content begins, plus 1 */
    bool heads;     /* it does */
    bool label;     /* that line is a definition that stays text */
    bool code;      /* this line is code */
    bool footnotes; /* the text may have them */
    size_t footnote; /* the open containers up to that of the open one; 0: none is open */

    /* The running text of which this line is a part, and what is known of the code in it (comments.c). */
    size_t running;       /* where it begins */
    bool one_line;        /* it ends with the line */
    size_t ticks, inside; /* code was looked for up to ticks; a span of code reaches from there to inside */
    size_t ends;          /* where the running text ends; 0: not looked for yet */
    uint64_t unmatched;   /* a bit for each length of a row of backticks that has no second one */
    bool endless;         /* no comment ends behind this line */
} markdown_lines;

/* A line, its marks of containers read up to at. */
typedef struct lines_line {
    size_t at;
    unsigned total, indent; /* columns up to at; of white space before at that belongs to no container */
    size_t parents;         /* the open containers that the line continues */
} lines_line;

/* Whether a line ends at an offset, which may be the text's size. */
static inline bool lines_is_end(text t, size_t at)
{
    return at >= t.size || t.at[at] == '\n' || t.at[at] == '\r';
}

/* A control that is taken out before md4c reads the line (prepare.c): it has no column. */
static inline bool lines_is_gone(char c)
{
    return c == 0x7F || (c > 0 && c < ' ' && !(c >= '\t' && c <= '\r'));
}

/* The bytes, beside white space and controls, with which a line, or what stands behind its containers' marks, may begin
 * when it is more than text. */
extern const bool lines_begins[256];
static inline bool lines_is_special(char c)
{
    return (unsigned char)c <= ' ' || lines_begins[(unsigned char)c];
}

/* Behind the row of a character that begins at an offset. */
size_t lines_row(text t, size_t at, char c);

/* The end of the line in which an offset stands, and the beginning of the next. */
size_t lines_end(text t, size_t at);
size_t lines_next(text t, size_t at);

/* Reads the marks with which the line at an offset continues the open containers. */
lines_line lines_begin(const markdown_lines *l, text t, size_t at);

/* Reads the mark of a container, in a line that is neither blank nor indented as code. Returns the offset behind it; 0:
 * there is none. *number: that of an ordered item. */
size_t lines_mark(text t, const lines_line *line, lines_container *found, uint32_t *number);

/* Whether an item begins with a number as the second one of a date: its mark, and no ASCII letter or digit behind it.
 */
bool lines_second(text t, const lines_line *item);

/* Reads the white space behind a container's mark: how much of it belongs to the mark. */
void lines_content(text t, lines_line *line, size_t behind, lines_container *c);

/* Whether a line that continues all containers begins a heading or a fence; or any block that ends a paragraph. */
bool lines_heading(text t, const lines_line *line);
size_t lines_fence(text t, const lines_line *line); /* the size of the fence; 0: there is none */
bool lines_interrupts(const markdown_lines *l, text t, const lines_line *line);

/* The container of a footnote: its mark, and the columns before what belongs to it. Whether that of the open one is no
 * more. */
enum { FOOTNOTE_CONTAINER = '^', FOOTNOTE_WIDTH = 4 };
static inline bool lines_footnote_left(const markdown_lines *l)
{
    return l->depth < l->footnote || l->open[l->footnote - 1].mark != FOOTNOTE_CONTAINER;
}

/* The size of "[^label]:" where a footnote may begin; 0: none does. */
size_t lines_footnote(const markdown_lines *l, text t, const lines_line *line);
/* That of "[^label]" at an offset. */
size_t lines_reference(text t, size_t at);

/* Whether the rest of a line is a rule; *stop: up to there none begins. Or one character and white space behind it, as
 * below a heading. */
bool lines_rule(text t, size_t at, size_t *stop);
bool lines_underline(text t, size_t at);

#endif
