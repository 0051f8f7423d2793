/* A whole page that shows the story with no JavaScript. What machines read about it is in
 * its head: metadata.c. */
#include "part.h"

#include "metadata.h"

void part_document(render *r)
{
    writer *w = r->w;
    const story *s = r->story;
    writer_doctype(w);
    writer_open(w, "html");
    writer_set(w, "data-part", "document");
    writer_attr(w, "lang", s->article.language.size ? s->article.language : s->locale);
    writer_attr(w, "dir", s->article.direction);
    writer_open(w, "head");
    writer_line(w);
    writer_void(w, "meta");
    writer_set(w, "charset", "utf-8");
    writer_line(w);
    writer_void(w, "meta");
    writer_set(w, "name", "viewport");
    writer_set(w, "content", "width=device-width, initial-scale=1");
    metadata_head(w, s);
    if (s->stylesheet.href.size) {
        writer_line(w);
        writer_void(w, "link");
        writer_set(w, "rel", "stylesheet");
        writer_url(w, "href", s->stylesheet);
    }
    writer_line(w);
    writer_close(w, "head");
    writer_line(w);
    writer_open(w, "body");
    writer_set(w, "class", "bs-document");
    writer_line(w);
    writer_open(w, "main");
    writer_line(w);
    part_inside(r, part_story, NO_TEXT);
    writer_line(w);
    writer_close(w, "main");
    writer_line(w);
    writer_close(w, "body");
    writer_close(w, "html");
}
