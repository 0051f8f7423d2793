/* What is known too late to be written where it stands (late.c), and the directions of blocks (direction.c). */
#ifndef MARKDOWN_LATE_H
#define MARKDOWN_LATE_H

#include "base/text.h"

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
    EDIT_PICTURES
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

/* An open block (direction.c). */
#define MARKDOWN_NOWHERE SIZE_MAX
typedef struct markdown_around {
    size_t at;  /* where its dir goes; MARKDOWN_NOWHERE: its start tag is not written yet */
    bool right; /* it is written from the right */
    bool known; /* it has a letter that says so; else it has the direction around it */
} markdown_around;

/* markdown/late.c */
void markdown_late_add(markdown_state *m, markdown_late *list, markdown_edit one);
/* What stands behind the offset from was moved, and begins at to. */
void markdown_late_move(markdown_state *m, size_t from, size_t to);
/* What stood behind the offset from was taken back. */
void markdown_late_forget(markdown_state *m, size_t from);
/* The HTML with all edits in it; the placements move with it. */
text markdown_late_write(markdown_state *m, text made);

/* markdown/direction.c */
/* at: where the dir of the block just opened goes. */
void markdown_around_enter(markdown_state *m, size_t at);
/* Whether the block that ends needs a dir, and has had no place for it; it is that of *right. */
bool markdown_around_leave(markdown_state *m, bool *right);
/* Looks at text for the letter that gives the open blocks their direction. */
void markdown_letters(markdown_state *m, text t);
/* What was just opened is always written from the left. at: where its dir goes. */
void markdown_left(markdown_state *m, size_t at);
/* Writes the dir of a start tag that is open. */
void markdown_direction(markdown_state *m, bool right);

#endif
