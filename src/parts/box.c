/* A box beside the running text: facts, points, a timeline, numbers, a warning, an offer.
 *
 * Its title names it where it has one; one without a title is no landmark, since nothing would tell it from others. One
 * that is folded away is opened by its title, without a script. */
#include "page/part.h"

static const text box_classes[BOX_KINDS] = {
    [BOX_FACTS] = TEXT_INIT("facts"),           [BOX_POINTS] = TEXT_INIT("points"),
    [BOX_PROFILE] = TEXT_INIT("profile"),       [BOX_QUESTION] = TEXT_INIT("question"),
    [BOX_TIMELINE] = TEXT_INIT("timeline"),     [BOX_NUMBERS] = TEXT_INIT("numbers"),
    [BOX_CORRECTION] = TEXT_INIT("correction"), [BOX_WARNING] = TEXT_INIT("warning"),
    [BOX_NOTICE] = TEXT_INIT("notice"),         [BOX_OFFER] = TEXT_INIT("offer"),
};

static void box_kicker(render *r, const box *b)
{
    bool paid = b->kind == BOX_OFFER && b->paid;
    if (!b->kicker.size && !paid)
        return;
    writer_line(r->w);
    if (b->collapsed) /* a summary holds no paragraph */
        writer_open(r->w, "span");
    else
        writer_open(r->w, "p");
    writer_set(r->w, "class", "bs-box__kicker");
    if (paid) {
        writer_open(r->w, "strong");
        writer_set(r->w, "class", "bs-box__paid");
        part_words_language(r);
        writer_text(r->w, part_word(r, WORD_ADVERTISEMENT));
        writer_close(r->w, "strong");
    }
    if (paid && b->kicker.size)
        writer_say(r->w, " ");
    writer_text(r->w, b->kicker);
    if (b->collapsed)
        writer_close(r->w, "span");
    else
        writer_close(r->w, "p");
}

static void box_title(render *r, const box *b)
{
    if (!b->title.plain.size)
        return;
    writer_line(r->w);
    part_heading_open(r, 1);
    writer_set(r->w, "class", "bs-box__title");
    writer_attr(r->w, "id", b->anchor);
    part_line(r, &b->title);
    part_heading_close(r, 1);
}

static void box_text(writer *w, const markdown *m)
{
    if (!m->html.bytes.size)
        return;
    writer_line(w);
    writer_open(w, "div");
    writer_set(w, "class", "bs-box__text");
    writer_line(w);
    writer_html(w, m->html);
    writer_close(w, "div");
}

/* The numbers of a box: each, and what it counts. */
static void box_numbers(render *r, const box *b)
{
    writer *w = r->w;
    writer_line(w);
    writer_open(w, "dl");
    writer_set(w, "class", "bs-box__items");
    for (size_t i = 0; i < b->item_count; i++) {
        const box_item *one = &b->items[i];
        writer_line(w);
        writer_open(w, "div");
        writer_open(w, "dt");
        part_line(r, &one->title);
        writer_close(w, "dt");
        writer_open(w, "dd");
        part_time(r, &one->date);
        writer_html(w, one->body.html);
        writer_close(w, "dd");
        writer_close(w, "div");
    }
    writer_line(w);
    writer_close(w, "dl");
}

static void box_item_write(render *r, const box_item *one)
{
    writer *w = r->w;
    part_list_item(r);
    writer_set(w, "class", "bs-box__item");
    part_time(r, &one->date);
    if (one->title.plain.size) {
        if (one->date.precision != DATE_NONE)
            writer_say(w, " ");
        writer_open(w, "strong");
        writer_set(w, "class", "bs-box__label");
        part_line(r, &one->title);
        writer_close(w, "strong");
    }
    box_text(w, &one->body);
    writer_close(w, "li");
}

static void box_items(render *r, const box *b)
{
    writer *w = r->w;
    if (!b->item_count)
        return;
    if (b->kind == BOX_NUMBERS) {
        box_numbers(r, b);
        return;
    }
    bool ordered = b->kind == BOX_TIMELINE;
    writer_line(w);
    if (ordered)
        writer_open(w, "ol");
    else
        writer_open(w, "ul");
    writer_set(w, "class", "bs-box__items");
    for (size_t i = 0; i < b->item_count; i++)
        box_item_write(r, &b->items[i]);
    writer_line(w);
    if (ordered)
        writer_close(w, "ol");
    else
        writer_close(w, "ul");
}

static void box_offer(render *r, const box *b)
{
    if (!b->url.href.size)
        return;
    writer_line(r->w);
    writer_open(r->w, "p");
    writer_set(r->w, "class", "bs-box__offer");
    if (b->paid)
        part_anchor_open(r, b->url, "sponsored nofollow");
    else
        part_anchor_open(r, b->url, "");
    if (b->label.size)
        writer_text(r->w, b->label);
    else
        part_line(r, &b->title);
    part_anchor_close(r, b->url);
    writer_close(r->w, "p");
}

static void box_content(render *r, const box *b)
{
    box_text(r->w, &b->body);
    box_items(r, b);
    box_offer(r, b);
}

void part_box(render *r)
{
    writer *w = r->w;
    const box *b = story_placed(r->story, PLACE_BOX, r->id);
    if (!b)
        return;
    bool note = b->kind == BOX_CORRECTION || b->kind == BOX_WARNING || b->kind == BOX_NOTICE;
    bool named = b->title.plain.size != 0;
    if (named)
        writer_open(w, "aside");
    else
        writer_open(w, "div");
    writer_pair(w, "class", TEXT("bs-box bs-box-"), box_classes[b->kind]);
    part_root(r, TEXT("box"));
    if (note)
        writer_set(w, "role", "note");
    if (named)
        writer_attr(w, "aria-labelledby", b->anchor);
    if (b->collapsed) {
        writer_line(w);
        writer_open(w, "details");
        writer_open(w, "summary");
    }
    box_kicker(r, b);
    box_title(r, b);
    if (b->collapsed)
        writer_close(w, "summary");
    box_content(r, b);
    writer_line(w);
    if (b->collapsed)
        writer_close(w, "details");
    if (named)
        writer_close(w, "aside");
    else
        writer_close(w, "div");
}
