/* Places of the text that md4c does not tell of (watch.c), the numbers of lists (numbers.c), notes (labels.c). */
#ifndef MARKDOWN_WATCH_H
#define MARKDOWN_WATCH_H

#include "report/report.h"

#include <md4c.h>

typedef struct markdown_state markdown_state;

/* A place of m->source that is watched (watch.c). */
typedef enum markdown_watch { WATCH_NUMBER, WATCH_DEFINITION, WATCH_PLACEMENT } markdown_watch;
typedef struct markdown_watched {
    markdown_watch kind;
    size_t at, first; /* where it tells itself from text, and where it begins */
    size_t size;      /* of WATCH_DEFINITION: where its address begins */
    uint32_t number;  /* of an item; of a definition, 1 when a link has used it */
    bool is;          /* it is what it looks like */
} markdown_watched;

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
/* md4c gives a piece of text; a link or a picture; no more. */
void watch_text(markdown_state *m, text piece);
void watch_link(markdown_state *m, const MD_ATTRIBUTE *address);
void watch_end(markdown_state *m);

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
