/* What the body places, by id, and how often. */
#ifndef PLACES_H
#define PLACES_H

#include "story/model.h"

/* Where the things of a text are. */
typedef struct places {
    story *story;
    bool boxed; /* the text is that of a box, which holds some kinds alone */
} places;

/* size: of the text's Markdown, in bytes. What all texts of a story place again shares one budget, to which each adds
 * its size. */
places places_open(story *s, size_t size);

/* The placeable as it stands in the story once more: from the second time on one of its own, with its number. */
placeable *placeable_next(story *s, placeable *p);

/* Whether a figure may stand in a gallery; false when it stands in galleries too often for its size. */
bool places_list(story *s, placeable *p);

/* Whether a live update may name an author; false when updates name him too often for the size of his name. */
bool places_name(story *s, author *a);

/* markdown_use.find, whose context begins with places: the placeable of an id. */
const void *places_find(void *context, place_kind kind, text id, report_code *why);

#endif
