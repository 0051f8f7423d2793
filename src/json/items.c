#include "json/items.h"

/* Blocks of items in their order. A full block is split; an empty one stays. So finding a place passes a few hundred
 * blocks at most, and moves no more than one block. */
enum { ITEMS_BLOCK = 512 };

typedef struct items_block {
    struct items_block *next;
    size_t count;
    json_node *at[ITEMS_BLOCK];
} items_block;

struct json_items {
    items_block first;
    bool changed; /* since the list was linked */
};

static items_block *items_new(arena *a, items_block *before)
{
    items_block *block = arena_room(a, sizeof *block);
    block->next = before->next;
    block->count = 0;
    before->next = block;
    return block;
}

static struct json_items *items_of(arena *a, json_node *array)
{
    if (array->items != NULL)
        return array->items;
    array->items = arena_room(a, sizeof *array->items);
    array->items->changed = false;
    items_block *block = &array->items->first;
    block->next = NULL;
    block->count = 0;
    for (json_node *item = array->first; item != NULL; item = item->next) {
        if (block->count == ITEMS_BLOCK)
            block = items_new(a, block);
        block->at[block->count++] = item;
    }
    return array->items;
}

/* The block of a place, which becomes the place in it. */
static items_block *items_find(struct json_items *items, size_t *place)
{
    items_block *block = &items->first;
    while (*place >= block->count && block->next != NULL) {
        *place -= block->count;
        block = block->next;
    }
    return block;
}

json_node *items_at(arena *a, json_node *array, size_t place)
{
    return items_find(items_of(a, array), &place)->at[place];
}

void items_insert(arena *a, json_node *array, size_t place, json_node *item)
{
    struct json_items *items = items_of(a, array);
    items_block *block = items_find(items, &place);
    if (block->count == ITEMS_BLOCK) {
        items_block *rest = items_new(a, block);
        rest->count = ITEMS_BLOCK / 2;
        block->count -= rest->count;
        memcpy(rest->at, block->at + block->count, rest->count * sizeof(json_node *));
        if (place > block->count) {
            place -= block->count;
            block = rest;
        }
    }
    memmove(block->at + place + 1, block->at + place, (block->count - place) * sizeof(json_node *));
    block->at[place] = item;
    block->count++;
    array->count++;
    item->parent = array;
    items->changed = true;
}

json_node *items_remove(arena *a, json_node *array, size_t place)
{
    struct json_items *items = items_of(a, array);
    items_block *block = items_find(items, &place);
    json_node *item = block->at[place];
    block->count--;
    memmove(block->at + place, block->at + place + 1, (block->count - place) * sizeof(json_node *));
    array->count--;
    item->parent = NULL;
    items->changed = true;
    return item;
}

void items_link(json_node *array)
{
    if (array->items == NULL || !array->items->changed)
        return;
    array->items->changed = false;
    array->first = array->last = NULL;
    array->count = 0;
    for (items_block *block = &array->items->first; block != NULL; block = block->next)
        for (size_t i = 0; i < block->count; i++)
            json_append(array, block->at[i]);
}
