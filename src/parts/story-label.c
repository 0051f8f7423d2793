/* What sort of story it is, before anything else of it: sponsored, opinion, live. That somebody has paid is always
 * said, whatever else the label says. */
#include "page/part.h"

void part_story_label(render *r)
{
    const extras *e = r->story->article.extras;
    if (!e || !e->label.shows)
        return;
    writer_open(r->w, "p");
    writer_pair(r->w, "class", TEXT("bs-story-label bs-story-label--"), part_label_class(&e->label));
    part_root(r, TEXT("story-label"));
    if (e->label.kind == LABEL_SPONSORED)
        part_anchor_open(r, e->label.url, "sponsored nofollow");
    else
        part_anchor_open(r, e->label.url, "");
    part_label_text(r, &e->label);
    part_anchor_close(r, e->label.url);
    writer_close(r->w, "p");
}
