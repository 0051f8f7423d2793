#include "json/patch.h"

#include "json/items.h"
#include "json/spot.h"

typedef struct patching {
    json_tree *tree;
    size_t *copies; /* how many more values may be copied */
    json_refusal *why;
} patching;

static bool patch_refuse(patching *p, const char *message)
{
    if (p->why->message == NULL)
        p->why->message = message;
    return false;
}

/* Follows a pointer. False, with the reason, when there is no such place. */
static bool patch_find(patching *p, text pointer, spot *s)
{
    p->why->pointer = pointer;
    const char *message = spot_find(p->tree, pointer, s);
    return message == NULL || patch_refuse(p, message);
}

/* The same for a place where something must be. */
static bool patch_find_value(patching *p, text pointer, spot *s)
{
    return patch_find(p, pointer, s) && (s->node != NULL || patch_refuse(p, "the pointer names nothing in the bundle"));
}

/* --- changes --------------------------------------------------------------------------------- */

static void patch_key(patching *p, json_node *parent, text key, json_node *node)
{
    node->key = key;
    if (index_add(&parent->members, p->tree->arena, key, node) != NULL)
        index_change(&parent->members, key, node);
}

/* Puts a value in the place of another, which is in a list of members. */
static void patch_swap(json_node *old, json_node *node)
{
    node->parent = old->parent;
    node->previous = old->previous;
    node->next = old->next;
    *(node->previous != NULL ? &node->previous->next : &node->parent->first) = node;
    *(node->next != NULL ? &node->next->previous : &node->parent->last) = node;
}

static void patch_remove(patching *p, const spot *s)
{
    if (s->parent == NULL) {
        p->tree->root = json_node_new(p->tree);
    } else if (s->parent->kind == JSON_ARRAY) {
        items_remove(p->tree->arena, s->parent, s->place);
    } else {
        index_change(&s->parent->members, s->key, NULL);
        json_detach(s->node);
    }
}

/* Puts a value at a place: in an array before what is there, else instead of it. */
static void patch_put(patching *p, const spot *s, json_node *node)
{
    node->key = NO_TEXT;
    if (s->parent == NULL) {
        node->parent = node->previous = node->next = NULL;
        p->tree->root = node;
    } else if (s->parent->kind == JSON_ARRAY) {
        items_insert(p->tree->arena, s->parent, s->place, node);
    } else {
        patch_key(p, s->parent, s->key, node);
        if (s->node != NULL)
            patch_swap(s->node, node);
        else
            json_append(s->parent, node);
    }
}

/* A node like another, without its place and what is in it. */
static json_node *patch_shell(patching *p, const json_node *from)
{
    if (*p->copies == 0) {
        p->why->limit = true;
        patch_refuse(p, "the patch copies more values than the limit");
        return NULL;
    }
    --*p->copies;
    json_node *node = json_node_new(p->tree);
    node->kind = from->kind;
    node->layer = from->layer;
    node->number = from->number;
    node->string = from->string;
    node->key = from->key;
    return node;
}

/* A copy of a value, made without recursion: copies may nest values deeper than any text. NULL: the limit. */
static json_node *patch_copy(patching *p, json_node *from)
{
    json_node *root = patch_shell(p, from), *to = root, *at = from;
    while (to != NULL) {
        if (at->kind == JSON_ARRAY)
            items_link(at);
        json_node *above = to;
        if (at->first != NULL) {
            at = at->first;
        } else {
            for (; at != from && at->next == NULL; at = at->parent)
                to = to->parent;
            if (at == from)
                return root;
            above = to->parent;
            at = at->next;
        }
        to = patch_shell(p, at);
        if (to == NULL)
            return NULL;
        json_append(above, to);
        if (above->kind == JSON_OBJECT)
            patch_key(p, above, at->key, to);
    }
    return NULL;
}

/* --- operations -------------------------------------------------------------------------------- */

typedef struct operation {
    text path, from;
    json_node *value;
} operation;

static bool patch_add(patching *p, const operation *o)
{
    spot s;
    if (!patch_find(p, o->path, &s))
        return false;
    patch_put(p, &s, o->value);
    return true;
}

static bool patch_take(patching *p, const operation *o)
{
    spot s;
    if (!patch_find_value(p, o->path, &s))
        return false;
    patch_remove(p, &s);
    return true;
}

