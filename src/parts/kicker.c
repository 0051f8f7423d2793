/* The kicker: a few words above the headline. */
#include "page/part.h"

void part_kicker(render *r)
{
    text kicker = r->story->article.kicker;
    if (!kicker.size)
        return;
    part_open(r, "p", "kicker");
    writer_text(r->w, kicker);
    writer_close(r->w, "p");
}
