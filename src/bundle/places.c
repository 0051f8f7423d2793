/* What the body places, by id, and how often.
 *
 * The first placement of a thing is free; repeats share a budget, or little text would become much: 20 bytes place a
 * caption of a megabyte again. The label of a section that several related stories share is counted the same way. */
#include "bundle/places.h"

#include "bundle/bundle.h"
#include "bundle/line.h"
#include "bundle/reader.h"

void bundle_placeable(story *s, place_kind kind, text id, void *model)
{
    placeable *p = arena_alloc(&s->arena, sizeof *p);
    *p = (placeable){.id = id, .model = model};
    index_add(&s->placeables[kind], &s->arena, id, p);
}

placeable *placeable_next(story *s, placeable *p)
{
    if (!p->shown++)
        return p;
    placeable *again = arena_alloc(&s->arena, sizeof *again);
    *again = *p;
    again->again = p->shown;
    return again;
}

/* --- what each kind takes ------------------------------------------------------------------------ */

/* The most bytes that a thing takes in the output. One function for each row of markdown/places.def; story/model.h and
 * story/furniture.h have the structs. */
typedef size_t place_weight(story *s, const void *model);

static size_t place_weight_figure(story *s, const void *model)
{
    enum { CANDIDATE = 16 }; /* " 4294967295w" and ", " */
    const figure *f = model;
    (void)s;
    size_t weight = escaped_most(f->url.href) + (figure_is_tall(f) ? 2 : 1) * escaped_most(f->src.href) +
                    escaped_most(f->alt) + line_weight(&f->caption) + line_weight(&f->credit);
    for (size_t i = 0; i < f->source_count; i++)
        weight += escaped_most(f->sources[i].src.href) + CANDIDATE;
    return weight;
}

static size_t place_weight_related(story *s, const void *model)
{
    const related *r = model;
    return escaped_most(r->label.said) + escaped_most(r->kicker) + escaped_most(r->headline) +
           escaped_most(r->url.href) + escaped_most(url_printed(&s->arena, &s->base, r->url).href) +
           escaped_most(r->image.href) + escaped_most(r->section);
}

#if BROADSHEET_MODULE >= MODULE_RICH
static size_t place_weighs(story *s, place_kind kind, placeable *p);

static size_t place_weight_media(story *s, const void *model)
{
    enum { ELEMENT = 64 }; /* of a source or a track: its markup */
    const media *m = model;
    const text *const texts[] = {&m->title,    &m->title,      &m->title,      &m->provider,   &m->warning,
                                 &m->author,   &m->handle,     &m->said,       &m->language,   &m->url.href,
                                 &m->url.href, &m->frame.href, &m->frame.href, &m->poster.href};
    size_t weight = line_weight(&m->caption) + line_weight(&m->credit) + m->transcript.html.bytes.size +
                    escaped_most(url_printed(&s->arena, &s->base, m->url).href);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        weight += escaped_most(*texts[i]);
    for (size_t i = 0; i < m->source_count; i++)
        weight += ELEMENT + escaped_most(m->sources[i].src.href) + escaped_most(m->sources[i].type);
    for (size_t i = 0; i < m->track_count; i++)
        weight += ELEMENT + escaped_most(m->tracks[i].src.href) + escaped_most(m->tracks[i].label) +
                  escaped_most(m->tracks[i].language);
    return weight;
}

static size_t place_weight_gallery(story *s, const void *model)
{
    const gallery *g = model;
    size_t weight = 3 * escaped_most(g->title) + place_weight_figure(s, g->pictures[0]);
    for (size_t i = 0; i < g->picture_count; i++)
        weight += place_weight_figure(s, g->pictures[i]) + 4 * escaped_most(g->pictures[i]->id);
    return weight;
}

static size_t place_weight_quote(story *s, const void *model)
{
    const quote *q = model;
    (void)s;
    return line_weight(&q->text) + line_weight(&q->source);
}

/* What the things take that a text of a box places.
 * NOLINTNEXTLINE(misc-no-recursion): no box is placed in a box, so it goes no deeper than two */
static size_t prose_places(story *s, const markdown *m)
{
    size_t weight = 0;
    for (size_t i = 0; i < m->count; i++) {
        const placement *p = &m->placements[i];
        weight += place_weighs(s, p->kind, story_placeable(s, p->kind, ((const placeable *)p->model)->id));
    }
    return weight;
}

/* NOLINTNEXTLINE(misc-no-recursion): no box is placed in a box, so it goes no deeper than two */
static size_t prose_weight(story *s, const markdown *m)
{
    size_t weight = m->html.bytes.size;
    return weight + prose_places(s, m);
}

