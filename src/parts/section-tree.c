/* All sections of the paper. Each is a link; beside it a disclosure shows the sections in it, without JavaScript. Those
 * that the story stands in are open. */
#include "page/part.h"

#include "text/pattern.h"

/* The deepest list. Browsers flatten elements nested deeper than 512, and a level takes three of them. Sections that
 * are deeper stand in the last list. */
enum { TREE_LEVELS = 100 };

static void tree_list_open(render *r, const section *s, bool open)
{
    writer *w = r->w;
    writer_line(w);
    writer_open_class(w, "details", "bs-section-tree__more");
    if (open)
        writer_flag(w, "open");
    writer_open_class(w, "summary", "bs-section-tree__expander");
    const pattern_value label = {TEXT("label"), s->label};
    writer_attr(w, "aria-label", pattern_fill(r->scratch, part_word(r, WORD_SUBSECTIONS), &label, 1));
    arena_close(r->scratch);
    part_words_language(r);
    writer_close(w, "summary");
    part_list_open(r, NO_TEXT);
}

static void tree_list_close(render *r)
{
    part_list_close(r);
    writer_close(r->w, "details");
    writer_close(r->w, "li");
}

/* Writes the sections in the order of the array, in which each stands before the sections in it. */
static void tree_items(render *r, const section *sections, size_t count)
{
    const section *here = part_section(r);
    size_t depth = 0; /* of the section; past TREE_LEVELS no list is opened */
    for (size_t i = 0; i < count && r->w->status == BROADSHEET_OK; i++) {
        const section *s = &sections[i];
        const section *next_parent = i + 1 < count ? s[1].parent : NULL;
        part_list_item(r);
        writer_set(r->w, "class", "bs-section-tree__item");
        part_link(r, s->label, s->url, s == here);
        if (next_parent == s && ++depth <= TREE_LEVELS) {
            tree_list_open(r, s, part_section_holds(s, here));
            continue;
        }
        writer_close(r->w, "li");
        if (next_parent == s)
            continue;
        for (const section *last = s; last->parent != next_parent; last = last->parent)
            if (depth-- <= TREE_LEVELS)
                tree_list_close(r);
    }
}

void part_section_tree(render *r)
{
    writer *w = r->w;
    const site *paper = &r->story->site;
    if (!paper->section_count)
        return;
    part_open_site(r, "nav", "section-tree");
    writer_attr(w, "aria-label", part_word(r, WORD_SECTION_TREE));
    part_list_open(r, TEXT("bs-section-tree__list"));
    tree_items(r, paper->sections, paper->section_count);
    part_list_close(r);
    writer_line(w);
    writer_close(w, "nav");
}
