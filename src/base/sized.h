/* Structs that a caller fills and that begin with their size, so that caller and library may be of different
 * releases: the rules of copy_struct_from_user and copy_struct_to_user in Linux. */
#ifndef SIZED_H
#define SIZED_H

#include <stdbool.h>
#include <stddef.h>

/* Whether the struct begins with a size that can be its own. Memory that nobody has set rarely does. */
bool sized_is(const void *given);

/* Copies a struct into one of which known bytes are known here; to an older caller's bytes zeros are added. False when
 * a newer caller has set a byte that is not known here. */
bool sized_read(void *to, size_t known, const void *given);

/* Copies a struct of known bytes to a caller, all but the size: as much as there is room for. What is not known here
 * becomes zero. */
void sized_write(void *given, const void *from, size_t known);

#endif
