/* Broadsheet: a news article bundle (JSON) in, the HTML of a newspaper page out.
 *
 * The whole interface is eight functions. It is a pure function of the bundle's
 * bytes and the options: no clock, no locale, no files, no global state.
 *
 * Ownership. What a function hands out through a pointer-to-pointer parameter or
 * a broadsheet_buffer is yours, and its comment names the function that frees it.
 * Every other pointer you receive belongs to the story it came from and dies with
 * broadsheet_close. Nothing you pass in is kept: it is copied during the call.
 *
 * Text is always (pointer, size in bytes), UTF-8, and never needs a final NUL.
 *
 * Threads. Different stories may be used by different threads at the same time.
 * One story may be rendered by several threads at once, since rendering does not
 * change it, but not while broadsheet_set_offsets or broadsheet_close runs on it.
 *
 * Errors. A function that can fail returns a broadsheet_status; 0 is success.
 * On failure nothing is handed out and there is nothing to free.
 */
#ifndef BROADSHEET_H
#define BROADSHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The names and meanings of all statuses are in src/report/status.def. */
typedef enum broadsheet_status {
    BROADSHEET_OK = 0,
    BROADSHEET_JSON,   /* the layer is not JSON (RFC 8259) */
    BROADSHEET_UTF8,   /* the layer is not UTF-8 (RFC 3629) */
    BROADSHEET_SHAPE,  /* a required field is missing, or an option is wrong */
    BROADSHEET_LIMIT,  /* a limit was reached (broadsheet_limits) */
    BROADSHEET_PART,   /* no part has this name */
    BROADSHEET_STATE,  /* the call does not fit the story's state */
    BROADSHEET_MEMORY, /* no memory */
    BROADSHEET_LOAD    /* the WebAssembly module could not be loaded (JavaScript only) */
} broadsheet_status;

typedef struct broadsheet_text {
    const char *at; /* may be NULL when size is 0 */
    size_t size;    /* bytes */
} broadsheet_text;

/* Upper bounds that a host may change; 0 means the default. What passes one is refused with LIMIT
 * and its place in the bundle; the output of a part has none, nor has Markdown alone. A list is cut
 * and reported with the code LIMIT, and its part tells the reader so (class bs-cut) where one misses
 * something. Of diagnostics the first are listed.
 * The two depths go no higher than 500 and 200, whatever is asked for: that is what a stack of
 * 256 KB, and the nesting of elements in browsers, leave room for. */
typedef struct broadsheet_limits {
    uint32_t bundle_bytes;   /* one layer; 4194304 by default */
    uint32_t json_depth;     /* nested arrays and objects; 64 by default */
    uint32_t json_nodes;     /* values in all layers together; 100000 by default */
    uint32_t body_bytes;     /* the Markdown of one text; 1048576 by default */
    uint32_t markdown_depth; /* nested block quotes, lists and emphasis; 64 by default */
    uint32_t table_cells;    /* in one Markdown text; 20000 by default */
    uint32_t links;          /* links, images and reference definitions in one Markdown text; 20000 by default */
    uint32_t list_items;     /* authors, tags, corrections, sources: each list; 1000 by default */
    uint32_t output_bytes;   /* one rendering; 33554432 by default */
    uint32_t diagnostics;    /* a last one says that there are more; 200 by default */
} broadsheet_limits;

/* All zero is a valid value and means the defaults. */
typedef struct broadsheet_options {
    broadsheet_text now;        /* ISO 8601; empty: nothing that depends on it is shown */
    broadsheet_text time_zone;  /* IANA name; over site.timeZone, over UTC */
    broadsheet_text locale;     /* BCP 47 tag of the UI words; over site.language, over article.language, over en */
    broadsheet_text id_prefix;  /* before every id; [A-Za-z][A-Za-z0-9_-]*; default "bs-" */
    broadsheet_text stylesheet; /* address of the stylesheet that the part "document" links to; empty: none */
    uint32_t heading_base;      /* level of the headline, 1 to 6; 0 means 1 */
    bool commonmark;            /* broadsheet_markdown only: CommonMark without extensions, one to one */
    bool no_ids;                /* broadsheet_markdown only: headings get no id */
    bool signed_in;             /* the reader is signed in: what the part "account" shows */
    bool page;                  /* the part "document" holds the whole page, not the story alone */
    bool furniture;             /* the bundle may lack "article"; what shows the story has no data then */
    broadsheet_limits limits;
} broadsheet_options;

