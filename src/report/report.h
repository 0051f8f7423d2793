/* Diagnostics: what was wrong in the bundle, and was left out or shown otherwise. */
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

/* Where within a text of the bundle: an offset in bytes, and how many. Both 0: the text as a whole. */
typedef struct report_range {
    size_t at, size;
} report_range;
#define REPORT_WHOLE ((report_range){0, 0})

typedef struct report {
    broadsheet_diagnostic *items;
    size_t count, room, limit;
    size_t kept;                       /* count at report_keep */
    broadsheet_severity kept_severity; /* of the last item at report_keep */
    arena *arena;
} report;

/* Whether the module keeps a diagnostic: a small one keeps only that there is an error. */
bool report_keeps(report_code code);

/* Adds a diagnostic. place, from 1, says which occurrence inside the value is meant, and is put before the message as
 * "n: "; 0: none. range says where in the value's text. Past the limit one last item says that there are more, and has
 * the severity of the gravest of them. */
void report_add(report *r, report_code code, int32_t layer, text pointer, size_t place, report_range range);

/* The same for a node of the bundle. */
void report_node(report *r, report_code code, const json_node *node);

/* The same for a place in a node's text. */
void report_within(report *r, report_code code, const json_node *node, report_range range);
void report_within_place(report *r, report_code code, const json_node *node, size_t place, report_range range);

/* Where the first escape that became U+FFFD stands in the text of a node; of one in its key, the whole. */
static inline report_range report_replaced(const json_node *node)
{
    return node->replaced == JSON_REPLACED_KEY ? REPORT_WHOLE : (report_range){node->replaced - 1, 3};
}

/* Finds the line and column of each item, from one on: in its layer, and in the text of its value. layers are the
 * gate's copies. Takes time linear in the layers, however many items there are, and no memory for a single item. */
void report_places(report *r, const text *layers, size_t from);

/* Takes the places in layers away from items, from one on: nobody has the text that they are in. */
void report_unplace(report *r, size_t from);

/* The code for an address that was refused, and for characters that were left out of a text. */
report_code report_url(url_fault fault);
report_code report_characters(characters_kind kind);

/* The code (which is 0), the name of the severity (1) or the message (2) of row i; NULL past the end. */
const char *report_fact(size_t i, size_t which);

/* report_keep keeps the diagnostics so far. report_restore takes away all that were reported since, and gives the last
 * one the severity that it had. */
void report_keep(report *r);
void report_restore(report *r);

#endif
