/* Structs that a caller fills. They begin with their size, so that caller and library may be of different releases, by
 * the rules of copy_struct_from_user and copy_struct_to_user in Linux. */
#ifndef SIZED_H
#define SIZED_H

#include <stdbool.h>
#include <stddef.h>

/* Whether the struct begins with a size that can be its own: that of its first release at least. Memory that nobody has
 * set rarely does. */
bool sized_is(const void *given, size_t first);

/* Copies a caller's struct into to, of which this release knows known bytes. Bytes that an older caller lacks become
 * zero. False when a newer caller has set a byte after them. */
bool sized_read(void *to, size_t known, const void *given);

/* Copies a struct of known bytes into a caller's, but leaves the caller's size. A smaller struct gets as much as it has
 * room for; in a larger one the rest becomes zero. */
void sized_write(void *given, const void *from, size_t known);

#endif
