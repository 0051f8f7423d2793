/* The state of one rendering, for the files of the Markdown renderer; no other file includes this one. */
#ifndef MARKDOWN_STATE_H
#define MARKDOWN_STATE_H

#include "markdown/use.h"
#include "text/slug.h"

#include <md4c.h>

/* Text that grows in the scratch arena; its room is used again and again. */
typedef struct markdown_text {
    char *at;
    size_t size, room;
} markdown_text;

/* The open paragraph. In a tight list md4c opens none. */
typedef struct markdown_paragraph {
    bool open;
    writer_mark outside, inside; /* before and behind its start tag */
    size_t children;             /* texts and spans directly in it, up to now */
    bool placed;                 /* its only child is a placement, of which the members below tell */
    place_kind kind;
    const void *model; /* NULL: the fallback text stands there; why says the reason */
    report_code why;
    size_t number;
} markdown_paragraph;

/* The open link or the open picture: the outermost one of its kind. Those inside it are text. */
typedef struct markdown_span {
    size_t depth; /* how many of its kind are open, one in another; 0: none */
    bool written; /* its address was accepted, so it gets an element */
    url address;
    bool named;                  /* its content shows something */
    writer_mark outside, inside; /* before and behind the start tag of a link */
} markdown_span;

typedef enum markdown_task { TASK_NONE, TASK_OPEN, TASK_DONE } markdown_task;

typedef struct markdown_state {
    const markdown_use *use;
    arena *scratch;
    text source;

    /* Counted against the limits. */
    size_t depth, cells, links;

    /* How many the text has had up to now, for the numbers that tell takes: links and pictures together, pictures
     * alone, placements of both kinds. */
    size_t addresses, pictures, places;
    bool html_told;
    size_t less_from, less; /* the source has no "<" from the one up to the other */

    size_t spans; /* how many are open */
    markdown_paragraph paragraph;
    markdown_span link, picture;
    bool code;          /* what is written now is code */
    markdown_task task; /* the marker of the list item just opened, until it is written */

    writer_mark mark; /* where the open heading, or the open table cell, begins */
    bool in_heading;
    markdown_text plain; /* the heading's text, without markup */
    markdown_text alt;   /* the picture's alternative text */
    markdown_text decoded;
    text autolink;              /* the text of the autolink just opened; empty: the text that md4c gives */
    unsigned heading_levels[6]; /* levels in the source of the headings above this one, the nearest last */
    size_t heading_depth;
    slugs slugs;

    placement *placements;
    size_t placement_count, placement_room;

    writer out; /* last, since all before it is set to zero, and it is large */
} markdown_state;

/* markdown/text.c */
void markdown_text_add(markdown_state *m, markdown_text *to, text t);
static inline text markdown_text_all(const markdown_text *t)
{
    return (text){t->at, t->size};
}
/* An attribute with its references decoded, in m->decoded; valid until the next call. */
text markdown_decode(markdown_state *m, const MD_ATTRIBUTE *attribute);
/* Writes text to the page or, inside of a picture, to its alternative text. */
void markdown_write(markdown_state *m, text t);
int markdown_on_text(MD_TEXTTYPE type, const MD_CHAR *at, MD_SIZE size, void *state);

/* markdown/blocks.c */
int markdown_enter_block(MD_BLOCKTYPE type, void *detail, void *state);
int markdown_leave_block(MD_BLOCKTYPE type, void *detail, void *state);

/* markdown/heading.c */
void markdown_heading_enter(markdown_state *m);
void markdown_heading_leave(markdown_state *m, unsigned level);

/* markdown/table.c */
void markdown_table_enter(markdown_state *m);
void markdown_table_leave(markdown_state *m);
void markdown_cell_enter(markdown_state *m);
void markdown_cell_leave(markdown_state *m, bool header, MD_ALIGN align);

/* markdown/spans.c */
int markdown_enter_span(MD_SPANTYPE type, void *detail, void *state);
int markdown_leave_span(MD_SPANTYPE type, void *detail, void *state);

/* markdown/place.c */
/* Notes that a text or a span begins in the paragraph. */
void markdown_child(markdown_state *m);
/* Whether an address names a placement. If so the placement is noted, and the address must not be judged as one. */
bool markdown_place(markdown_state *m, place_kind kind, text address);
void markdown_paragraph_enter(markdown_state *m);
void markdown_paragraph_leave(markdown_state *m);

/* markdown/item.c */
void markdown_item(markdown_state *m, const MD_BLOCK_LI_DETAIL *item);
/* Writes the task marker that is due. */
void markdown_task_mark(markdown_state *m);
static inline void markdown_task_write(markdown_state *m)
{
    if (m->task != TASK_NONE)
        markdown_task_mark(m);
}

/* markdown/output.c */
/* Starts a line, unless the output is at the start of one. */
void markdown_line(markdown_state *m);
/* Takes back what was written since mark, and returns it. */
html markdown_cut(markdown_state *m, writer_mark mark);
void markdown_tell(markdown_state *m, report_code code, size_t place);
/* Adds one to a count. Leaves with LIMIT and the message when the count has reached most already. */
void markdown_count(markdown_state *m, size_t *count, size_t most, const char *message);
void markdown_count_link(markdown_state *m);
/* Counts one level of nesting; a level takes at most two elements. */
void markdown_deeper(markdown_state *m);

#endif
