/* The headline, and the id by which the story is labelled. */
#include "page/part.h"

void part_headline(render *r)
{
    if (r->story->article.missing)
        return;
    part_heading_open(r, 0);
    writer_set(r->w, "class", "bs-headline");
    part_own_id(r, "id", "headline");
    part_root(r, TEXT("headline"));
    writer_text(r->w, r->story->article.headline);
    part_heading_close(r, 0);
}
