#include "head/jsonld.h"

void metadata_open_literal(const metadata *m, const char *type, size_t size)
{
    writer *w = m->w;
    writer_line(w);
    writer_open(w, "script");
    writer_set(w, "type", "application/ld+json");
    writer_json(w, "{\"@context\":\"https://schema.org\",\"@type\":");
    writer_json_string(w, (text){type, size});
}

void metadata_close(const metadata *m)
{
    writer_json(m->w, "}");
    writer_close(m->w, "script");
}

text metadata_address(const metadata *m, url relative)
{
    return url_absolute(m->scratch, &m->story->base, relative).href;
}

/* A size in pixels. schema.org wants no bare number here but a QuantitativeValue; E37 is UN/CEFACT's pixel. */
#define metadata_pixels(m, name, value)                                                                                \
    (writer_json((m)->w, ",\"" name "\":{\"@type\":\"QuantitativeValue\",\"unitCode\":\"E37\",\"value\":"),            \
     writer_integer((m)->w, value), writer_json((m)->w, "}"))

void metadata_size(const metadata *m, uint32_t width, uint32_t height)
{
    if (!width || !height)
        return;
    metadata_pixels(m, "width", width);
    metadata_pixels(m, "height", height);
}

void metadata_paper(const metadata *m)
{
    const site *paper = &m->story->site;
    metadata_text(m, "name", paper->name);
    metadata_text(m, "url", paper->url.href);
    text logo = metadata_address(m, paper->logo.src);
    if (!logo.size)
        return;
    writer_json(m->w, ",\"logo\":{\"@type\":\"ImageObject\"");
    metadata_text(m, "url", logo);
    arena_close(m->scratch);
    metadata_size(m, paper->logo.width, paper->logo.height);
    writer_json(m->w, "}");
}
