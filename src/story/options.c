#include "story/options.h"

#include "base/concat.h"
#include "base/module.h"
#include "base/sized.h"
#include "report/error.h"
#include "text/language.h"
#include "text/zone.h"
#include "url/parts.h"

enum {
#define X(field, name, standard) OPTIONS_LIMIT_##field,
#include "report/limits.def"
#undef X
    OPTIONS_LIMIT_COUNT
};
_Static_assert(sizeof(broadsheet_limits) == sizeof(size_t) + OPTIONS_LIMIT_COUNT * sizeof(uint32_t),
               "the limits end with their last member: add two at once");
#define X(field, name, standard)                                                                                       \
    _Static_assert(offsetof(broadsheet_limits, field) == sizeof(size_t) + OPTIONS_LIMIT_##field * sizeof(uint32_t),    \
                   "the limits stand in the order of report/limits.def");
#include "report/limits.def"
#undef X

broadsheet_limits options_limits(const broadsheet_limits *wanted)
{
    static const uint32_t standards[OPTIONS_LIMIT_COUNT] = {
#define X(field, name, standard) (standard),
#include "report/limits.def"
#undef X
    };
    union {
        broadsheet_limits limits;
        struct {
            /* cppcheck-suppress unusedStructMember ; it stands before the others */
            size_t size;
            uint32_t each[OPTIONS_LIMIT_COUNT];
        } given;
    } all = {*wanted};
    for (size_t i = 0; i < OPTIONS_LIMIT_COUNT; i++)
        if (!all.given.each[i])
            all.given.each[i] = standards[i];
    broadsheet_limits limits = all.limits;
    /* cJSON refuses a depth of more than 1,000, and sections are read by recursion. A bound of the Markdown's bytes is
     * in markdown/markdown.c. */
    if (limits.json_depth > OPTIONS_JSON_DEPTH_MOST)
        limits.json_depth = OPTIONS_JSON_DEPTH_MOST;
    return limits;
}

void options_report(story *s, const broadsheet_options *o)
{
    const broadsheet_limits *wanted = o->limits;
    if (wanted && wanted->json_depth > OPTIONS_JSON_DEPTH_MOST)
        report_add(&s->report, REPORT_LIMIT_LOWERED, -1, TEXT("/limits/jsonDepth"), 0, REPORT_WHOLE);
    if (wanted && wanted->markdown_depth > MARKDOWN_DEPTH_MOST)
        report_add(&s->report, REPORT_LIMIT_LOWERED, -1, TEXT("/limits/markdownDepth"), 0, REPORT_WHOLE);
}

static bool is_id_prefix(text t)
{
    return ascii_is_alpha(t.at[0]) && text_is_plain(t, 64, TEXT("-_"));
}

/* No padding between members or behind the last one: such bytes would not be zero in every caller's struct. */
_Static_assert(sizeof(broadsheet_options) ==
                   offsetof(broadsheet_options, frames) + sizeof((broadsheet_options){0}.frames),
               "the options end with their last member");

/* Their sizes in 0.2.0, the first release in which they begin with one. What is smaller was never theirs. */
enum {
    OPTIONS_FIRST = offsetof(broadsheet_options, base),
    LIMITS_FIRST = offsetof(broadsheet_limits, diagnostics) + sizeof(uint32_t)
};

/* Reads a struct of the caller's release into one of ours. first: its size in the first release; name: the member with
 * its size, for the error. */
static bool options_sized(void *to, size_t first, size_t known, const void *given, text name, broadsheet_error *error)
{
    if (!sized_is(given, first))
        return error_option(error, name, "size is not set: begin with the struct's INIT macro of broadsheet.h");
    if (!sized_read(to, known, given))
        return error_option(error, name, "an option is set that this release does not know");
    return true;
}

static bool options_known(const broadsheet_options *given, broadsheet_options *o, broadsheet_limits *limits,
                          broadsheet_error *error)
{
    if (!MODULE_IS_WHOLE) { /* the caller is wasm/wasm.c, of the same release */
        *o = *given;
        *limits = *o->limits;
        return true;
    }
    *o = (broadsheet_options)BROADSHEET_OPTIONS_INIT;
    *limits = (broadsheet_limits)BROADSHEET_LIMITS_INIT;
    if (given && !options_sized(o, OPTIONS_FIRST, sizeof *o, given, TEXT("size"), error))
        return false;
    for (size_t i = 0; i < sizeof o->reserved; i++)
        if (o->reserved[i])
            return error_option(error, TEXT("reserved"), "an option is set that this release does not know");
    return !o->limits || options_sized(limits, LIMITS_FIRST, sizeof *limits, o->limits, TEXT("limits/size"), error);
}

