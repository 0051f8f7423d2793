#include "base/index.h"

/* As in PATRICIA (D. R. Morrison, 1968), there is one node for each key. A node holds its key, and the position of a
 * bit in which the keys below it differ. Positions grow on the way down. A link to a position that is not larger leads
 * back up, to the node with the only key that is left. The key of a node is always among the keys below it. A key
 * counts as followed by a NUL, so no key is the prefix of another. */
typedef struct index_node {
    text key;
    void *value;
    uint64_t position; /* from 1, the highest bit of the first byte; 0 in the root, which uses child[0] only */
    struct index_node *child[2];
} index_node;

static unsigned index_byte(text key, uint64_t at)
{
    return at < key.size ? (unsigned char)key.at[at] : 0;
}

static unsigned index_bit(text key, uint64_t position)
{
    if (position == 0)
        return 0;
    return index_byte(key, (position - 1) / 8) >> (7 - (position - 1) % 8) & 1;
}

/* The only node whose key can equal this one; NULL in an empty index. */
static index_node *index_nearest(const index *x, text key)
{
    index_node *node = x->root;
    uint64_t end = ((uint64_t)key.size + 1) * 8;
    if (node == NULL)
        return NULL;
    /* Below a position past the end of key all keys are longer, so none is equal and any node will do. */
    while (node->position <= end) {
        index_node *next = node->child[index_bit(key, node->position)];
        if (next->position <= node->position)
            return next;
        node = next;
    }
    return node;
}

/* The position of the first bit in which two different keys differ. */
static uint64_t index_difference(text a, text b)
{
    uint64_t at = 0;
    while (index_byte(a, at) == index_byte(b, at))
        at++;
    unsigned bits = index_byte(a, at) ^ index_byte(b, at);
    uint64_t position = at * 8 + 1;
    for (unsigned mask = 0x80; (bits & mask) == 0; mask >>= 1)
        position++;
    return position;
}

void *index_find(const index *x, text key)
{
    index_node *node = index_nearest(x, key);
    return node != NULL && text_equal(node->key, key) ? node->value : NULL;
}

void *index_add(index *x, arena *a, text key, void *value)
{
    index_node *nearest = index_nearest(x, key);
    if (nearest != NULL && text_equal(nearest->key, key)) {
        void *before = nearest->value;
        if (before == NULL) /* the key was taken away */
            nearest->value = value;
        return before;
    }

    index_node *node = arena_alloc(a, sizeof *node);
    node->key = key;
    node->value = value;
    if (nearest == NULL) {
        node->child[0] = node;
        x->root = node;
        return NULL;
    }

    node->position = index_difference(nearest->key, key);
    index_node *above = x->root;
    index_node *below = above->child[0];
    while (below->position > above->position && below->position < node->position) {
        above = below;
        below = above->child[index_bit(key, above->position)];
    }
    unsigned bit = index_bit(key, node->position);
    node->child[bit] = node;
    node->child[1 - bit] = below;
    above->child[index_bit(key, above->position)] = node;
    return NULL;
}

void index_change(index *x, text key, void *value)
{
    index_node *node = index_nearest(x, key);
    if (node != NULL && text_equal(node->key, key))
        node->value = value;
}
