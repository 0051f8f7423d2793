/* A map from text to pointer, which no choice of keys can make slow.
 *
 * It is a crit-bit tree: a lookup looks at each bit of the key at most once, so building and asking take time linear in
 * the bytes of the keys. A hash table without a secret could be flooded, and a pure function has no secret. */
#ifndef INDEX_H
#define INDEX_H

#include "base/arena.h"

typedef struct index {
    void *root; /* all zero is an empty index */
} index;

/* The value of a key, or NULL. Keys hold no NUL byte. */
void *index_find(const index *x, text key) ONLY_READS;

/* Adds a key, whose bytes are not copied; value is not NULL. Returns NULL when the key was added. When it is there
 * already, nothing changes and its value is returned. */
void *index_add(index *x, arena *a, text key, void *value);

/* Gives a key that is there another value; NULL: the key is there no more, and may be added again. */
void index_change(index *x, text key, void *value);

#endif
