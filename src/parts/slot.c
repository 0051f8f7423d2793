/* Paid room, by its id: labelled, and of a size that is kept free until the picture is there.
 *
 * Its role is group. An aside would be a landmark, and two landmarks of one name could not be told apart. */
#include "page/part.h"

static const struct {
    uint32_t width, height;
} sizes[SLOT_SIZES] = {[SLOT_BANNER] = {728, 90},
                       [SLOT_RECTANGLE] = {300, 250},
                       [SLOT_HALF_PAGE] = {300, 600},
                       [SLOT_MOBILE] = {320, 100}};

static void slot_open(render *r, slot_size size)
{
    writer_open(r->w, "div");
    switch (size) {
    case SLOT_BANNER:
        writer_set(r->w, "class", "bs-slot bs-slot--banner");
        break;
    case SLOT_HALF_PAGE:
        writer_set(r->w, "class", "bs-slot bs-slot--half-page");
        break;
    case SLOT_MOBILE:
        writer_set(r->w, "class", "bs-slot bs-slot--mobile");
        break;
    default:
        writer_set(r->w, "class", "bs-slot bs-slot--rectangle");
    }
    part_root_site(r, TEXT("slot"));
}

static void slot_image(render *r, const slot *s, text alt)
{
    const thumbnail image = {.src = s->image, .width = sizes[s->size].width, .height = sizes[s->size].height};
    part_image(r, TEXT("bs-slot__"), TEXT("image"), &image, alt);
}

static void slot_link_open(writer *w, const slot *s)
{
    writer_open_class(w, "a", "bs-slot__link");
    writer_link(w, s->url, "sponsored nofollow");
}

/* The advertiser's name is the link, which CSS stretches over the picture; without a name the picture is the link.
 * bundle/share.c keeps only slots that have a name or a picture. */
static void slot_box(render *r, const slot *s, text label)
{
    writer *w = r->w;
    bool linked = s->url.href.size != 0;
    bool around = linked && !s->advertiser.size;
    if (around)
        slot_link_open(w, s);
    if (s->image.href.size)
        slot_image(r, s, s->alt.size || !around ? s->alt : label);
    if (around)
        writer_close(w, "a");
    if (!s->advertiser.size)
        return;
    writer_line(w);
    writer_open_class(w, "p", "bs-slot__advertiser");
    if (linked)
        slot_link_open(w, s);
    writer_text(w, s->advertiser);
    if (linked)
        writer_close(w, "a");
    writer_close(w, "p");
}

void part_slot(render *r)
{
    writer *w = r->w;
    const slot *s = story_placed(r->story, PLACE_SLOT, r->id);
    if (!s)
        return;
    text label = s->label.size ? s->label : part_word(r, WORD_ADVERTISEMENT);
    slot_open(r, s->size);
    writer_set(w, "role", "group");
    writer_attr(w, "aria-label", label);
    writer_line(w);
    writer_open_class(w, "p", "bs-slot__label");
    if (!s->label.size)
        part_words_language(r);
    writer_text(w, label);
    writer_close(w, "p");
    writer_line(w);
    writer_open_class(w, "div", "bs-slot__box");
    slot_box(r, s, label);
    writer_close(w, "div");
    writer_line(w);
    writer_close(w, "div");
}
