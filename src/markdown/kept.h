/* What the renderer keeps for later: what is put into the HTML at the end (late.c), directions of blocks (direction.c),
 * watched places of the text (watch.c), numbers of lists (numbers.c), notes (labels.c). */
#ifndef MARKDOWN_KEPT_H
#define MARKDOWN_KEPT_H

#include "html/writer.h"
#include "markdown/lines.h"
#include "report/report.h"

#include <md4c.h>

typedef struct markdown_state markdown_state;

/* What is put into the HTML at the end (late.c): an attribute of direction, the address of a heading of this text,
 * nothing instead of a line end, the class of a link whose text is its address or of a paragraph that holds pictures
 * alone. */
typedef enum markdown_edit_kind {
    EDIT_LEFT,
    EDIT_RIGHT,
    EDIT_ANCHOR,
    EDIT_JOIN,
    EDIT_VALUE,
    EDIT_BARE,
    EDIT_PICTURES,
    EDIT_NONE,      /* a place at which one of these may be put (quotation.c) */
    EDIT_QUOTATION, /* "<figure>" before a block quote */
    EDIT_SOURCE,    /* "<figcaption" for the "<p" of its source */
    EDIT_SOURCE_END,
    EDIT_FOOTNOTE /* a reference: removed is which, fragment.size the how manieth of its note */
} markdown_edit_kind;
typedef struct markdown_edit {
    markdown_edit_kind kind;
    size_t at, removed; /* the bytes of the HTML in whose place it is put; of EDIT_VALUE, its number */
    text fragment;      /* of EDIT_ANCHOR, decoded */
} markdown_edit;
typedef struct markdown_late {
    markdown_edit *items;
    size_t count, room;
} markdown_late;

/* The lists of them; of two at one place that of the first list is put in first. Those that wait for the direction of
 * their block go to another list when it is known, and values come when the text has ended. */
enum {
    LATE_QUOTATIONS,
    LATE_GALLERIES,
    LATE_BARES,
    LATE_WAITING,
    LATE_VALUES,
    LATE_TURNS,
    LATE_ANCHORS,
    LATE_JOINS,
    LATE_NOTED,
    LATE_LISTS
};

/* A footnote, and a reference to one (footnotes.h). */
typedef struct footnote {
    report_range source;   /* its definition */
    text key;              /* of its label */
    size_t from, to;       /* the result of the pass, while it is made; then its HTML */
    lines_container *open; /* what its lines continue, itself the last; and how many */
    size_t depth;
    char fence; /* an open block of code ends with it; and the size of its fence */
    size_t fence_size;
    uint32_t number, uses; /* from 1, in the order of references; 0: none refers to it */
} footnote;
typedef struct footnote_reference_at {
    size_t at, size; /* in the source */
} footnote_reference_at;

/* Where a block or emphasis begins (empty.c). */
typedef struct markdown_open {
    writer_mark mark; /* before its start tag */
    size_t placed;    /* how many things stood before it */
    size_t reached;   /* in m->source */
} markdown_open;

/* What empty.c has looked at. */
typedef struct markdown_blank {
    size_t from, to;       /* HTML of which nothing is to be seen */
    size_t shown;          /* the last offset of HTML of which something is, plus 1; 0: not known */
    size_t searched, told; /* up to there in m->source blocks without text were looked for, and others were told */
} markdown_blank;

/* The paragraph that has ended last. Nothing may have been written since. */
typedef struct markdown_above {
    size_t begin, start, end; /* its first byte in the HTML, the one behind "<p", and the one behind it */
    const char *first;        /* where its text begins, in m->source; else anything */
    bool known, right;        /* it has a letter, which is written from the right */
} markdown_above;

/* An open block (direction.c). */
#define MARKDOWN_NOWHERE SIZE_MAX
typedef struct markdown_around {
    markdown_open open;
    size_t at;             /* where its dir goes; MARKDOWN_NOWHERE: its start tag is not written yet */
    bool right;            /* it is written from the right */
    bool known;            /* it has a letter that says so; else it has the direction around it */
    size_t quote;          /* of a block quote: its item of m->late[LATE_QUOTATIONS], plus 1 */
    size_t last, last_end; /* the item of the paragraph in it that may name its source, plus 1; where that ends */
    size_t first;          /* where its content begins */
    bool turns;            /* at its end: it needs a dir, and has had no place for it */
} markdown_around;

/* markdown/late.c */
void markdown_late_add(markdown_state *m, markdown_late *list, markdown_edit one);
/* What stands behind the offset from was moved, and begins at to. */
void markdown_late_move(markdown_state *m, size_t from, size_t to);
/* What stood behind the offset from was taken back. */
void markdown_late_forget(markdown_state *m, size_t from);
/* The HTML with all edits in it; the placements move with it. */
text markdown_late_write(markdown_state *m, text made);
/* The first item of a list at an offset or behind it. */
size_t markdown_late_find(const markdown_late *list, size_t at);
/* Writes the HTML from one offset to another, with its edits. */
void markdown_late_range(markdown_state *m, writer *w, text made, size_t from, size_t to);

/* markdown/empty.c */
markdown_open markdown_open_here(markdown_state *m);
/* Whether anything is to be seen since then; pictures: one without a text counts. In the dialect commonmark: always. */
bool markdown_shows_since(markdown_state *m, markdown_open open, bool pictures);
/* Takes a block back that shows nothing. False: it shows something. */
bool markdown_empty(markdown_state *m, markdown_open open);
/* Tells of it. last: the last of its marks may be one of these, where md4c gave no text in it. */
void markdown_empty_tell(markdown_state *m, markdown_open open, const char *last);

