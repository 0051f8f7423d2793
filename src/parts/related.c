/* The card of a related story, by its id: kicker, headline, date | section.
 *
 * The card is a div and not an aside: outside of an article an aside is a landmark, and each card would be one without
 * a name. */
#include "base/module.h"
#include "page/part.h"

static void related_headline(render *r, const related *s)
{
    writer *w = r->w;
    if (MODULE_HAS_RICH && s->label.shows) { /* before the link: who has paid is told first */
        writer_open(w, "span");
        writer_pair(w, "class", TEXT("bs-related__label bs-story-label--"), part_label_class(&s->label));
        part_label_text(r, &s->label);
        writer_close(w, "span");
        writer_say(w, " ");
    }
    bool paid = MODULE_HAS_RICH && part_is_paid(&s->label), before = paid && writer_paid(w, true);
    part_link_open(r, NO_TEXT, NO_TEXT, s->url);
    if (paid)
        writer_paid(w, before);
    writer_set(w, "class", "bs-related__link");
    part_printed(r, s->url);
    if (s->kicker.size) {
        part_span(r, "bs-related__kicker", s->kicker);
        writer_say(w, " ");
    }
    part_span(r, "bs-related__headline", s->headline);
    part_link_close(r, s->url);
}

static void related_meta(render *r, const related *s)
{
    writer *w = r->w;
    bool dated = s->published.precision != DATE_NONE;
    if (!dated && !s->section.size)
        return;
    writer_line(w);
    writer_open_class(w, "p", "bs-related__meta");
    part_time(r, &s->published);
    if (dated && s->section.size)
        writer_say(w, " | ");
    if (s->section.size)
        part_span(r, "bs-related__section", s->section);
    writer_close(w, "p");
}

void part_related(render *r)
{
    const related *s = story_placed(r->story, PLACE_RELATED, r->id);
    if (!s)
        return;
    part_open(r, "div", "related");
    const thumbnail image = {.src = s->image};
    part_thumbnail(r, TEXT("bs-related__"), TEXT("image"), &image, NO_TEXT); /* the headline beside it says all */
    writer_open_class(r->w, "p", "bs-related__title");
    related_headline(r, s);
    writer_close(r->w, "p");
    related_meta(r, s);
    writer_close(r->w, "div");
}
