/* The story for machines: schema.org's NewsArticle as a script of JSON-LD, on a line of its own. */
#ifndef HEAD_ARTICLE_H
#define HEAD_ARTICLE_H

#include "head/jsonld.h"

void metadata_article(const metadata *m);

/* The properties "video" and "audio" of that: head/media.c. */
void metadata_media(const metadata *m);

/* The properties of the small fields, and "correction": head/extras.c. */
void metadata_extras(const metadata *m);
void metadata_corrections(const metadata *m);

/* Whether somebody has paid for the story, which is no news then; and whether it is a review. */
bool metadata_is_sponsored(const metadata *m);
bool metadata_is_review(const metadata *m);

/* Whether the story is a LiveBlogPosting, and the properties that it has as such: head/live.c. */
bool metadata_is_live(const metadata *m);
void metadata_live(const metadata *m);

/* What these have in common: a person or an organization, and ',"name":' with a date. */
void metadata_person(const metadata *m, const author *one);
/* One who has not written the text: schema.org's Role says what he has given. */
void metadata_contributor(const metadata *m, const author *one);
#define metadata_date(m, name, d) metadata_date_literal((m), "" name "", sizeof(name) - 1, (d))
void metadata_date_literal(const metadata *m, const char *name, size_t size, const date *d);

#endif
