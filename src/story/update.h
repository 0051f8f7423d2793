/* Live updates: the entries of a story that is told while it happens. */
#ifndef STORY_UPDATE_H
#define STORY_UPDATE_H

#include "base/index.h"
#include "markdown/markdown.h"
#include "story/author.h"
#include "story/line.h"
#include "text/date.h"

/* LIVE_STATES: the bundle does not say. */
typedef enum live_state { LIVE_GOING, LIVE_PAUSED, LIVE_ENDED, LIVE_STATES } live_state;

typedef struct update {
    text id, anchor; /* anchor: the id of its element, with the prefix */
    line_text title;
    date published, modified;
    bool key, pinned;
    const author **authors; /* those that the update names */
    size_t author_count;
    markdown body;
} update;

typedef struct live {
    live_state state;
    date started, ended;
    url older, newer; /* where those are that the bundle does not hold */
    update **updates; /* as they are shown: the pinned one first, and then by time */
    size_t count;
    size_t folded_at, folded; /* of these, the older ones that stand in a fold */
    bool old_first;           /* the oldest one stands at the top */
    index by_id;
    struct live_entry *order, *order_room; /* how they are put in order: bundle/updates.c */
} live;

#endif