static bool patch_replace(patching *p, const operation *o)
{
    spot s;
    if (!patch_find_value(p, o->path, &s))
        return false;
    if (s.parent != NULL && s.parent->kind == JSON_ARRAY)
        patch_remove(p, &s);
    patch_put(p, &s, o->value);
    return true;
}

static bool patch_move(patching *p, const operation *o)
{
    spot s;
    bool inside = text_starts(o->path, o->from) && o->path.size > o->from.size && o->path.at[o->from.size] == '/';
    if (!patch_find_value(p, o->from, &s))
        return false;
    if (inside)
        return patch_refuse(p, "a value cannot be moved into itself");
    if (text_equal(o->path, o->from))
        return true;
    json_node *node = s.node;
    patch_remove(p, &s);
    if (!patch_find(p, o->path, &s))
        return false;
    patch_put(p, &s, node);
    return true;
}

static bool patch_double(patching *p, const operation *o)
{
    spot s;
    if (!patch_find_value(p, o->from, &s))
        return false;
    json_node *node = s.node;
    if (!patch_find(p, o->path, &s))
        return false;
    node = patch_copy(p, node);
    if (node == NULL)
        return false;
    patch_put(p, &s, node);
    return true;
}

static bool patch_test(patching *p, const operation *o)
{
    spot s;
    return patch_find_value(p, o->path, &s) &&
           (json_same(s.node, o->value) || patch_refuse(p, "the value is not the one that the patch tests for"));
}

static const struct {
    text name;
    bool has_value, has_from;
    bool (*apply)(patching *p, const operation *o);
} operations[] = {
    {TEXT_INIT("add"), true, false, patch_add},         {TEXT_INIT("remove"), false, false, patch_take},
    {TEXT_INIT("replace"), true, false, patch_replace}, {TEXT_INIT("move"), false, true, patch_move},
    {TEXT_INIT("copy"), false, true, patch_double},     {TEXT_INIT("test"), true, false, patch_test},
};

/* A member of an operation that must be a text. */
static bool patch_text(patching *p, const json_node *node, text key, text *out, const char *missing)
{
    const json_node *member = json_member(node, key);
    if (member == NULL || member->kind != JSON_STRING)
        return patch_refuse(p, missing);
    *out = member->string;
    return true;
}

static bool patch_one(patching *p, const json_node *node)
{
    operation o = {NO_TEXT, NO_TEXT, NULL};
    text name;
    if (node->kind != JSON_OBJECT)
        return patch_refuse(p, "an operation of a JSON Patch is an object");
    if (!patch_text(p, node, TEXT("op"), &name, "the operation has no \"op\", which is a text") ||
        !patch_text(p, node, TEXT("path"), &o.path, "the operation has no \"path\", which is a JSON pointer"))
        return false;
    for (size_t i = 0; i < sizeof operations / sizeof operations[0]; i++) {
        if (!text_equal(operations[i].name, name))
            continue;
        p->why->pointer = o.path;
        if (operations[i].has_from &&
            !patch_text(p, node, TEXT("from"), &o.from, "the operation has no \"from\", which is a JSON pointer"))
            return false;
        o.value = json_member(node, TEXT("value"));
        if (operations[i].has_value && o.value == NULL)
            return patch_refuse(p, "the operation has no \"value\"");
        return operations[i].apply(p, &o);
    }
    return patch_refuse(p, "there is no such operation: \"op\" is add, remove, replace, move, copy or test");
}

bool json_patch(json_tree *tree, json_node *patch, size_t *copies, json_refusal *why)
{
    patching p = {tree, copies, why};
    *why = (json_refusal){.operation = -1, .at = patch};
    if (patch->kind != JSON_ARRAY)
        return patch_refuse(&p, "a JSON Patch is a list of operations");
    for (json_node *node = patch->first, *next; node != NULL; node = next) {
        next = node->next;
        why->operation++;
        why->at = node;
        why->pointer = NO_TEXT;
        if (!patch_one(&p, node))
            return false;
    }
    return true;
}

void json_prune(json_tree *tree)
{
    for (json_node *node = tree->root, *next; node != NULL; node = next) {
        next = node->kind == JSON_OBJECT ? node->first : NULL;
        for (json_node *up = node; next == NULL && up->parent != NULL; up = up->parent)
            next = up->next;
        if (node->kind != JSON_NULL || node->parent == NULL || node->layer < tree->given)
            continue;
        index_change(&node->parent->members, node->key, NULL);
        json_detach(node);
    }
}
