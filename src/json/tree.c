/* The tree: the values of a bundle, with the layers merged, and found by key or by pointer. */
#include "base/module.h"
#include "json/json.h"

#include "json/token.h"

#include "cJSON.h"

/* Nothing here recurses deeper than the gate lets arrays and objects nest. */

json_node *json_node_new(json_tree *tree)
{
    json_node *node = arena_alloc(tree->arena, sizeof *node);
    node->ordinal = tree->count++;
    return node;
}

void json_tree_open(json_tree *tree, arena *a)
{
    *tree = (json_tree){.arena = a};
    tree->root = json_node_new(tree);
    tree->root->kind = JSON_OBJECT;
}

void json_append(json_node *parent, json_node *node)
{
    node->parent = parent;
    node->previous = parent->last;
    node->next = NULL;
    node->index = parent->count++;
    if (parent->last != NULL)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
}

void json_detach(json_node *node)
{
    json_node *parent = node->parent;
    *(node->previous != NULL ? &node->previous->next : &parent->first) = node->next;
    *(node->next != NULL ? &node->next->previous : &parent->last) = node->previous;
    node->parent = node->previous = node->next = NULL;
    parent->count--;
}

/* --- one layer -------------------------------------------------------------------- */

/* A string of cJSON as text. It ends at its NUL, since the gate lets no other into a string. */
static text json_text(const char *string)
{
    return (text){string, strlen(string)};
}

/* What the gate has found out about the value that is read next. cJSON has the values in the same order. */
static void json_place(json_tree *tree, json_node *node)
{
    const json_values *values = tree->values;
    node->at = values->at[tree->next];
    for (; MODULE_IS_WHOLE && tree->next_replaced < values->replaced_count &&
           values->replaced[tree->next_replaced].value == tree->next;
         tree->next_replaced++)
        node->replaced = values->replaced[tree->next_replaced].inside;
    tree->next++;
}

/* A number as it is written. cJSON keeps a double, which 12345678901234567890 does not fit into. */
static text json_digits(text gated, size_t at)
{
    size_t end = at;
    while (end < gated.size && memchr("+-.0123456789Ee", gated.at[end], 15))
        end++;
    return text_slice(gated, at, end);
}

static void json_read(json_tree *tree, json_node *node, const cJSON *from, int32_t layer);

/* The node for a member of an object. When the key is there already, its node is emptied and used again, since the last
 * value counts. */
