/* Several pictures that belong together: side by side, one below another, or as a cover that opens a viewer. */
#include "page/viewer.h"

/* The shape of a picture in a row, which CSS gives as much of the row as all become equally high by. The shape is near
 * the picture's own, so that little of it is cut off. One whose size is not known has the shape of its box. */
static text gallery_shape(const figure *f)
{
    static const struct {
        unsigned most; /* a hundred times the width, divided by the height */
        text class;
    } shapes[] = {{82, TEXT_INIT("tall")}, {122, TEXT_INIT("square")}, {162, TEXT_INIT("standard")}};
    for (size_t i = 0; f->width && i < sizeof shapes / sizeof shapes[0]; i++)
        if ((uint64_t)100 * f->width < (uint64_t)shapes[i].most * f->height)
            return shapes[i].class;
    return TEXT("broad");
}

static void gallery_pictures(render *r, const gallery *g)
{
    writer *w = r->w;
    for (size_t i = 0; i < g->picture_count; i++) {
        writer_line(w);
        writer_open(w, "figure");
        if (g->layout == GALLERY_ROW)
            writer_pair(w, "class", TEXT("bs-figure bs-shape-"), gallery_shape(g->pictures[i]));
        else
            writer_set(w, "class", "bs-figure");
        part_picture(r, g->pictures[i], false);
        writer_close(w, "figure");
    }
    if (!g->title.size)
        return;
    writer_line(w);
    writer_open_class(w, "figcaption", "bs-gallery__label");
    writer_text(w, g->title);
    writer_close(w, "figcaption");
}

static void gallery_cover(render *r, const gallery *g)
{
    writer *w = r->w;
    writer_again(w, "id", NO_TEXT, g->place, r->again);
    writer_line(w);
    writer_open_class(w, "div", "bs-galleries__item");
    part_cover(r, g);
    writer_close(w, "div");
    part_viewer(r, g, 1);
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
