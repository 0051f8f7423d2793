/* Broadsheet: a news article bundle (JSON) in, the HTML of a newspaper page out.
 *
 * Every function here is a pure function of the bundle's bytes and the options: no clock, no locale, no files, no
 * global state.
 *
 * Ownership. What a function hands out through a pointer-to-pointer parameter or a broadsheet_buffer is yours, and its
 * comment names the function that frees it. Every other pointer that you receive belongs to the story it came from, and
 * broadsheet_close frees it; static texts, which nobody frees, are named as such. The library keeps no pointer that you
 * pass in: it copies during the call.
 *
 * Text is always (pointer, size in bytes), UTF-8, and never needs a final NUL. The few strings that end in a NUL say
 * so.
 *
 * Growth. A struct that you fill begins with its size, which its INIT macro sets, so that a later release can add
 * members at its end. Your program and a shared library may then be of different releases. A member that an older
 * program lacks counts as zero. A member that an older library does not know is accepted while it is zero, and refused
 * with OPTION otherwise. Linux does the same for openat2(2) and clone3(2) (copy_struct_from_user). Structs that the
 * library hands out by pointer may grow too; broadsheet_text, broadsheet_buffer and the meaning of every number here do
 * not change. Enumerations may grow: treat a status that you do not know as a failure.
 *
 * Threads. Different threads may use different stories at the same time. Several threads may render one story at once,
 * since rendering does not change it, but none may use it while broadsheet_set_offsets or broadsheet_close runs on it.
 *
 * Errors. A function that can fail returns a broadsheet_status; 0 is success, and the function's comment lists all
 * others that it returns. On failure nothing is handed out and there is nothing to free. */
#ifndef BROADSHEET_H
#define BROADSHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A shared library exports these functions and hides all others. */
#ifdef __GNUC__
#pragma GCC visibility push(default)
#endif

/* The version of this header. broadsheet_version gives the version of the library. */
#define BROADSHEET_VERSION_MAJOR 0
#define BROADSHEET_VERSION_MINOR 2
#define BROADSHEET_VERSION_PATCH 0
#define BROADSHEET_VERSION       "0.2.0"

/* The result of a call. The comment of each function says when it returns which. */
typedef enum broadsheet_status {
    BROADSHEET_OK = 0,
    BROADSHEET_JSON = 1,   /* a layer is not JSON (RFC 8259) */
    BROADSHEET_UTF8 = 2,   /* a layer, or the Markdown, is not UTF-8 (RFC 3629) */
    BROADSHEET_SHAPE = 3,  /* a layer is not an object, or the bundle lacks a required field */
    BROADSHEET_LIMIT = 4,  /* a limit was reached (broadsheet_limits) */
    BROADSHEET_PART = 5,   /* no part has this name */
    BROADSHEET_STATE = 6,  /* the call does not fit the story's state */
    BROADSHEET_MEMORY = 7, /* there is no memory */
    BROADSHEET_OPTION = 8, /* an option, or the size of a struct, is wrong */
    BROADSHEET_PATCH = 9   /* a JSON Patch (RFC 6902) cannot be applied, or is none */
} broadsheet_status;

typedef struct broadsheet_text {
    const char *at; /* may be NULL when size is 0 */
    size_t size;    /* bytes */
} broadsheet_text;

/* Upper bounds, which a host may change; 0 means the default. Begin with BROADSHEET_LIMITS_INIT.
 *
 * A bundle that passes a limit is refused with LIMIT, and the error says where in the bundle. A part whose output is
 * too large is refused with LIMIT too, and so is Markdown alone, without a place. Two limits refuse nothing. A list
 * that is too long is cut and reported as LIST_TOO_LONG, and where the reader misses something by it, its part says so
 * (class bs-cut). Of too many diagnostics only the first are listed.
 *
 * json_depth is never more than 500 and markdown_depth never more than 200, whatever you ask for: a stack of 256 KB,
 * and the nesting of elements in browsers, leave room for that. A story that is opened with more says so by the
 * diagnostic LIMIT_LOWERED; Markdown alone has no diagnostics. */
