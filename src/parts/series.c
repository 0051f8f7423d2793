/* The series that the story belongs to, and which part of it the story is. */
#include "page/part.h"
#include "story/words.h"

static void series_part(render *r, const extras *e)
{
    text name, rest = part_word(r, e->series_of ? WORD_SERIES_PART_OF : WORD_SERIES_PART);
    writer_say(r->w, " ");
    writer_open_class(r->w, "span", "bs-series__part");
    part_words_language(r);
    while (words_next(r->w, &rest, &name))
        if (text_equal(name, TEXT("number")))
            writer_integer(r->w, e->series_part);
        else if (text_equal(name, TEXT("count")))
            writer_integer(r->w, e->series_of);
    writer_close(r->w, "span");
}

void part_series(render *r)
{
    const extras *e = r->story->article.extras;
    if (!e || !e->series.size)
        return;
    part_open(r, "p", "series");
    part_label(r, e->series, e->series_url);
    if (e->series_part)
        series_part(r, e);
    writer_close(r->w, "p");
}
