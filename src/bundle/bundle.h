/* From the merged JSON to the model: the fields of the bundle, each read in one place.
 * src/bundle/bundle.schema.json describes the same; a test compares the two. */
#ifndef BUNDLE_H
#define BUNDLE_H

#include "story/model.h"

/* Fills s->site, s->words and s->article from s->tree, and reports what is wrong. s->limits, the
 * options and s->report are set. locale is the option, or empty. Leaves with SHAPE, and error's
 * pointer filled, when what is required is missing. scratch is for work alone. */
void bundle_read(story *s, arena *scratch, text locale, broadsheet_error *error);

/* The parts of it that are files of their own. */
void bundle_site(story *s, json_node *object);
void bundle_furniture(story *s, json_node *object); /* the rest of "site" */
void bundle_share(story *s, json_node *object);     /* of it: notice, share, slots */
void bundle_imprint(story *s, json_node *object);   /* of it: imprint, copyright, feeds */
void bundle_lists(story *s, json_node *object);
void bundle_figures(story *s, json_node *object);
void bundle_related(story *s, json_node *object);
void bundle_body(story *s, arena *scratch, json_node *object);

/* What several of them read: a figure object, NULL when there is nothing to show of it; and a small
 * picture. */
figure *bundle_figure(story *s, json_node *object);
thumbnail bundle_thumbnail(story *s, json_node *object, text key);

#endif
