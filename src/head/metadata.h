/* What machines read about a story: title, description, canonical address, alternates, feeds, Open
 * Graph, and schema.org's types as JSON-LD. */
#ifndef METADATA_H
#define METADATA_H

#include "head/jsonld.h"

/* The lines of the head, each beginning with a line break. */
void metadata_head(const metadata *m);

#endif