static json_node *json_read_key(json_tree *tree, json_node *object, text key)
{
    json_node *node = json_node_new(tree);
    json_node *before = index_add(&object->members, tree->arena, key, node);
    if (before != NULL) {
        *before = (json_node){.key = before->key,
                              .index = before->index,
                              .ordinal = before->ordinal,
                              .parent = object,
                              .previous = before->previous,
                              .next = before->next,
                              .duplicate = true};
        return before;
    }
    node->key = key;
    json_append(object, node);
    return node;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the JSON, which the gate has bounded */
static void json_read_children(json_tree *tree, json_node *node, const cJSON *from, int32_t layer)
{
    for (const cJSON *child = from->child; child != NULL; child = child->next) {
        json_node *into;
        if (node->kind == JSON_OBJECT) {
            into = json_read_key(tree, node, json_text(child->string));
        } else {
            into = json_node_new(tree);
            json_append(node, into);
        }
        json_read(tree, into, child, layer);
    }
}

/* Fills a node that has only its place so far.
 * NOLINTNEXTLINE(misc-no-recursion): as deep as the JSON */
static void json_read(json_tree *tree, json_node *node, const cJSON *from, int32_t layer)
{
    node->layer = layer;
    json_place(tree, node);
    if (cJSON_IsObject(from) || cJSON_IsArray(from)) {
        node->kind = cJSON_IsObject(from) ? JSON_OBJECT : JSON_ARRAY;
        json_read_children(tree, node, from, layer);
    } else if (cJSON_IsString(from)) {
        node->kind = JSON_STRING;
        node->string = json_text(from->valuestring);
    } else if (cJSON_IsNumber(from)) {
        node->kind = JSON_NUMBER;
        node->number = from->valuedouble;
        node->string = json_digits(tree->gated, node->at);
    } else if (cJSON_IsBool(from)) {
        node->kind = cJSON_IsTrue(from) ? JSON_TRUE : JSON_FALSE;
    }
}

/* --- layer over layer ------------------------------------------------------------- */

/* Gives node the value of over. Its place stays as it was. */
static void json_replace(json_node *node, const json_node *over)
{
    json_node place = *node;
    *node = *over;
    node->parent = place.parent;
    node->previous = place.previous;
    node->next = place.next;
    node->index = place.index;
    for (json_node *child = node->first; child != NULL; child = child->next)
        child->parent = node;
}

/* A member that a null took away comes back: it stands last. */
static void json_revive(json_node *node, json_node *below)
{
    json_detach(below);
    json_append(node, below);
}

/* Merges over into node; both are objects. The nodes of over become part of node, or are dropped.
 * NOLINTNEXTLINE(misc-no-recursion): as deep as the JSON */
static void json_merge(json_tree *tree, json_node *node, const json_node *over)
{
    for (json_node *member = over->first, *next; member != NULL; member = next) {
        next = member->next;
        json_node *below = index_add(&node->members, tree->arena, member->key, member);
        if (below == NULL) {
            json_append(node, member);
        } else if (below->kind == JSON_OBJECT && member->kind == JSON_OBJECT) {
            below->duplicate = below->duplicate || member->duplicate;
            json_merge(tree, below, member);
        } else {
            if (!MODULE_HAS_RICH && (below->kind != member->kind || below->number > member->number))
                arena_lack(); /* few layers do, and the number may be the version, of which the higher counts */
            if (below->kind == JSON_NULL && member->kind != JSON_NULL && below->layer >= tree->given)
                json_revive(node, below);
            json_replace(below, member);
        }
    }
}

/* cJSON allocates from the arena in use, and the tree keeps its strings. */
static const cJSON *json_parse(json_tree *tree, text gated, const json_values *values)
{
    arena *before = arena_use(tree->arena);
    const cJSON *from = cJSON_ParseWithLengthOpts(gated.at, gated.size + 1, NULL, true);
    arena_use(before);
    tree->gated = gated;
    tree->values = values;
    tree->next = tree->next_replaced = 0;
    return from;
}

broadsheet_status json_tree_merge(json_tree *tree, text gated, const json_values *values, int32_t layer)
{
    const cJSON *from = json_parse(tree, gated, values);
    if (from == NULL)
        return BROADSHEET_JSON;
    if (!cJSON_IsObject(from))
        return BROADSHEET_SHAPE;
    json_node over = {.kind = JSON_OBJECT};
    json_read(tree, &over, from, layer);
    json_merge(tree, tree->root, &over);
    return BROADSHEET_OK;
}

json_node *json_tree_read(json_tree *tree, text gated, const json_values *values, int32_t layer)
{
    const cJSON *from = json_parse(tree, gated, values);
    json_node *node = from != NULL ? json_node_new(tree) : NULL;
    if (node != NULL)
        json_read(tree, node, from, layer);
    return node;
}

json_node *json_member(const json_node *object, text key)
{
    return object != NULL && object->kind == JSON_OBJECT ? index_find(&object->members, key) : NULL;
}

/* --- pointers --------------------------------------------------------------------- */

static json_token json_token_of(const json_node *node)
{
    return (json_token){node->parent->kind == JSON_OBJECT, node->key, node->index};
}

static size_t json_token_size(const json_node *node)
{
    json_token token = json_token_of(node);
    return token_size(&token);
}

text json_pointer(arena *a, const json_node *node)
{
    size_t size = 0;
    for (const json_node *up = node; up->parent != NULL; up = up->parent)
        size += json_token_size(up);
    for (; size > JSON_POINTER_MOST && node->parent != NULL; node = node->parent)
        size -= json_token_size(node);
    if (size == 0)
        return TEXT("");
    char *at = arena_alloc(a, size);
    char *end = at + size;
    for (; node->parent != NULL; node = node->parent) {
        json_token token = json_token_of(node);
        end = token_write(&token, end);
    }
    return (text){at, size};
}
