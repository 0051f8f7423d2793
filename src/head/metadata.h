/* The metadata of a story, for machines: title, description, canonical address, alternates, feeds, Open Graph, and
 * schema.org's types as JSON-LD. */
#ifndef METADATA_H
#define METADATA_H

#include "head/jsonld.h"

/* Writes the lines of the head, each of which begins with a line break. */
void metadata_head(const metadata *m);

#endif