typedef struct broadsheet_limits {
    size_t size;             /* of this struct; BROADSHEET_LIMITS_INIT sets it */
    uint32_t bundle_bytes;   /* of one layer; 4194304 by default */
    uint32_t json_depth;     /* nested arrays and objects; 64 by default */
    uint32_t json_nodes;     /* values in all layers together; 100000 by default */
    uint32_t body_bytes;     /* of the Markdown of one text; 1048576 by default */
    uint32_t markdown_depth; /* nested block quotes, lists and emphasis; 64 by default */
    uint32_t table_cells;    /* in one Markdown text; 20000 by default */
    uint32_t links;          /* links, images and reference definitions in one Markdown text; 20000 by default */
    uint32_t list_items;     /* of each list: authors, tags, corrections, sources and so on; 1000 by default */
    uint32_t output_bytes;   /* of one rendering; 33554432 by default */
    uint32_t diagnostics;    /* of one story; a last one says that there are more; 200 by default */
} broadsheet_limits;

#define BROADSHEET_LIMITS_INIT                                                                                         \
    {                                                                                                                  \
        sizeof(broadsheet_limits), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0                                                        \
    }

/* How to read a bundle and to render it. With the option provenance the root of a part has the attribute
 * data-bs-provenance, of small letters, digits and hyphens alone: the version of the library; a digest of the options
 * that change what a part shows (all but limits, stylesheet, page, furniture, provenance and frames) and of the id; the
 * digest of the layers (broadsheet_digest); how many elements the part has, and a sum of the text behind its last start
 * tag. By it an element of a page sees whether this is what it would render, and all of it. Begin with
 * BROADSHEET_OPTIONS_INIT, which means the defaults, and set what you need:
 *
 *     broadsheet_options options = BROADSHEET_OPTIONS_INIT;
 *     options.page = true;
 */
typedef struct broadsheet_options {
    size_t size;                /* of this struct; BROADSHEET_OPTIONS_INIT sets it */
    broadsheet_text now;        /* ISO 8601, best a time with its offset; empty: nothing that depends on it is shown */
    broadsheet_text time_zone;  /* IANA name; empty: site.timeZone, else UTC */
    broadsheet_text locale;     /* BCP 47 tag of the words; empty: site.language, else article.language, else en */
    broadsheet_text id_prefix;  /* before every id; [A-Za-z][A-Za-z0-9_-]*, 64 bytes at most; empty: "bs-" */
    broadsheet_text stylesheet; /* address to which the part "document" links: http(s) or relative; empty: none */
    const broadsheet_limits *limits; /* NULL: the defaults */
    uint32_t heading_base;           /* level of the headline, 1 to 6; 0 means 1 */
    bool commonmark;                 /* broadsheet_markdown only: CommonMark without extensions, one to one */
    bool no_ids;                     /* broadsheet_markdown only: headings get no id */
    bool signed_in;                  /* the part "account" shows the links of a reader who is signed in */
    bool page;                       /* the part "document" holds the whole page, not the story alone */
    bool furniture;                  /* the bundle may lack "article"; parts of the story then have no data */
    bool provenance;                 /* the root of each part says what it was made from: see above */
    bool version_1;                  /* broadsheet_markdown only: the Markdown of version 1 of the format, not of 2 */
    uint8_t reserved[5];             /* 0; later booleans take the first of them */
    broadsheet_text base; /* http(s) address that relative ones become absolute with, 512 bytes at most; empty: none */
    broadsheet_text
        frames; /* hosts, a space between two, whose frames a script of the part "document" may show when the
                 * reader asks for one; exact names in ASCII, no port, 1024 bytes at most; empty: none */
} broadsheet_options;

