/* What was wrong in the story and has been put right. */
#include "page/part.h"

void part_corrections(render *r)
{
    writer *w = r->w;
    const article *a = &r->story->article;
    if (!a->correction_count)
        return;
    part_open(r, "section", "corrections");
    writer_pair(w, "aria-labelledby", r->story->id_prefix, TEXT("corrections"));
    writer_line(w);
    part_heading_open(r, 1);
    writer_pair(w, "id", r->story->id_prefix, TEXT("corrections"));
    part_words_language(r);
    writer_text(w, part_word(r, WORD_CORRECTIONS));
    part_heading_close(r, 1);
    for (size_t i = 0; i < a->correction_count; i++) {
        const correction *c = &a->corrections[i];
        writer_line(w);
        writer_open(w, "p");
        writer_set(w, "class", "bs-corrections__item");
        part_time(r, &c->date);
        if (c->date.precision != DATE_NONE)
            writer_say(w, " ");
        part_line(r, &c->text);
        writer_close(w, "p");
    }
    writer_line(w);
    writer_close(w, "section");
}
