/* Short ways to the pages that the paper wants to be found. A picture beside a label is decoration. */
#include "page/part.h"

static void quick_link(render *r, const site_link *link)
{
    writer *w = r->w;
    if (link->icon.href.size) {
        const thumbnail icon = {.src = link->icon, .width = 24, .height = 24};
        part_image(r, TEXT("bs-quick-links__"), TEXT("icon"), &icon, NO_TEXT);
        writer_say(w, " ");
    }
    writer_text(w, link->label);
}

void part_quick_links(render *r)
{
    writer *w = r->w;
    const site *paper = &r->story->site;
    if (!paper->quick_link_count)
        return;
    part_open_site(r, "nav", "quick-links");
    writer_attr(w, "aria-label", part_word(r, WORD_QUICK_LINKS));
    part_list_open(r, TEXT("bs-quick-links__list"));
    for (size_t i = 0; i < paper->quick_link_count; i++) {
        const site_link *link = &paper->quick_links[i];
        part_list_item(r);
        part_anchor_open(r, link->url, "");
        quick_link(r, link);
        part_anchor_close(r, link->url);
        writer_close(w, "li");
    }
    part_list_close(r);
    writer_line(w);
    writer_close(w, "nav");
}
