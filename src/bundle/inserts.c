/* The slots that the paper puts between the paragraphs of every story: site.inBody.
 *
 * A slot stands behind the paragraph of its number, and never before one of the last two, nor behind the last: a reader
 * who has come to the end of a story is not stopped there. Paragraphs of running text count alone, not those in lists,
 * quotations and notes, and no pictures. */
#include "bundle/bundle.h"
#include "bundle/places.h"
#include "bundle/reader.h"

#if BROADSHEET_MODULE >= MODULE_RICH

enum { INSERT_AFTER_MOST = 1000 };

void bundle_inserts(story *s, json_node *object)
{
    reader_items items = reader_list(s, object, TEXT("inBody"));
    s->site.inserts = arena_array(&s->arena, items.count, sizeof *s->site.inserts);
    for (json_node *item; (item = reader_next_object(s, &items));) {
        insert one = {reader_text(s, item, TEXT("slot")), reader_whole(s, item, TEXT("after"), INSERT_AFTER_MOST), 0,
                      item};
        if (one.slot.size && one.after)
            s->site.inserts[s->site.insert_count++] = one;
        reader_missing(s, item, TEXT("slot"), REPORT_IN_BODY_SLOT_MISSING);
        reader_missing(s, item, TEXT("after"), REPORT_IN_BODY_AFTER_MISSING);
    }
}

/* How many paragraphs the text has: the placements of no thing are their ends. */
static size_t inserts_paragraphs(const markdown *body)
{
    size_t count = 0;
    for (size_t i = 0; i < body->count; i++)
        count += !body->placements[i].model;
    return count;
}

/* The number of the first insert behind each paragraph, from 1; insert.next has that of the next. 0: there is none. */
static size_t *inserts_sorted(story *s, size_t paragraphs)
{
    size_t *first = arena_array(&s->arena, paragraphs + 1, sizeof *first);
    memset(first, 0, (paragraphs + 1) * sizeof *first);
    for (size_t i = s->site.insert_count; i-- > 0;) {
        insert *one = &s->site.inserts[i];
        if (one->after + 2 >= paragraphs)
            continue;
        one->next = first[one->after];
        first[one->after] = i + 1;
    }
    return first;
}

static const void *insert_find(story *s, const insert *one)
{
    places all = {s, false};
    report_code why;
    const void *found = places_find(&all, PLACE_SLOT, one->slot, &why);
    if (!found)
        report_node(&s->report, why, one->node);
    return found;
}

void bundle_inserts_place(story *s, markdown *body)
{
    size_t paragraphs = inserts_paragraphs(body), count = 0, passed = 0;
    size_t *first = inserts_sorted(s, paragraphs);
    placement *placements = arena_array(&s->arena, body->count + s->site.insert_count, sizeof *placements);
    for (size_t i = 0; i < body->count; i++) {
        if (body->placements[i].model) {
            placements[count++] = body->placements[i];
            continue;
        }
        for (size_t number = first[++passed]; number; number = s->site.inserts[number - 1].next) {
            const void *found = insert_find(s, &s->site.inserts[number - 1]);
            if (found)
                placements[count++] = (placement){body->placements[i].at, PLACE_SLOT, found};
        }
    }
    body->placements = placements;
    body->count = count;
}

#endif
