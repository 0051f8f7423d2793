/* A picture of the bundle, by its id. */
#include "base/module.h"
#include "page/part.h"

void part_figure(render *r)
{
    static const text sizes[FIGURE_SIZES] = {
        [FIGURE_SIDE] = TEXT_INIT(" bs-size-side"),   [FIGURE_HALF] = TEXT_INIT(" bs-size-half"),
        [FIGURE_SMALL] = TEXT_INIT(" bs-size-small"), [FIGURE_WIDE] = TEXT_INIT(" bs-size-wide"),
        [FIGURE_FULL] = TEXT_INIT(" bs-size-full"),
    };
    const figure *f = story_placed(r->story, PLACE_FIGURE, r->id);
    if (!f)
        return;
    writer_open(r->w, "figure");
    writer_pair(r->w, "class", TEXT("bs-figure"), sizes[MODULE_HAS_RICH ? f->size : FIGURE_COLUMN]);
    part_root(r, TEXT("figure"));
    part_picture(r, f, false);
    writer_close(r->w, "figure");
}
