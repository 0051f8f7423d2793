/* The foot of the page: links, imprint and copyright. */
#include "page/compose.h"
#include "page/part.h"

void part_footer(render *r)
{
    static part_function *const parts[] = {part_footer_links, part_imprint, part_copyright};
    const site *paper = &r->story->site;
    if (!paper->footer_count && !paper->imprint_count && !paper->copyright.size)
        return;
    part_open_site(r, "footer", "footer");
    part_sequence(r, parts, sizeof parts / sizeof parts[0]);
    writer_line(r->w);
    writer_close(r->w, "footer");
}
