/* The copyright line of the paper. */
#include "page/part.h"

void part_copyright(render *r)
{
    text copyright = r->story->site.copyright;
    if (!copyright.size)
        return;
    part_open_site(r, "p", "copyright");
    writer_text(r->w, copyright);
    writer_close(r->w, "p");
}
