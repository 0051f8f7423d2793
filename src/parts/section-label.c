/* The name of the section that the story stands in: the deepest of its path. */
#include "page/part.h"

void part_section_label(render *r)
{
    const article *a = &r->story->article;
    if (!a->section_count)
        return;
    const section *s = a->sections[a->section_count - 1];
    part_open(r, "p", "section-label");
    if (s->url.href.size) {
        writer_open(r->w, "a");
        writer_link(r->w, s->url, "");
    }
    writer_text(r->w, s->label);
    if (s->url.href.size)
        writer_close(r->w, "a");
    writer_close(r->w, "p");
}
