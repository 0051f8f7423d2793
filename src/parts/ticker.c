/* The headlines of the hour, by rank. They move only where JavaScript makes them, and can then be paused and hidden
 * (WCAG 2.2.2): JavaScript shows the buttons for that, and swaps a button's word with its data-bs-other. */
#include "base/module.h"
#include "page/part.h"

static void ticker_button(render *r, text action, word label, word other)
{
    writer *w = r->w;
    writer_line(w);
    writer_open_class(w, "button", "bs-ticker__button");
    writer_set(w, "type", "button");
    writer_attr(w, "data-bs-action", action);
    writer_attr(w, "data-bs-other", part_word(r, other));
    writer_flag(w, "hidden");
    part_words_language(r);
    part_say(r, label);
    writer_close(w, "button");
}

/* The button that hides the headlines for some hours. */
static void ticker_later(render *r, uint32_t hours)
{
    writer *w = r->w;
    if (!hours)
        return;
    part_button_open(r, TEXT("bs-ticker__button"), TEXT("ticker-later"));
    part_words_language(r);
    part_word_number(r, hours == 1 ? WORD_TICKER_LATER_HOUR : WORD_TICKER_LATER, TEXT("hours"), hours);
    writer_close(w, "button");
}

static void ticker_item(render *r, const ranked_item *item)
{
    writer *w = r->w;
    part_list_item(r);
    writer_set(w, "class", "bs-ticker__item");
    writer_number(w, "value", item->rank);
    writer_open_class(w, "span", "bs-ticker__rank");
    writer_integer(w, item->rank);
    writer_close(w, "span");
    writer_say(w, " ");
    if (MODULE_HAS_RICH && item->label)
        part_label_listed(r, item->label);
    bool paid = MODULE_HAS_RICH && part_is_paid(item->label), before = paid && writer_paid(w, true);
    part_label(r, item->headline, item->url);
    if (paid)
        writer_paid(w, before);
    writer_close(w, "li");
}

void part_ticker(render *r)
{
    writer *w = r->w;
    const lists *l = &r->story->lists;
    if (!l->ticker_count)
        return;
    part_open_site(r, "section", "ticker");
    if (l->ticker_hours)
        writer_number(w, "data-bs-hours", l->ticker_hours);
    part_own_id(r, "aria-labelledby", "ticker");
    writer_line(w);
    part_heading_open(r, 1);
    writer_set(w, "class", "bs-ticker__label");
    part_own_id(r, "id", "ticker");
    part_words_language(r);
    part_say(r, WORD_TICKER);
    part_heading_close(r, 1);
    writer_line(w);
    writer_open_class(w, "ol", "bs-ticker__list");
    for (size_t i = 0; i < l->ticker_count; i++)
        ticker_item(r, &l->ticker[i]);
    writer_line(w);
    writer_close(w, "ol");
    writer_line(w);
    writer_open_class(w, "div", "bs-ticker__controls");
    ticker_button(r, TEXT("ticker-pause"), WORD_TICKER_PAUSE, WORD_TICKER_RESUME);
    ticker_later(r, l->ticker_hours);
    ticker_button(r, TEXT("ticker-hide"), WORD_TICKER_HIDE, WORD_TICKER_SHOW);
    writer_line(w);
    writer_close(w, "div");
    writer_line(w);
    writer_close(w, "section");
}
