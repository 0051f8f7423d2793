/* Boxes beside the running text: facts, points, a timeline, numbers, a warning, an offer. */
#ifndef STORY_BOX_H
#define STORY_BOX_H

#include "markdown/markdown.h"
#include "story/line.h"
#include "text/date.h"

typedef enum box_kind {
    BOX_FACTS,
    BOX_POINTS,
    BOX_PROFILE,
    BOX_QUESTION,
    BOX_TIMELINE,
    BOX_NUMBERS,
    BOX_CORRECTION,
    BOX_WARNING,
    BOX_NOTICE,
    BOX_OFFER,
    BOX_KINDS
} box_kind;

typedef struct box_item {
    date date;
    line_text title;
    markdown body;
} box_item;

typedef struct box {
    box_kind kind;
    text kicker;
    line_text title;
    markdown body;
    bool collapsed; /* it has a title then, which opens it */
    bool twin;      /* a box before it has the same title */
    text anchor;    /* the id of its title, with the prefix */
    box_item *items;
    size_t item_count;
    url url;
    text label; /* of the address */
    bool paid;
} box;

#endif
