/* A picture of the bundle, by its id. */
#include "page/part.h"

void part_figure(render *r)
{
    const figure *f = story_placed(r->story, PLACE_FIGURE, r->id);
    if (!f)
        return;
    part_open(r, "figure", "figure");
    part_picture(r, f, false);
    writer_close(r->w, "figure");
}
