/* Where the reader is in the paper, and links that know it. */
#include "page/part.h"

const section *part_section(const render *r)
{
    const article *a = &r->story->article;
    for (size_t i = a->section_count; i-- > 0;)
        if (site_section(&r->story->site, a->sections[i]->id) == a->sections[i]) /* not one that only the story names */
            return a->sections[i];
    return NULL;
}

bool part_section_holds(const section *above, const section *deepest)
{
    for (; above && deepest; deepest = deepest->parent)
        if (deepest == above)
            return true;
    return false;
}

void part_link(render *r, text label, url address, bool current)
{
    writer *w = r->w;
    if (address.href.size) {
        writer_open(w, "a");
        writer_link(w, address, "");
    } else {
        writer_open(w, "span");
    }
    if (current)
        writer_set(w, "aria-current", "true"); /* the section, not the page */
    writer_text(w, label);
    if (address.href.size)
        writer_close(w, "a");
    else
        writer_close(w, "span");
}
