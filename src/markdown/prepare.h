/* The pass over the text before md4c reads it, in our own dialect only: it puts marks (markdown/marks.h) where md4c
 * would read otherwise than tests/spec/markdown/ says. It goes through the text once, sixteen bytes at a time, and
 * stops at the bytes that may begin something. */
#ifndef MARKDOWN_PREPARE_H
#define MARKDOWN_PREPARE_H

#include "markdown/state.h"

/* Reads m->given; sets m->source, the text for md4c, and m->edits. */
void markdown_prepare(markdown_state *m);

/* Whether the character at an offset stands behind a backslash that is none itself. */
bool prepare_is_escaped(text t, size_t at);

/* Each takes what begins at an offset of the source, and returns the offset behind what it has read: at least one byte
 * farther. It puts its edits from left to right, none before the end of the last one. */
size_t prepare_stars(edits *e, size_t at);
size_t prepare_tildes(edits *e, size_t at);
size_t prepare_mail(edits *e, size_t at);
size_t prepare_scheme(markdown_state *m, size_t at);
size_t prepare_www(markdown_state *m, size_t at);

/* A character that md4c is to see otherwise than it stands there, where a run behind it sees punctuation. */
void prepare_beside(edits *e, size_t at);

/* footnotes.c: takes the reference whose "^" stands at caret. 0: there is none. */
size_t prepare_footnote(markdown_state *m, size_t caret);
/* A line begins, before anything of it is edited, while a footnote is open. */
void footnote_line(markdown_state *m, size_t start);
/* Takes the "[^label]:" at an offset, from which what it opens goes on in a new container, so many of which are open.
 * Returns the offset of what stands behind it. */
size_t footnote_begin(markdown_state *m, size_t at, size_t depth);
/* The footnote that is open has ended before the line of footnote_line. */
void footnote_end(markdown_state *m);
/* The text has ended: moves the footnotes. */
void footnotes_move(markdown_state *m);

/* raised.c: takes the pair of marks that begins at an offset, "m^2^" or "H~2~O", in version 2. 0: none does. */
size_t prepare_raised(markdown_state *m, size_t at);
/* The same file: writes what is raised or lowered, behind its first mark: up to the second, which stands in the
 * same piece. Where the marks mean nothing they are the characters that they stand for; in text for machines they are
 * left out. */
text markdown_raised(markdown_state *m, text piece, unsigned mark);

/* Whether a mail address in angle brackets may stand around an offset. md4c would not know it with a mark in it. */
bool prepare_is_mail_autolink(text t, size_t at);

/* --- lines --------------------------------------------------------------------------------------- */

/* prepare-lines.c: takes the line that begins at an offset. Returns the offset from which its bytes are offered. */
size_t prepare_line(markdown_state *m, size_t at);

/* line.c: the same for line Markdown. White space before the line, and blank lines, are left out. */
size_t prepare_alone(markdown_state *m, size_t at);

/* front.c: takes front matter, at the start of the text. Returns where the text goes on. */
size_t prepare_front(markdown_state *m);

/* columns.c: takes the row of delimiters at an offset, if it is one: above is where the content of the line above it
 * begins. Begins the table whose head is this line, the next but the first of a paragraph, if it is one. Ends the table
 * before a line that is no row. */
bool columns_table(markdown_state *m, size_t above, size_t at);
bool columns_begin(markdown_state *m, size_t start, const lines_line *line);
/* Whether the line below the one that begins at an offset has a pipe, so that it may be a row of delimiters. */
bool columns_pipe(markdown_lines *l, text t, size_t at);
static inline bool columns_may_begin(markdown_lines *l, text t, size_t at)
{
    return at >= l->piped && columns_pipe(l, t, at);
}
void columns_end(markdown_state *m, size_t start, size_t at);
/* md4c leaves out a cell that has no byte, and puts those behind it in its place. Where a pipe at an offset stands
 * right behind another one in the result of the pass, something that shows nothing is put between them. */
void columns_fill(markdown_state *m, size_t at);
/* Whether the line in which an offset of running text stands is the row of a table, or its head. */
bool columns_is_row(markdown_state *m, size_t at);
/* For md4c (base/third_party_tables.h): tells of a row of m->source that has more cells than the head, or of a row of
 * delimiters that has others than the head. */
void columns_uneven(void *state, const char *row, bool delimiters);

/* delimiters.c: the number of columns of a row of delimiters; 0: it is none. */
size_t delimiters_count(text t);
/* The row of delimiters that may begin at an offset, without what does not count; *first: where the first of that
 * stands, or the row ends; *end: of the row, which is before a comment that goes on in other lines. */
text delimiters_row(markdown_state *m, size_t at, size_t *first, size_t *end);
/* Puts a row in the place of what stands between two offsets, and tells of what did not count there. */
void delimiters_put(markdown_state *m, text row, size_t first, size_t end);

/* Where tables are rare (MODULE_HAS_RARE): ends the call at a line that may be the second of one. */
#if BROADSHEET_MODULE < MODULE_RICH
int third_party_table(const char *text, unsigned size, unsigned at, ...); /* base/third_party_small.h */
#define prepare_row(source, from) third_party_table((source).at, (unsigned)(source).size, (unsigned)(from))
#else
#define prepare_row(source, from) ((void)0)
#endif

/* comments.c: takes the comments with which a line begins, behind its containers, of which there are depth; opened: the
 * line opens one of them. Moves *at. */
typedef enum comments_kind {
    COMMENT_NONE,   /* there are none */
    COMMENT_BEFORE, /* something else stands behind them */
    COMMENT_ALONE,  /* nothing else stands on the line: it has become a paragraph that shows nothing */
    COMMENT_LINE    /* the line is gone; another begins at *at */
} comments_kind;
comments_kind comments_line(markdown_state *m, size_t start, size_t *at, bool opened, size_t depth);
/* Behind the comments that begin at an offset, and the white space behind each. */
size_t comments_behind(markdown_state *m, size_t at);
/* Where the comment that begins at an offset ends; 0: nowhere. */
size_t comments_reach(markdown_state *m, size_t at);
/* The same, where it must end within a part of the text. */
size_t comments_within(text t, size_t at);
/* The end of it, or of the containers, of which there are depth, in which it has none; it is told. */
size_t comments_end(markdown_state *m, size_t at, size_t depth);
/* Takes the comment or the line break that a "<" may begin. The size of the line break's tag; 0: it is none. */
size_t comments_less(markdown_state *m, size_t at);
size_t comments_break(text t);

/* A heading without text, which is not shown, before a line that continues all containers: it ends the paragraph, and
 * makes no list loose, as a blank line would. */
void prepare_apart(markdown_state *m, size_t start, size_t at);

/* Begins running text, of which comments.c asks. */
static inline void lines_running(markdown_lines *l, size_t at, bool one_line)
{
    if (!MODULE_HAS_RARE)
        return;
    l->running = l->ticks = at;
    l->inside = l->ends = 0;
    l->unmatched = 0;
    l->one_line = one_line;
}

/* labels.c: takes the definition with which a line may begin. apart: the line may begin a paragraph of its own. */
void labels_line(markdown_state *m, size_t start, size_t at, bool apart);

#endif
