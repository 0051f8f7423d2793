/* The picture above the story, fetched first. */
#include "page/part.h"

void part_lead_figure(render *r)
{
    const figure *lead = r->story->article.lead;
    if (!lead)
        return;
    part_open(r, "figure", "lead-figure");
    part_picture(r, lead, true);
    writer_close(r->w, "figure");
}
