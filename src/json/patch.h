/* JSON Patch (RFC 6902), on the merged tree, and JSON out. */
#ifndef JSON_PATCH_H
#define JSON_PATCH_H

#include "json/json.h"

/* Why a patch was refused. */
typedef struct json_refusal {
    const char *message; /* static; NULL: the patch was applied */
    bool limit;          /* a limit was passed */
    int64_t operation;   /* index of the operation, from 0; -1: the patch as a whole */
    const json_node *at; /* the value of the patch that is at fault, in its own text */
    text pointer;        /* of the bundle's value that was asked for; NO_TEXT: none was */
} json_refusal;

/* Takes out of a tree the members that are null because a layer took them away. Those in arrays stay, as RFC 7396 has
 * it. */
void json_prune(json_tree *tree);

/* Applies a patch, which json_tree_read has read for this tree, and whose values become part of it. The tree's root may
 * be of any kind afterwards. *copies: how many values may be copied, and
 * then how many more. A patch that is refused leaves the tree half
 * changed: its owner throws it away. Takes time linear in tree and patch, and memory linear in both and in what is
 * copied.
 */
bool json_patch(json_tree *tree, json_node *patch, size_t *copies, json_refusal *why);

/* Whether two values are the same by section 4.6 of RFC 6902: numbers by their value, members in any order. b is nested
 * no deeper than the gate lets a text be. */
bool json_same(json_node *a, json_node *b);

/* The value as JSON in the arena, in as few bytes as it takes; NO_TEXT, and *message says which limit was passed, where
 * it takes more bytes, or nests deeper, than allowed. */
text json_write(arena *a, json_node *root, size_t bytes_most, size_t depth_most, const char **message);

#endif
