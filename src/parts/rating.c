/* How the paper rates what the story is about: stars for those who see, drawn by the styles, and words for everybody.
 */
#include "page/part.h"
#include "story/words.h"

/* The most stars that are drawn; a rating of more is words alone. */
enum { STARS_MOST = 10 };

static void rating_star(writer *w, double filled)
{
    writer_open(w, "span");
    if (filled >= 0.75)
        writer_set(w, "class", "bs-rating__star bs-rating__star--full");
    else if (filled >= 0.25)
        writer_set(w, "class", "bs-rating__star bs-rating__star--half");
    else
        writer_set(w, "class", "bs-rating__star");
    writer_close(w, "span");
}

/* The value as the language writes it: its own point. */
static void rating_value(render *r, text digits)
{
    size_t point = 0;
    while (point < digits.size && digits.at[point] != '.')
        point++;
    writer_text(r->w, text_slice(digits, 0, point));
    if (point == digits.size)
        return;
    part_say(r, WORD_DECIMAL_POINT);
    writer_text(r->w, text_from(digits, point + 1));
}

static void rating_words(render *r, const extras *e)
{
    text name, rest = part_word(r, WORD_RATING);
    writer_open_class(r->w, "span", "bs-rating__words");
    part_words_language(r);
    while (words_next(r->w, &rest, &name))
        if (text_equal(name, TEXT("count")))
            writer_integer(r->w, e->rating_most);
        else if (text_equal(name, TEXT("number")))
            rating_value(r, e->rating);
    writer_close(r->w, "span");
}

void part_rating(render *r)
{
    writer *w = r->w;
    const extras *e = r->story->article.extras;
    if (!e || !e->rating.size)
        return;
    part_open(r, "p", "rating");
    if (e->rating_most <= STARS_MOST) {
        writer_open_class(w, "span", "bs-rating__stars");
        writer_set(w, "aria-hidden", "true");
        for (uint32_t i = 0; i < e->rating_most; i++)
            rating_star(w, e->rating_value - i);
        writer_close(w, "span");
        writer_say(w, " ");
    }
    rating_words(r, e);
    writer_close(w, "p");
}
