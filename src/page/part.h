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
    uint64_t again;           /* which time it stands in the story, for ids; 0: the first */
    text id;                  /* which figure, list or slot, for parts that come in several */
    text name;                /* of the part, once it has written its root element */
    unsigned deeper;          /* so much deeper do headings stand here than by themselves */
    bool nested;              /* another part is around it, and has written lang and dir */
    bool page;                /* the whole page is around it */
    text language, direction; /* of the text around, as the part around it has written them */
    size_t provenance;        /* where the digits of provenance_end stand in the output; 0: nowhere */
    arena *scratch;           /* memory that lives until it is written; whoever takes from it calls arena_close then */
} render;

typedef void part_function(render *r);
#define X(function, name, takes, lists, ids, module) part_function part_##function;
#include "page/parts.def"
#undef X

/* Opens the root element of a part: class bs-NAME, data-part NAME, and, on the outermost part, the story's lang and
 * dir. More attributes may follow. Closed with writer_close. */
#define part_open(r, element, name) part_open_literal((r), PART_OPENING(element, name))
#define PART_OPENING(element, name) WRITER_OPENING(element), "bs-" name, sizeof("bs-" name) - 1
void part_open_literal(render *r, const char *opening, size_t size, bool block, const char *class, size_t class_size);
void part_root(render *r, text name); /* for an element that is open already, with its class */

/* The same for a part whose labels come from "site" or "lists". They are in the site's language: lang says so where the
 * text around is in another one. */
#define part_open_site(r, element, name)                                                                               \
    (writer_open_class((r)->w, element, "bs-" name), part_root_site((r), TEXT(name)))
void part_root_site(render *r, text name);

/* The same for a part whose own texts are all words of the user interface: lang says their language. */
#define part_open_words(r, element, name)                                                                              \
    (writer_open_class((r)->w, element, "bs-" name), part_root_words((r), TEXT(name)))
void part_root_words(render *r, text name);

/* lang (and dir) for an element that holds words of the user interface, when their language is
 * not that of the text around. */
void part_words_language(render *r);

/* lang (and dir) for an element whose text has a language of its own in the bundle; none when language is empty. */
void part_text_language(render *r, text language);
/* lang for text of the story inside of an element that is in the words' language. */
void part_story_language(render *r);

/* A word of the user interface. part_say writes it as it is. */
text part_word(const render *r, word which);
void part_say(render *r, word which);

/* An attribute that is an id of the page: the prefix of the story's ids, and a literal. */
#define part_own_id(r, name, id) part_own_id_literal((r), WRITER_NAME(name), TEXT(id))
void part_own_id_literal(render *r, const char *name, size_t size, text id);

/* Writes a word with a number in it, wherever the word has that name in braces. */
void part_word_number(render *r, word which, text name, int64_t number);

/* Opens a button that JavaScript shows and acts on: without it nobody sees a button that does nothing. More attributes
 * may follow. Closed with writer_close. */
void part_button_open(render *r, text class, text action);

/* A span with its class, a literal, and a text in it. */
#define part_span(r, class, said) part_span_literal((r), "" class "", sizeof(class) - 1, (said))
void part_span_literal(render *r, const char *class, size_t size, text said);

/* A text of one line, with its markup. */
void part_line(render *r, const line_text *l);

/* Opens and closes "h1" to "h6": the headline's level, plus deeper. Attributes may follow. */
void part_heading_open(render *r, unsigned deeper);
void part_heading_close(render *r, unsigned deeper);

/* <time datetime="...">: a date in the language of the words, on the zone's clock. Nothing without a date. */
void part_time(render *r, const date *d);

/* Opens and closes a link; nothing where there is no address. types as in writer_link. */
#define part_anchor_open(r, address, types)                                                                            \
    part_anchor_open_literal((r), (address).href, "" types "", sizeof(types) - 1)
void part_anchor_open_literal(render *r, text href, const char *types, size_t size);
void part_anchor_close(render *r, url address);

/* Opens and closes a link, or a span where there is no address. Its class is class_start and class_end together; an
 * empty class_end: no class. More attributes may follow. */
#define part_link_open(r, class_start, class_end, address) part_link_to((r), (class_start), (class_end), (address).href)
void part_link_to(render *r, text class_start, text class_end, text href);
void part_link_close(render *r, url address);

/* For a link that is printed: its address, where the one that it has is relative. */
void part_printed(render *r, url address);

/* A label, as a link where it has an address. */
void part_label(render *r, text label, url address);

/* The label of a story: the end of its class, and its text. */
text part_label_class(const story_label *label);
void part_label_text(render *r, const story_label *label);

/* The label of a story in a list, and white space behind it. */
void part_label_listed(render *r, const story_label *label);

/* Whether a story is paid for: then its link says so to machines, too (writer_paid). NULL: it has no label. */
static inline bool part_is_paid(const story_label *label)
{
    return label && label->shows && label->kind == LABEL_SPONSORED;
}

/* A label in a menu: a link, or a span where there is no address. current: the label stands for where the reader is,
 * and aria-current says so. */
void part_link(render *r, text label, url address, bool current);

/* <ul>, with a class or NO_TEXT, and <li>, each on a line of its own. */
void part_list_open(render *r, text class);
void part_list_close(render *r);
void part_list_item(render *r);

/* The deepest section of the site that the story stands in; NULL when there is none. part_section_holds: whether a
 * section is that one or above it. */
const section *part_section(const render *r);
bool part_section_holds(const section *above, const section *deepest);

/* Writes a word with {names} in it. The authors' names go there: linked where they have an address, joined as the
 * language does. */
void part_names(render *r, word which);

/* The name of an author, linked where there is an address. The text around is in the words' language where worded. */
void part_name(render *r, const author *a, bool worded);

/* The byline of a story that has more than authors of its text: its wording, and a line for each kind of credit. */
void part_credits(render *r);
word part_credit_word(credit_kind kind); /* the word of such a line */

/* A picture, its caption and its credit, with everything that keeps the page still while the picture loads. lead: it is
 * fetched at once. */
void part_picture(render *r, const figure *f, bool lead);

/* A small picture, fetched when it comes near the screen. Its class is class_start and class_end together. */
void part_image(render *r, text class_start, text class_end, const thumbnail *t, text alt);

/* The same and a line break behind it; nothing where there is no address. */
void part_thumbnail(render *r, text class_start, text class_end, const thumbnail *t, text alt);

/* A drawing of what a text says that stands beside it, for those who see. */
typedef enum glyph {
    GLYPH_PRINT,
    GLYPH_FONT_DOWN,
    GLYPH_FONT_UP,
    GLYPH_FACEBOOK,
    GLYPH_X,
    GLYPH_KAKAOTALK,
    GLYPH_WHATSAPP,
    GLYPH_REDDIT,
    GLYPH_MAIL,
    GLYPH_LINK,
    GLYPH_SYSTEM
} glyph;
void part_glyph(render *r, glyph which);

/* A story inside of a list's item: picture, kicker, headline, date. The classes begin with class_start. */
void part_item(render *r, text class_start, const ranked_item *item);

#endif