#define BROADSHEET_OPTIONS_INIT                                                                                        \
    {                                                                                                                  \
        sizeof(broadsheet_options), {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, NULL, 0, false, false,      \
            false, false, false, false, false, {0, 0, 0, 0, 0}, {NULL, 0},                                             \
        {                                                                                                              \
            NULL, 0                                                                                                    \
        }                                                                                                              \
    }

/* Where a failure was found, and why. Begin with BROADSHEET_ERROR_INIT. A call that takes the error sets every field
 * but size, with BROADSHEET_OK too. Only when the size is wrong does it set none, and returns OPTION. */
typedef struct broadsheet_error {
    size_t size; /* of this struct; BROADSHEET_ERROR_INIT sets it. No byte behind it is written */
    broadsheet_status status;
    int32_t layer;        /* index of the layer; -1: the options, or no layer */
    int64_t offset;       /* byte offset in the layer; -1: none */
    int64_t line, column; /* of the offset, from 1, columns in code points; -1: none */
    char pointer[256];    /* JSON pointer (RFC 6901), NUL-terminated; cut before a token when longer */
    const char *message;  /* static English text, NUL-terminated */
    int64_t operation;    /* of a JSON Patch, its index from 0; -1: none */
} broadsheet_error;

#define BROADSHEET_ERROR_INIT                                                                                          \
    {                                                                                                                  \
        sizeof(broadsheet_error), BROADSHEET_OK, -1, -1, -1, -1, "", NULL, -1                                          \
    }

/* How grave a diagnostic is. An error is lost or false for the reader, and no later version of the format could allow
 * it. A warning is lost or odd now, and a later version may allow it. Information changes nothing that the author meant
 * to be seen. */
typedef enum broadsheet_severity {
    BROADSHEET_SEVERITY_ERROR = 0,
    BROADSHEET_SEVERITY_WARNING = 1,
    BROADSHEET_SEVERITY_INFORMATION = 2
} broadsheet_severity;

/* Something in the bundle that is wrong, and was left out or shown otherwise. It is about a value of a layer, or about
 * a part of the value's text, which text_start and text_end then name. */
typedef struct broadsheet_diagnostic {
    broadsheet_text code; /* one of those in src/report/diagnostics.md */
    broadsheet_severity severity;
    int32_t layer;           /* index of the layer; -1: the options */
    broadsheet_text pointer; /* JSON pointer (RFC 6901) of the value; of one around it where it has over 1024 bytes */
    broadsheet_text message; /* English; holds no text of the bundle */
    int64_t offset;          /* where the value or that part begins: byte in the layer, from 0; -1: the options, or the
                              * story was made by broadsheet_update */
    int64_t line, column;    /* of the offset, from 1, columns in code points; -1 with it */
    int64_t text_start;      /* first byte of the part in the value's text, from 0; -1: the value as a whole */
    int64_t text_end;        /* byte behind its last; -1: the value as a whole */
    int64_t text_line;       /* of text_start in the value's text, from 1; -1: the value as a whole */
    int64_t text_column;     /* in code points, from 1; -1: the value as a whole */
} broadsheet_diagnostic;

/* A point in time whose offset from UTC the host must look up. */
typedef struct broadsheet_instant {
    int64_t seconds; /* since 1970-01-01T00:00:00; in UTC, or on the zone's own clock when local */
    bool local;
} broadsheet_instant;

/* The facts of an open story. Its texts belong to the story. */
typedef struct broadsheet_info {
    broadsheet_text title;       /* the headline, plain text */
    broadsheet_text language;    /* BCP 47; empty: the bundle does not say */
    broadsheet_text direction;   /* "ltr" or "rtl" */
    broadsheet_text time_zone;   /* IANA name of the zone whose offsets the instants need; "UTC": none are needed */
    size_t instant_count;        /* broadsheet_story_instant gives each */
    size_t diagnostic_count;     /* broadsheet_story_diagnostic gives each; broadsheet_set_offsets may change it */
    broadsheet_text zone_locale; /* BCP 47; in this language the zone's names are shown; empty: none is shown */
    broadsheet_text id;          /* article.id; empty: the bundle has no article */
    broadsheet_text clock_zone;  /* IANA name of the zone on whose clock local instants are read; empty: time_zone */
} broadsheet_info;

/* Bytes handed to the caller; free them with broadsheet_free. */
typedef struct broadsheet_buffer {
    char *at; /* NULL when size is 0 */
    size_t size;
} broadsheet_buffer;

/* An open story. broadsheet_open makes it, broadsheet_close frees it. */
typedef struct broadsheet_story broadsheet_story;

/* The version of the library that is linked, in the form of BROADSHEET_VERSION: "0.2.0". Static text, NUL-terminated.
 * Before 1.0 a release may break programs when its minor version changes, from then on only when its major version
 * does. */
const char *broadsheet_version(void);

/* Opens a story. layers are layer_count texts of JSON, merged from the first to the last: objects are merged key by
 * key, null takes away what was there, and any other value replaces the one before. So a layer is a JSON Merge Patch
 * (RFC 7396) for those before it; but of the versions of the format that layers name, the highest counts. *out is
 * yours; free it with broadsheet_close. options and error may be NULL. On failure *out is NULL.
 *
 * Returns
 * JSON    a layer is not JSON;
 * UTF8    a layer is not UTF-8;
 * SHAPE   a layer is not an object, or the article's id or headline is missing, empty or no text, or its body missing
 *         or no text;
 * LIMIT   a layer has too many bytes, values or levels, or its Markdown passes a limit;
 * OPTION  an option is wrong, and the pointer is its name; or the size of options, limits or error is wrong;
 * MEMORY  there is no memory. */
broadsheet_status broadsheet_open(const broadsheet_text *layers, size_t layer_count, const broadsheet_options *options,
                                  broadsheet_story **out, broadsheet_error *error);

/* The digest of layers as the option provenance writes it, 16 hexadecimal digits and a NUL: of the bytes of each layer,
 * and where each ends. It is fast and tells versions of a story apart; it is no measure of security, since anybody can
 * make other layers that have the same one. */
void broadsheet_digest(const broadsheet_text *layers, size_t layer_count, char to[17]);

/* Makes a layer of version 2 of the format from one of version 1, or one that says no version. The story that is opened
 * from the result shows what the story of the layer shows, byte for byte, and no diagnostic is worse. All else keeps
 * its bytes: white space, the order of keys, how numbers are spelled. A layer of version 2, or of a newer one, comes
 * back as it is. Each layer is converted alone: the layers of a bundle of version 2 of which one says the version are
 * not to be converted. Of the options the limits count. error may be NULL. Give *out to broadsheet_free; on failure it
 * is empty.
 *
 * Returns
 * JSON    the layer is not JSON;
 * UTF8    it is not UTF-8;
 * SHAPE   it is no object, or has a text that cannot be written so that version 2 shows the same: error->pointer names
 *         it;
 * LIMIT   it passes a limit;
 * OPTION  an option is wrong, or the size of options, limits or error is wrong;
 * MEMORY  there is no memory. */
broadsheet_status broadsheet_upgrade(broadsheet_text layer, const broadsheet_options *options, broadsheet_buffer *out,
                                     broadsheet_error *error);

/* Frees a story and all that it handed out, except buffers. NULL is allowed. */
void broadsheet_close(broadsheet_story *story);

/* How broadsheet_update reads its texts. */
typedef enum broadsheet_update_kind {
    BROADSHEET_UPDATE_MERGE = 0, /* layers, which are JSON Merge Patches (RFC 7396) */
    BROADSHEET_UPDATE_PATCH = 1  /* JSON Patches (RFC 6902): lists of operations */
} broadsheet_update_kind;

/* Makes another story of one: its bundle with text_count texts merged over it, or applied to it, in their order. It has
 * the options of the first, and no offsets yet. The first stays as it is, with success and without; whoever puts the
 * second in its place closes the first. Give *out to broadsheet_close. error may be NULL. On failure *out is NULL.
 *
 * The second story is as if opened from one layer, the merged bundle, which must be within the limits of a layer. Of
 * the limit json_nodes the values of the first story's layers count with those of the texts, and with those that a
 * patch copies. The diagnostics of the second story have a pointer, and no place in a text.
 *
 * On failure error->layer is the index of the text.
 *
 * Returns
 * JSON    a text is not JSON;
 * UTF8    a text is not UTF-8;
 * SHAPE   a layer is no object, or, with no index, the merged bundle is none or lacks what broadsheet_open wants;
 * LIMIT   a text, or, with no index, the merged bundle or its Markdown passes a limit;
 * PATCH   a text is no list of operations, or one of them cannot be applied: error->operation is its index, and
 *         error->pointer the place in the bundle that it names;
 * OPTION  the size of error is wrong, or kind is none of the two;
 * MEMORY  there is no memory. */
broadsheet_status broadsheet_update(const broadsheet_story *before, broadsheet_update_kind kind,
                                    const broadsheet_text *texts, size_t text_count, broadsheet_story **out,
                                    broadsheet_error *error);

/* The parts whose HTML differs in two stories; broadsheet_compare makes it, broadsheet_changes_close frees it. */
typedef struct broadsheet_changes broadsheet_changes;

typedef struct broadsheet_change {
    broadsheet_text part; /* its name, static */
    broadsheet_text id;   /* of the figure, box, list or other thing; empty: the part without an id */
} broadsheet_change;

/* Renders all parts of two stories, those that take an id once for each id, and compares them. Call it when
 * broadsheet_set_offsets has answered both. A part that passes the limit output_bytes in one of them counts as changed.
 * *out is yours; free it with broadsheet_changes_close. On failure it is NULL.
 *
 * Returns
 * MEMORY  there is no memory. */
broadsheet_status broadsheet_compare(const broadsheet_story *before, const broadsheet_story *after,
                                     broadsheet_changes **out);

/* One of the changes, from 0, in the order of broadsheet_describe("part") and of the bundle; NULL past the end. */
const broadsheet_change *broadsheet_changes_at(const broadsheet_changes *changes, size_t index);

/* Which story is the newer one: 1 when it is the second, whose article.modified begins after that of the first was
 * certainly over; -1 when it is the first. 0 when they do not say: then the one that was asked for later is the newer
 * one. */
int broadsheet_changes_order(const broadsheet_changes *changes);

/* Frees what broadsheet_compare made. NULL is allowed. */
void broadsheet_changes_close(broadsheet_changes *changes);

/* The facts of a story. They belong to it. Never fails, never NULL. */
const broadsheet_info *broadsheet_story_info(const broadsheet_story *story);

/* One of the diagnostics, from 0; NULL past the end. It belongs to the story, and lives until
 * broadsheet_set_offsets is called. */
const broadsheet_diagnostic *broadsheet_story_diagnostic(const broadsheet_story *story, size_t index);

/* One of the instants that broadsheet_set_offsets answers, from 0; NULL past the end. It belongs to the story. */
const broadsheet_instant *broadsheet_story_instant(const broadsheet_story *story, size_t index);

/* Answers the instants of broadsheet_story_instant: offsets has, in their order, the zone's offset from UTC at each, in
 * seconds; east is positive. Before this call times are shown in UTC. offsets NULL with count 0 says that the zone is
 * not known: times are shown in UTC, and a diagnostic says so unless the zone is UTC. May be called again; the last
 * call counts. On failure nothing changes, except that after MEMORY times are shown in UTC.
 *
 * Returns
 * STATE   count is not instant_count, offsets is NULL though count is not 0, or an offset is a day or more;
 * MEMORY  there is no memory to report that the zone is not known. */
broadsheet_status broadsheet_set_offsets(broadsheet_story *story, const int32_t *offsets, size_t count);

/* Answers the local instants of broadsheet_story_instant once more, where clock_zone of broadsheet_info is not empty:
 * the options name another zone than the site's, on whose clock dates without an offset are written. offsets has the
 * offset from UTC of clock_zone for each instant's reading; what stands for an instant that is not local is not used. A
 * local instant then is its seconds minus that offset, and broadsheet_set_offsets wants the offset of time_zone at
 * that. Before this call local instants are in UTC. May be called again; the last call counts. On failure nothing
 * changes.
 *
 * Returns
 * STATE   clock_zone is empty, count is not instant_count, or an offset is a day or more. */
broadsheet_status broadsheet_set_clock_offsets(broadsheet_story *story, const int32_t *offsets, size_t count);

/* Tells the short names that the zone has at the instants of broadsheet_story_instant, in the language zone_locale of
 * broadsheet_info, such as "EST": for patterns with {zone}. An empty name is not known. Before this call, and where a
 * name is not known, the offset is shown, as in "GMT+9"; a time in UTC always says "UTC". May be called again; the last
 * call counts. On failure nothing changes.
 *
 * Returns
 * STATE   count is not instant_count, or a name has more than 64 bytes or is not UTF-8. */
broadsheet_status broadsheet_set_zone_names(broadsheet_story *story, const broadsheet_text *names, size_t count);

/* Renders the part of this name; broadsheet_describe lists the names. id names one of several where a part needs that
 * (a figure, a related story), and is ignored elsewhere. A part without data gives 0 bytes. out is yours; free it with
 * broadsheet_free. On failure it is {NULL, 0}.
 *
 * Returns
 * PART    no part has this name;
 * LIMIT   the part has more bytes than output_bytes;
 * MEMORY  there is no memory. */
broadsheet_status broadsheet_render(const broadsheet_story *story, broadsheet_text part, broadsheet_text id,
                                    broadsheet_buffer *out);

/* Turns Markdown alone into safe HTML. Of the options it reads limits, locale, id_prefix, heading_base, base,
 * commonmark, no_ids and version_1, and refuses any other that is wrong. out is yours; free it with broadsheet_free. On
 * failure it is {NULL, 0}. options and error may be NULL.
 *
 * Returns
 * UTF8    the Markdown is not UTF-8;
 * LIMIT   the Markdown passes a limit;
 * OPTION  an option is wrong, and the pointer is its name; or the size of options, limits or error is wrong;
 * MEMORY  there is no memory. */
broadsheet_status broadsheet_markdown(broadsheet_text source, const broadsheet_options *options, broadsheet_buffer *out,
                                      broadsheet_error *error);

/* Frees the bytes of a buffer and clears it. NULL and an empty buffer are allowed. */
void broadsheet_free(broadsheet_buffer *buffer);

/* One entry of a list of what the library knows about itself, so that no host retypes it. kind, NUL-terminated, names
 * the list; index counts from 0. Returns static text, NUL-terminated; NULL past the end, and for a kind that is not
 * known. The kinds:
 *
 * "part"        the names that broadsheet_render knows
 * "status"      the names of broadsheet_status without their prefix, in its order
 * "diagnostic"  the codes of diagnostics
 * "severity"    the severity of each code, by the code's index
 * "message"     the message of each code, by the code's index
 * "limit"       the names of limits in JavaScript, each with its default: "bundleBytes=4194304"
 * "language"    the tags of the languages that the interface's words are built in for */
const char *broadsheet_describe(const char *kind, size_t index);

#ifdef __GNUC__
#pragma GCC visibility pop
#endif

#ifdef __cplusplus
}
#endif

#endif
