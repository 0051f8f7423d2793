/* Included by force (-include) before md4c.c and cJSON.c, which are compiled unmodified:
 * their allocator is the arena in use, and their strtod is ours.
 *
 * Neither gives these functions a context, hence arena_use in base/arena.h. They never
 * return NULL, which md4c would write through: without memory they leave the
 * arena_run in force. */
#ifndef THIRD_PARTY_H
#define THIRD_PARTY_H

#include "base/number.h"

/* Before the names below become ours, since it declares the originals. */
#include <stdlib.h>

void *third_party_malloc(size_t size);
void *third_party_realloc(void *pointer, size_t size);

/* Takes back the newest block only; the rest goes with the arena. */
void third_party_free(void *pointer);

#define malloc  third_party_malloc
#define realloc third_party_realloc
#define free    third_party_free
#define strtod  number_parse

/* Extensions of md4c that nobody asks for are decided here, not at run time, so that their code is left out: a flag
 * that is 0 is never set, and HTML is always text. md4c.h is included first, since it defines the flags. */
#include "md4c.h"

#undef MD_FLAG_COLLAPSEWHITESPACE
#undef MD_FLAG_HARD_SOFT_BREAKS
#undef MD_FLAG_LATEXMATHSPANS
#undef MD_FLAG_NOINDENTEDCODEBLOCKS
#undef MD_FLAG_PERMISSIVEATXHEADERS
#undef MD_FLAG_UNDERLINE
#undef MD_FLAG_WIKILINKS
#undef MD_FLAG_NOHTMLBLOCKS
#undef MD_FLAG_NOHTMLSPANS
#define MD_FLAG_COLLAPSEWHITESPACE   0
#define MD_FLAG_HARD_SOFT_BREAKS     0
#define MD_FLAG_LATEXMATHSPANS       0
#define MD_FLAG_NOINDENTEDCODEBLOCKS 0
#define MD_FLAG_PERMISSIVEATXHEADERS 0
#define MD_FLAG_UNDERLINE            0
#define MD_FLAG_WIKILINKS            0
#define MD_FLAG_NOHTMLBLOCKS         0 || 1 /* "flags & 0 || 1" */
#define MD_FLAG_NOHTMLSPANS          0 || 1

#endif