/* Where a failure was found. Every field is always set. */
typedef struct broadsheet_error {
    broadsheet_status status;
    int32_t layer;        /* index of the layer; -1: the options, or no layer */
    int64_t offset;       /* byte offset in the layer; -1: none */
    int64_t line, column; /* of the offset, from 1, columns in code points; -1: none */
    char pointer[256];    /* JSON pointer (RFC 6901), NUL-terminated; cut at a token when longer */
    const char *message;  /* static English text, NUL-terminated */
} broadsheet_error;

typedef enum broadsheet_severity { BROADSHEET_ERROR, BROADSHEET_WARNING, BROADSHEET_INFORMATION } broadsheet_severity;

/* Something in the bundle that is wrong, and was degraded. */
typedef struct broadsheet_diagnostic {
    broadsheet_text code; /* src/report/diagnostics.md */
    broadsheet_severity severity;
    int32_t layer;           /* index of the layer; -1: the options */
    broadsheet_text pointer; /* JSON pointer (RFC 6901) */
    broadsheet_text message; /* English; holds no text of the bundle */
} broadsheet_diagnostic;

/* A point in time whose offset from UTC the host must look up. */
typedef struct broadsheet_instant {
    int64_t seconds; /* since 1970-01-01T00:00:00; in UTC, or on the zone's own clock when local */
    bool local;
} broadsheet_instant;

/* What an open story tells about itself. Owned by the story; the arrays may move
 * when broadsheet_set_offsets is called. */
typedef struct broadsheet_info {
    broadsheet_text title;     /* the headline, plain text */
    broadsheet_text language;  /* BCP 47; empty: the bundle does not say */
    broadsheet_text direction; /* "ltr" or "rtl" */
    broadsheet_text time_zone; /* whose offsets the instants need; "UTC": none are needed */
    const broadsheet_instant *instants;
    size_t instant_count;
    const broadsheet_diagnostic *diagnostics;
    size_t diagnostic_count;
} broadsheet_info;

/* Bytes handed to the caller; free them with broadsheet_free. */
typedef struct broadsheet_buffer {
    char *at;
    size_t size;
} broadsheet_buffer;

typedef struct broadsheet_story broadsheet_story;

/* Opens a story. The layers are merged from left to right: objects by key, arrays
 * and scalars replaced. *out is yours; free it with broadsheet_close. options and
 * error may be NULL.
 * Fails with JSON, UTF8, SHAPE, LIMIT or MEMORY, and then sets *out to NULL. */
broadsheet_status broadsheet_open(const broadsheet_text *layers, size_t layer_count, const broadsheet_options *options,
                                  broadsheet_story **out, broadsheet_error *error);

/* Frees a story and all that it handed out, except buffers. NULL is allowed. */
void broadsheet_close(broadsheet_story *story);

/* The story's facts and its diagnostics. Never fails. */
const broadsheet_info *broadsheet_story_info(const broadsheet_story *story);

/* Answers the instants of broadsheet_story_info, in their order, with the zone's
 * offset from UTC in seconds at each (east is positive). Without this call, and
 * with NULL and 0, which says that the zone is not known, times are shown in UTC;
 * the latter is reported as a diagnostic. May be called again.
 * Fails with STATE when count is not instant_count, offsets is NULL, or one is a day or more. */
broadsheet_status broadsheet_set_offsets(broadsheet_story *story, const int32_t *offsets, size_t count);

/* Renders the part of that name. id says which one where a part needs it (a figure,
 * a related story), and is ignored elsewhere. A part without data gives 0 bytes.
 * out is yours; free it with broadsheet_free.
 * Fails with PART, LIMIT or MEMORY, and then sets *out to {NULL, 0}. */
broadsheet_status broadsheet_render(const broadsheet_story *story, broadsheet_text part, broadsheet_text id,
                                    broadsheet_buffer *out);

/* Markdown alone to safe HTML. out is yours; free it with broadsheet_free. options
 * and error may be NULL. Fails with UTF8, SHAPE, LIMIT or MEMORY. */
broadsheet_status broadsheet_markdown(broadsheet_text source, const broadsheet_options *options, broadsheet_buffer *out,
                                      broadsheet_error *error);

/* Frees the bytes of a buffer and clears it. NULL and an empty buffer are allowed. */
void broadsheet_free(broadsheet_buffer *buffer);

/* One entry of what the library knows about itself, so that no host retypes it:
 * kind "version", "part", "status", "limit" ("NAME=DEFAULT"), "language" or "diagnostic"
 * (its code; with the same index its "severity" and its "message"), index from 0.
 * Returns static text, NUL-terminated; NULL past the end. */
const char *broadsheet_describe(const char *kind, size_t index);

#ifdef __cplusplus
}
#endif

#endif
