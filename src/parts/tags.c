/* The topics of the story. */
#include "page/part.h"

void part_tags(render *r)
{
    writer *w = r->w;
    const article *a = &r->story->article;
    if (!a->tag_count)
        return;
    part_open(r, "section", "tags");
    part_own_id(r, "aria-labelledby", "tags");
    writer_line(w);
    part_heading_open(r, 1);
    part_own_id(r, "id", "tags");
    part_words_language(r);
    part_say(r, WORD_TAGS);
    part_heading_close(r, 1);
    part_list_open(r, NO_TEXT);
    for (size_t i = 0; i < a->tag_count; i++) {
        const tag *t = &a->tags[i];
        part_list_item(r);
        part_anchor_open(r, t->url, "tag");
        writer_text(w, t->label);
        part_anchor_close(r, t->url);
        writer_close(w, "li");
    }
    part_list_close(r);
    writer_line(w);
    writer_close(w, "section");
}
