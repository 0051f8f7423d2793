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
    writer_pair(w, "id", r->story->id_prefix, TEXT("site_navigation"));
    writer_attr(w, "aria-label", part_word(r, WORD_NAVIGATION));
    writer_line(w);
    writer_open(w, "ul");
    writer_set(w, "class", "bs-navigation__list");
    for (size_t i = 0; i < paper->navigation_count; i++) {
        const site_link *link = &paper->navigation[i];
        writer_line(w);
        writer_open(w, "li");
        part_link(r, link->label, link->url, part_section_holds(link->section, here));
        writer_close(w, "li");
    }
    writer_line(w);
    writer_close(w, "ul");
    writer_line(w);
    writer_close(w, "nav");
}
