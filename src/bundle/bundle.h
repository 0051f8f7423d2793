/* Reads the merged JSON into the model: the fields of the bundle, each in one place. src/bundle/bundle.schema.json
 * describes the same fields; a test compares the two. */
#ifndef BUNDLE_H
#define BUNDLE_H

#include "story/model.h"

/* Fills s->site, s->words, s->article and s->lists from s->tree, and reports what is wrong. The caller has set
 * s->limits, s->report and the options. locale is the option, or empty. When a required field is missing or wrong,
 * leaves with SHAPE and fills error, pointer included. scratch is for the work alone. */
void bundle_read(story *s, arena *scratch, text locale, broadsheet_error *error);

/* The article, with every required field; NULL where it is missing and may be. Leaves with SHAPE where one is missing.
 */
json_node *bundle_required(story *s, broadsheet_error *error);

/* The steps of bundle_read that have files of their own. */
void bundle_site(story *s, json_node *object);
void bundle_furniture(story *s, json_node *object); /* the rest of "site" */
void bundle_share(story *s, json_node *object);     /* a step of bundle_furniture: notice, share, slots */
void bundle_imprint(story *s, json_node *object);   /* a step of bundle_furniture: imprint, copyright, feeds */
void bundle_lists(story *s, json_node *object);
void bundle_corrections(story *s, json_node *object);
void bundle_tags(story *s, json_node *object);
void bundle_alternates(story *s, json_node *object);
void bundle_figures(story *s, json_node *object);
void bundle_related(story *s, json_node *object);
void bundle_media(story *s, json_node *object);
/* Whether "name:ID", which article.lead says, names a thing that may stand above the story; it does then. */
bool bundle_lead_placed(story *s, text named);
void bundle_galleries(story *s, json_node *object); /* after the figures */
void bundle_quotes(story *s, json_node *object);
void bundle_boxes(story *s, json_node *object);      /* after all that they may hold */
void bundle_inserts(story *s, json_node *object);    /* a step of bundle_site: the slots between paragraphs */
void bundle_inserts_place(story *s, markdown *body); /* a step of bundle_body: where they stand */
void bundle_body(story *s, arena *scratch, json_node *object);
void bundle_updates(story *s, json_node *object); /* after the body, whose placements come first */
/* Puts the updates in order anew once the host has told of the clock on which local dates were written. */
void bundle_updates_order(story *s);

/* The small fields of version 2, but for "more", which comes after the body; and the label of a story or of a card. */
void bundle_extras(story *s, json_node *object);
void bundle_more(story *s, json_node *object);
story_label bundle_label(story *s, json_node *owner, bool linked);
/* Whether the story says that it is old, by the option now; and for how many days it has been published. */
uint32_t bundle_days(const story *s);
bool bundle_is_old(const story *s);

/* Whether the story may be seen now; false under an embargo. Then bundle_hold, before the site and the lists are read:
 * what they say of the story is not (bundle/held.c). */
bool bundle_status(story *s, json_node *object);
void bundle_hold(story *s);

/* Of the authors, what version 2 has: the fields of one; then their order, and the wording of the byline. */
void bundle_person(story *s, json_node *object, author *one);
void bundle_people(story *s, json_node *object);
void bundle_numbered(story *s); /* lists them by their numbers */

void bundle_alts(story *s, arena *scratch); /* after the others: their texts */
void bundle_machines(story *s);             /* after the others: which addresses machines are not told of */

/* A member that is Markdown of blocks beside the body, such as a transcript: rendered as the body is, without
 * placements, and without ids for its headings. */
markdown bundle_prose(story *s, json_node *object, text key);

/* The same for a text of a box: it may place what markdown/places.def says, and its top headings are that much deeper
 * than the body's. */
markdown bundle_boxed(story *s, json_node *object, text key, uint32_t deeper);

/* The body of a live update: it may place what the body places. */
markdown bundle_update_body(story *s, json_node *object);

/* Lets the body place a thing of a kind by its id. Of two with one id the first counts. */
void bundle_placeable(story *s, place_kind kind, text id, void *model);

/* Objects that stand in several places: a figure, NULL when there is nothing to show of it, and a small picture. */
figure *bundle_figure(story *s, json_node *object);
thumbnail bundle_thumbnail(story *s, json_node *object, text key);

#endif
