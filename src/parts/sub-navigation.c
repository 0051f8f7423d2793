/* The top section that the story stands in, unless the main menu above names it, and the sections directly in it. */
#include "page/part.h"

static void sub_navigation_item(render *r, const section *s, bool current)
{
    part_list_item(r);
    part_link(r, s->label, s->url, current);
    writer_close(r->w, "li");
}

/* Whether the main menu of the page, right above, says that the reader is in a section. */
static bool sub_navigation_said(const render *r, const section *s)
{
    const site *paper = &r->story->site;
    for (size_t i = 0; r->page && i < paper->navigation_count; i++)
        if (paper->navigation[i].section == s)
            return true;
    return false;
}

void part_sub_navigation(render *r)
{
    writer *w = r->w;
    const site *paper = &r->story->site;
    const section *here = part_section(r), *top = here;
    while (top && top->parent)
        top = top->parent;
    size_t first = top ? (size_t)(top - paper->sections) + 1 : 0;
    if (!top || first == paper->section_count || paper->sections[first].parent != top)
        return; /* no section is in it: the first one would stand right behind it */
    part_open_site(r, "nav", "sub-navigation");
    writer_attr(w, "aria-label", part_word(r, WORD_SUB_NAVIGATION));
    part_list_open(r, TEXT("bs-sub-navigation__list"));
    if (!sub_navigation_said(r, top))
        sub_navigation_item(r, top, top == here);
    for (size_t i = first; i < paper->section_count && paper->sections[i].parent; i++)
        if (paper->sections[i].parent == top)
            sub_navigation_item(r, &paper->sections[i], part_section_holds(&paper->sections[i], here));
    part_list_close(r);
    writer_line(w);
    writer_close(w, "nav");
}
