/* The state of one rendering, for the files of the Markdown renderer; no other file includes this one. */
#ifndef MARKDOWN_STATE_H
#define MARKDOWN_STATE_H

#include "base/module.h"
#include "markdown/edits.h"
#include "markdown/kept.h"
#include "markdown/lines.h"
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
    const void *model;       /* NULL: the fallback text stands there; why says the reason */
    report_code why, beside; /* beside: the reason when it is not its only child after all */
    size_t number;
    report_range where;
    size_t start;  /* the offset behind "<p" */
    size_t source; /* the item of m->late[LATE_QUOTATIONS], plus 1, when it may name the source of the quotation */
    size_t pictures, breaks; /* up to now */
    const char *first;       /* its first text */
    bool said, word;         /* said: anything else was written in it: a picture is then part of a sentence */
    text held;               /* the marker with which a caption begins, up to now; word: its colon is to come */
} markdown_paragraph;

/* The open link or the open picture: the outermost one of its kind. Those inside it are text. */
typedef struct markdown_span {
    size_t depth; /* how many of its kind are open, one in another; 0: none */
    size_t start; /* of a link: the offset behind "<a" */
    size_t tag;   /* the end of its start tag's attributes, when it is to be written from the left; else 0 */
    bool shown;   /* its text is its own address */
    bool right;   /* its text begins with a letter from the right */
    bool run;     /* it is none, but text of another language */
    bool written; /* its address was accepted, so it gets an element */
    url address;
    bool named, bare;            /* its content shows something; its address has a host and no scheme */
    bool bracketed;              /* an autolink that was refused: it stands in its angle brackets, as written */
    size_t begin;                /* its first byte in m->source */
    size_t number;               /* among links and pictures; 0: a placement, of which the address is not judged */
    report_code why;             /* the address was refused */
    writer_mark outside, inside; /* before and behind the start tag of a link */
} markdown_span;

typedef enum markdown_task { TASK_NONE, TASK_OPEN, TASK_DONE } markdown_task;

/* NOLINTNEXTLINE(clang-analyzer-optin.performance.Padding): what belongs together stands together; there is one. */
struct markdown_state {
    const markdown_use *use;
    arena *scratch;
    text given;  /* the source */
    text source; /* what md4c reads: the same with edits (markdown/prepare.h) */
    edits edits;
    size_t reached;           /* the offset in source behind the last piece that md4c gave */
    bool in_text;             /* no span began or ended since then */
    size_t next_edit, edited; /* the first edit that md4c has not reached, and where the one before ends */

    /* Counted against the limits. */
    size_t depth, cells, links;

    /* How many the text has had up to now, for the numbers that tell takes: links and pictures together, pictures
     * alone, placements. */
    size_t addresses, pictures, places;
    bool html_told, times_told, code_untold; /* code_untold: the open block of code has no fence */
    unsigned left_told;                      /* of out.left_out, what was told */
    size_t less_from, less;                  /* the source has no "<" from the one up to the other */

    size_t spans, kind_room; /* how many are open */
    MD_SPANTYPE *kinds;      /* of each */
    markdown_blank blank;
    markdown_paragraph paragraph;
    markdown_span link, picture;
    bool code, in_code;        /* what is written now is code; a block of it */
    bool in_heading, in_plain; /* in_plain: a plain address is open */
    markdown_task task;        /* the marker of the list item just opened, until it is written */

    markdown_open block; /* where the open heading, table cell or code begins */
    markdown_text plain; /* the heading's text, without markup */
    markdown_text alt;   /* the picture's alternative text */
    markdown_text decoded;
    text plain_at;               /* its first mark */
    markdown_text plain_address; /* its text up to now */
    text autolink;               /* the text of the autolink just opened; empty: the text that md4c gives */
    unsigned heading_levels[6];  /* levels in the source of the headings above this one, the nearest last */
    size_t heading_depth;
    slugs slugs;

