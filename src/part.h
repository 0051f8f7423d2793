/* A part of the page: one file in src/parts/, one function of this shape, one line in
 * parts.def. A part only reads the story and only writes through the writer; without
 * data it writes nothing. */
#ifndef PART_H
#define PART_H

#include "model.h"
#include "writer.h"

typedef struct render {
    writer *w;
    const story *story;
    text id;     /* which one, for parts that come in several */
    bool nested; /* another part is around it, which has said the language */
} render;

typedef void part_function(render *r);
#define X(function, name, takes) part_function part_##function;
#include "parts.def"
#undef X

/* The root element of a part: class bs-NAME, data-part NAME, and, on the outermost part, the
 * story's lang and dir. More attributes may follow. Closed with writer_close. */
#define part_open(r, element, name)                                                                                    \
    (writer_open((r)->w, element), writer_set((r)->w, "class", "bs-" name), part_root((r), TEXT(name)))
void part_root(render *r, text name);

/* Renders another part inside this one. */
void part_inside(render *r, part_function *part, text id);

/* Renders several inside this one, each that has data on a line of its own. */
void part_sequence(render *r, part_function *const *parts, size_t count);

/* lang (and dir) for an element that holds words of the user interface, when their language is
 * not the story's. */
void part_words_language(render *r);

/* A word of the user interface. */
text part_word(const render *r, word which);

/* "h1" to "h6": the headline's level, plus deeper. Attributes may follow. */
void part_heading_open(render *r, unsigned deeper);
void part_heading_close(render *r, unsigned deeper);

/* <time datetime="...">: a date in the language of the words, on the zone's clock. Nothing without a date. */
void part_time(render *r, const date *d);

/* The authors' names, linked where they have an address, joined as the language does. */
void part_names(render *r);

/* A picture with everything that keeps the page still while it loads. */
void part_picture(render *r, const figure *f, bool lead);

#endif
