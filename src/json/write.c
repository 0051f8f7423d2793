/* JSON out: what a tree is after its layers were merged and a patch was applied. Nothing here recurses, since a patch
 * may nest values as deep as it likes before it is refused. */
#include "json/items.h"
#include "json/patch.h"

typedef struct json_out {
    char *at; /* NULL: the bytes are counted */
    size_t size, most;
} json_out;

static void out_put(json_out *o, const char *bytes, size_t size)
{
    if (o->at != NULL)
        memcpy(o->at + o->size, bytes, size);
    o->size += size;
}

static void out_string(json_out *o, text t)
{
    static const char digits[] = "0123456789abcdef";
    out_put(o, "\"", 1);
    for (size_t i = 0, plain; i < t.size && o->size <= o->most; i += plain) {
        for (plain = 0; i + plain < t.size; plain++) {
            char c = t.at[i + plain];
            if (c == '"' || c == '\\' || (unsigned char)c < 0x20)
                break;
        }
        if (plain > 0) {
            out_put(o, t.at + i, plain);
            continue;
        }
        unsigned char c = (unsigned char)t.at[i];
        char escape[6] = {'\\', (char)c, '0', '0', digits[c >> 4], digits[c & 15]};
        if (c < 0x20)
            escape[1] = 'u';
        out_put(o, escape, c < 0x20 ? 6 : 2);
        plain = 1;
    }
    out_put(o, "\"", 1);
}

/* A value up to its first child, with its key before it and the comma before that. */
static void out_open(json_out *o, const json_node *node, bool is_root)
{
    static const char *const words[] = {[JSON_NULL] = "null", [JSON_FALSE] = "false", [JSON_TRUE] = "true"};
    if (!is_root && node->previous != NULL)
        out_put(o, ",", 1);
    if (!is_root && node->parent->kind == JSON_OBJECT) {
        out_string(o, node->key);
        out_put(o, ":", 1);
    }
    if (node->kind == JSON_STRING)
        out_string(o, node->string);
    else if (node->kind == JSON_NUMBER)
        out_put(o, node->string.at, node->string.size);
    else if (node->kind == JSON_OBJECT || node->kind == JSON_ARRAY)
        out_put(o, node->kind == JSON_OBJECT ? "{" : "[", 1);
    else
        out_put(o, words[node->kind], strlen(words[node->kind]));
}

static void out_close(json_out *o, const json_node *node)
{
    if (node->kind == JSON_OBJECT || node->kind == JSON_ARRAY)
        out_put(o, node->kind == JSON_OBJECT ? "}" : "]", 1);
}

/* Whether the whole tree fits: without a place to write to, that is counted. */
static const char *out_tree(json_out *o, json_node *root, size_t depth_most)
{
    size_t depth = 0;
    json_node *node = root;
    for (;;) {
        bool nests = node->kind == JSON_OBJECT || node->kind == JSON_ARRAY;
        if (node->kind == JSON_ARRAY)
            items_link(node);
        out_open(o, node, node == root);
        if (o->size > o->most)
            return "the merged bundle is larger than the limit";
        if (nests && depth == depth_most)
            return "arrays and objects of the merged bundle are nested deeper than the limit";
        if (nests && node->first != NULL) {
            depth++;
            node = node->first;
            continue;
        }
        out_close(o, node);
        while (node != root && node->next == NULL) {
            node = node->parent;
            depth--;
            out_close(o, node);
        }
        if (node == root)
            return o->size > o->most ? "the merged bundle is larger than the limit" : NULL;
        node = node->next;
    }
}

text json_write(arena *a, json_node *root, size_t bytes_most, size_t depth_most, const char **message)
{
    json_out o = {NULL, 0, bytes_most};
    *message = out_tree(&o, root, depth_most);
    if (*message != NULL)
        return NO_TEXT;
    o.at = arena_room(a, o.size);
    o.size = 0;
    out_tree(&o, root, depth_most);
    return (text){o.at, o.size};
}
