/* JSON in: a strict gate, then cJSON, then one merged tree with an index.
 *
 * The gate (json/gate.c) admits exactly RFC 8259 in exactly UTF-8, within the limits,
 * since cJSON at its strictest still takes texts that are not JSON. cJSON does the
 * parsing. The tree (json/tree.c) lays the layers over one another, and finds a
 * member by key without walking cJSON's linked lists. */
#ifndef JSON_H
#define JSON_H

#include "base/index.h"

/* --- the gate ------------------------------------------------------------------ */

typedef struct json_fault {
    broadsheet_status status; /* OK, JSON, UTF8 or LIMIT */
    size_t offset;            /* of the first byte that cannot stand; the size of the text when it ended too soon */
    size_t line, column;      /* from 1; a line ends at LF, CR LF or CR; columns count code points */
    const char *message;      /* static, says what was expected */
    text pointer;             /* of the value that passed a limit; else empty */
} json_fault;

/* Checks a text. Returns a NUL-terminated copy in the arena in which an escaped
 * U+0000 and each lone surrogate escape is \uFFFD (the same six bytes), or NO_TEXT
 * with *fault filled; without a fault it has nothing but its status. *nodes counts on: the values of this text are
 * added. A byte order mark is refused (RFC 8259, section 8.1). LIMIT is for a text that is JSON, or is too large to be
 * looked at: what else is wrong comes first. */
text json_gate(arena *a, text json, const broadsheet_limits *limits, size_t *nodes, json_fault *fault);

/* The JSON pointer of the value that begins at an offset of a text that is JSON up to there, and is nested no deeper
 * there than depth_most. One that would be longer than JSON_POINTER_MOST, and one with an escape in a key, is that of
 * an ancestor. */
text json_where(arena *a, text json, size_t offset, size_t depth_most);

/* Line and column of an offset, as in json_fault. */
void json_position(text json, size_t offset, size_t *line, size_t *column);

/* --- the tree ------------------------------------------------------------------ */

typedef enum json_kind {
    JSON_NULL,
    JSON_FALSE,
    JSON_TRUE,
    JSON_NUMBER,
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT
} json_kind;

typedef struct json_node {
    json_kind kind;
    int32_t layer; /* which layer this value came from */
    size_t count;  /* items or members */
    double number;
    text string;
    text key;                                       /* as a member; empty as an item */
    size_t index;                                   /* as an item */
    bool duplicate;                                 /* this key stood in its object more than once, in this layer */
    uint32_t ordinal;                               /* of no other node of the tree; below its count */
    struct json_node *parent, *first, *last, *next; /* members keep the order of their first mention */
    index members;                                  /* of an object */
} json_node;

typedef struct json_tree {
    json_node *root; /* always an object */
    uint32_t count;  /* more than any node's ordinal: the size of an array with something for each node */
    arena *arena;
} json_tree;

/* An empty object; everything lives in the arena. */
void json_tree_open(json_tree *tree, arena *a);

/* Parses a text that passed the gate and merges it over the tree. Its value must be
 * an object, else SHAPE. Only inside arena_run. */
broadsheet_status json_tree_merge(json_tree *tree, text gated, int32_t layer);

/* The member of an object, in time linear in the key; NULL when there is none, or
 * object is NULL or no object. */
json_node *json_member(const json_node *object, text key);

/* The JSON pointer (RFC 6901) of a node; the root's is empty. One that would be longer
 * than JSON_POINTER_MOST bytes is that of the nearest ancestor whose is not: else 4 MB
 * of key could stand in every diagnostic. */
enum { JSON_POINTER_MOST = 1024 };
text json_pointer(arena *a, const json_node *node);

#endif
