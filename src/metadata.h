/* What machines read about a story: title, description, canonical address, alternates, Open
 * Graph, and schema.org's NewsArticle as JSON-LD. */
#ifndef METADATA_H
#define METADATA_H

#include "model.h"
#include "writer.h"

/* The lines of the head, each beginning with a line break. */
void metadata_head(writer *w, const story *s);

/* The NewsArticle, as one JSON object; inside of a script element. */
void metadata_article(writer *w, const story *s);

#endif