    markdown_lines lines; /* of m->given */
    index labels;         /* what stands in brackets, once a definition's address is refused; labelled: it was */
    bool labelled;
    markdown_note *notes; /* by ascending offset */
    size_t note_count, note_room;
    markdown_watched *watched; /* by ascending offset */
    size_t watch_count, watch_room, watch_next;
    size_t watch_spanned; /* of those before it is known whether they stand in a link that has ended */
    size_t watch_at;      /* of the next one; SIZE_MAX: there is none */
    size_t defined;       /* which one the link or picture just opened uses; SIZE_MAX: none */
    markdown_brackets brackets;
    index copied; /* addresses of links that are no slices of the source */
    markdown_note_use *note_uses;
    size_t note_use_count, note_use_room;
    size_t *open_lists, open_list_count, open_list_room; /* SIZE_MAX: not an ordered one */
    markdown_list *lists;
    size_t list_count, list_room;
    markdown_numbered *items;
    size_t item_count, item_room, item_numbered;
    bool in_cell, in_body; /* of a table */
    bool rows, filled;     /* its first column names the rows; the open cell has something, be it a comment */
    size_t column;         /* of that cell, from 0 */
    markdown_above above;
    markdown_late tables; /* of each the offset of its head in m->given */
    size_t caption;       /* of the open table: where the attributes of its caption's tag go; 0: it has none */
    bool hard;            /* hard: a hard break is the last that was written */

    markdown_late late[LATE_LISTS];
    markdown_around *around; /* the open blocks, the innermost last */
    size_t around_count, around_room;
    bool seeking;     /* the innermost has no letter yet */
    bool broken;      /* a line end within the paragraph is the last that was written */
    size_t broken_at; /* its offset */
    uint32_t last;    /* the character before it; 0: none */

    footnote *footnotes;
    size_t footnote_count, footnote_room;
    index footnote_index;              /* by key: that which was defined first */
    footnote_reference_at *references; /* in the order of the text */
    size_t reference_count, reference_room;
    size_t line_at;    /* where the line of footnote_line begins in the result of the pass, */
    size_t line_start; /* and in the source */
    size_t noting;     /* the footnote whose text md4c gives now, plus 1 */
    size_t main;       /* where the HTML of the first begins */
    size_t *due;       /* notes whose references have no place yet */
    size_t due_count, due_room;
    uint32_t *order; /* the notes by their numbers */
    size_t ordered;
    size_t *ids; /* offsets of the HTML behind their ids */
    size_t id_count, id_room;

    placement *placements;
    size_t placement_count, placement_room;
    text waits; /* of a block of code: what is not written yet, a slice of source */

    writer out; /* all before it is set to zero; what stands behind it is large */
    /* Of each depth, where a link or a picture begins in source; and emphasis that may be arithmetic, plus 1. */
    size_t begins[MARKDOWN_DEPTH_MOST + 1], indent; /* indent: in code, the columns that md4c gave behind waits */
    markdown_open emphasized[MARKDOWN_DEPTH_MOST + 1];
};

/* Whether CommonMark is asked for, which a small module is not. */
static inline bool markdown_is_commonmark(const markdown_state *m)
{
    return MODULE_IS_WHOLE && m->use->commonmark;
}

/* Whether the text has what version 2 of the format has brought. */
static inline bool markdown_is_rich(const markdown_state *m)
{
    return m->use->version >= 2 && !markdown_is_commonmark(m);
}

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

/* markdown/code.c */
void markdown_code_enter(markdown_state *m, const MD_BLOCK_CODE_DETAIL *code);
void markdown_code_leave(markdown_state *m);
bool markdown_code_waits(markdown_state *m, text *piece); /* a piece comes; false: it is to be written now */
void markdown_code_write(markdown_state *m);              /* what waits is to be written now */

/* markdown/quotation.c */
void markdown_quote_enter(markdown_state *m);
void markdown_quote_leave(markdown_state *m);
/* A paragraph begins with this text. */
void quotation_text(markdown_state *m, text t);
/* That paragraph ends. */
void quotation_end(markdown_state *m);

/* markdown/heading.c */
void markdown_heading_enter(markdown_state *m);
void markdown_heading_leave(markdown_state *m, unsigned level);

/* markdown/table.c */
void markdown_table_enter(markdown_state *m);
void markdown_table_leave(markdown_state *m);
void markdown_cell_enter(markdown_state *m);
void markdown_cell_leave(markdown_state *m, bool header, MD_ALIGN align);

/* markdown/links.c */
void markdown_link_enter(markdown_state *m, const MD_SPAN_A_DETAIL *link);
void markdown_link_leave(markdown_state *m);
void markdown_autolink(markdown_state *m, const MD_SPAN_A_DETAIL *link);
void markdown_picture_enter(markdown_state *m, const MD_SPAN_IMG_DETAIL *picture);
void markdown_picture_leave(markdown_state *m, const MD_SPAN_IMG_DETAIL *picture);

