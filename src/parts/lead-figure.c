/* What stands above the story: a picture, which is fetched first, or what else places.def lets stand there. */
#include "base/module.h"
#include "page/compose.h"
#include "page/part.h"

#if BROADSHEET_MODULE >= MODULE_RICH
static void lead_placed(render *r, const article *a)
{
    part_open(r, "div", "lead-figure");
    writer_line(r->w);
    part_place(r, a->lead_kind, a->lead_placed);
    writer_line(r->w);
    writer_close(r->w, "div");
}
#endif

void part_lead_figure(render *r)
{
    const figure *lead = r->story->article.lead;
    if (lead) {
        part_open(r, "figure", "lead-figure");
        part_picture(r, lead, true);
        writer_close(r->w, "figure");
    }
#if BROADSHEET_MODULE >= MODULE_RICH
    if (!lead && r->story->article.lead_placed)
        lead_placed(r, &r->story->article);
#endif
}
