/* The name of the section that the story stands in: the deepest of its path. */
#include "page/part.h"

void part_section_label(render *r)
{
    const article *a = &r->story->article;
    if (!a->section_count)
        return;
    const section *s = a->sections[a->section_count - 1];
    part_open(r, "p", "section-label");
    part_label(r, s->label, s->url);
    writer_close(r->w, "p");
}
