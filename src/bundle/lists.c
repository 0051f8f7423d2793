/* What changes by the minute: the ticker, lists by rank, galleries, more by the authors. */
#include "base/concat.h"
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
    if (!t.width || !t.height)
        t.width = t.height = 0;
    if (node && !reader_member(node, TEXT("src")))
        report_node(&s->report, REPORT_PICTURE_SRC_MISSING, node);
    return t;
}

/* --- by rank --------------------------------------------------------------------------------- */

/* Sorts by rank; items of one rank keep their order. A merge of ever longer runs. */
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

/* What all these lists say of a story. */
static bool item_read(story *s, json_node *object, ranked_item *item)
{
    item->headline = reader_text(s, object, TEXT("headline"));
    item->url = reader_url(s, object, TEXT("url"), URL_LINK);
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
    size_t count;
    json_node *list = reader_list(s, object, key, &count);
    ranked_item *items = arena_array(&s->arena, count, sizeof *items);
    *read = 0;
    for (json_node *node = count ? list->first : NULL; node && count; node = node->next, count--) {
        if (!reader_is_object(s, node))
            continue;
        ranked_item item = {.published = {.precision = DATE_NONE}};
        if (kind != LIST_BY_AUTHOR)
            item.rank = reader_whole(s, node, TEXT("rank"), 100000);
        if (kind != LIST_TICKER)
            item_details(s, node, &item);
        if (!item.rank) /* its place in the list */
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
        json_node *node = json_member(object, TEXT("ticker"));
        if (!node->cut) /* by the limit, which has reported it */
            report_node(&s->report, REPORT_TICKER_TOO_LONG, node);
        s->cut = node->cut = true;
        l->ticker_count = TICKER_MOST;
    }
}

/* --- anchors --------------------------------------------------------------------------------- */

/* "PREFIXkind_slug": no heading of the body has a "_" in its id. */
static text lists_anchor(story *s, text kind, slugs *known, text name)
{
    text pieces[] = {s->id_prefix, kind, slugs_make(known, name)};
    return text_concat(&s->arena, pieces, sizeof pieces / sizeof pieces[0]);
}

static void lists_ranked(story *s, json_node *object)
{
    json_node *ranked = reader_object(s, object, TEXT("ranked"));
    slugs known;
    slugs_open(&known, &s->arena);
    s->lists.ranked = ranked;
    for (json_node *node = ranked ? ranked->first : NULL; node; node = node->next) {
        if (!bundle_is_entry(node) || !reader_is_object(s, node))
            continue;
        ranked_list *list = arena_alloc(&s->arena, sizeof *list);
        list->id = node->key;
        list->label = reader_text(s, node, TEXT("label"));
        list->url = reader_url(s, node, TEXT("url"), URL_LINK);
        list->items = list_read(s, node, TEXT("items"), LIST_RANKED, &list->count);
        if (!list->label.size || !list->count) {
            report_node(&s->report, list->label.size ? REPORT_RANKED_EMPTY : REPORT_RANKED_LABEL_MISSING, node);
            continue;
        }
        list->anchor = lists_anchor(s, TEXT("ranked_"), &known, list->id);
        node->model = list;
    }
}

/* --- galleries ------------------------------------------------------------------------------- */

/* "ANCHOR_n", from 1. */
static text picture_anchor(story *s, text start, size_t number)
{
    char digits[20];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + number % 10);
    while (number /= 10);
    text pieces[] = {start, TEXT("_"), {digits + at, sizeof digits - at}};
    return text_concat(&s->arena, pieces, sizeof pieces / sizeof pieces[0]);
}

static void gallery_pictures(story *s, json_node *object, gallery *g)
{
    size_t count;
    json_node *list = reader_list(s, object, TEXT("pictures"), &count);
    size_t cut = count ? list->count - count : 0;
    g->pictures = arena_array(&s->arena, count, sizeof(figure *));
    for (json_node *node = count ? list->first : NULL; node && count; node = node->next, count--) {
        figure *f = reader_is_object(s, node) ? bundle_figure(s, node) : NULL;
        if (!f)
            continue;
        f->id = picture_anchor(s, g->anchor, g->picture_count + 1);
        g->pictures[g->picture_count++] = f;
    }
    if (g->picture_total < g->picture_count + cut)
        g->picture_total = (uint32_t)(g->picture_count + cut);
}

static bool gallery_read(story *s, json_node *object, slugs *known, gallery *g)
{
    g->id = reader_text(s, object, TEXT("id"));
    g->title = reader_text(s, object, TEXT("title"));
    g->url = reader_url(s, object, TEXT("url"), URL_LINK);
    g->cover = bundle_thumbnail(s, object, TEXT("cover"));
    g->picture_total = reader_whole(s, object, TEXT("count"), 100000);
    g->anchor = lists_anchor(s, TEXT("gallery_"), known, g->id.size ? g->id : g->title);
    gallery_pictures(s, object, g);
    if (!g->title.size)
        report_node(&s->report, REPORT_GALLERY_TITLE_MISSING, object);
    return g->title.size;
}

static void lists_galleries(story *s, json_node *object)
{
    json_node *node = reader_object(s, object, TEXT("galleries"));
    galleries *all = &s->lists.galleries;
    size_t count;
    slugs known;
    slugs_open(&known, &s->arena);
    all->anchor = text_concat(&s->arena, (text[]){s->id_prefix, TEXT("galleries")}, 2);
    all->label = reader_text(s, node, TEXT("label"));
    all->url = reader_url(s, node, TEXT("url"), URL_LINK);
    json_node *list = reader_list(s, node, TEXT("items"), &count);
    all->items = arena_array(&s->arena, count, sizeof *all->items);
    for (json_node *item = count ? list->first : NULL; item && count; item = item->next, count--) {
        gallery g = {.id = NO_TEXT};
        if (reader_is_object(s, item) && gallery_read(s, item, &known, &g))
            all->items[all->count++] = g;
    }
}

void bundle_lists(story *s, json_node *object)
{
    lists *l = &s->lists;
    lists_ticker(s, object);
    lists_ranked(s, object);
    lists_galleries(s, object);
    l->more_by_author = list_read(s, object, TEXT("moreByAuthor"), LIST_BY_AUTHOR, &l->more_by_author_count);
}
