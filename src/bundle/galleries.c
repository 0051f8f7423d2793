/* Galleries and pull quotes that the body places: article.galleries and article.quotes. */
#include "base/concat.h"
#include "base/digits.h"
#include "bundle/bundle.h"
#include "bundle/line.h"
#include "bundle/places.h"
#include "bundle/reader.h"
#include "text/slug.h"

#if BROADSHEET_MODULE >= MODULE_RICH

static text gallery_anchor(story *s, slugs *known, text id)
{
    return text_concat(&s->arena, (text[]){s->id_prefix, TEXT("pictures_"), slugs_make(known, id)}, 3);
}

/* The id of a picture in the viewer, "ANCHOR_number"; numbers begin at 1, and 0 is where the gallery stands. */
static text gallery_picture_anchor(story *s, text anchor, size_t number)
{
    char room[DIGITS_ROOM];
    return text_concat(&s->arena, (text[]){anchor, TEXT("_"), digits_of(number, 1, room)}, 3);
}

static void gallery_add(story *s, gallery *g, const figure *named)
{
    figure *f = arena_alloc(&s->arena, sizeof *f); /* in the viewer it has another id */
    *f = *named;
    f->size = g->layout == GALLERY_ROW ? FIGURE_HALF : FIGURE_COLUMN;
    f->id = gallery_picture_anchor(s, g->anchor, g->picture_count + 1);
    g->pictures[g->picture_count++] = f;
}

static void gallery_figures(story *s, json_node *object, gallery *g)
{
    reader_items items = reader_list(s, object, TEXT("figures"));
    g->pictures = arena_array(&s->arena, items.count, sizeof(figure *));
    for (json_node *item; (item = reader_next(s, &items));) {
        text id = reader_text_node(s, item);
        placeable *named = id.size ? story_placeable(s, PLACE_FIGURE, id) : NULL;
        if (id.size && !named)
            report_node(&s->report, REPORT_GALLERY_FIGURE_UNKNOWN, item);
        else if (named && !places_list(s, named))
            report_node(&s->report, REPORT_GALLERY_FIGURE_REPEATED, item);
        else if (named)
            gallery_add(s, g, named->model);
    }
    g->picture_total = (uint32_t)(g->picture_count + items.cut);
}

static void gallery_cover(gallery *g)
{
    const figure *first = g->pictures[0];
    g->cover = (thumbnail){.src = first->src, .width = first->width, .height = first->height, .alt = first->alt};
}

void bundle_galleries(story *s, json_node *object)
{
    static const text layouts[GALLERY_LAYOUTS] = {
        [GALLERY_ROW] = TEXT_INIT("row"), [GALLERY_STACK] = TEXT_INIT("stack"), [GALLERY_VIEWER] = TEXT_INIT("viewer")};
    slugs known;
    slugs_open(&known, &s->arena);
    reader_items items = reader_ids(s, object, TEXT("galleries"));
    for (json_node *item; (item = reader_next_object(s, &items));) {
        gallery *g = arena_alloc(&s->arena, sizeof *g);
        g->id = item->key;
        g->title = reader_text(s, item, TEXT("label"));
        g->anchor = gallery_anchor(s, &known, g->id);
        g->place = gallery_picture_anchor(s, g->anchor, 0);
        size_t layout = reader_choice(s, item, TEXT("layout"), layouts, GALLERY_LAYOUTS, REPORT_GALLERY_LAYOUT_UNKNOWN);
        g->layout = (gallery_layout)(layout % GALLERY_LAYOUTS);
        if (g->layout == GALLERY_VIEWER && !g->title.size) {
            g->layout = GALLERY_ROW; /* a dialog must have a name */
            report_node(&s->report, REPORT_GALLERY_LABEL_MISSING, item);
        }
        gallery_figures(s, item, g);
        if (!g->picture_count) {
            report_node(&s->report, REPORT_GALLERY_EMPTY, item);
            continue;
        }
        gallery_cover(g);
        bundle_placeable(s, PLACE_GALLERY, g->id, g);
    }
}

void bundle_quotes(story *s, json_node *object)
{
    reader_items items = reader_ids(s, object, TEXT("quotes"));
    for (json_node *item; (item = reader_next_object(s, &items));) {
        quote *q = arena_alloc(&s->arena, sizeof *q);
        q->text = bundle_line(s, item, TEXT("text"));
        q->source = bundle_line(s, item, TEXT("source"));
        if (q->text.plain.size)
            bundle_placeable(s, PLACE_QUOTE, item->key, q);
        else
            report_node(&s->report, REPORT_QUOTE_TEXT_MISSING, item);
    }
}

#endif
