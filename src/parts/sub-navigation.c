/* The top section that the story stands in, and the sections directly in it. On a page those are left out that the main
 * menu above names as where the reader is, since no name is to stand in each row. */
#include "page/part.h"

/* Whether the main menu, right above on a page, names a section as one that the reader is in. */
static bool sub_navigation_said(const render *r, const section *s)
{
    const site *paper = &r->story->site;
    if (!r->page || !part_section_holds(s, part_section(r))) /* asked first: few sections are those */
        return false;
    size_t i = 0;
    while (i < paper->navigation_count && paper->navigation[i].section != s)
        i++;
    return i < paper->navigation_count;
}

static void sub_navigation_item(render *r, const section *s, bool current)
{
    if (sub_navigation_said(r, s))
        return;
    part_list_item(r);
    part_link(r, s->label, s->url, current);
    writer_close(r->w, "li");
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
    writer_mark before = writer_here(w);
    part_open_site(r, "nav", "sub-navigation");
    writer_attr(w, "aria-label", part_word(r, WORD_SUB_NAVIGATION));
    part_list_open(r, TEXT("bs-sub-navigation__list"));
    writer_mark empty = writer_here(w);
    sub_navigation_item(r, top, top == here);
    for (size_t i = first; i < paper->section_count && paper->sections[i].parent; i++)
        if (paper->sections[i].parent == top)
            sub_navigation_item(r, &paper->sections[i], part_section_holds(&paper->sections[i], here));
    if (w->size == empty.size) {
        writer_rewind(w, before);
        return;
    }
    part_list_close(r);
    writer_line(w);
    writer_close(w, "nav");
}
