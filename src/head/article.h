/* The story for machines: schema.org's NewsArticle as a script of JSON-LD, on a line of its own. */
#ifndef HEAD_ARTICLE_H
#define HEAD_ARTICLE_H

#include "head/jsonld.h"

void metadata_article(const metadata *m);

#endif
