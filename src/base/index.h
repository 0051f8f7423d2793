/* A map from text to anything, whose cost no input can spoil.
 *
 * A crit-bit tree: a lookup looks at each bit of the key at most once, so building and
 * asking take time linear in the bytes of the keys, however they were chosen; a hash
 * table without a secret could be flooded, and a pure function has no secret. */
#ifndef INDEX_H
#define INDEX_H

#include "base/arena.h"

typedef struct index {
    void *root; /* all zero is an empty index */
} index;

/* The value of a key, or NULL. Keys hold no NUL byte. */
void *index_find(const index *x, text key);

/* Adds a key that is not there yet; the key's bytes are not copied. value is not NULL.
 * Returns the value that the key already has, and changes nothing, when it is there;
 * NULL when it was added. */
void *index_add(index *x, arena *a, text key, void *value);

#endif
