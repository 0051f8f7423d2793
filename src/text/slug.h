/* Ids of headings: made of their text, unique in one rendering. */
#ifndef SLUG_H
#define SLUG_H

#include "base/index.h"

enum { SLUG_MOST = 80 /* bytes, without the number that makes it unique */ };

typedef struct slugs {
    arena *arena;
    index known;
    struct slug_name *first, *last; /* the ids that slugs_make made, in order */
    index keys;                     /* of them, once slugs_find was asked; keyed: it was */
    bool keyed;
} slugs;

void slugs_open(slugs *s, arena *a);

/* Notes that an id is in use. Its bytes must live as long as s. */
void slugs_take(slugs *s, text id);

/* The id of a heading with this text: its letters and digits in any script, ASCII ones in lower case, and one "-" for
 * each run of anything else; "section" when nothing is left. The second heading of the same name gets "-2", and so
 * on. */
text slugs_make(slugs *s, text heading);

/* The letter in lower case: Latin, Greek, Cyrillic and Armenian ones, and Latin ones of full width. */
uint32_t slug_lower(uint32_t c);

/* The letters and digits of a text in lower case: what two ids, or two labels, have in common that name the same. */
text slug_key(arena *a, text id);

/* The id made by slugs_make that a fragment, with its escapes decoded, names: the very id, or else the first that has
 * its letters and digits, whatever their case and whatever stands between them, as other dialects make their ids.
 * NO_TEXT: none. Asked when all ids are made. */
text slugs_find(slugs *s, text fragment);

#endif
