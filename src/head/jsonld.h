/* What every script of JSON-LD is written with: schema.org's types, property by property. */
#ifndef JSONLD_H
#define JSONLD_H

#include "html/writer.h"
#include "story/model.h"

typedef struct metadata {
    writer *w;
    const story *story;
    arena *scratch;
} metadata;

#define metadata_open(m, type) metadata_open_literal((m), "" type "", sizeof(type) - 1)
void metadata_open_literal(const metadata *m, const char *type, size_t size);
void metadata_close(const metadata *m);

/* Behind the first property of an object: ',"name":' and its value; nothing without one. */
#define metadata_text(m, name, value)                                                                                  \
    do {                                                                                                               \
        if ((value).size) {                                                                                            \
            writer_json((m)->w, ",\"" name "\":");                                                                     \
            writer_json_string((m)->w, value);                                                                         \
        }                                                                                                              \
    } while (0)

/* An address, absolute; nothing where none can be made. What metadata_address gives lives until
 * the scratch is closed, which is due when it is written. */
#define metadata_url(m, name, address)                                                                                 \
    do {                                                                                                               \
        const text metadata_absolute = metadata_address(m, address);                                                   \
        metadata_text(m, name, metadata_absolute);                                                                     \
        arena_close((m)->scratch);                                                                                     \
    } while (0)
text metadata_address(const metadata *m, url relative);

/* ',"width":' and ',"height":' of an ImageObject, where they are known. */
void metadata_size(const metadata *m, uint32_t width, uint32_t height);

/* The newspaper's own properties, in an Organization. */
void metadata_paper(const metadata *m);

#endif
