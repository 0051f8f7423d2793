/* Links to the same story in other languages, each by the name that its language has for itself. */
#include "page/part.h"
#include "text/autonym.h"

static void alternates_item(render *r, const alternate *one)
{
    part_list_item(r);
    writer_open(r->w, "a");
    writer_attr(r->w, "hreflang", one->language);
    writer_link(r->w, one->url, "alternate");
    part_text_language(r, one->language);
    writer_text(r->w, text_or(one->label, autonym(one->language)));
    writer_close(r->w, "a");
    writer_close(r->w, "li");
}

void part_alternates(render *r)
{
    writer *w = r->w;
    const article *a = &r->story->article;
    if (!a->alternates_shown)
        return;
    part_open(r, "div", "alternates");
    writer_line(w);
    writer_open_class(w, "span", "bs-alternates__label");
    part_words_language(r);
    part_say(r, WORD_ALTERNATES);
    writer_close(w, "span");
    part_list_open(r, NO_TEXT);
    for (size_t i = 0; i < a->alternate_count; i++)
        if (a->alternates[i].shown)
            alternates_item(r, &a->alternates[i]);
    part_list_close(r);
    writer_line(w);
    writer_close(w, "div");
}
