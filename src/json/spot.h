/* Where a JSON pointer (RFC 6901) leads, for json/patch.c: to a member or an item of a parent, which may not be there
 * yet, or to the whole document. */
#ifndef JSON_SPOT_H
#define JSON_SPOT_H

#include "json/json.h"

typedef struct spot {
    json_node *parent; /* NULL: the whole */
    json_node *node;   /* that stands there; NULL: none */
    text key;          /* of a member */
    size_t place;      /* of an item */
} spot;

/* Follows a pointer from the root of a tree. NULL, or the reason why there is no such place: static text. */
const char *spot_find(json_tree *tree, text pointer, spot *s);

#endif
