/* The items of an array that a patch changes: the item at any place is found, put in and taken out without a walk over
 * all of them, so that a patch of many operations on a long list takes time in proportion to both. */
#ifndef JSON_ITEMS_H
#define JSON_ITEMS_H

#include "json/json.h"

/* The item at a place, which is below the array's count. */
json_node *items_at(arena *a, json_node *array, size_t place);

/* Puts an item at a place, which is not above the array's count, before the one that is there. */
void items_insert(arena *a, json_node *array, size_t place, json_node *item);

/* Takes out the item at a place, which is below the array's count. */
json_node *items_remove(arena *a, json_node *array, size_t place);

/* Links the items of an array anew, if they changed, so that its list is as the patch has left them. */
void items_link(json_node *array);

#endif
