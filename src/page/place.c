/* The section of the paper that the reader is in. */
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
