/* What a part does not show, since a list of the bundle has more items than the limit. Of the candidates of a picture's
 * srcset no reader misses one, and feeds and alternates are for machines: no part tells of them. */
#include "page/compose.h"

#include "story/mark.h"

/* Which lists a part shows; in "ranked" it is the one of its id, in "sections" of "sub-navigation" what stands directly
 * in the top section that the story is in. */
static const struct {
    text part, owner, list;
} shown[] = {
    {TEXT_INIT("breadcrumbs"), TEXT_INIT("article"), TEXT_INIT("section")},
    {TEXT_INIT("byline"), TEXT_INIT("article"), TEXT_INIT("authors")},
    {TEXT_INIT("contact"), TEXT_INIT("article"), TEXT_INIT("authors")},
    {TEXT_INIT("corrections"), TEXT_INIT("article"), TEXT_INIT("corrections")},
    {TEXT_INIT("follow"), TEXT_INIT("site"), TEXT_INIT("follow")},
    {TEXT_INIT("footer-links"), TEXT_INIT("site"), TEXT_INIT("footer")},
    {TEXT_INIT("galleries"), TEXT_INIT("lists"), TEXT_INIT("galleries")},
    {TEXT_INIT("imprint"), TEXT_INIT("site"), TEXT_INIT("imprint")},
    {TEXT_INIT("more-by-author"), TEXT_INIT("article"), TEXT_INIT("authors")},
    {TEXT_INIT("more-by-author"), TEXT_INIT("lists"), TEXT_INIT("moreByAuthor")},
    {TEXT_INIT("navigation"), TEXT_INIT("site"), TEXT_INIT("navigation")},
    {TEXT_INIT("quick-links"), TEXT_INIT("site"), TEXT_INIT("quickLinks")},
    {TEXT_INIT("ranked-list"), TEXT_INIT("lists"), TEXT_INIT("ranked")},
    {TEXT_INIT("section-label"), TEXT_INIT("article"), TEXT_INIT("section")},
    {TEXT_INIT("section-tree"), TEXT_INIT("site"), TEXT_INIT("sections")},
    {TEXT_INIT("share"), TEXT_INIT("site"), TEXT_INIT("share")},
    {TEXT_INIT("sub-navigation"), TEXT_INIT("site"), TEXT_INIT("sections")},
    {TEXT_INIT("tags"), TEXT_INIT("article"), TEXT_INIT("tags")},
    {TEXT_INIT("ticker"), TEXT_INIT("lists"), TEXT_INIT("ticker")},
};

static bool cut_in_top_section(const render *r)
{
    const section *top = part_section(r);
    while (top && top->parent)
        top = top->parent;
    return top && top->cut;
}

static bool cut_in(const render *r, text name, text id)
{
    for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++) {
        if (!text_equal(shown[i].part, name))
            continue;
        if (text_equal(name, TEXT("sub-navigation")))
            return cut_in_top_section(r);
        text member = text_equal(name, TEXT("ranked-list")) ? id : NO_TEXT;
        if (story_list_cut(r->story, shown[i].owner, shown[i].list, member))
            return true;
    }
    return false;
}

void part_cut(render *around, text name, text id)
{
    writer *w = around->w;
    if (!around->story->cut || !name.size || !cut_in(around, name, id))
        return;
    writer_line(w);
    writer_open(w, "p");
    writer_set(w, "class", "bs-cut");
    part_words_language(around);
    writer_text(w, part_word(around, WORD_CUT));
    writer_close(w, "p");
}

void part_inside(render *r, part_function *part, text id)
{
    render inner = *r;
    inner.id = id;
    inner.name = NO_TEXT;
    inner.nested = true;
    part(&inner);
    part_cut(r, inner.name, id);
}

void part_sequence(render *r, part_function *const *parts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        writer_mark before = writer_here(r->w);
        writer_line(r->w);
        writer_mark start = writer_here(r->w);
        part_inside(r, parts[i], NO_TEXT);
        if (r->w->size == start.size) /* it had no data */
            writer_rewind(r->w, before);
    }
}
