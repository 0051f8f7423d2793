/* The lists, which change by the minute: the ticker, lists by rank, galleries, more by the authors. */
#include "base/concat.h"
#include "base/digits.h"
#include "base/module.h"
#include "bundle/bundle.h"
#include "bundle/reader.h"
#include "text/slug.h"

enum { TICKER_MOST = 20 };

thumbnail bundle_thumbnail(story *s, json_node *object, text key)
{
    json_node *node = reader_object(s, object, key);
    thumbnail t = {
        .src = reader_url(s, node, TEXT("src"), URL_MEDIA),
        .width = reader_whole(s, node, TEXT("width"), 100000),
        .height = reader_whole(s, node, TEXT("height"), 100000),
        .alt = reader_lines(s, node, TEXT("alt")),
    };
    if (!text_equal(key, TEXT("logo")) &&
        !reader_member(s, node, TEXT("width")) != !reader_member(s, node, TEXT("height")))
        report_node(&s->report, REPORT_PICTURE_SIZE_HALF, node);
    if (!t.width || !t.height)
        t.width = t.height = 0;
    if (node && !reader_member(s, node, TEXT("src")))
        report_node(&s->report, REPORT_PICTURE_SRC_MISSING, node);
    return t;
}

/* --- by rank --------------------------------------------------------------------------------- */

/* Sorts by rank; items of one rank keep their order. A merge sort: runs that are sorted are merged into ever longer
 * ones. */
static void ranked_sort(arena *scratch, ranked_item *items, size_t count)
{
    ranked_item *from = items, *to = arena_array(scratch, count, sizeof *to);
    for (size_t run = 1; run < count; run *= 2) {
        for (size_t start = 0, out = 0; start < count; start += 2 * run) {
            size_t middle = count - start > run ? start + run : count;
            size_t end = count - start > 2 * run ? start + 2 * run : count;
            for (size_t left = start, right = middle; out < end;) {
                bool first = left < middle && (right == end || from[left].rank <= from[right].rank);
                to[out++] = from[first ? left++ : right++];
            }
        }
        ranked_item *swap = from;
        from = to;
        to = swap;
    }
    if (from != items && count)
        memcpy(items, from, count * sizeof *items);
}

/* The fields that a story has in each of these lists. False when it has no headline. */
static bool item_read(story *s, json_node *object, ranked_item *item)
{
    item->headline = reader_text(s, object, TEXT("headline"));
    item->url = reader_url(s, object, TEXT("url"), URL_LINK);
    if (reader_rich(s, object, TEXT("label"))) {
        story_label *label = arena_array(&s->arena, 1, sizeof *label);
        *label = bundle_label(s, object, false);
        item->label = label->shows ? label : NULL;
    }
    if (!item->headline.size)
        report_node(&s->report, REPORT_ITEM_HEADLINE_MISSING, object);
    return item->headline.size;
}

static void item_details(story *s, json_node *object, ranked_item *item)
{
    item->kicker = reader_text(s, object, TEXT("kicker"));
    item->published = reader_date(s, object, TEXT("published"));
    item->image = bundle_thumbnail(s, object, TEXT("image"));
}

typedef enum list_kind { LIST_TICKER, LIST_RANKED, LIST_BY_AUTHOR } list_kind;

static ranked_item *list_read(story *s, json_node *object, text key, list_kind kind, size_t *read)
{
    reader_items list = reader_list(s, object, key);
    ranked_item *items = arena_array(&s->arena, list.count, sizeof *items);
    *read = 0;
    for (json_node *node; (node = reader_next_object(s, &list));) {
        ranked_item item = {.published = {.precision = DATE_NONE}};
        if (kind != LIST_BY_AUTHOR)
            item.rank = reader_whole(s, node, TEXT("rank"), 100000);
        if (kind != LIST_TICKER)
            item_details(s, node, &item);
        if (!item.rank) /* else its place in the list */
            item.rank = (uint32_t)node->index + 1;
        if (item_read(s, node, &item))
            items[(*read)++] = item;
    }
    if (kind != LIST_BY_AUTHOR)
        ranked_sort(&s->arena, items, *read);
    return items;
}

static void lists_ticker(story *s, json_node *object)
{
    lists *l = &s->lists;
    l->ticker = list_read(s, object, TEXT("ticker"), LIST_TICKER, &l->ticker_count);
    if (l->ticker_count > TICKER_MOST) {
        const json_node *node = json_member(object, TEXT("ticker"));
        if (!story_marked(s, node, MARK_CUT)) /* else the limit has cut it, which is reported */
            report_node(&s->report, REPORT_TICKER_TOO_LONG, node);
        story_cut(s, node);
        l->ticker_count = TICKER_MOST;
    }
}

/* --- anchors --------------------------------------------------------------------------------- */

