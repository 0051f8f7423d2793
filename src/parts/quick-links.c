/* Short ways to what the paper wants to be found. A picture beside a label is decoration. */
#include "page/part.h"

static void quick_link(render *r, const site_link *link)
{
    writer *w = r->w;
    if (link->icon.href.size) {
        writer_void(w, "img");
        writer_set(w, "class", "bs-quick-links__icon");
        writer_url(w, "src", link->icon);
        writer_set(w, "width", "24");
        writer_set(w, "height", "24");
        writer_set(w, "alt", "");
        writer_set(w, "loading", "lazy");
        writer_set(w, "decoding", "async");
        writer_say(w, " ");
    }
    writer_text(w, link->label);
}

void part_quick_links(render *r)
{
    writer *w = r->w;
    const site *paper = &r->story->site;
    if (!paper->quick_link_count)
        return;
    part_open_site(r, "nav", "quick-links");
    writer_attr(w, "aria-label", part_word(r, WORD_QUICK_LINKS));
    writer_line(w);
    writer_open(w, "ul");
    writer_set(w, "class", "bs-quick-links__list");
    for (size_t i = 0; i < paper->quick_link_count; i++) {
        const site_link *link = &paper->quick_links[i];
        writer_line(w);
        writer_open(w, "li");
        if (link->url.href.size) {
            writer_open(w, "a");
            writer_link(w, link->url, "");
        }
        quick_link(r, link);
        if (link->url.href.size)
            writer_close(w, "a");
        writer_close(w, "li");
    }
    writer_line(w);
    writer_close(w, "ul");
    writer_line(w);
    writer_close(w, "nav");
}
