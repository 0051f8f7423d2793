/* What else to read: cards of related stories, behind the story. */
#include "page/compose.h"
#include "page/part.h"

void part_more_stories(render *r)
{
    writer *w = r->w;
    const extras *e = r->story->article.extras;
    if (!e || !e->more_count)
        return;
    part_open(r, "section", "more-stories");
    part_own_id(r, "aria-labelledby", "more_list");
    writer_line(w);
    part_heading_open(r, 1);
    part_own_id(r, "id", "more_list");
    part_words_language(r);
    part_say(r, WORD_MORE);
    part_heading_close(r, 1);
    part_list_open(r, NO_TEXT);
    for (size_t i = 0; i < e->more_count; i++) {
        part_list_item(r);
        part_inside(r, part_related, e->more[i]->id);
        writer_close(w, "li");
    }
    part_list_close(r);
    writer_line(w);
    writer_close(w, "section");
}
