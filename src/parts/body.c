/* The text of the story. Its Markdown was rendered when the story was opened; the figures and related stories placed in
 * it are rendered now. */
#include "page/compose.h"
#include "page/part.h"

void part_body(render *r)
{
    const article *a = &r->story->article;
    text html_bytes = a->body.html.bytes;
    size_t done = 0;
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
        if (p->kind == PLACE_FIGURE)
            part_inside(r, part_figure, ((const figure *)p->model)->id);
        else
            part_inside(r, part_related, ((const related *)p->model)->id);
        writer_line(r->w);
    }
    writer_html(r->w, (html){text_from(html_bytes, done)});
    writer_close(r->w, "div");
}
