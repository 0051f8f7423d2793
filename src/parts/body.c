/* The text of the story. Its Markdown was rendered when the story was opened; what is placed in it
 * (markdown/places.def) is rendered now. */
#include "base/module.h"
#include "page/compose.h"
#include "page/part.h"

static void body_place(render *r, place_kind kind, text id)
{
    switch (kind) {
#define X(KIND, name, form, since, ...)                                                                                \
    MODULE_SINCE_##since(case PLACE_##KIND : part_inside(r, part_##name, id); break;)
#include "markdown/places.def"
#undef X
    default:   /* cannot happen: a small module lacks what would find it */
        break; /* cannot happen: see above */
    }
}

/* What stands in place of a story that had to go. */
static void body_gone(render *r)
{
    part_open_words(r, "div", "body");
    writer_line(r->w);
    writer_open(r->w, "p");
    writer_set(r->w, "class", "bs-gone");
    writer_text(r->w, part_word(r, r->story->article.gone == GONE_EXPIRED ? WORD_EXPIRED : WORD_WITHDRAWN));
    writer_close(r->w, "p");
    writer_line(r->w);
    writer_close(r->w, "div");
}

void part_body(render *r)
{
    const article *a = &r->story->article;
    text html_bytes = a->body.html.bytes;
    size_t done = 0;
    if (MODULE_HAS_RICH && a->gone) {
        body_gone(r);
        return;
    }
    if (!html_bytes.size && !a->body.count && !a->dateline.size)
        return;
    part_open(r, "div", "body");
    writer_line(r->w);
    if (a->dateline.size) {
        writer_open(r->w, "p");
        writer_set(r->w, "class", "bs-dateline");
        writer_text(r->w, a->dateline);
        writer_close(r->w, "p");
        writer_line(r->w);
    }
    for (size_t i = 0; i < a->body.count; i++) {
        const placement *p = &a->body.placements[i];
        writer_html(r->w, (html){text_slice(html_bytes, done, p->at)});
        done = p->at;
        body_place(r, p->kind, ((const placeable *)p->model)->id);
        writer_line(r->w);
    }
    writer_html(r->w, (html){text_from(html_bytes, done)});
    writer_close(r->w, "div");
}
