/* JSON in: a strict gate, then cJSON, then one merged tree with an index.
 *
 * The gate (json/gate.c) admits exactly RFC 8259 in exactly UTF-8, within the limits, and a byte order mark before it.
 * It is needed since cJSON at its strictest still takes texts that are not JSON. cJSON does the parsing. The tree
 * (json/tree.c) lays the layers over one another, and finds a member by key without walking cJSON's linked lists. */
#ifndef JSON_H
#define JSON_H

#include "base/index.h"

/* --- the gate ------------------------------------------------------------------ */

typedef struct json_fault {
    broadsheet_status status; /* OK, JSON, UTF8 or LIMIT */
    size_t offset;            /* of the first byte that is wrong; the size of the text when it ended too soon */
    size_t line, column;      /* from 1; a line ends at LF, CR LF or CR; columns count code points */
    const char *message;      /* static; says what was expected */
    text pointer;             /* of the value that passed a limit; else empty */
} json_fault;

/* A string, or a key, of which an escape became \uFFFD. */
typedef struct json_replaced {
    uint32_t value;  /* the index of the value */
    uint32_t inside; /* JSON_REPLACED_KEY, or where the first one stands in the text of the string, plus 1 */
} json_replaced;
#define JSON_REPLACED_KEY UINT32_MAX

/* The values that the gate has counted, and where those of the last text are. All zero before the first text. */
typedef struct json_values {
    size_t total; /* of all texts */
    uint32_t *at; /* the offset of each value of the last text, in the order in which they stand there */
    size_t count, room;
    struct json_replaced *replaced; /* the strings and keys of which an escape became \uFFFD; ascending */
    size_t replaced_count, replaced_room;
} json_values;

/* Checks a text, and returns a NUL-terminated copy of it in the arena. In the copy each escaped U+0000 and each escape
 * of a lone surrogate is \uFFFD, which takes the same six bytes. A refused text gives NO_TEXT and fills *fault;
 * otherwise only the status of *fault is set, to OK, and its pointer is empty. The values of this text are added to
 * *values. A byte order mark at the beginning is skipped, as RFC 8259, section 8.1, allows; offsets count it. LIMIT
 * means that the text is JSON, or too large to be looked at: any other fault goes first. */
text json_gate(arena *a, text json, const broadsheet_limits *limits, json_values *values, json_fault *fault);

/* Whether a text begins with a byte order mark. */
bool json_is_marked(text json);

/* The JSON pointer of the value that begins at an offset. Up to there the text is JSON, nested no deeper than
 * depth_most. The pointer is an ancestor's where it would be longer than JSON_POINTER_MOST, or has a key with an
 * escape. */
text json_where(arena *a, text json, size_t offset, size_t depth_most);

/* Line and column of an offset, as in json_fault. */
void json_position(text json, size_t offset, size_t *line, size_t *column);

/* A place in a text that is read from front to back. */
typedef struct json_reading {
    size_t at; /* bytes that are read */
    size_t line, column;
} json_reading;
#define JSON_READING ((json_reading){0, 1, 1})

/* Reads on up to an offset, which is not before the one that is reached. */
void json_read_to(json_reading *reading, text json, size_t offset);

/* Reads on in the text of a string, which begins at the offset start of its JSON with its quote: up to the byte at of
 * the text that it stands for, or to its end. inside counts that text, and *raw is where its next byte stands in the
 * JSON. */
void json_read_inside(json_reading *inside, size_t *raw, text json, size_t at);

/* The offset, in the text of a string, of what stands at the offset end of its JSON; the string begins with its quote
 * at start. */
size_t json_inside(text json, size_t start, size_t end);

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
    int32_t layer; /* index of the layer that the value came from */
    size_t count;  /* of items or members */
    double number;
    text string;       /* of a number: its digits as they are written */
    text key;          /* of a member; empty for an item */
    size_t index;      /* of an item, from 0; a member has no use for it */
    bool duplicate;    /* the layer has this key more than once in its object */
    uint32_t replaced; /* json_replaced.inside: an escape in its key or its string was of no character; 0: none */
    uint32_t ordinal;  /* different for each node of the tree, and below the tree's count */
    uint32_t at;       /* where the value begins in its layer */
    struct json_node *parent, *first, *last, *previous, *next; /* members keep the order of their first mention */
    index members;                                             /* of an object */
    struct json_items *items; /* of an array that a patch has entered: json/items.h; NULL: the list above is all */
} json_node;

typedef struct json_tree {
    json_node *root; /* always an object */
    uint32_t count;  /* above each node's ordinal: the size of an array with something for each node */
    arena *arena;
    text gated; /* of the layer that is read, with what the gate says of it */
    const json_values *values;
    size_t next, next_replaced; /* the value that is read next */
    int32_t given;              /* a null of this layer or a later one takes a member away, and is none itself */
} json_tree;

/* Makes a tree of an empty object. Everything lives in the arena. */
void json_tree_open(json_tree *tree, arena *a);

/* Parses a text that passed the gate, which has found the values in it, and merges it over the tree by RFC 7396: a null
 * takes away what was there. It stays in the tree as the place of what is said about it, and no longer as a place in
 * the order: a member that comes back stands last. SHAPE when the text's value is not an object. Only inside arena_run.
 */
broadsheet_status json_tree_merge(json_tree *tree, text gated, const json_values *values, int32_t layer);

/* Parses a text that passed the gate, as a value by itself; NULL when it cannot be. Only inside arena_run. */
json_node *json_tree_read(json_tree *tree, text gated, const json_values *values, int32_t layer);

/* A node of the tree without a place in it. */
json_node *json_node_new(json_tree *tree);

/* Puts a node behind the last item or member of a parent. The index of an object's members is left to the caller. */
void json_append(json_node *parent, json_node *node);

/* Takes an item or a member out of its parent's list. The index of an object's members is left to the caller. */
void json_detach(json_node *node);

/* The member of an object, in time linear in the key. NULL when there is none, and when object is NULL or not an
 * object. */
json_node *json_member(const json_node *object, text key) ONLY_READS;

/* The JSON pointer (RFC 6901) of a node; the root's is empty. Where it would be longer than JSON_POINTER_MOST bytes, it
 * is the pointer of the nearest ancestor that fits: otherwise each diagnostic could hold 4 MB of key. */
enum { JSON_POINTER_MOST = 1024 };
text json_pointer(arena *a, const json_node *node);

#endif
