/* A layer of a bundle, merged over those before it. */
#ifndef LAYER_H
#define LAYER_H

#include "report/report.h"

/* What is odd about a layer. */
typedef struct layer_found {
    const json_node *article; /* the id of its article, where the layers before it have another one; else NULL */
    report_code odd_version;  /* what is said of its version, which does not count; REPORT_COUNT: nothing */
    json_node version;        /* that version; its parent is the bundle */
} layer_found;

/* Merges a layer that passed the gate (json_tree_merge), and tells what is odd about it. Of the versions that layers
 * name the highest counts: a lower one behind it would take away, without a word, what the layers before it are made
 * of, an embargo too. */
broadsheet_status layer_merge(json_tree *tree, text gated, const json_values *values, int32_t layer,
                              layer_found *found);

#endif
