/* Opening a story, and what is made of one that dies at once, for the files beside this one. */
#ifndef OPENING_H
#define OPENING_H

#include "layer.h"
#include "story/model.h"

typedef struct opening {
    story *story;
    arena *scratch; /* which open_story opens and closes */
    const broadsheet_text *layers;
    size_t layer_count;
    const broadsheet_options *given;
    broadsheet_error *error;
    bool updated;            /* the layer was merged here: story/model.h */
    bool other_article;      /* one that was merged has another article, */
    report_code odd_version; /* or a version that does not count: layer.h */
} opening;

/* Opens a story; the error is filled in any case. *out is set when the status is OK. */
broadsheet_status open_story(opening *o, broadsheet_story **out);

/* Fills the error for a layer that passed the gate and could not be merged. json is the gate's copy. */
void open_unmerged(broadsheet_error *error, broadsheet_status status, text json, int32_t layer);

/* Copies what was made into a block for the caller, since it dies with the story's arena. */
broadsheet_status alone_hand_over(text made, broadsheet_buffer *out);

#endif
