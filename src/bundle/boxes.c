/* Boxes that the body places: article.boxes. */
#include "base/concat.h"
#include "bundle/bundle.h"
#include "bundle/line.h"
#include "bundle/reader.h"
#include "text/slug.h"

#if BROADSHEET_MODULE >= MODULE_RICH

/* Headings in a box stand below its title, where it has one. */
static markdown box_text(story *s, json_node *object, const box *b)
{
    return bundle_boxed(s, object, TEXT("body"), b->title.plain.size ? 1 : 0);
}

static void box_items(story *s, json_node *object, box *b)
{
    reader_items items = reader_list(s, object, TEXT("items"));
    b->items = arena_array(&s->arena, items.count, sizeof *b->items);
    for (json_node *item; (item = reader_next_object(s, &items));) {
        box_item one = {.date = reader_date(s, item, TEXT("date")), .title = bundle_line(s, item, TEXT("title"))};
        one.body = box_text(s, item, b);
        if (one.title.plain.size || markdown_shows(&one.body))
            b->items[b->item_count++] = one;
        else
            report_node(&s->report, REPORT_BOX_ITEM_EMPTY, item);
    }
}

/* Whether a box is paid for. A value that is neither false nor null says so, too: rather a label too many than a paid
 * box without one. */
static bool box_paid(story *s, json_node *object)
{
    const json_node *node = reader_member(s, object, TEXT("paid"));
    return reader_flag(s, object, TEXT("paid")) || (node && node->kind != JSON_FALSE);
}

static box *box_read(story *s, json_node *object, slugs *known)
{
    static const text kinds[BOX_KINDS] = {
        [BOX_FACTS] = TEXT_INIT("facts"),           [BOX_POINTS] = TEXT_INIT("points"),
        [BOX_PROFILE] = TEXT_INIT("profile"),       [BOX_QUESTION] = TEXT_INIT("question"),
        [BOX_TIMELINE] = TEXT_INIT("timeline"),     [BOX_NUMBERS] = TEXT_INIT("numbers"),
        [BOX_CORRECTION] = TEXT_INIT("correction"), [BOX_WARNING] = TEXT_INIT("warning"),
        [BOX_NOTICE] = TEXT_INIT("notice"),         [BOX_OFFER] = TEXT_INIT("offer"),
    };
    box *b = arena_alloc(&s->arena, sizeof *b);
    *b = (box){.kicker = reader_text(s, object, TEXT("kicker")), .paid = box_paid(s, object)};
    s->paid = b->paid; /* before any text of the box is read */
    b->kind = (box_kind)(reader_choice(s, object, TEXT("kind"), kinds, BOX_KINDS, REPORT_BOX_KIND_UNKNOWN) % BOX_KINDS);
    b->title = bundle_line(s, object, TEXT("title"));
    b->collapsed = reader_flag(s, object, TEXT("collapsed"));
    if (b->collapsed && !b->title.plain.size) {
        report_node(&s->report, REPORT_BOX_TITLE_MISSING, object);
        b->collapsed = false; /* nothing would say what is folded away */
    }
    b->body = box_text(s, object, b);
    box_items(s, object, b);
    b->url = reader_url(s, object, TEXT("url"), URL_LINK);
    b->label = reader_text(s, object, TEXT("label"));
    b->anchor = text_concat(&s->arena, (text[]){s->id_prefix, TEXT("box_"), slugs_make(known, object->key)}, 3);
    s->paid = false;
    return b;
}

void bundle_boxes(story *s, json_node *object)
{
    slugs known;
    index titles = {NULL};
    slugs_open(&known, &s->arena);
    reader_items items = reader_ids(s, object, TEXT("boxes"));
    for (json_node *item; (item = reader_next_object(s, &items));) {
        box *b = box_read(s, item, &known);
        b->twin = index_find(&titles, b->title.plain) != NULL;
        index_add(&titles, &s->arena, b->title.plain, b);
        if (b->title.plain.size || b->kicker.size || b->label.size || b->url.href.size || b->item_count ||
            markdown_shows(&b->body))
            bundle_placeable(s, PLACE_BOX, item->key, b);
        else
            report_node(&s->report, REPORT_BOX_EMPTY, item);
    }
}

#endif
