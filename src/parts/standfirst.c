/* The standfirst: a short text between the headline and the story. */
#include "page/part.h"

void part_standfirst(render *r)
{
    text standfirst = r->story->article.standfirst;
    if (!standfirst.size)
        return;
    part_open(r, "p", "standfirst");
    writer_text(r->w, standfirst);
    writer_close(r->w, "p");
}
