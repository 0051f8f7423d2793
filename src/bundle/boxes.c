/* Boxes that the body places: article.boxes. */
#include "base/concat.h"
#include "bundle/bundle.h"
#include "bundle/line.h"
#include "bundle/reader.h"
#include "text/slug.h"

#if BROADSHEET_MODULE >= MODULE_RICH

static void box_items(story *s, json_node *object, box *b)
{
    reader_items items = reader_list(s, object, TEXT("items"));
    b->items = arena_array(&s->arena, items.count, sizeof *b->items);
    for (json_node *item; (item = reader_next_object(s, &items));) {
        box_item one = {
            .date = reader_date(s, item, TEXT("date")),
            .title = bundle_line(s, item, TEXT("title")),
            .body = bundle_prose(s, item, TEXT("body")),
        };
        if (one.title.plain.size || one.body.html.bytes.size)
            b->items[b->item_count++] = one;
        else
            report_node(&s->report, REPORT_BOX_ITEM_EMPTY, item);
    }
}

/* An offer must say what it is: one that is paid for by its own words or by ours, and where it leads. */
static void box_offer(story *s, json_node *object, box *b)
{
    b->url = reader_url(s, object, TEXT("url"), URL_LINK);
    b->label = reader_text(s, object, TEXT("label"));
    b->paid = reader_flag(s, object, TEXT("paid"));
    if (b->kind != BOX_OFFER && (b->url.href.size || b->label.size || b->paid)) {
        report_node(&s->report, REPORT_BOX_OFFER_KIND, object);
        b->url = (url){NO_TEXT};
    }
}

static box *box_read(story *s, json_node *object, slugs *known)
{
    static const text kinds[BOX_KINDS] = {
        [BOX_FACTS] = TEXT_INIT("facts"),
        [BOX_POINTS] = TEXT_INIT("points"),
        [BOX_PROFILE] = TEXT_INIT("profile"),
        [BOX_QUESTION] = TEXT_INIT("question"),
        [BOX_TIMELINE] = TEXT_INIT("timeline"),
        [BOX_NUMBERS] = TEXT_INIT("numbers"),
        [BOX_CORRECTION] = TEXT_INIT("correction"),
        [BOX_WARNING] = TEXT_INIT("warning"),
        [BOX_NOTICE] = TEXT_INIT("notice"),
        [BOX_OFFER] = TEXT_INIT("offer"),
    };
    box *b = arena_alloc(&s->arena, sizeof *b);
    b->kind = (box_kind)(reader_choice(s, object, TEXT("kind"), kinds, BOX_KINDS, REPORT_BOX_KIND_UNKNOWN) % BOX_KINDS);
    b->kicker = reader_text(s, object, TEXT("kicker"));
    b->title = bundle_line(s, object, TEXT("title"));
    b->collapsed = reader_flag(s, object, TEXT("collapsed"));
    if (b->collapsed && !b->title.plain.size) {
        report_node(&s->report, REPORT_BOX_TITLE_MISSING, object);
        b->collapsed = false; /* nothing would say what is folded away */
    }
    b->body = bundle_prose(s, object, TEXT("body"));
    box_items(s, object, b);
    box_offer(s, object, b);
    b->anchor = text_concat(&s->arena, (text[]){s->id_prefix, TEXT("box_"), slugs_make(known, object->key)}, 3);
    return b;
}

void bundle_boxes(story *s, json_node *object)
{
    slugs known;
    slugs_open(&known, &s->arena);
    reader_items items = reader_ids(s, object, TEXT("boxes"));
    for (json_node *item; (item = reader_next_object(s, &items));) {
        box *b = box_read(s, item, &known);
        if (b->title.plain.size || b->body.html.bytes.size || b->item_count || b->kicker.size)
            bundle_placeable(s, PLACE_BOX, item->key, b);
        else
            report_node(&s->report, REPORT_BOX_EMPTY, item);
    }
}

#endif
