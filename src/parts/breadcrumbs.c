/* The way from the front page to the section that the story stands in. */
#include "page/part.h"

static void breadcrumbs_item(render *r, text label, url address)
{
    part_list_item(r);
    part_label(r, label, address);
    writer_close(r->w, "li");
}

void part_breadcrumbs(render *r)
{
    writer *w = r->w;
    const article *a = &r->story->article;
    const site *paper = &r->story->site;
    if (!a->section_count)
        return;
    part_open_site(r, "nav", "breadcrumbs");
    writer_attr(w, "aria-label", part_word(r, WORD_BREADCRUMBS));
    writer_line(w);
    writer_open_class(w, "ol", "bs-breadcrumbs__list");
    if (paper->name.size)
        breadcrumbs_item(r, paper->name, paper->url);
    for (size_t i = 0; i < a->section_count; i++)
        breadcrumbs_item(r, a->sections[i]->label, a->sections[i]->url);
    writer_line(w);
    writer_close(w, "ol");
    writer_line(w);
    writer_close(w, "nav");
}