/* markdown/direction.c */
/* at: where the dir of the block just opened goes. */
void markdown_around_enter(markdown_state *m, markdown_open open, size_t at);
/* That block has the direction around it, whatever its letters. */
void markdown_around_known(markdown_state *m);
/* That block ends: valid until another begins. */
const markdown_around *markdown_around_leave(markdown_state *m);
/* The paragraph that has ended last stands elsewhere now, in what is written from the side around: it gets a dir where
 * it needs one. at: where that goes. */
void markdown_above_turn(markdown_state *m, size_t at, bool around);
/* In a module that has rare scripts in plain texts alone (text/scripts.h): ends the call at a letter of one. */
void markdown_scripts(text t);
/* Looks at text for the letter that gives the open blocks their direction. */
void markdown_letters(markdown_state *m, text t);
/* Whether the innermost of so many open blocks is written from the right. */
bool markdown_right(const markdown_state *m, size_t depth);
/* table.c: the paragraph goes on with a text while the letter that gives it its direction is looked for. Returns what
 * of the text may have it: the marker of a caption is not shown, so its letters say nothing. Then that paragraph ends,
 * and its marker has stayed alone. */
text table_letters(markdown_state *m, text t);
void table_letters_end(markdown_state *m);
/* What was just opened is always written from the left. at: where its dir goes. */
void markdown_left(markdown_state *m, size_t at);
/* Writes the dir of a start tag that is open. */
void markdown_direction(markdown_state *m, bool right);

/* A place of m->source that is watched (watch.c). */
typedef enum markdown_watch { WATCH_NUMBER, WATCH_DEFINITION } markdown_watch;
typedef struct markdown_watched {
    markdown_watch kind;
    size_t at, first; /* where it tells itself from text, and where it begins */
    size_t size;      /* of WATCH_DEFINITION: where its address begins */
    uint32_t number;  /* of an item; of a definition, 1 when a link has used it */
    bool is;          /* it is what it looks like */
    bool refused;     /* of a definition: a link has used it, and its address was refused */
    size_t end; /* the text that md4c gives goes on here; of a link in whose address or title it stands, the end */
} markdown_watched;

/* A footnote uses a definition, or one whose address was copied: by that and its label (watch.c). */
typedef struct markdown_note_use {
    size_t note, definition;
    text copy;
} markdown_note_use;

/* A mark in the text (MARK_NOTE), and what is told when it turns out to stand in text that is shown. */
typedef struct markdown_note {
    size_t at; /* the offset of the source at which it was put */
    report_code code;
    report_range range;
} markdown_note;

/* An ordered list, and an item of one (numbers.c). */
typedef struct markdown_list {
    uint32_t start, last;
    size_t count;
    bool same; /* all its items have the number of the first, which is 0 or 1 */
    bool seen, told;
} markdown_list;
typedef struct markdown_numbered {
    size_t at, list; /* where its value goes, and which list it belongs to */
    uint32_t number;
    size_t source; /* where the number stands */
} markdown_numbered;

/* markdown/watch.c */
/* Notes what looks like the number of an item, and like what may follow the "]" at an offset. line: where the line
 * begins, when it begins with "["; else SIZE_MAX. */
void watch_number(markdown_state *m, size_t at, size_t size);
void watch_bracket(markdown_state *m, size_t at, size_t line);
report_range watch_line(const markdown_state *m, size_t at); /* from an offset to the end of its line */
/* md4c gives a piece of text; a link or a picture, where that begins; no more. */
void watch_text(markdown_state *m, text piece);
void watch_link(markdown_state *m, const MD_ATTRIBUTE *address, size_t begin);
/* It ends at m->reached; what is watched behind its text stands in its address or its title. */
void watch_span(markdown_state *m, size_t begin);
/* The address of that link or picture was refused. */
void watch_refused(markdown_state *m);
void watch_end(markdown_state *m);
/* Tells of definitions that nothing uses which is shown: footnotes have their numbers by now. */
void watch_tell(markdown_state *m);

/* What looks like a link, and the "[" that are open before an offset of m->source (brackets.c). */
typedef struct markdown_brackets {
    uint32_t *links; /* where the "(" of each stands: four bytes each, since a text may have as many as words */
    size_t link_count, link_room, link_next;
    size_t *open, count, room, at;
} markdown_brackets;

/* markdown/brackets.c */
/* Notes the "(" of a "](" at an offset. md4c gives what stands between two offsets as text: those in it are told. And a
 * definition is told whose address has a space. */
void brackets_note(markdown_state *m, size_t at);
void brackets_text(markdown_state *m, size_t from, size_t to);
void brackets_definition(markdown_state *m, const markdown_watched *w);

/* markdown/numbers.c */
/* A list begins; an item, whose value would go to an offset of the HTML; the text has ended. */
void numbers_list(markdown_state *m, bool ordered, uint32_t start);
void numbers_item(markdown_state *m, size_t at);
void numbers_end(markdown_state *m);

/* markdown/labels.c */
/* Puts a mark with a note, and tells of the one whose mark stands here in text that is shown. */
void notes_put(markdown_state *m, size_t at, report_code code, report_range range);
void notes_tell(markdown_state *m, const char *mark);

#endif
