/* A picture that does not move the page while it loads: its box is reserved by width
 * and height, and only the lead is fetched at once. */
#include "base/module.h"
#include "page/part.h"

static void picture_class(render *r, const figure *f, bool lead)
{
    /* The focus is a class and not a style, which a strict CSP would drop. */
    char focused[] = "bs-picture bs-focus-0";
    const size_t digit = sizeof focused - 2;
    focused[digit] = (char)('0' + f->focus);
    text class = {focused, f->focus ? digit + 1 : sizeof "bs-picture" - 1};
    static const text unsized = TEXT_INIT(" bs-unsized"), upright = TEXT_INIT(" bs-upright");
    writer_pair(r->w, "class", class, !f->width ? unsized : lead && f->height > f->width ? upright : NO_TEXT);
}

/* The link to the picture itself: to the largest there is. */
static void picture_whole(render *r, const figure *f)
{
    writer *w = r->w;
    url whole = f->src;
    for (size_t i = 0, most = 0; i < f->source_count; i++) {
        if (f->sources[i].width > most) {
            most = f->sources[i].width;
            whole = f->sources[i].src;
        }
    }
    writer_open_class(w, "a", "bs-whole");
    part_words_language(r);
    writer_link(w, whole, "");
    part_say(r, WORD_WHOLE_PICTURE);
    writer_close(w, "a");
}

static void picture_size(writer *w, uint32_t width, uint32_t height)
{
    if (!width)
        return;
    writer_number(w, "width", width);
    writer_number(w, "height", height);
}

/* How wide it will be, by which a browser chooses the file to fetch. */
static void picture_sizes(writer *w, bool lead, figure_size size)
{
    if (lead || size == FIGURE_WIDE)
        writer_set(w, "sizes", "(min-width: 64em) 60rem, 100vw");
    else if (size == FIGURE_FULL)
        writer_set(w, "sizes", "100vw");
    else if (size == FIGURE_HALF)
        writer_set(w, "sizes", "(min-width: 48em) 30rem, 100vw");
    else if (size == FIGURE_SIDE || size == FIGURE_SMALL)
        writer_set(w, "sizes", "(min-width: 48em) 20rem, 100vw");
    else
        writer_set(w, "sizes", "(min-width: 48em) 42rem, 100vw");
}

static void picture_image(render *r, const figure *f, bool lead)
{
    writer *w = r->w;
    writer_void(w, "img");
    picture_class(r, f, lead);
    writer_url(w, "src", f->src);
    if (f->source_count) {
        writer_srcset_begin(w);
        for (size_t i = 0; i < f->source_count; i++)
            writer_candidate(w, f->sources[i].src, f->sources[i].width, i == 0);
        writer_srcset_end(w);
        picture_sizes(w, lead, MODULE_HAS_RICH ? f->size : FIGURE_COLUMN);
    }
    picture_size(w, f->width, f->height);
    writer_attr(w, "alt", f->alt);
    if (!lead) {
        writer_lazy(w);
        return;
    }
    writer_set(w, "fetchpriority", "high");
    writer_set(w, "decoding", "async");
}

void part_picture(render *r, const figure *f, bool lead)
{
    writer *w = r->w;
    if (f->src.href.size) {
        bool links = MODULE_HAS_RICH && f->url.href.size;
        if (links) {
            writer_open_class(w, "a", "bs-picture-link");
            writer_link(w, f->url, "");
        }
        picture_image(r, f, lead);
        if (links)
            writer_close(w, "a");
    } else if (f->alt.size) { /* a refused address leaves the alternative text */
        writer_open_class(w, "p", "bs-picture-text");
        writer_text(w, f->alt);
        writer_close(w, "p");
    }
    bool tall = f->src.href.size && figure_is_tall(f);
    if (!f->caption.plain.size && !f->credit.plain.size && !tall)
        return;
    writer_open_class(w, "figcaption", "bs-figcaption");
    if (f->caption.plain.size) {
        writer_open_class(w, "span", "bs-caption");
        part_line(r, &f->caption);
        writer_close(w, "span");
    }
    if (f->credit.plain.size) {
        if (f->caption.plain.size)
            writer_say(w, " ");
        writer_open_class(w, "span", "bs-credit");
        part_line(r, &f->credit);
        writer_close(w, "span");
    }
    if (tall) {
        if (f->caption.plain.size || f->credit.plain.size)
            writer_say(w, " ");
        picture_whole(r, f);
    }
    writer_close(w, "figcaption");
}

void part_image(render *r, text class_start, text class_end, const thumbnail *t, text alt)
{
    writer *w = r->w;
    writer_void(w, "img");
    writer_pair(w, "class", class_start, class_end);
    writer_url(w, "src", t->src);
    picture_size(w, t->width, t->height);
    writer_attr(w, "alt", alt);
    writer_lazy(w);
}

void part_thumbnail(render *r, text class_start, text class_end, const thumbnail *t, text alt)
{
    if (!t->src.href.size)
        return;
    part_image(r, class_start, class_end, t, alt);
    writer_line(r->w);
}
