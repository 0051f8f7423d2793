/* A part of the page: one file in src/parts/, one function of this shape, one line in
 * page/parts.def. A part only reads the story and only writes through the writer; without
 * data it writes nothing. */
#ifndef PART_H
#define PART_H

#include "html/writer.h"
#include "story/model.h"

typedef struct render {
    writer *w;
    const story *story;
    text id;                  /* which one, for parts that come in several */
    text name;                /* of the part, once it has written its root element */
    bool nested;              /* another part is around it, which has said the language */
    bool page;                /* the whole page is around it */
    text language, direction; /* of the text around, as somebody has said it */
    arena *scratch;           /* for what lives until it is written: whoever takes from it closes it then */
} render;

typedef void part_function(render *r);
#define X(function, name, takes, lists, ids) part_function part_##function;
#include "page/parts.def"
#undef X

/* The root element of a part: class bs-NAME, data-part NAME, and, on the outermost part, the
 * story's lang and dir. More attributes may follow. Closed with writer_close. */
#define part_open(r, element, name)                                                                                    \
    (writer_open((r)->w, element), writer_set((r)->w, "class", "bs-" name), part_root((r), TEXT(name)))
void part_root(render *r, text name);

/* The same for a part whose labels come from "site" or "lists": they are in the site's language,
 * which is said where the text around is in another one. */
#define part_open_site(r, element, name)                                                                               \
    (writer_open((r)->w, element), writer_set((r)->w, "class", "bs-" name), part_root_site((r), TEXT(name)))
void part_root_site(render *r, text name);

/* The same for a part that says nothing but words of the user interface. */
#define part_open_words(r, element, name)                                                                              \
    (writer_open((r)->w, element), writer_set((r)->w, "class", "bs-" name), part_root_words((r), TEXT(name)))
void part_root_words(render *r, text name);

/* lang (and dir) for an element that holds words of the user interface, when their language is
 * not that of the text around. */
void part_words_language(render *r);

/* lang (and dir) for an element whose text the bundle says to be in that language; none when it
 * does not say. */
void part_text_language(render *r, text language);

/* A word of the user interface. */
text part_word(const render *r, word which);

/* "h1" to "h6": the headline's level, plus deeper. Attributes may follow. */
void part_heading_open(render *r, unsigned deeper);
void part_heading_close(render *r, unsigned deeper);

/* <time datetime="...">: a date in the language of the words, on the zone's clock. Nothing without a date. */
void part_time(render *r, const date *d);

/* A link around what follows, or nothing where there is no address. types as in writer_link. */
#define part_anchor_open(r, address, types) part_anchor_open_literal((r), (address), "" types "", sizeof(types) - 1)
void part_anchor_open_literal(render *r, url address, const char *types, size_t size);
void part_anchor_close(render *r, url address);

/* A link, or a span where there is no address; its class is of two texts, and there is none where the second is empty.
 * More attributes may follow. */
void part_link_open(render *r, text class_start, text class_end, url address);
void part_link_close(render *r, url address);

/* A label, linked where it leads somewhere. */
void part_label(render *r, text label, url address);

/* A link or a span, in a list in which the link may be the one to where the reader is. */
void part_link(render *r, text label, url address, bool current);

/* <ul> on a line of its own, with a class or NO_TEXT, and <li> on one. */
void part_list_open(render *r, text class);
void part_list_close(render *r);
void part_list_item(render *r);

/* The section of the site that the story stands in, the deepest; NULL when there is none. And whether
 * a section is that one or above it. */
const section *part_section(const render *r);
bool part_section_holds(const section *above, const section *deepest);

/* A word with {names} in it: the authors', linked where they have an address, joined as the language does. */
void part_names(render *r, word which);

/* A picture with everything that keeps the page still while it loads. */
void part_picture(render *r, const figure *f, bool lead);

/* A small picture, fetched when it comes near the screen; its class is of two texts. */
void part_image(render *r, text class_start, text class_end, const thumbnail *t, text alt);

/* The same on a line of its own. Nothing without an address. */
void part_thumbnail(render *r, text class_start, text class_end, const thumbnail *t, text alt);

/* What a list shows of a story, inside the item's element: picture, kicker, headline, date. The
 * classes begin with class_start. */
void part_item(render *r, text class_start, const ranked_item *item);

#endif
