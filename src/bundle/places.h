/* What the body places, by id, and how often. */
#ifndef PLACES_H
#define PLACES_H

#include "story/model.h"

/* The budget of one text for what it places again, and where the things are. */
typedef struct places {
    story *story;
    size_t again; /* bytes that are left */
} places;

/* size: of the text's Markdown, in bytes. */
places places_open(story *s, size_t size);

/* markdown_use.find, whose context begins with places: the placeable of an id. */
const void *places_find(void *context, place_kind kind, text id, report_code *why);

#endif
