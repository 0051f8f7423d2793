/* Live updates: article.live and article.updates.
 *
 * The newest stands at the top, and of two at one time the one that the bundle has first; the pinned one stands above
 * all. A local date is one of UTC until the host has told of its clock. Where there are more than the limit allows, the
 * oldest are cut, whatever the bundle's order: what is new must not be lost. An entry's id is made of its id in the
 * bundle alone, so that a link to it holds when others come. */
#include "base/concat.h"
#include "bundle/bundle.h"
#include "bundle/line.h"
#include "bundle/places.h"
#include "bundle/reader.h"
#include "bundle/taken.h"
#include "text/slug.h"

#if BROADSHEET_MODULE >= MODULE_RICH

/* An entry of the map. */
typedef struct live_entry {
    json_node *node;
    date published;
    int64_t instant; /* that date's, in UTC */
    text anchor;
    bool pinned;
    size_t index;   /* its place in the map */
    update *update; /* once it is read */
} entry;

/* --- their order ----------------------------------------------------------------------------------- */

static bool entry_dated(const entry *e)
{
    return e->published.precision != DATE_NONE;
}

/* Whether one stands above another. */
static bool entry_above(const entry *a, const entry *b, bool old_first)
{
    bool dated = entry_dated(a);
    if (a->pinned || b->pinned)
        return a->pinned;
    if (dated != entry_dated(b)) /* nobody knows when it was: as the oldest */
        return dated != old_first;
    if (!dated || a->instant == b->instant)
        return a->index < b->index;
    return (a->instant < b->instant) == old_first;
}

/* A merge sort, with room for as many. Gives the one of the two that is in order. */
static entry *entries_sort(entry *from, entry *to, size_t count, bool old_first)
{
    for (size_t run = 1; run < count; run *= 2) {
        for (size_t start = 0; start < count; start += 2 * run) {
            size_t left = start, middle = start + run < count ? start + run : count, right = middle;
            size_t end = middle + run < count ? middle + run : count;
            for (size_t i = start; i < end; i++) {
                bool first = left < middle && (right == end || entry_above(&from[left], &from[right], old_first));
                to[i] = from[first ? left++ : right++];
            }
        }
        entry *swap = from;
        from = to;
        to = swap;
    }
    return from;
}

/* Cuts the oldest ones past the limit. */
static size_t entries_cut(story *s, json_node *map, const entry *all, size_t count)
{
    size_t most = s->limits.list_items;
    if (count <= most)
        return count;
    report_node(&s->report, REPORT_LIST_TOO_LONG, map);
    story_cut(s, map);
    for (size_t i = most; i < count; i++)
        story_mark(s, all[i].node, MARK_OPAQUE);
    return most;
}

/* --- one entry ----------------------------------------------------------------------------------- */

/* The author at a place of article.authors, from 0; NULL, reported, where there is none. */
static author *update_author(story *s, json_node *node)
{
    const article *a = &s->article;
    if (!taken_is_number(s, node)) {
        taken_wrong_type(s, node);
        return NULL;
    }
    size_t place = node->number >= 0 && node->number < (double)a->numbered_count ? (size_t)node->number : 0;
    if (!(node->number >= 0)) {
        report_node(&s->report, REPORT_NUMBER_RANGE, node);
    } else if (node->number < (double)a->numbered_count && (double)place < node->number) {
        report_node(&s->report, REPORT_NUMBER_FRACTION, node);
    } else if (node->number < (double)a->numbered_count && a->numbered[place]) {
        if (places_name(s, a->numbered[place]))
            return a->numbered[place];
        report_node(&s->report, REPORT_UPDATE_AUTHOR_REPEATED, node);
    } else {
        report_node(&s->report, REPORT_UPDATE_AUTHOR_UNKNOWN, node);
    }
    return NULL;
}

static void update_authors(story *s, json_node *object, update *u)
{
    reader_items items = reader_list(s, object, TEXT("authors"));
    u->authors = arena_array(&s->arena, items.count, sizeof(const author *));
    for (json_node *item; (item = reader_next(s, &items));) {
        author *one = update_author(s, item);
        if (!one || one->named == u)
            continue; /* who is named twice has written it once */
        one->named = u;
        u->authors[u->author_count++] = one;
    }
}

static void update_dates(story *s, json_node *object, update *u)
{
    u->modified = reader_date(s, object, TEXT("modified"));
    if (date_before(&u->modified, &u->published))
        report_node(&s->report, REPORT_DATE_ORDER, json_member(object, TEXT("modified")));
    if (date_before(&s->now, &u->published))
        report_node(&s->report, REPORT_DATE_FUTURE, json_member(object, TEXT("published")));
    reader_missing(s, object, TEXT("published"), REPORT_UPDATE_PUBLISHED_MISSING);
}

