/* Texts put together in an arena. */
#ifndef CONCAT_H
#define CONCAT_H

#include "base/arena.h"

/* The pieces as one text, one after the other. */
text text_concat(arena *a, const text *pieces, size_t count);

#endif
