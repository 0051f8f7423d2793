/* What the Markdown renderer takes besides the text, and what it gives back. */
#ifndef MARKDOWN_USE_H
#define MARKDOWN_USE_H

#include "html/base.h"
#include "html/writer.h"
#include "report/report.h"

/* The deepest nesting, whatever the host's limit. Engines cut a tree off at 512 open elements, the host's page needs
 * some of them, and a level takes up to two: a list and its item. */
enum { MARKDOWN_DEPTH_MOST = 200 };

typedef enum place_kind {
#define X(KIND, ...) PLACE_##KIND,
#include "markdown/places.def"
#undef X
    PLACE_KINDS
} place_kind;

typedef struct placement {
    size_t at; /* its offset in html.bytes */
    place_kind kind;
    const void *model; /* what markdown_use.find returned */
} placement;

typedef struct markdown {
    text plain; /* of line Markdown: what is shown, without markup; not cleaned */
    html html;
    placement *placements; /* by ascending offset */
    size_t count;
    size_t *ids; /* the ends of ids, and of links to them, by ascending offset: where the text stands again, its number
                  * goes there */
    size_t id_count;
} markdown;

/* Whether there is anything to see of it. */
static inline bool markdown_shows(const markdown *m)
{
    return m->html.bytes.size || m->count;
}

/* What version 2 of the format has brought, where a text has it. A text of version 1 that has one of these says
 * something else in version 2: bundle/plainly.c. */
typedef enum markdown_notation {
    NOTATION_NOTE,      /* "[^label]:"; at its "[" */
    NOTATION_REFERENCE, /* "[^label]"; at its "[" */
    NOTATION_DEFINED,   /* "[\^label]:", which defines a link in version 1 and is text in version 2; at its "[" */
    NOTATION_RAISED,    /* at the first mark, "^" or "~" */
    NOTATION_ADDRESS,   /* that of a run of another language, or of a placement; at its first byte */
    NOTATION_LINK,      /* the same, with escapes in the address; at the "[" of the link */
    NOTATION_AUTOLINK,  /* the same, in angle brackets; at the first of them */
    NOTATION_SOURCE,    /* a paragraph of a quotation that begins with a dash; at the dash, or before it */
    NOTATION_CAPTION,   /* a paragraph above a table that begins with any word and ":"; at the ":" */
    NOTATION_CORNER     /* the empty corner of a table's head; at the "|" before it */
} markdown_notation;

typedef struct markdown_use {
    unsigned version;      /* of the bundle's format, which decides what the text may hold; below 2 counts as 1 */
    bool commonmark;       /* CommonMark alone: no extensions, no classes, no wrappers */
    bool line;             /* line Markdown: spans alone, no blocks, no pictures, no placements */
    bool ids;              /* headings get an id */
    bool outline;          /* heading levels follow their nesting, so that none is skipped */
    uint32_t heading_base; /* of "#" or, with outline, of the top headings; above 6 counts as 6 */
    text id_prefix;
    bool right_to_left; /* the text around this one is written from the right */
    bool korean;        /* the text is Korean: text/breaks.h */
    const text *taken;  /* ids, without the prefix, that headings must not get */
    size_t taken_count;
    text task_done, task_open, table_label; /* words of the user interface */
    text (*table_word)(size_t i); /* word i of those that, with ":" behind one, begin a table's caption, beside
                                   * table_label; empty past the last. NULL: there are none */
    text words_language;          /* their language, when it differs from the text's; else empty */
    const url *home; /* the site's address: links to another host leave the site (html/writer.h); NULL: all links do */
    const url_base *base; /* what relative addresses become absolute with, in pictures and in links; NULL: nothing */
    const url_base *page; /* where the document will stand: relative addresses are printed whole; NULL: not known */
    bool paragraphs;      /* the ends of paragraphs of running text are among the placements, without a model */
    text note_label, note_back, notes_label; /* words: patterns with {number}, and the name of all notes */
    uint32_t notes; /* a number that no other text of the page has, which ids of notes have then; 0: none */
    bool paid;      /* the text stands in paid room, which each link says */
    const broadsheet_limits *limits;
    /* Gives the model that a placement's id names, or NULL for the fallback text, with the reason to report in *why.
     * Without find there are no placements. */
    const void *(*find)(void *context, place_kind kind, text id, report_code *why);
    /* Takes a report. place is a number from 1 among the placements of the text, its links and pictures, or its
     * pictures alone, by code; 0: none. range says where in the source. */
    void (*tell)(void *context, report_code code, size_t place, report_range range);
    /* Takes each notation of version 2, with its offset in the source. NULL: nobody asks. Of the whole alone. */
    void (*takes)(void *context, markdown_notation notation, size_t at);
    void *context;
} markdown_use;

#endif