/* The id "PREFIXkind_slug". Headings of the body have other ids, since a slug has no "_". */
static text lists_anchor(story *s, text kind, slugs *known, text name)
{
    text pieces[] = {s->id_prefix, kind, slugs_make(known, name)};
    return text_concat(&s->arena, pieces, sizeof pieces / sizeof pieces[0]);
}

static void lists_by_rank(story *s, json_node *object)
{
    lists *l = &s->lists;
    reader_items items = reader_ids(s, object, TEXT("ranked"));
    slugs known;
    slugs_open(&known, &s->arena);
    l->ranked = arena_array(&s->arena, items.count, sizeof *l->ranked);
    for (json_node *item; (item = reader_next_object(s, &items));) {
        ranked_list list = {.id = item->key};
        list.label = reader_text(s, item, TEXT("label"));
        list.url = reader_url(s, item, TEXT("url"), URL_LINK);
        list.items = list_read(s, item, TEXT("items"), LIST_RANKED, &list.count);
        if (!list.label.size || !list.count) {
            report_node(&s->report, list.label.size ? REPORT_RANKED_EMPTY : REPORT_RANKED_LABEL_MISSING, item);
            continue;
        }
        list.anchor = lists_anchor(s, TEXT("ranked_"), &known, list.id);
        l->ranked[l->ranked_count] = list;
        index_add(&l->ranked_by_id, &s->arena, list.id, &l->ranked[l->ranked_count++]);
    }
}

/* --- galleries ------------------------------------------------------------------------------- */

/* The id "ANCHOR_number" of a picture; numbers begin at 1. */
static text picture_anchor(story *s, text start, size_t number)
{
    char room[DIGITS_ROOM];
    text pieces[] = {start, TEXT("_"), digits_of(number, 1, room)};
    return text_concat(&s->arena, pieces, sizeof pieces / sizeof pieces[0]);
}

static void gallery_pictures(story *s, json_node *object, gallery *g)
{
    reader_items items = reader_list(s, object, TEXT("pictures"));
    g->pictures = arena_array(&s->arena, items.count, sizeof(figure *));
    for (json_node *item; (item = reader_next_object(s, &items));) {
        figure *f = bundle_figure(s, item);
        if (!f)
            continue;
        f->id = picture_anchor(s, g->anchor, g->picture_count + 1);
        g->pictures[g->picture_count++] = f;
    }
    if (g->picture_total && g->picture_total < g->picture_count + items.cut)
        report_node(&s->report, REPORT_GALLERY_COUNT_LOW, json_member(object, TEXT("count")));
    if (g->picture_total < g->picture_count + items.cut)
        g->picture_total = (uint32_t)(g->picture_count + items.cut);
}

static bool gallery_read(story *s, json_node *object, slugs *known, gallery *g)
{
    g->id = reader_text(s, object, TEXT("id"));
    g->title = reader_text(s, object, TEXT("title"));
    g->url = reader_url(s, object, TEXT("url"), URL_LINK);
    g->cover = bundle_thumbnail(s, object, TEXT("cover"));
    g->picture_total = reader_whole(s, object, TEXT("count"), 100000);
    g->anchor = lists_anchor(s, TEXT("gallery_"), known, g->id.size ? g->id : g->title);
    g->place = s->lists.galleries.anchor;
    gallery_pictures(s, object, g);
    if (!g->title.size)
        report_node(&s->report, REPORT_GALLERY_TITLE_MISSING, object);
    return g->title.size;
}

static void lists_galleries(story *s, json_node *object)
{
    json_node *node = reader_object(s, object, TEXT("galleries"));
    galleries *all = &s->lists.galleries;
    slugs known;
    slugs_open(&known, &s->arena);
    all->anchor = text_concat(&s->arena, (text[]){s->id_prefix, TEXT("galleries")}, 2);
    all->label = reader_text(s, node, TEXT("label"));
    all->url = reader_url(s, node, TEXT("url"), URL_LINK);
    reader_items items = reader_list(s, node, TEXT("items"));
    all->items = arena_array(&s->arena, items.count, sizeof *all->items);
    for (json_node *item; (item = reader_next_object(s, &items));) {
        gallery g = {.id = NO_TEXT};
        if (gallery_read(s, item, &known, &g))
            all->items[all->count++] = g;
    }
    const json_node *given = MODULE_IS_WHOLE ? json_member(node, TEXT("items")) : NULL;
    if (MODULE_IS_WHOLE && all->label.size &&
        (!given || given->kind == JSON_NULL || (given->kind == JSON_ARRAY && !given->count)))
        report_node(&s->report, REPORT_GALLERY_LIST_EMPTY, node);
}

void bundle_lists(story *s, json_node *object)
{
    lists *l = &s->lists;
    lists_ticker(s, object);
    l->ticker_hours = reader_whole(s, object, TEXT("tickerHours"), 24 * 365);
    lists_by_rank(s, object);
    lists_galleries(s, object);
    l->more_by_author = list_read(s, object, TEXT("moreByAuthor"), LIST_BY_AUTHOR, &l->more_by_author_count);
}
