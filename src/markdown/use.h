/* What a caller of the Markdown renderer says, and what it gets back. */
#ifndef MARKDOWN_USE_H
#define MARKDOWN_USE_H

#include "html/writer.h"
#include "report/report.h"

typedef enum place_kind { PLACE_FIGURE, PLACE_RELATED } place_kind;

typedef struct placement {
    size_t at; /* offset in html.bytes where it goes */
    place_kind kind;
    const void *model; /* what markdown_use.find returned */
} placement;

typedef struct markdown {
    html html;
    placement *placements; /* by ascending offset */
    size_t count;
} markdown;

typedef struct markdown_use {
    bool commonmark; /* CommonMark alone: no extensions, no classes, no wrappers */
    bool ids;        /* headings get an id */
    bool outline;    /* heading levels follow their nesting, so that none is skipped */
    uint32_t
        heading_base; /* the level of "#" (without outline), of the top headings (with it); more than 6 becomes 6 */
    text id_prefix;
    const text *taken; /* ids, without the prefix, that headings must not get */
    size_t taken_count;
    text task_done, task_open, table_label; /* words of the user interface */
    text words_language;                    /* their language, when it differs from the text's; else empty */
    const url *home; /* links to another host leave the site (html/writer.h); NULL: to any host */
    const broadsheet_limits *limits;
    /* What a placement's id names; NULL when it is to be its text, with what is to be told in *why. Without
     * find there are no placements. */
    const void *(*find)(void *context, place_kind kind, text id, report_code *why);
    /* Something to report. place counts, from 1, the placements of the text, or its links and
     * pictures; 0: the text as a whole. */
    void (*tell)(void *context, report_code code, size_t place);
    void *context;
} markdown_use;

#endif
