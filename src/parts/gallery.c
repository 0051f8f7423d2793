/* Several pictures that belong together: side by side, one below another, or as a cover that opens a viewer. */
#include "page/viewer.h"

static void gallery_pictures(render *r, const gallery *g)
{
    writer *w = r->w;
    for (size_t i = 0; i < g->picture_count; i++) {
        writer_line(w);
        writer_open(w, "figure");
        writer_set(w, "class", "bs-figure");
        part_picture(r, g->pictures[i], false);
        writer_close(w, "figure");
    }
    if (!g->title.size)
        return;
    writer_line(w);
    writer_open(w, "figcaption");
    writer_set(w, "class", "bs-gallery__label");
    writer_text(w, g->title);
    writer_close(w, "figcaption");
}

static void gallery_cover(render *r, const gallery *g)
{
    writer *w = r->w;
    writer_attr(w, "id", g->place);
    writer_line(w);
    writer_open(w, "div");
    writer_set(w, "class", "bs-galleries__item");
    part_cover(r, g);
    writer_close(w, "div");
    part_viewer(r, g);
}

void part_gallery(render *r)
{
    static const text layouts[GALLERY_LAYOUTS] = {
        [GALLERY_ROW] = TEXT_INIT("row"), [GALLERY_STACK] = TEXT_INIT("stack"), [GALLERY_VIEWER] = TEXT_INIT("viewer")};
    const gallery *g = story_placed(r->story, PLACE_GALLERY, r->id);
    if (!g)
        return;
    writer_open(r->w, "figure");
    writer_pair(r->w, "class", TEXT("bs-gallery bs-layout-"), layouts[g->layout]);
    part_root(r, TEXT("gallery"));
    if (g->layout == GALLERY_VIEWER)
        gallery_cover(r, g);
    else
        gallery_pictures(r, g);
    writer_line(r->w);
    writer_close(r->w, "figure");
}
