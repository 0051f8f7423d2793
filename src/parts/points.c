/* The story in a few points, before its text. */
#include "page/part.h"

void part_points(render *r)
{
    writer *w = r->w;
    const extras *e = r->story->article.extras;
    if (!e || !e->point_count)
        return;
    part_open(r, "section", "points");
    part_own_id(r, "aria-labelledby", "points_list");
    writer_line(w);
    part_heading_open(r, 1);
    part_own_id(r, "id", "points_list");
    part_words_language(r);
    part_say(r, WORD_POINTS);
    part_heading_close(r, 1);
    part_list_open(r, NO_TEXT);
    for (size_t i = 0; i < e->point_count; i++) {
        part_list_item(r);
        part_line(r, &e->points[i]);
        writer_close(w, "li");
    }
    part_list_close(r);
    writer_line(w);
    writer_close(w, "section");
}
