/* A layer of version 1 of the format as one of version 2. What is changed is changed where it stands, so that all else
 * keeps its bytes: white space, the order of keys, keys that stand twice, how numbers are spelled. */
#ifndef UPGRADE_H
#define UPGRADE_H

#include "markdown/edits.h"
#include "markdown/use.h"
#include "story/model.h"
#include "json/json.h"

/* Whether a layer, or a bundle, is of version 2 or of a newer one. */
bool upgrade_is_done(const json_node *root);

/* The layer as version 2 has it, which shows what version 1 shows. gated is the gate's copy of it, and root its tree;
 * the story has the limits. *stuck is the offset of a text that cannot be put so; SIZE_MAX: there is none. Takes time
 * and memory in proportion to the layer. */
text upgrade_layer(story *s, text layer, text gated, const json_node *root, size_t *stuck);

/* Whether the object behind whose "{" an offset is has a member "role", and no "email" with an "@". */
bool upgrade_is_role(text json, size_t at);

/* Edits a text so that version 2 shows it as version 1 does: a body, or a text of one line. False: that cannot be done.
 * The edits live in the arena. */
bool plainly_body(story *s, arena *a, text source, edits *made);
bool plainly_line(story *s, arena *a, text source, edits *made);

/* How a text is rendered in a version, to be compared: with all else the same. */
markdown_use plainly_use(const story *s, unsigned version);

#endif
