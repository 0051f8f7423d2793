/* A whole HTML document that shows the story, or the page around it, with no JavaScript. head/metadata.c writes into
 * its head what machines read. */
#include "page/compose.h"
#include "page/part.h"

#include "head/metadata.h"
#include "page/provenance.h"

static void document_story(render *r)
{
    writer_open(r->w, "main");
    writer_line(r->w);
    part_inside(r, part_story, NO_TEXT);
    writer_line(r->w);
    writer_close(r->w, "main");
}

void part_document(render *r)
{
    writer *w = r->w;
    const story *s = r->story;
    if (s->article.missing)
        return;
    writer_doctype(w);
    writer_open(w, "html");
    writer_set(w, "data-part", "document");
    r->provenance = provenance_begin(w, s, r->id);
    r->language = text_or(s->article.language, s->locale);
    r->direction = s->article.direction;
    writer_attr(w, "lang", r->language);
    writer_attr(w, "dir", r->direction);
    writer_open(w, "head");
    writer_line(w);
    writer_void(w, "meta");
    writer_set(w, "charset", "utf-8");
    writer_line(w);
    writer_void(w, "meta");
    writer_set(w, "name", "viewport");
    writer_set(w, "content", "width=device-width, initial-scale=1");
    metadata_head(&(metadata){w, s, r->scratch});
    if (s->stylesheet.href.size) {
        writer_line(w);
        writer_void(w, "link");
        writer_set(w, "rel", "stylesheet");
        writer_url(w, "href", s->stylesheet);
    }
    writer_line(w);
    writer_close(w, "head");
    writer_line(w);
    writer_open_class(w, "body", "bs-document");
    if (s->frames.size)
        writer_attr(w, "data-bs-frames", s->frames);
    writer_line(w);
    if (s->page)
        part_inside(r, part_page, NO_TEXT);
    else
        document_story(r);
    writer_line(w);
    writer_close(w, "body");
    writer_close(w, "html");
}
