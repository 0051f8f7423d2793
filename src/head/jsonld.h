/* The tools to write a script of JSON-LD: an object of schema.org's types, property by property. */
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

/* Writes ',"name":' and the value, behind the first property of an object; nothing for an empty value. */
#define metadata_text(m, name, value)                                                                                  \
    do {                                                                                                               \
        if ((value).size) {                                                                                            \
            writer_json((m)->w, ",\"" name "\":");                                                                     \
            writer_json_string((m)->w, value);                                                                         \
        }                                                                                                              \
    } while (0)

/* Writes an address as a property, absolute; nothing where it cannot be made absolute. The text of metadata_address
 * lives in scratch until arena_close, which is due once the text is written. */
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
