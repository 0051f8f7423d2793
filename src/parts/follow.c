/* Links to where else the paper can be followed. The networks' art is the theme's, by the item's class. */
#include "page/part.h"

void part_follow(render *r)
{
    writer *w = r->w;
    const site *paper = &r->story->site;
    if (!paper->follow_count)
        return;
    part_open_site(r, "nav", "follow");
    writer_attr(w, "aria-label", part_word(r, WORD_FOLLOW));
    part_list_open(r, TEXT("bs-follow__list"));
    for (size_t i = 0; i < paper->follow_count; i++) {
        const site_link *link = &paper->follow[i];
        part_list_item(r);
        if (link->network.size)
            writer_pair(w, "class", TEXT("bs-follow__item bs-follow__item--"), link->network);
        else
            writer_set(w, "class", "bs-follow__item");
        part_label(r, link->label, link->url);
        writer_close(w, "li");
    }
    part_list_close(r);
    writer_line(w);
    writer_close(w, "nav");
}
