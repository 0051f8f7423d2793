/* A story as a list shows it. Only the headline is a link; the picture is decoration (an empty alternative text). */
#include "base/module.h"
#include "page/part.h"

static void item_headline(render *r, text class_start, const ranked_item *item)
{
    bool paid = MODULE_HAS_RICH && part_is_paid(item->label), before = paid && writer_paid(r->w, true);
    part_link_open(r, class_start, item->url.href.size ? TEXT("link") : TEXT("headline"), item->url);
    if (paid)
        writer_paid(r->w, before);
    writer_text(r->w, item->headline);
    part_link_close(r, item->url);
}

void part_item(render *r, text class_start, const ranked_item *item)
{
    writer *w = r->w;
    part_thumbnail(r, class_start, TEXT("image"), &item->image, NO_TEXT);
    writer_open(w, "div");
    writer_pair(w, "class", class_start, TEXT("text"));
    if (MODULE_HAS_RICH && item->label)
        part_label_listed(r, item->label);
    if (item->kicker.size) {
        writer_open(w, "span");
        writer_pair(w, "class", class_start, TEXT("kicker"));
        writer_text(w, item->kicker);
        writer_close(w, "span");
        writer_say(w, " ");
    }
    item_headline(r, class_start, item);
    if (item->published.precision != DATE_NONE) {
        writer_line(w);
        writer_open(w, "span");
        writer_pair(w, "class", class_start, TEXT("date"));
        part_time(r, &item->published);
        writer_close(w, "span");
    }
    writer_close(w, "div");
}
