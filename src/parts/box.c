/* A box beside the running text: facts, points, a timeline, numbers, a warning, an offer.
 *
 * Its title names it where it has one, and makes it a landmark. One without a title, with that of another box, or that
 * stands there again is none, since nothing would tell it from others. One that is folded away is opened by its title,
 * without a script. One that is paid for says so, and so does each link in it. */
#include "page/compose.h"
#include "page/part.h"

static const text box_classes[BOX_KINDS] = {
    [BOX_FACTS] = TEXT_INIT("facts"),           [BOX_POINTS] = TEXT_INIT("points"),
    [BOX_PROFILE] = TEXT_INIT("profile"),       [BOX_QUESTION] = TEXT_INIT("question"),
    [BOX_TIMELINE] = TEXT_INIT("timeline"),     [BOX_NUMBERS] = TEXT_INIT("numbers"),
    [BOX_CORRECTION] = TEXT_INIT("correction"), [BOX_WARNING] = TEXT_INIT("warning"),
    [BOX_NOTICE] = TEXT_INIT("notice"),         [BOX_OFFER] = TEXT_INIT("offer"),
};

/* --- its head ---------------------------------------------------------------------------------- */

/* What the interface says of a box: that it is paid for, or what it is where neither a kicker nor a title does. Color
 * alone would not tell a warning from facts. Empty: nothing. */
static text box_word(render *r, const box *b)
{
    if (b->paid)
        return part_word(r, WORD_ADVERTISEMENT);
    if (b->kicker.size || b->title.plain.size)
        return NO_TEXT;
    if (b->kind == BOX_CORRECTION)
        return part_word(r, WORD_BOX_CORRECTION);
    if (b->kind == BOX_WARNING)
        return part_word(r, WORD_BOX_WARNING);
    return b->kind == BOX_NOTICE ? part_word(r, WORD_BOX_NOTICE) : NO_TEXT;
}

static void box_kicker(render *r, const box *b)
{
    writer *w = r->w;
    text said = box_word(r, b);
    if (!b->kicker.size && !said.size)
        return;
    writer_line(w);
    if (b->collapsed) /* a summary holds no paragraph */
        writer_open_class(w, "span", "bs-box__kicker");
    else
        writer_open_class(w, "p", "bs-box__kicker");
    if (said.size) {
        writer_open_class(w, "strong", "bs-box__word");
        part_words_language(r);
        writer_text(w, said);
        writer_close(w, "strong");
    }
    if (said.size && b->kicker.size)
        writer_say(w, " ");
    writer_text(w, b->kicker);
    if (b->collapsed)
        writer_close(w, "span");
    else
        writer_close(w, "p");
}

static void box_title(render *r, const box *b)
{
    if (!b->title.plain.size)
        return;
    writer_line(r->w);
    part_heading_open(r, 1);
    writer_set(r->w, "class", "bs-box__title");
    writer_again(r->w, "id", NO_TEXT, b->anchor, r->again);
    part_line(r, &b->title);
    part_heading_close(r, 1);
}

/* --- what it tells ----------------------------------------------------------------------------- */

static void box_text(render *r, const markdown *m)
{
    if (!markdown_shows(m))
        return;
    writer_line(r->w);
    writer_open_class(r->w, "div", "bs-box__text");
    writer_line(r->w);
    part_prose(r, m);
    writer_close(r->w, "div");
}

/* Each number, and what it counts. */
static void box_numbers(render *r, const box *b)
{
    writer *w = r->w;
    writer_line(w);
    writer_open_class(w, "dl", "bs-box__items");
    for (size_t i = 0; i < b->item_count; i++) {
        const box_item *one = &b->items[i];
        writer_line(w);
        writer_open_class(w, "div", "bs-box__item");
        writer_line(w);
        writer_open_class(w, "dt", "bs-box__label");
        part_line(r, &one->title);
        writer_close(w, "dt");
        writer_line(w);
        writer_open(w, "dd");
        part_time(r, &one->date);
        box_text(r, &one->body);
        writer_close(w, "dd");
        writer_line(w);
        writer_close(w, "div");
    }
    writer_line(w);
    writer_close(w, "dl");
}

static void box_entry(render *r, const box_item *one)
{
    writer *w = r->w;
    part_list_item(r);
    writer_set(w, "class", "bs-box__item");
    part_time(r, &one->date);
    if (one->title.plain.size) {
        if (one->date.precision != DATE_NONE)
            writer_say(w, " ");
        writer_open_class(w, "strong", "bs-box__label");
        part_line(r, &one->title);
        writer_close(w, "strong");
    }
    box_text(r, &one->body);
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
        writer_open_class(w, "ol", "bs-box__items");
    else
        writer_open_class(w, "ul", "bs-box__items");
    for (size_t i = 0; i < b->item_count; i++)
        box_entry(r, &b->items[i]);
    writer_line(w);
    if (ordered)
        writer_close(w, "ol");
    else
        writer_close(w, "ul");
}

/* Where it leads: by its label, or else by its title or its host. A label without an address stands there, too. */
static void box_link(render *r, const box *b)
{
    if (!b->url.href.size && !b->label.size)
        return;
    writer_line(r->w);
    writer_open_class(r->w, "p", "bs-box__link");
    part_anchor_open(r, b->url, "");
    if (b->url.href.size)
        part_printed(r, b->url);
    if (b->label.size)
        writer_text(r->w, b->label);
    else
        writer_text(r->w, text_or(text_or(b->title.plain, url_host_of(b->url)), b->url.href));
    part_anchor_close(r, b->url);
    writer_close(r->w, "p");
}

/* --- all ----------------------------------------------------------------------------------------- */

static void box_content(render *r, const box *b)
{
    writer *w = r->w;
    if (b->collapsed) {
        writer_line(w);
        writer_open_class(w, "details", "bs-box__details");
        writer_line(w);
        writer_open_class(w, "summary", "bs-box__summary");
    }
    box_kicker(r, b);
    box_title(r, b);
    if (b->collapsed)
        writer_close(w, "summary");
    box_text(r, &b->body);
    box_items(r, b);
    box_link(r, b);
    writer_line(w);
    if (b->collapsed) {
        writer_close(w, "details");
        writer_line(w);
    }
}

void part_box(render *r)
{
    writer *w = r->w;
    const box *b = story_placed(r->story, PLACE_BOX, r->id);
    if (!b)
        return;
    bool named = b->title.plain.size != 0, landmark = named && !r->again && !b->twin;
    if (landmark)
        writer_open(w, "section");
    else
        writer_open(w, "div");
    writer_pair(w, "class", TEXT("bs-box bs-box--"), box_classes[b->kind]);
    part_root(r, TEXT("box"));
    if (b->kind == BOX_CORRECTION || b->kind == BOX_WARNING || b->kind == BOX_NOTICE)
        writer_set(w, "role", "note");
    else if (named && !landmark)
        writer_set(w, "role", "group");
    if (named)
        writer_again(w, "aria-labelledby", NO_TEXT, b->anchor, r->again);
    writer_paid(w, b->paid);
    box_content(r, b);
    writer_paid(w, false);
    if (landmark)
        writer_close(w, "section");
    else
        writer_close(w, "div");
}
