/* The whole page: everything around the story, in the order in which it is read. CSS may lay it out
 * in columns, but moves nothing against this order. What stands above the story is what a reader needs to know where he
 * is; all else comes after it, so that the first screen is the story's. A notice stands last, and CSS keeps it in
 * sight. */
#include "page/compose.h"
#include "page/part.h"

static void page_lists(render *r, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++) {
        writer_line(r->w);
        part_inside(r, part_ranked_list, r->story->lists.ranked[i].id);
    }
}

enum slot_place { SLOT_AFTER_STORY, SLOT_AT_SIDE, SLOT_ABOVE_FOOTER };

/* Writes the slots of one place. The first slot stands after the story, the others at its side; banners are too wide
 * for the side, and stand above the footer. */
static void page_slots(render *r, enum slot_place wanted)
{
    const site *paper = &r->story->site;
    for (size_t i = 0; i < paper->slot_count; i++) {
        const slot *s = &paper->slots[i];
        enum slot_place place = s->size == SLOT_BANNER ? SLOT_ABOVE_FOOTER : SLOT_AT_SIDE;
        if ((i == 0 ? SLOT_AFTER_STORY : place) == wanted) {
            writer_line(r->w);
            part_inside(r, part_slot, s->id);
        }
    }
}

static void page_main(render *r)
{
    static part_function *const before[] = {part_story};
    static part_function *const after[] = {part_breadcrumbs, part_more_by_author};
    writer *w = r->w;
    writer_line(w);
    writer_open_class(w, "main", "bs-page__main");
    part_own_id(r, "id", "main");
    writer_set(w, "tabindex", "-1"); /* so that the skip link moves the focus, not the view alone */
    part_sequence(r, before, sizeof before / sizeof before[0]);
    page_slots(r, SLOT_AFTER_STORY);
    part_sequence(r, after, sizeof after / sizeof after[0]);
    writer_line(w);
    writer_close(w, "main");
}

/* An aside, which stands beside the story or below it; nothing where it would be empty. */
static void page_aside(render *r, text class, word label, part_function *content)
{
    writer *w = r->w;
    writer_mark before = writer_here(w);
    writer_line(w);
    writer_open(w, "aside");
    writer_attr(w, "class", class);
    writer_attr(w, "aria-label", part_word(r, label));
    writer_mark empty = writer_here(w);
    content(r);
    if (w->size == empty.size) {
        writer_rewind(w, before);
        return;
    }
    writer_line(w);
    writer_close(w, "aside");
}

/* The headlines of the hour, the first ranked list, the sponsors, the other lists. */
static void page_side(render *r)
{
    static part_function *const top[] = {part_ticker};
    size_t count = r->story->lists.ranked_count, first = count ? 1 : 0;
    part_sequence(r, top, sizeof top / sizeof top[0]);
    page_lists(r, 0, first);
    page_slots(r, SLOT_AT_SIDE);
    page_lists(r, first, count);
}

/* What stands beside the story, or below it: the notice, and an aside. */
static void page_beside(render *r)
{
    static part_function *const first[] = {part_notice};
    writer *w = r->w;
    writer_mark before = writer_here(w);
    writer_line(w);
    writer_open_class(w, "div", "bs-page__beside");
    writer_mark empty = writer_here(w);
    part_sequence(r, first, sizeof first / sizeof first[0]);
    page_aside(r, TEXT("bs-page__side"), WORD_SIDE, page_side);
    if (w->size == empty.size) {
        writer_rewind(w, before);
        return;
    }
    writer_line(w);
    writer_close(w, "div");
}

static void page_foot(render *r)
{
    page_slots(r, SLOT_ABOVE_FOOTER);
}

void part_page(render *r)
{
    static part_function *const top[] = {part_skip_links, part_masthead, part_navigation, part_sub_navigation};
    static part_function *const pictures[] = {part_galleries};
    static part_function *const bottom[] = {part_footer};
    writer *w = r->w;
    if (r->story->article.missing)
        return;
    r->page = true;
    part_open(r, "div", "page");
    part_sequence(r, top, sizeof top / sizeof top[0]);
    writer_line(w);
    writer_open_class(w, "div", "bs-page__columns");
    page_main(r);
    page_beside(r);
    writer_line(w);
    writer_close(w, "div");
    part_sequence(r, pictures, sizeof pictures / sizeof pictures[0]);
    page_aside(r, TEXT("bs-page__foot"), WORD_ADVERTISEMENT, page_foot);
    part_sequence(r, bottom, sizeof bottom / sizeof bottom[0]);
    writer_line(w);
    writer_close(w, "div");
}
