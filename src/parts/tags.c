/* The topics of the story. */
#include "page/part.h"

void part_tags(render *r)
{
    writer *w = r->w;
    const article *a = &r->story->article;
    if (!a->tag_count)
        return;
    part_open(r, "section", "tags");
    writer_pair(w, "aria-labelledby", r->story->id_prefix, TEXT("tags"));
    writer_line(w);
    part_heading_open(r, 1);
    writer_pair(w, "id", r->story->id_prefix, TEXT("tags"));
    part_words_language(r);
    writer_text(w, part_word(r, WORD_TAGS));
    part_heading_close(r, 1);
    writer_line(w);
    writer_open(w, "ul");
    for (size_t i = 0; i < a->tag_count; i++) {
        const tag *t = &a->tags[i];
        writer_line(w);
        writer_open(w, "li");
        if (t->url.href.size) {
            writer_open(w, "a");
            writer_link(w, t->url, "tag");
        }
        writer_text(w, t->label);
        if (t->url.href.size)
            writer_close(w, "a");
        writer_close(w, "li");
    }
    writer_line(w);
    writer_close(w, "ul");
    writer_line(w);
    writer_close(w, "section");
}