static update *update_read(story *s, const entry *e)
{
    update *u = arena_alloc(&s->arena, sizeof *u);
    *u = (update){.id = e->node->key, .anchor = e->anchor, .published = e->published, .pinned = e->pinned};
    update_dates(s, e->node, u);
    u->title = bundle_line(s, e->node, TEXT("title"));
    u->key = reader_flag(s, e->node, TEXT("key"));
    u->body = bundle_update_body(s, e->node);
    update_authors(s, e->node, u);
    if (u->title.plain.size || markdown_shows(&u->body))
        return u;
    report_node(&s->report, REPORT_UPDATE_EMPTY, e->node);
    return NULL;
}

/* --- all ------------------------------------------------------------------------------------------ */

static entry *entries_read(story *s, json_node *object, text pinned, size_t *count)
{
    slugs known;
    slugs_open(&known, &s->arena);
    reader_items items = reader_ids(s, object, TEXT("updates"));
    entry *all = arena_array(&s->arena, items.count, sizeof *all);
    for (json_node *item; (item = reader_next_object(s, &items));) {
        text anchor = text_concat(&s->arena, (text[]){s->id_prefix, TEXT("update_"), slugs_make(&known, item->key)}, 3);
        entry *e = &all[*count];
        *e = (entry){.node = item, .anchor = anchor, .index = (*count)++};
        e->pinned = pinned.size && text_equal(pinned, item->key);
        e->published = reader_date(s, item, TEXT("published"));
        e->instant = e->published.seconds;
    }
    return all;
}

/* The state that the bundle gives, or else that of its status. */
static live_state live_status(story *s, json_node *object, json_node *given)
{
    static const text states[LIVE_STATES] = {
        [LIVE_GOING] = TEXT_INIT("live"), [LIVE_PAUSED] = TEXT_INIT("paused"), [LIVE_ENDED] = TEXT_INIT("ended")};
    size_t state = reader_choice(s, given, TEXT("state"), states, LIVE_STATES, REPORT_LIVE_STATE_UNKNOWN);
    const json_node *status = json_member(object, TEXT("status"));
    for (size_t i = 0; state == LIVE_STATES && status && status->kind == JSON_STRING && i < LIVE_STATES; i++)
        if (text_equal(taken_trimmed(status->string), states[i]))
            return (live_state)i;
    return (live_state)state;
}

/* The older ones, of those that are shown, go into a fold: all but the newest, and the pinned one. */
static void live_fold(live *l, size_t most)
{
    size_t pinned = l->count && l->updates[0]->pinned;
    if (!most || l->count - pinned <= most)
        return;
    l->folded = l->count - pinned - most;
    l->folded_at = l->old_first ? pinned : pinned + most;
}

void bundle_updates(story *s, json_node *object)
{
    static const text orders[] = {TEXT_INIT("newest"), TEXT_INIT("oldest")};
    live *l = &s->article.live;
    size_t count = 0;
    json_node *given = reader_object(s, object, TEXT("live"));
    l->state = live_status(s, object, given);
    l->started = reader_date(s, given, TEXT("started"));
    l->ended = reader_date(s, given, TEXT("ended"));
    l->older = reader_url(s, given, TEXT("older"), URL_LINK);
    l->newer = reader_url(s, given, TEXT("newer"), URL_LINK);
    l->old_first = reader_choice(s, given, TEXT("order"), orders, 2, REPORT_LIVE_ORDER_UNKNOWN) == 1;
    uint32_t page = reader_whole(s, given, TEXT("page"), 100000);
    text pinned = reader_text(s, given, TEXT("pinned"));
    bundle_numbered(s);
    entry *all = entries_read(s, object, pinned, &count), *room = arena_array(&s->arena, count, sizeof *room);
    entry *sorted = entries_sort(all, room, count, false);
    room = sorted == all ? room : all;
    all = sorted;
    if (pinned.size && !(count && all[0].pinned))
        report_node(&s->report, REPORT_LIVE_PINNED_UNKNOWN, json_member(given, TEXT("pinned")));
    count = entries_cut(s, json_member(object, TEXT("updates")), all, count);
    l->order = l->old_first ? entries_sort(all, room, count, true) : all;
    l->order_room = l->order == all ? room : all;
    l->updates = arena_array(&s->arena, count, sizeof(update *));
    for (size_t i = 0; i < count; i++) {
        update *u = update_read(s, &l->order[i]);
        if (!u)
            continue;
        index_add(&l->by_id, &s->arena, u->id, u);
        l->order[i].update = u;
        l->order[l->count] = l->order[i];
        l->updates[l->count++] = u;
    }
    live_fold(l, page);
}

void bundle_updates_order(story *s)
{
    live *l = &s->article.live;
    const int32_t *offsets = s->clocks ? s->clocks : s->offsets;
    if (!s->local || !l->count)
        return;
    for (size_t i = 0; i < l->count; i++) {
        const date *d = &l->order[i].published;
        l->order[i].instant = d->seconds - (d->local && d->precision == DATE_MINUTE ? offsets[d->slot] : 0);
    }
    entry *sorted = entries_sort(l->order, l->order_room, l->count, l->old_first);
    l->order_room = sorted == l->order ? l->order_room : l->order;
    l->order = sorted;
    for (size_t i = 0; i < l->count; i++)
        l->updates[i] = sorted[i].update;
}

#endif
