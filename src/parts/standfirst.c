/* The standfirst: a short text between the headline and the story. */
#include "page/part.h"

void part_standfirst(render *r)
{
    const line_text *standfirst = &r->story->article.standfirst;
    if (!standfirst->plain.size)
        return;
    part_open(r, "p", "standfirst");
    part_line(r, standfirst);
    writer_close(r->w, "p");
}
