/* The writer: the only way to make output.
 *
 * It describes a tree, and its output is byte for byte what the HTML serialisation algorithm makes of that tree (HTML,
 * section 13.3), so parsing and serialising gives the same bytes. Literal markup only comes from string literals (the
 * macros accept nothing else); everything else is escaped for the place where it stands.
 *
 * Errors are sticky: after the first one every call does nothing. So parts read as straight lines, and the status is
 * asked for once, at the end. */
#ifndef WRITER_H
#define WRITER_H

#include "html/escape.h"

/* A finished run of well-formed HTML; only the writer makes one. */
typedef struct html {
    text bytes;
} html;

/* Begins an output of at most limit bytes. With an arena the bytes die with it, and without memory the writer leaves
 * through it. A link to a host other than home's leaves the site; without home, each link that names a host does. */
void writer_begin(writer *w, arena *a, size_t limit, url home);

/* Hands over the bytes; w is empty afterwards. Without an arena the caller releases
 * them with memory_release. On error nothing is handed over and nothing is left to
 * release. An element that is still open is a fault of the caller and gives STATE. */
broadsheet_status writer_end(writer *w, broadsheet_buffer *out);

/* Elements. writer_void opens one that has no end tag. Names are literals. */
#define WRITER_OPENING(name)  "><" name "", sizeof(name) + 1, WRITER_IS_BLOCK(name)
#define writer_open(w, name)  writer_open_literal((w), WRITER_OPENING(name))
#define writer_void(w, name)  writer_void_literal((w), WRITER_OPENING(name))
#define writer_close(w, name) writer_close_literal((w), "></" name ">", sizeof(name) + 3, WRITER_IS_BLOCK(name))

/* Opens an element with its class, a literal: one call is less code than two. */
#define writer_open_class(w, name, class)                                                                              \
    writer_open_class_literal((w), WRITER_OPENING(name), "" class "", sizeof(class) - 1)

/* Attributes of the element just opened. attr takes any text, set a literal, flag none
 * (HTML serialises a boolean attribute as name=""). */
#define WRITER_NAME(name)             " " name "=\"", sizeof(name) + 2
#define writer_attr(w, name, value)   writer_attr_literal((w), WRITER_NAME(name), (value))
#define writer_set(w, name, value)    writer_attr_literal((w), WRITER_NAME(name), TEXT(value))
#define writer_flag(w, name)          writer_attr_literal((w), WRITER_NAME(name), NO_TEXT)
#define writer_number(w, name, value) writer_number_literal((w), WRITER_NAME(name), (value))
#define writer_url(w, name, value)    writer_attr_literal((w), WRITER_NAME(name), (value).href)
/* The href of a link to follow, and its rel: a literal of link types, or "". A link that leaves the site gets
 * "noopener" too: it opens no window, but a <base target> of the host could make it. */
#define writer_link(w, address, types) writer_link_literal((w), (address).href, "" types "", sizeof(types) - 1)
/* The last attributes of an img: it is fetched when it comes near the screen, and decoded while the page goes on. */
#define writer_lazy(w) (writer_set((w), "loading", "lazy"), writer_set((w), "decoding", "async"))
/* An attribute whose value is made of two texts: an id and its prefix, "#" and an id. */
#define writer_pair(w, name, first, second) writer_pair_literal((w), WRITER_NAME(name), (first), (second))
/* The same for a thing that stands again in the story: its number goes behind the id, so that no two are the same. */
#define writer_again(w, name, first, second, again)                                                                    \
    writer_again_literal((w), WRITER_NAME(name), (first), (second), (again))

/* Whether the links from here on stand in paid room, until it is said that they do not: each is then "sponsored
 * nofollow noopener", whatever else. Returns whether they have until now. */
bool writer_paid(writer *w, bool paid);

/* The attribute srcset: begin, candidates, end (HTML, section 4.8.4.2.1). */
void writer_srcset_begin(writer *w);
void writer_candidate(writer *w, url address, uint32_t width, bool first);
void writer_srcset_end(writer *w);

/* Text between tags. */
void writer_text(writer *w, text t);
#define writer_say(w, literal) writer_text((w), TEXT(literal))
void writer_integer(writer *w, int64_t value);

/* The same for running text, which comes in pieces and may have isolates in it (UAX #9, section 2.5). writer_prose_end
 * closes the isolates that are open; it is called before any block begins or ends. */
void writer_prose(writer *w, text t);
void writer_prose_end(writer *w);

/* A line break for those who read the source, where white space means nothing. */
void writer_line(writer *w);

/* Bytes that a writer made before, or a slice of them. A placement may stand inside of an
 * element, so one slice need not be balanced; all slices of one html together are. */
void writer_html(writer *w, html h);

/* Writes "<!DOCTYPE html>", only as the very first thing. */
void writer_doctype(writer *w);

/* The text of a script element of type application/ld+json: JSON that cannot end the element. The caller opens and
 * closes it; inside of it only this and writer_json_string are called. */
#define writer_json(w, literal) writer_raw_literal((w), "" literal "", sizeof(literal) - 1)

/* writer_here finishes the start tag and says where the output stands. writer_rewind goes back there: what was written
 * and opened since then is forgotten. */
typedef struct writer_mark {
    size_t size, depth;
} writer_mark;
writer_mark writer_here(writer *w);
void writer_rewind(writer *w, writer_mark mark);

/* Writes a number in hexadecimal over so many digits that were written before, at a place in the output. */
void writer_fill(writer *w, size_t at, uint32_t value, size_t digits);

/* The functions behind the macros. Their literals are whole tags with a ">" in front, for the start tag that may be
 * open. */
void writer_open_literal(writer *w, const char *tag, size_t size, bool block);
void writer_open_class_literal(writer *w, const char *tag, size_t size, bool block, const char *class,
                               size_t class_size);
void writer_void_literal(writer *w, const char *tag, size_t size, bool block);
void writer_close_literal(writer *w, const char *tag, size_t size, bool block);
void writer_attr_literal(writer *w, const char *name, size_t size, text value);
void writer_number_literal(writer *w, const char *name, size_t size, uint64_t value);
void writer_pair_literal(writer *w, const char *name, size_t size, text first, text second);
void writer_again_literal(writer *w, const char *name, size_t size, text first, text second, uint64_t again);
void writer_link_literal(writer *w, text href, const char *types, size_t size);
void writer_raw_literal(writer *w, const char *literal, size_t size);

/* Whether an element ends the line of text in which it stands. Known when compiled, for which a compiler that is asked
 * for small code must be told to inline it. */
#define WRITER_IS_BLOCK(name) (!writer_is_inline("" name "", sizeof(name) - 1))
#ifdef __OPTIMIZE_SIZE__
__attribute__((always_inline))
#endif
static inline bool
writer_is_inline(const char *name, size_t size)
{
#define IS(literal) (size == sizeof(literal) - 1 && memcmp(name, literal, sizeof(literal) - 1) == 0)
    return IS("a") || IS("br") || IS("em") || IS("bdi") || IS("del") || IS("img") || IS("code") || IS("span") ||
           IS("time") || IS("input") || IS("label") || IS("button") || IS("strong") || IS("svg") || IS("path") ||
           IS("sup") || IS("sub");
#undef IS
}

#endif
