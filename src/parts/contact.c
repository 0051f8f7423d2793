/* The reporters: how to reach them, and where to read more by them. */
#include "page/part.h"

static void contact_author(render *r, const author *a)
{
    writer *w = r->w;
    writer_open(w, "div");
    writer_set(w, "class", "bs-contact__author");
    const thumbnail face = {.src = a->image, .width = 64, .height = 64};
    part_thumbnail(r, TEXT("bs-contact__"), TEXT("image"), &face, NO_TEXT); /* the name stands beside it */
    writer_open(w, "bdi");
    writer_set(w, "class", "bs-contact__name");
    writer_text(w, a->name);
    writer_close(w, "bdi");
    if (a->role.size) {
        writer_line(w);
        writer_open(w, "span");
        writer_set(w, "class", "bs-contact__role");
        writer_text(w, a->role);
        writer_close(w, "span");
    }
    if (a->email.size) {
        writer_line(w);
        part_link_open(r, TEXT("bs-contact__"), TEXT("mail"), a->mail);
        writer_text(w, a->email);
        part_link_close(r, a->mail);
    }
    if (a->url.href.size) {
        writer_line(w);
        writer_open(w, "a");
        writer_set(w, "class", "bs-contact__more");
        writer_link(w, a->url, "author");
        part_words_language(r);
        writer_text(w, part_word(r, WORD_MORE_BY));
        writer_close(w, "a");
    }
    writer_close(w, "div");
}

void part_contact(render *r)
{
    const article *a = &r->story->article;
    bool any = false;
    for (size_t i = 0; i < a->author_count; i++)
        any = any || a->authors[i].email.size || a->authors[i].url.href.size;
    if (!any)
        return;
    part_open(r, "address", "contact");
    for (size_t i = 0; i < a->author_count; i++) {
        if (!a->authors[i].email.size && !a->authors[i].url.href.size)
            continue;
        writer_line(r->w);
        contact_author(r, &a->authors[i]);
    }
    writer_line(r->w);
    writer_close(r->w, "address");
}
