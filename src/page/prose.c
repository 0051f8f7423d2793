/* Markdown with the things that it places (markdown/places.def). The Markdown was rendered when the story was opened;
 * the things are rendered now. */
#include "base/module.h"
#include "page/compose.h"

/* Which time a thing stands in the story. In a text that itself stands again, a box, so does all that it places: those
 * numbers are above all that the thing has elsewhere. */
static uint64_t prose_again(const render *r, place_kind kind, const placeable *p)
{
    return r->again ? r->again * ((uint64_t)story_placeable(r->story, kind, p->id)->shown + 1) + p->again : p->again;
}

void part_place(const render *r, place_kind kind, const placeable *p)
{
    render inner = *r;
    inner.again = MODULE_HAS_RICH ? prose_again(r, kind, p) : 0;
    switch (kind) {
#define X(KIND, name, form, since, ...)                                                                                \
    MODULE_SINCE_##since(case PLACE_##KIND : part_inside(&inner, part_##name, p->id); break;)
#include "markdown/places.def"
#undef X
    default:   /* cannot happen: a small module lacks what would find it */
        break; /* cannot happen: see above */
    }
}

/* The HTML from one offset to another. Where the text stands again, its ids get the number of that. */
static void prose_html(render *r, const markdown *m, size_t from, size_t to, size_t *id)
{
    for (; MODULE_HAS_RICH && r->again && *id < m->id_count && m->ids[*id] < to; ++*id) {
        writer_html(r->w, (html){text_slice(m->html.bytes, from, m->ids[*id])});
        writer_html(r->w, (html){TEXT("_again-")});
        writer_integer(r->w, (int64_t)r->again);
        from = m->ids[*id];
    }
    writer_html(r->w, (html){text_slice(m->html.bytes, from, to)});
}

void part_prose(render *r, const markdown *m)
{
    size_t done = 0, id = 0;
    for (size_t i = 0; i < m->count; i++) {
        const placement *p = &m->placements[i];
        prose_html(r, m, done, p->at, &id);
        done = p->at;
        part_place(r, p->kind, p->model);
        writer_line(r->w);
    }
    prose_html(r, m, done, m->html.bytes.size, &id);
}
