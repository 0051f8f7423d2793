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
    return escaped_most(r->kicker) + escaped_most(r->headline) + escaped_most(r->url.href) +
           escaped_most(url_printed(&s->arena, &s->base, r->url).href) + escaped_most(r->image.href) +
           escaped_most(r->section);
}

#if BROADSHEET_MODULE >= MODULE_RICH
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

static size_t place_weight_slot(story *s, const void *model)
{
    const slot *one = model;
    (void)s;
    return 2 * escaped_most(text_or(one->label, s->words[WORD_ADVERTISEMENT])) + escaped_most(one->advertiser) +
           escaped_most(one->url.href) + escaped_most(one->image.href) + escaped_most(one->alt);
}
#endif

static size_t place_weighs(story *s, place_kind kind, placeable *p)
{
    size_t *weight = &p->placing.weight; /* counted once, however often it is placed */
    if (*weight)
        return *weight;
    switch (kind) {
#define X(KIND, name, form, since, ...)                                                                                \
    MODULE_SINCE_##since(case PLACE_##KIND : return *weight = place_weight_##name(s, p->model);)
#include "markdown/places.def"
#undef X
    default:
        return 0; /* cannot happen: a kind without a weight is in a larger module */
    }
}

/* --- the budget ----------------------------------------------------------------------------------- */

/* In bytes of the output: PLACES_AGAIN_FREE altogether, and PLACES_AGAIN more for each byte of the text. */
enum { PLACES_AGAIN_FREE = 16 * 1024, PLACES_AGAIN = 4 };

places places_open(story *s, size_t size)
{
    return (places){s, PLACES_AGAIN_FREE + PLACES_AGAIN * size};
}

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

const void *places_find(void *context, place_kind kind, text id, report_code *why)
{
    static const report_code unknown[] = {
#define X(KIND, name, form, since, lead, unknown, repeated) REPORT_##unknown,
#include "markdown/places.def"
#undef X
    };
    static const report_code repeated[] = {
#define X(KIND, name, form, since, lead, unknown, repeated) REPORT_##repeated,
#include "markdown/places.def"
#undef X
    };
    places *all = context;
    placeable *p = story_placeable(all->story, kind, id);
    if (MODULE_IS_WHOLE)
        *why = unknown[kind];
    if (!p)
        return NULL;
    bool before = p->placing.placed;
    size_t weight = before ? place_weighs(all->story, kind, p) : kind == PLACE_RELATED ? related_shared(p->model) : 0;
    if (MODULE_IS_WHOLE)
        *why = before || kind != PLACE_RELATED ? repeated[kind] : REPORT_PLACEMENT_SECTION_REPEATED;
    if (weight > all->again) /* others may fit */
        return NULL;
    all->again -= weight;
    p->placing.placed = true;
    return p;
}
