/* A list of stories by rank, by its id: the most read, the most shared. */
#include "page/part.h"

static void ranked_item_write(render *r, const ranked_item *item)
{
    writer *w = r->w;
    part_list_item(r);
    writer_set(w, "class", "bs-ranked-list__item");
    writer_number(w, "value", item->rank);
    writer_open_class(w, "span", "bs-ranked-list__rank");
    writer_integer(w, item->rank);
    writer_close(w, "span");
    writer_line(w);
    part_item(r, TEXT("bs-ranked-list__"), item);
    writer_close(w, "li");
}

void part_ranked_list(render *r)
{
    writer *w = r->w;
    const ranked_list *list = lists_ranked(&r->story->lists, r->id);
    if (!list)
        return;
    part_open_site(r, "section", "ranked-list");
    writer_attr(w, "aria-labelledby", list->anchor);
    writer_line(w);
    part_heading_open(r, 1);
    writer_set(w, "class", "bs-ranked-list__label");
    writer_attr(w, "id", list->anchor);
    part_label(r, list->label, list->url);
    part_heading_close(r, 1);
    writer_line(w);
    writer_open_class(w, "ol", "bs-ranked-list__items");
    for (size_t i = 0; i < list->count; i++)
        ranked_item_write(r, &list->items[i]);
    writer_line(w);
    writer_close(w, "ol");
    writer_line(w);
    writer_close(w, "section");
}
