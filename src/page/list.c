/* Lists, with each item on a line of its own. */
#include "page/part.h"

void part_list_open(render *r, text class)
{
    writer_line(r->w);
    writer_open(r->w, "ul");
    if (class.size)
        writer_attr(r->w, "class", class);
}

void part_list_close(render *r)
{
    writer_line(r->w);
    writer_close(r->w, "ul");
}

void part_list_item(render *r)
{
    writer_line(r->w);
    writer_open(r->w, "li");
}