/* NOLINTNEXTLINE(misc-no-recursion): no box is placed in a box, so it goes no deeper than two */
static size_t place_weight_box(story *s, const void *model)
{
    enum { ITEM = 64 }; /* the markup of an item and its date */
    const box *b = model;
    size_t weight = escaped_most(b->kicker) + line_weight(&b->title) + escaped_most(b->label) +
                    escaped_most(b->url.href) + escaped_most(url_printed(&s->arena, &s->base, b->url).href) +
                    2 * escaped_most(b->anchor) + prose_weight(s, &b->body);
    for (size_t i = 0; i < b->item_count; i++)
        weight += ITEM + line_weight(&b->items[i].title) + prose_weight(s, &b->items[i].body);
    return weight;
}

static size_t place_weight_slot(story *s, const void *model)
{
    const slot *one = model;
    (void)s;
    return 2 * escaped_most(text_or(one->label, s->words[WORD_ADVERTISEMENT])) + escaped_most(one->advertiser) +
           escaped_most(one->url.href) + escaped_most(one->image.href) + escaped_most(one->alt);
}
#endif

/* NOLINTNEXTLINE(misc-no-recursion): no box is placed in a box, so it goes no deeper than two */
static size_t place_weighs(story *s, place_kind kind, placeable *p)
{
    size_t *weight = &p->placing.weight; /* counted once, however often it is placed */
    if (*weight > 0)
        return *weight;
    switch (kind) {
#define X(KIND, name, form, since, ...)                                                                                \
    MODULE_SINCE_##since(case PLACE_##KIND : return *weight = place_weight_##name(s, p->model);)
#include "markdown/places.def"
#undef X
    default:      /* cannot happen: as below */
        return 0; /* cannot happen: a kind without a weight is in a larger module */
    }
}

/* --- the budget ----------------------------------------------------------------------------------- */

/* In bytes of the output: PLACES_AGAIN_FREE altogether, and PLACES_AGAIN more for each byte of a text. */
enum { PLACES_AGAIN_FREE = 16 * 1024, PLACES_AGAIN = 4 };

places places_open(story *s, size_t size)
{
    s->places_size += size;
    return (places){s, false};
}

/* Takes bytes from the budget; false when they do not fit. Others may. */
static bool places_spend(story *s, size_t weight)
{
    if (weight > PLACES_AGAIN_FREE + PLACES_AGAIN * s->places_size - s->places_spent)
        return false;
    s->places_spent += weight;
    return true;
}

#if BROADSHEET_MODULE >= MODULE_RICH
bool places_list(story *s, placeable *p)
{
    s->places_size += p->id.size;
    bool fits = !p->listed || places_spend(s, place_weighs(s, PLACE_FIGURE, p));
    p->listed = true;
    return fits;
}

bool places_name(story *s, author *a)
{
    if (a->again)
        return places_spend(s, a->again);
    a->again = 1 + 2 * escaped_most(a->name) + escaped_most(a->url.href) + escaped_most(a->address.href) +
               escaped_most(a->role) + escaped_most(a->bio);
    return true;
}
#endif

/* The bytes that a story repeats though it is placed for the first time: the label of its section, if another story has
 * shown that; else 0. */
static size_t related_shared(const related *r)
{
    placing *label = r->section_named ? &r->section_named->placing : NULL;
    if (!label)
        return 0;
    if (!label->weight)
        label->weight = escaped_most(r->section_named->label);
    bool before = label->placed;
    label->placed = true;
    return before ? label->weight : 0;
}

/* Whether the text of a box may place a thing of that kind. */
static bool places_boxed(place_kind kind, report_code *why)
{
    enum { NONE, BOXED };
    static const bool boxed[] = {
#define X(KIND, name, form, since, lead, boxed, ...) boxed == BOXED,
#include "markdown/places.def"
#undef X
    };
    if (MODULE_IS_WHOLE && !boxed[kind])
        *why = REPORT_PLACEMENT_BOXED;
    return boxed[kind];
}

const void *places_find(void *context, place_kind kind, text id, report_code *why)
{
    static const report_code unknown[] = {
#define X(KIND, name, form, since, lead, boxed, unknown, repeated) REPORT_##unknown,
#include "markdown/places.def"
#undef X
    };
    static const report_code repeated[] = {
#define X(KIND, name, form, since, lead, boxed, unknown, repeated) REPORT_##repeated,
#include "markdown/places.def"
#undef X
    };
    story *s = ((places *)context)->story;
    if (MODULE_HAS_RICH && ((places *)context)->boxed && !places_boxed(kind, why))
        return NULL;
    placeable *p = story_placeable(s, kind, id);
    if (MODULE_IS_WHOLE)
        *why = unknown[kind];
    if (!p)
        return NULL;
    bool before = p->placing.placed;
    size_t weight = before ? place_weighs(s, kind, p) : kind == PLACE_RELATED ? related_shared(p->model) : 0;
    if (MODULE_IS_WHOLE)
        *why = before || kind != PLACE_RELATED ? repeated[kind] : REPORT_PLACEMENT_SECTION_REPEATED;
    if (!places_spend(s, weight))
        return NULL;
    p->placing.placed = true;
    return MODULE_HAS_RICH ? placeable_next(s, p) : p;
}
