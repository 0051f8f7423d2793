/* The main menu: the paper's own choice of links, in its own order and with its own labels. */
#include "page/part.h"

void part_navigation(render *r)
{
    writer *w = r->w;
    const site *paper = &r->story->site;
    const section *here = part_section(r);
    if (!paper->navigation_count)
        return;
    part_open_site(r, "nav", "navigation");
    part_own_id(r, "id", "site_navigation");
    writer_attr(w, "aria-label", part_word(r, WORD_NAVIGATION));
    part_list_open(r, TEXT("bs-navigation__list"));
    for (size_t i = 0; i < paper->navigation_count; i++) {
        const site_link *link = &paper->navigation[i];
        part_list_item(r);
        part_link(r, link->label, link->url, part_section_holds(link->section, here));
        writer_close(w, "li");
    }
    part_list_close(r);
    writer_line(w);
    writer_close(w, "nav");
}