/* The base of relative addresses: an address of http or https, of whose length each of them takes a part. */
static bool options_base(story *s, text given)
{
    enum { MOST = 512 };
    url address;
    if (!given.size)
        return true;
    if (!url_judge(&s->arena, arena_text(&s->arena, given), URL_PAGE, &address))
        return false;
    url_parts p = url_split(address.href);
    p.query = p.fragment = NO_TEXT;
    s->rebase = url_base_of(&s->arena, (url){url_join(&s->arena, &p)}, MOST);
    return s->rebase.page.href.size != 0;
}

/* The hosts whose frames a script of the document may show: names that a browser reads as they stand, so that the
 * script compares them to the letter. What is written otherwise, a wildcard too, is refused rather than never found. */
static bool options_frames(story *s, text given)
{
    enum { MOST = 1024, HOST_MOST = 253 };
    if (given.size > MOST)
        return false;
    char *made = arena_alloc(&s->arena, given.size + 1);
    size_t size = 0;
    while (given.size) {
        text host = text_take(&given, ' ');
        url address;
        if (!host.size)
            continue;
        if (!text_is_plain(host, HOST_MOST, TEXT("-.")) || host.at[host.size - 1] == '.' ||
            !url_judge(&s->arena, text_concat(&s->arena, (text[]){TEXT("https://"), host}, 2), URL_PAGE, &address))
            return false;
        if (size)
            made[size++] = ' ';
        for (size_t i = 0; i < host.size; i++)
            made[size++] = ascii_lower(host.at[i]);
    }
    s->frames = (text){made, size};
    return true;
}

/* The digest of the options that change what a part shows. web/elements/adopt.js makes the same one. */
static digest options_digest(const story *s, const broadsheet_options *o)
{
    digest d = digest_begin();
    char level = (char)('0' + s->heading_base);
    digest_add(&d, o->locale);
    digest_add(&d, o->time_zone);
    digest_add(&d, o->now);
    digest_add(&d, s->id_prefix);
    digest_add(&d, (text){&level, 1});
    digest_add(&d, o->base);
    digest_add(&d, s->signed_in ? TEXT("signed-in") : NO_TEXT);
    return d;
}

bool options_read(story *s, const broadsheet_options *given, broadsheet_options *o, broadsheet_error *error)
{
    arena *a = &s->arena;
    broadsheet_limits limits;
    if (!options_known(given, o, &limits, error))
        return false;
    s->limits = options_limits(&limits);
    if (o->now.size && !date_parse(o->now, &s->now))
        return error_option(error, TEXT("now"), "now is not an ISO 8601 date");
    if (s->now.precision == DATE_MINUTE && s->now.local)
        return error_option(error, TEXT("now"), "now has no offset from UTC");
    if (o->time_zone.size && !zone_valid(o->time_zone))
        return error_option(error, TEXT("timeZone"), "timeZone is not the name of a time zone");
    if (o->locale.size && !language_valid(o->locale))
        return error_option(error, TEXT("locale"), "locale is not a language tag of a form that is read here");
    if (o->id_prefix.size && !is_id_prefix(o->id_prefix))
        return error_option(error, TEXT("idPrefix"), "idPrefix is not a letter and up to 63 letters, digits, - or _");
    if (o->heading_base > 6)
        return error_option(error, TEXT("headingBase"), OPTIONS_NO_LEVEL);
    if (o->stylesheet.size && !url_judge(a, arena_text(a, o->stylesheet), URL_MEDIA, &s->stylesheet))
        return error_option(error, TEXT("stylesheet"), "stylesheet is not an http, https or relative address");
    if (!options_base(s, o->base))
        return error_option(error, TEXT("base"), "base is not an http or https address of at most 512 bytes");
    if (MODULE_IS_WHOLE && !options_frames(s, o->frames))
        return error_option(error, TEXT("frames"), "frames is not a list of hosts with a space between two");
    s->id_prefix = o->id_prefix.size ? arena_text(a, o->id_prefix) : TEXT("bs-");
    s->heading_base = o->heading_base ? o->heading_base : 1;
    s->signed_in = o->signed_in;
    s->page = o->page;
    s->furniture = o->furniture;
    s->provenance = o->provenance;
    if (MODULE_IS_WHOLE && s->provenance)
        s->options_digest = options_digest(s, o);
    return true;
}
