/* The story for machines: schema.org's NewsArticle as a script of JSON-LD, on a line of its own. */
#ifndef HEAD_ARTICLE_H
#define HEAD_ARTICLE_H

#include "head/jsonld.h"

void metadata_article(const metadata *m);

/* The properties "video" and "audio" of that: head/media.c. */
void metadata_media(const metadata *m);

#endif
