/* The card of a related story, by its id: kicker, headline, date | section.
 *
 * A div and no aside: outside of an article an aside is a landmark, and there would be one
 * without a name for each card. */
#include "page/part.h"

static void related_headline(render *r, const related *s)
{
    writer *w = r->w;
    if (s->url.href.size) {
        writer_open(w, "a");
        writer_link(w, s->url, "");
    } else {
        writer_open(w, "span");
    }
    writer_set(w, "class", "bs-related__link");
    if (s->kicker.size) {
        writer_open(w, "span");
        writer_set(w, "class", "bs-related__kicker");
        writer_text(w, s->kicker);
        writer_close(w, "span");
        writer_say(w, " ");
    }
    writer_open(w, "span");
    writer_set(w, "class", "bs-related__headline");
    writer_text(w, s->headline);
    writer_close(w, "span");
    if (s->url.href.size)
        writer_close(w, "a");
    else
        writer_close(w, "span");
}

static void related_meta(render *r, const related *s)
{
    writer *w = r->w;
    bool dated = s->published.precision != DATE_NONE;
    if (!dated && !s->section.size)
        return;
    writer_line(w);
    writer_open(w, "p");
    writer_set(w, "class", "bs-related__meta");
    part_time(r, &s->published);
    if (dated && s->section.size)
        writer_say(w, " | ");
    if (s->section.size) {
        writer_open(w, "span");
        writer_set(w, "class", "bs-related__section");
        writer_text(w, s->section);
        writer_close(w, "span");
    }
    writer_close(w, "p");
}

void part_related(render *r)
{
    const related *s = article_related(&r->story->article, r->id);
    if (!s)
        return;
    part_open(r, "div", "related");
    if (s->image.href.size) {
        writer_void(r->w, "img");
        writer_set(r->w, "class", "bs-related__image");
        writer_url(r->w, "src", s->image);
        writer_set(r->w, "alt", ""); /* the headline beside it says all */
        writer_set(r->w, "loading", "lazy");
        writer_set(r->w, "decoding", "async");
        writer_line(r->w);
    }
    writer_open(r->w, "p");
    writer_set(r->w, "class", "bs-related__title");
    related_headline(r, s);
    writer_close(r->w, "p");
    related_meta(r, s);
    writer_close(r->w, "div");
}
