/* The paper's picture galleries: covers that lead to them.
 *
 * A gallery whose pictures are in the bundle has a viewer: a closed dialog with a strip of figures, each with an id.
 * The links of the covers, and those between the pictures, lead to these ids. So without JavaScript CSS can show the
 * dialog that holds the target; with JavaScript it is opened as a dialog. */
#include "page/viewer.h"

static void gallery_item(render *r, const gallery *g)
{
    part_list_item(r);
    writer_set(r->w, "class", "bs-galleries__item");
    part_cover(r, g);
    writer_close(r->w, "li");
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
            part_viewer(r, &all->items[i], 2);
    writer_line(w);
    writer_close(w, "section");
}
