/* What happens while it happens: live updates, the pinned one and then the newest first, with a list of the key events
 * above them. The older ones are folded away where the bundle asks for that, and whoever has no script can open them.
 *
 * While more may come there is a button, which a script shows when some have: nothing is put above what a reader reads
 * until he asks for it (web/elements/updates.js). */
#include "page/compose.h"
#include "page/part.h"

static void updates_head(render *r, const live *l)
{
    static const word states[LIVE_STATES] = {
        [LIVE_GOING] = WORD_LIVE_GOING, [LIVE_PAUSED] = WORD_LIVE_PAUSED, [LIVE_ENDED] = WORD_LIVE_ENDED};
    static const text classes[LIVE_STATES] = {
        [LIVE_GOING] = TEXT_INIT("live"), [LIVE_PAUSED] = TEXT_INIT("paused"), [LIVE_ENDED] = TEXT_INIT("ended")};
    writer *w = r->w;
    writer_line(w);
    part_heading_open(r, 1);
    writer_set(w, "class", "bs-updates__head");
    part_own_id(r, "id", "updates");
    part_words_language(r);
    part_say(r, WORD_UPDATES);
    part_heading_close(r, 1);
    if (l->state == LIVE_STATES)
        return;
    writer_line(w);
    writer_open(w, "p");
    writer_pair(w, "class", TEXT("bs-updates__state bs-updates__state--"), classes[l->state]);
    part_words_language(r);
    part_say(r, states[l->state]);
    writer_close(w, "p");
}

/* The button, with its text for each plural of the words' language (CLDR's one, two, few, many and other). */
static void updates_button(render *r, const live *l)
{
    writer *w = r->w;
    if (l->state == LIVE_ENDED)
        return;
    writer_line(w);
    writer_open_class(w, "button", "bs-updates__new");
    writer_set(w, "type", "button");
    writer_set(w, "data-bs-action", "updates-show");
    writer_attr(w, "data-bs-two", part_word(r, WORD_UPDATES_NEW_TWO));
    writer_attr(w, "data-bs-few", part_word(r, WORD_UPDATES_NEW_FEW));
    writer_attr(w, "data-bs-many", part_word(r, WORD_UPDATES_NEW_MANY));
    writer_attr(w, "data-bs-other", part_word(r, WORD_UPDATES_NEW_OTHER));
    writer_flag(w, "hidden");
    part_words_language(r);
    part_say(r, WORD_UPDATES_NEW_ONE);
    writer_close(w, "button");
}

static void updates_key_item(render *r, const update *u)
{
    writer *w = r->w;
    part_list_item(r);
    writer_open(w, "a");
    writer_pair(w, "href", TEXT("#"), u->anchor);
    part_time(r, &u->published);
    if (u->title.plain.size) {
        if (u->published.precision != DATE_NONE)
            writer_say(w, " ");
        part_span(r, "bs-updates__event", u->title.plain);
    } else if (u->published.precision == DATE_NONE) {
        part_words_language(r);
        part_say(r, WORD_UPDATE);
    }
    writer_close(w, "a");
    writer_close(w, "li");
}

static void updates_key(render *r, const live *l)
{
    writer *w = r->w;
    size_t count = 0;
    for (size_t i = 0; i < l->count; i++)
        count += l->updates[i]->key;
    if (!count)
        return;
    writer_line(w);
    writer_open_class(w, "nav", "bs-updates__key");
    part_own_id(r, "aria-labelledby", "updates_key");
    writer_line(w);
    part_heading_open(r, 2);
    part_own_id(r, "id", "updates_key");
    part_words_language(r);
    part_say(r, WORD_UPDATES_KEY);
    part_heading_close(r, 2);
    writer_line(w);
    writer_open(w, "ol");
    for (size_t i = 0; i < l->count; i++)
        if (l->updates[i]->key)
            updates_key_item(r, l->updates[i]);
    writer_line(w);
    writer_close(w, "ol");
    writer_line(w);
    writer_close(w, "nav");
}

static void updates_list(render *r, const live *l, size_t from, size_t to)
{
    writer *w = r->w;
    if (from == to)
        return;
    writer_line(w);
    writer_open_class(w, "ol", "bs-updates__list");
    for (size_t i = from; i < to; i++) {
        part_list_item(r);
        writer_line(w);
        part_inside(r, part_update, l->updates[i]->id);
        writer_line(w);
        writer_close(w, "li");
    }
    writer_line(w);
    writer_close(w, "ol");
}

/* A link to those that the bundle does not hold. */
static void updates_link(render *r, url to, word which)
{
    writer *w = r->w;
    if (!to.href.size)
        return;
    writer_line(w);
    writer_open_class(w, "p", "bs-updates__more");
    part_words_language(r);
    part_anchor_open(r, to, "");
    part_printed(r, to);
    part_say(r, which);
    part_anchor_close(r, to);
    writer_close(w, "p");
}

/* The fold has the link to those that are older still, beside the oldest. */
static void updates_fold(render *r, const live *l)
{
    writer *w = r->w;
    if (!l->folded)
        return;
    writer_line(w);
    writer_open_class(w, "details", "bs-updates__older");
    writer_line(w);
    writer_open(w, "summary");
    part_words_language(r);
    part_say(r, WORD_UPDATES_OLDER);
    writer_close(w, "summary");
    if (l->old_first)
        updates_link(r, l->older, WORD_UPDATES_FURTHER);
    updates_list(r, l, l->folded_at, l->folded_at + l->folded);
    if (!l->old_first)
        updates_link(r, l->older, WORD_UPDATES_FURTHER);
    writer_line(w);
    writer_close(w, "details");
}

/* Leads on to the older or the newer ones, where such stand. */
static void updates_on(render *r, const live *l, bool older)
{
    if (!older)
        updates_link(r, l->newer, WORD_UPDATES_NEWER);
    else if (!l->folded)
        updates_link(r, l->older, WORD_UPDATES_OLDER);
}

void part_updates(render *r)
{
    writer *w = r->w;
    const live *l = &r->story->article.live;
    if (!l->count)
        return;
    part_open(r, "section", "updates");
    part_own_id(r, "aria-labelledby", "updates");
    updates_head(r, l);
    updates_key(r, l);
    updates_button(r, l);
    updates_on(r, l, l->old_first);
    updates_list(r, l, 0, l->folded_at);
    updates_fold(r, l);
    updates_list(r, l, l->folded_at + l->folded, l->count);
    updates_on(r, l, !l->old_first);
    writer_line(w);
    writer_close(w, "section");
}
