/* A pull quote: words of the story that stand out. No aside: each would be a landmark without a name of its own. */
#include "page/part.h"

void part_quote(render *r)
{
    writer *w = r->w;
    const quote *q = story_placed(r->story, PLACE_QUOTE, r->id);
    if (!q)
        return;
    part_open(r, "figure", "quote");
    writer_line(w);
    writer_open_class(w, "blockquote", "bs-quote__text");
    writer_open(w, "p");
    part_line(r, &q->text);
    writer_close(w, "p");
    writer_close(w, "blockquote");
    if (q->source.plain.size) {
        writer_line(w);
        writer_open_class(w, "figcaption", "bs-quote__source");
        part_line(r, &q->source);
        writer_close(w, "figcaption");
    }
    writer_line(w);
    writer_close(w, "figure");
}
