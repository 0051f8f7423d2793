/* The reporters and all who worked with them: who they are, how to reach them, and where to read more by them. */
#include "base/module.h"
#include "page/part.h"

static void contact_span(render *r, text class_end, text said)
{
    if (!said.size)
        return;
    writer_line(r->w);
    writer_open(r->w, "span");
    writer_pair(r->w, "class", TEXT("bs-contact__"), class_end);
    writer_text(r->w, said);
    writer_close(r->w, "span");
}

static void contact_more(render *r, const author *a)
{
    writer *w = r->w;
    bool wrote = !MODULE_HAS_RICH || (a->credit == CREDIT_TEXT && !a->organization);
    writer_line(w);
    writer_open_class(w, "a", "bs-contact__more");
    if (MODULE_HAS_RICH && a->credit != CREDIT_TEXT)
        writer_link(w, a->url, "");
    else
        writer_link(w, a->url, "author");
    part_words_language(r);
    part_say(r, wrote ? WORD_MORE_BY : WORD_MORE_BY_PERSON);
    writer_close(w, "a");
}

static void contact_mail(render *r, const author *a, bool more)
{
    writer *w = r->w;
    writer_line(w);
    if (more) {
        writer_open_class(w, "address", "bs-contact__address");
    }
    part_link_open(r, TEXT("bs-contact__"), TEXT("mail"), a->mail);
    writer_text(w, a->email);
    part_link_close(r, a->mail);
    if (more)
        writer_close(w, "address");
}

static void contact_author(render *r, const author *a, bool more)
{
    writer *w = r->w;
    writer_line(w);
    writer_open_class(w, "div", "bs-contact__author");
    const thumbnail face = {.src = a->image, .width = 64, .height = 64};
    part_thumbnail(r, TEXT("bs-contact__"), TEXT("image"), &face, NO_TEXT); /* the name stands beside it */
    writer_open_class(w, "bdi", "bs-contact__name");
    writer_text(w, a->name);
    writer_close(w, "bdi");
    contact_span(r, TEXT("role"), a->role);
    if (MODULE_HAS_RICH)
        contact_span(r, TEXT("place"), a->place);
    if (MODULE_HAS_RICH && a->bio.size) {
        writer_line(w);
        writer_open_class(w, "p", "bs-contact__bio");
        writer_text(w, a->bio);
        writer_close(w, "p");
    }
    if (a->email.size)
        contact_mail(r, a, more);
    if (a->url.href.size)
        contact_more(r, a);
    writer_close(w, "div");
}

static bool contact_reaches(const author *a)
{
    return a->email.size || a->url.href.size;
}

/* In version 2 nothing that is said of an author is lost, if there is no way to reach that person either. */
static bool contact_tells(const author *a)
{
    return a->told || (MODULE_HAS_RICH && a->bio.size);
}

void part_contact(render *r)
{
    const article *a = &r->story->article;
    bool any = false, more = false;
    for (size_t i = 0; i < a->people_count; i++) {
        const author *one = &a->authors[i];
        bool reaches = contact_reaches(one), tells = contact_tells(one);
        any = any || reaches || tells;
        more = more || (tells && !reaches) || (MODULE_HAS_RICH && one->bio.size);
    }
    if (!any)
        return;
    if (more) /* an address holds nothing but ways to reach somebody */
        part_open(r, "div", "contact");
    else
        part_open(r, "address", "contact");
    for (size_t i = 0; i < a->people_count; i++)
        if (contact_reaches(&a->authors[i]) || contact_tells(&a->authors[i]))
            contact_author(r, &a->authors[i], more);
    writer_line(r->w);
    if (more)
        writer_close(r->w, "div");
    else
        writer_close(r->w, "address");
}
