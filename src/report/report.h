/* Diagnostics: what was wrong in the bundle and was degraded. */
#ifndef REPORT_H
#define REPORT_H

#include "text/characters.h"
#include "url/url.h"
#include "json/json.h"

typedef enum report_code {
#define X(code, severity, message) REPORT_##code,
#include "report/diagnostics.def"
#undef X
    REPORT_COUNT
} report_code;

typedef struct report {
    broadsheet_diagnostic *items;
    size_t count, room, limit;
    size_t kept;                       /* what report_keep found */
    broadsheet_severity kept_severity; /* of the last of them */
    arena *arena;
} report;

/* Adds a diagnostic; past the limit one last item says that there are more, and has the
 * severity of the gravest of them. place says which occurrence inside the value is
 * meant, from 1, and is put before the message as "n: "; 0: none. */
void report_add(report *r, report_code code, int32_t layer, text pointer, size_t place);

/* The same for a node of the bundle. */
void report_node(report *r, report_code code, const json_node *node);

/* The code of an address that was refused, and of what a text was left without. */
report_code report_url(url_fault fault);
report_code report_characters(characters_kind kind);

/* Of the row at i the code (which is 0), the severity's name (1) or the message (2); NULL past the end. */
const char *report_fact(size_t i, size_t which);

/* What is there stays; report_restore takes away what was reported since, also from the last item's severity. */
void report_keep(report *r);
void report_restore(report *r);

#endif
