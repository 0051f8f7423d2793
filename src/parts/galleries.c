/* The paper's picture galleries: covers that lead to them.
 *
 * A gallery whose pictures are in the bundle has a viewer: a closed dialog with a strip of figures, each with an id.
 * The links of the covers, and those between the pictures, lead to these ids. So without JavaScript CSS can show the
 * dialog that holds the target; with JavaScript it is opened as a dialog. */
#include "page/part.h"

#include "story/words.h"

static void gallery_count(render *r, const gallery *g)
{
    writer *w = r->w;
    text name, rest = part_word(r, WORD_GALLERY_COUNT);
    if (!g->picture_total)
        return;
    writer_line(w);
    writer_open(w, "span");
    writer_set(w, "class", "bs-galleries__count");
    part_words_language(r);
    while (words_next(w, &rest, &name))
        if (text_equal(name, TEXT("count")))
            writer_integer(w, g->picture_total);
    writer_close(w, "span");
}

/* The link stands beside the cover, and CSS stretches it over the cover: so the cover's alternative text is no part of
 * the link's name. */
static void gallery_item(render *r, const gallery *g)
{
    writer *w = r->w;
    part_list_item(r);
    writer_set(w, "class", "bs-galleries__item");
    part_thumbnail(r, TEXT("bs-galleries__"), TEXT("cover"), &g->cover, g->cover.alt);
    if (g->picture_count) {
        writer_open(w, "a");
        writer_set(w, "class", "bs-galleries__link");
        writer_pair(w, "href", TEXT("#"), g->pictures[0]->id);
        writer_set(w, "data-bs-action", "gallery-open");
        writer_text(w, g->title);
        writer_close(w, "a");
    } else {
        part_link_open(r, TEXT("bs-galleries__"), g->url.href.size ? TEXT("link") : TEXT("title"), g->url);
        writer_text(w, g->title);
        part_link_close(r, g->url);
    }
    gallery_count(r, g);
    writer_close(w, "li");
}

/* --- the viewer -------------------------------------------------------------------------------- */

static void viewer_position(render *r, const gallery *g, size_t i)
{
    writer *w = r->w;
    text name, rest = part_word(r, WORD_GALLERY_POSITION);
    writer_open(w, "span");
    writer_set(w, "class", "bs-gallery__position");
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
    writer_open(w, "a");
    writer_set(w, "class", "bs-gallery__step");
    writer_pair(w, "href", TEXT("#"), to);
    writer_attr(w, "data-bs-action", action);
    part_words_language(r);
    writer_text(w, part_word(r, label));
    writer_close(w, "a");
}

static void viewer_picture(render *r, const gallery *g, size_t i)
{
    writer *w = r->w;
    part_list_item(r);
    writer_set(w, "class", "bs-gallery__item");
    writer_line(w);
    writer_open(w, "figure");
    writer_set(w, "class", "bs-gallery__figure");
    writer_attr(w, "id", g->pictures[i]->id);
    part_picture(r, g->pictures[i], false);
    writer_close(w, "figure");
    writer_line(w);
    writer_open(w, "p");
    writer_set(w, "class", "bs-gallery__steps");
    viewer_position(r, g, i);
    if (i)
        viewer_step(r, g->pictures[i - 1]->id, TEXT("gallery-prev"), WORD_GALLERY_PREVIOUS);
    if (i + 1 < g->picture_count)
        viewer_step(r, g->pictures[i + 1]->id, TEXT("gallery-next"), WORD_GALLERY_NEXT);
    writer_close(w, "p");
    writer_close(w, "li");
}

static void gallery_viewer(render *r, const gallery *g)
{
    writer *w = r->w;
    writer_line(w);
    writer_open(w, "dialog");
    writer_set(w, "class", "bs-gallery");
    writer_attr(w, "id", g->anchor);
    writer_attr(w, "aria-label", g->title);
    writer_line(w);
    part_heading_open(r, 2);
    writer_set(w, "class", "bs-gallery__title");
    part_label(r, g->title, g->url);
    part_heading_close(r, 2);
    writer_line(w);
    writer_open(w, "a");
    writer_set(w, "class", "bs-gallery__close");
    writer_pair(w, "href", TEXT("#"), r->story->lists.galleries.anchor);
    writer_set(w, "data-bs-action", "gallery-close");
    part_words_language(r);
    writer_text(w, part_word(r, WORD_GALLERY_CLOSE));
    writer_close(w, "a");
    writer_line(w);
    writer_open(w, "ol");
    writer_set(w, "class", "bs-gallery__pictures");
    for (size_t i = 0; i < g->picture_count; i++)
        viewer_picture(r, g, i);
    writer_line(w);
    writer_close(w, "ol");
    writer_line(w);
    writer_close(w, "dialog");
}

void part_galleries(render *r)
{
    writer *w = r->w;
    const galleries *all = &r->story->lists.galleries;
    if (!all->count)
        return;
    part_open_site(r, "section", "galleries");
    writer_attr(w, "aria-labelledby", all->anchor);
    writer_line(w);
    part_heading_open(r, 1);
    writer_set(w, "class", "bs-galleries__label");
    writer_attr(w, "id", all->anchor);
    if (!all->label.size)
        part_words_language(r);
    part_label(r, all->label.size ? all->label : part_word(r, WORD_GALLERIES), all->url);
    part_heading_close(r, 1);
    part_list_open(r, TEXT("bs-galleries__items"));
    for (size_t i = 0; i < all->count; i++)
        gallery_item(r, &all->items[i]);
    part_list_close(r);
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].picture_count)
            gallery_viewer(r, &all->items[i]);
    writer_line(w);
    writer_close(w, "section");
}