/* markdown/spans.c */
/* Ends the spans that are open, but for so many. */
void markdown_spans_end(markdown_state *m, size_t keep);
int markdown_enter_span(MD_SPANTYPE type, void *detail, void *state);
int markdown_leave_span(MD_SPANTYPE type, void *detail, void *state);

/* markdown/plain.c */
/* A plain address begins, and ends, at this mark of m->source. One that is open when something else begins or ends
 * there ends, too: markdown_plain_close. */
void markdown_plain_begin(markdown_state *m, text mark);
void markdown_plain_end(markdown_state *m, text mark);
static inline void markdown_plain_close(markdown_state *m)
{
    if (m->in_plain)
        markdown_plain_end(m, (text){m->plain_at.at, 3});
}

/* markdown/place.c */
/* Notes that a text or a span begins in the paragraph. */
void markdown_child(markdown_state *m);
/* Whether the address of a picture, or of a link, names a placement. If so the placement is noted, and the address must
 * not be judged as one. */
bool markdown_place(markdown_state *m, bool picture, text address);
/* The same for an address that was refused for its scheme: whether it names a placement of a kind that is not known, of
 * which nothing else is told; *why otherwise. A small module may end here, where a larger one knows more kinds. */
bool markdown_place_unknown(markdown_state *m, bool picture, text address, report_code *why);
void markdown_paragraph_enter(markdown_state *m);
void markdown_paragraph_leave(markdown_state *m);

/* markdown/item.c */
void markdown_item(markdown_state *m, const MD_BLOCK_LI_DETAIL *item);
/* Writes the task marker that is due. */
void markdown_task_mark(markdown_state *m);
static inline void markdown_task_write(markdown_state *m)
{
    if (MODULE_HAS_RARE && m->task != TASK_NONE)
        markdown_task_mark(m);
}

/* markdown/where.c */
/* Notes that md4c gave a piece. */
static inline void markdown_reach(markdown_state *m, text piece)
{
    size_t at = (uintptr_t)piece.at - (uintptr_t)m->source.at;
    if (at <= m->source.size && piece.size <= m->source.size - at)
        m->reached = at + piece.size;
    m->in_text = true;
}
/* Where the link, the autolink or the picture begins that md4c has just entered. m->reached moves behind its bracket.
 */
size_t markdown_where(markdown_state *m, bool autolink);
/* Where one that begins there ends, when its text has been given. */
size_t markdown_where_end(const markdown_state *m, size_t begin);
/* What stands between the first brackets of one that begins there; behind: the offset behind them. */
text markdown_where_label(const markdown_state *m, size_t begin, size_t *behind);
/* The range in the source from there to m->reached. */
report_range markdown_where_span(const markdown_state *m, size_t begin);
/* The range of what stands behind the code fence that has just begun. */
report_range markdown_where_info(markdown_state *m, const MD_ATTRIBUTE *info);
/* markdown/arithmetic.c: notes that emphasis begins or ends, which may be arithmetic. */
void markdown_emphasis_enter(markdown_state *m);
void markdown_emphasis_leave(markdown_state *m);

/* markdown/output.c */
/* Starts a line, unless the output is at the start of one. */
void markdown_line(markdown_state *m);
/* Takes back what was written since mark, and returns it. */
html markdown_cut(markdown_state *m, writer_mark mark);
void markdown_tell(markdown_state *m, report_code code, size_t place, report_range range);
/* The range of the source that a piece from md4c stands for; the whole text when it is none of its bytes. */
report_range markdown_range(const markdown_state *m, text piece);
/* Tells of the kinds of characters that were left out since the last call, or became U+FFFD, of what stands in a range
 * of the source. before: the characters before that; prose: it was written as such. */
void markdown_left_out(markdown_state *m, report_range range, characters before, bool prose);
/* Adds one to a count. Leaves with LIMIT and the message when the count has reached most already. */
void markdown_count(markdown_state *m, size_t *count, size_t most, const char *message);
void markdown_count_link(markdown_state *m);
/* Counts one level of nesting; a level takes at most two elements. */
void markdown_deeper(markdown_state *m);

#endif
