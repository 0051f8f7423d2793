/* The cover of a gallery and its viewer. */
#include "page/viewer.h"

#include "story/words.h"

/* --- the cover --------------------------------------------------------------------------------- */

static void cover_count(render *r, const gallery *g)
{
    writer *w = r->w;
    if (!g->picture_total)
        return;
    writer_line(w);
    writer_open_class(w, "span", "bs-galleries__count");
    part_words_language(r);
    part_word_number(r, WORD_GALLERY_COUNT, TEXT("count"), g->picture_total);
    writer_close(w, "span");
}

/* The link stands beside the cover, and CSS stretches it over the cover: so the cover's alternative text is no part of
 * the link's name. */
void part_cover(render *r, const gallery *g)
{
    writer *w = r->w;
    part_thumbnail(r, TEXT("bs-galleries__"), TEXT("cover"), &g->cover, g->cover.alt);
    if (g->picture_count) {
        writer_open_class(w, "a", "bs-galleries__link");
        writer_again(w, "href", TEXT("#"), g->pictures[0]->id, r->again);
        writer_set(w, "data-bs-action", "gallery-open");
        writer_text(w, g->title);
        writer_close(w, "a");
    } else {
        part_link_open(r, TEXT("bs-galleries__"), g->url.href.size ? TEXT("link") : TEXT("title"), g->url);
        writer_text(w, g->title);
        part_link_close(r, g->url);
    }
    cover_count(r, g);
}

/* --- the viewer -------------------------------------------------------------------------------- */

static void viewer_position(render *r, const gallery *g, size_t i)
{
    writer *w = r->w;
    text name, rest = part_word(r, WORD_GALLERY_POSITION);
    writer_open_class(w, "span", "bs-gallery__position");
    part_words_language(r);
    while (words_next(w, &rest, &name))
        if (text_equal(name, TEXT("number")))
            writer_integer(w, (int64_t)i + 1);
        else if (text_equal(name, TEXT("count")))
            writer_integer(w, (int64_t)g->picture_count);
    writer_close(w, "span");
}

static void viewer_step(render *r, text to, text action, word label)
{
    writer *w = r->w;
    writer_line(w);
    writer_open_class(w, "a", "bs-gallery__step");
    writer_again(w, "href", TEXT("#"), to, r->again);
    writer_attr(w, "data-bs-action", action);
    part_words_language(r);
    part_say(r, label);
    writer_close(w, "a");
}

static void viewer_picture(render *r, const gallery *g, size_t i)
{
    writer *w = r->w;
    part_list_item(r);
    writer_set(w, "class", "bs-gallery__item");
    writer_line(w);
    writer_open_class(w, "figure", "bs-gallery__figure");
    writer_again(w, "id", NO_TEXT, g->pictures[i]->id, r->again);
    part_picture(r, g->pictures[i], false);
    writer_close(w, "figure");
    writer_line(w);
    writer_open_class(w, "p", "bs-gallery__steps");
    viewer_position(r, g, i);
    if (i)
        viewer_step(r, g->pictures[i - 1]->id, TEXT("gallery-prev"), WORD_GALLERY_PREVIOUS);
    if (i + 1 < g->picture_count)
        viewer_step(r, g->pictures[i + 1]->id, TEXT("gallery-next"), WORD_GALLERY_NEXT);
    writer_close(w, "p");
    writer_close(w, "li");
}

void part_viewer(render *r, const gallery *g, unsigned deeper)
{
    writer *w = r->w;
    writer_line(w);
    writer_open_class(w, "dialog", "bs-gallery");
    writer_again(w, "id", NO_TEXT, g->anchor, r->again);
    writer_attr(w, "aria-label", g->title);
    writer_line(w);
    part_heading_open(r, deeper);
    writer_set(w, "class", "bs-gallery__title");
    part_label(r, g->title, g->url);
    part_heading_close(r, deeper);
    writer_line(w);
    writer_open_class(w, "a", "bs-gallery__close");
    writer_again(w, "href", TEXT("#"), g->place, r->again);
    writer_set(w, "data-bs-action", "gallery-close");
    part_words_language(r);
    part_say(r, WORD_GALLERY_CLOSE);
    writer_close(w, "a");
    writer_line(w);
    writer_open_class(w, "ol", "bs-gallery__pictures");
    for (size_t i = 0; i < g->picture_count; i++)
        viewer_picture(r, g, i);
    writer_line(w);
    writer_close(w, "ol");
    writer_line(w);
    writer_close(w, "dialog");
}
