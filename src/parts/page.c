/* The whole page: everything around the story, in the order in which it is read. CSS may lay it out
 * in columns, but moves nothing against this order. */
#include "part.h"

/* Every part that needs an id, in the bundle's order: from the first on, or only the first. */
static void page_each(render *r, const json_node *object, part_function *part, bool first)
{
    bool skip = !first;
    for (const json_node *node = object ? object->first : NULL; node; node = node->next) {
        if (!node->model)
            continue;
        if (!skip) {
            writer_line(r->w);
            part_inside(r, part, node->key);
            if (first)
                return;
        }
        skip = false;
    }
}

static void page_main(render *r)
{
    static part_function *const before[] = {part_breadcrumbs, part_story};
    static part_function *const after[] = {part_more_by_author};
    writer *w = r->w;
    writer_line(w);
    writer_open(w, "main");
    writer_set(w, "class", "bs-page__main");
    writer_pair(w, "id", r->story->id_prefix, TEXT("main"));
    writer_set(w, "tabindex", "-1"); /* so that the skip link moves the focus, not the view alone */
    part_sequence(r, before, sizeof before / sizeof before[0]);
    page_each(r, r->story->site.slots, part_slot, true);
    part_sequence(r, after, sizeof after / sizeof after[0]);
    writer_line(w);
    writer_close(w, "main");
}

static void page_side(render *r)
{
    writer *w = r->w;
    writer_mark before = writer_here(w);
    writer_line(w);
    writer_open(w, "aside");
    writer_set(w, "class", "bs-page__side");
    writer_attr(w, "aria-label", part_word(r, WORD_SIDE));
    writer_mark empty = writer_here(w);
    const json_node *list = r->story->lists.ranked;
    page_each(r, list, part_ranked_list, true);
    page_each(r, r->story->site.slots, part_slot, false);
    page_each(r, list, part_ranked_list, false);
    if (w->size == empty.size) {
        writer_rewind(w, before);
        return;
    }
    writer_line(w);
    writer_close(w, "aside");
}

void part_page(render *r)
{
    static part_function *const top[] = {part_skip_links, part_notice,         part_masthead,
                                         part_navigation, part_sub_navigation, part_ticker};
    static part_function *const bottom[] = {part_galleries, part_footer};
    writer *w = r->w;
    if (r->story->article.missing)
        return;
    r->page = true;
    part_open(r, "div", "page");
    part_sequence(r, top, sizeof top / sizeof top[0]);
    writer_line(w);
    writer_open(w, "div");
    writer_set(w, "class", "bs-page__columns");
    page_main(r);
    page_side(r);
    writer_line(w);
    writer_close(w, "div");
    part_sequence(r, bottom, sizeof bottom / sizeof bottom[0]);
    writer_line(w);
    writer_close(w, "div");
}
