/* When the story was posted, and when it was updated if that shows another time. */
#include "page/part.h"

#include "story/words.h"

static void dates_item(render *r, word label, const date *d)
{
    writer_open_class(r->w, "span", "bs-dates__item");
    writer_open_class(r->w, "span", "bs-dates__label");
    part_words_language(r);
    part_say(r, label);
    writer_close(r->w, "span");
    writer_say(r->w, " ");
    part_time(r, d);
    writer_close(r->w, "span");
}

void part_dates(render *r)
{
    const article *a = &r->story->article;
    bool published = a->published.precision != DATE_NONE;
    bool modified = a->modified.precision != DATE_NONE && !words_same_date(r->story, &a->published, &a->modified);
    if (!published && !modified)
        return;
    part_open(r, "p", "dates");
    if (published)
        dates_item(r, WORD_POSTED, &a->published);
    if (published && modified)
        writer_line(r->w);
    if (modified)
        dates_item(r, WORD_UPDATED, &a->modified);
    writer_close(r->w, "p");
}
