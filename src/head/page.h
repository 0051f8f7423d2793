/* The page around the story, for machines: BreadcrumbList, Organization, ItemList and ImageGallery as scripts of
 * JSON-LD, each on a line of its own. */
#ifndef HEAD_PAGE_H
#define HEAD_PAGE_H

#include "head/jsonld.h"

void metadata_page(const metadata *m);

#endif
