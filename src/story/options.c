#include "story/options.h"

#include "report/error.h"
#include "text/language.h"
#include "text/zone.h"

broadsheet_limits options_limits(const broadsheet_limits *wanted)
{
    broadsheet_limits limits = *wanted;
#define X(field, name, standard)                                                                                       \
    if (!limits.field)                                                                                                 \
        limits.field = standard;
#include "report/limits.def"
#undef X
    /* cJSON refuses more than 1,000; sections are read by recursion. What bounds Markdown is in markdown/markdown.c. */
    if (limits.json_depth > 500)
        limits.json_depth = 500;
    return limits;
}

static bool is_id_prefix(text t)
{
    return ascii_is_alpha(t.at[0]) && text_is_plain(t, 64, TEXT("-_"));
}

bool options_read(story *s, const broadsheet_options *o, broadsheet_error *error)
{
    arena *a = &s->arena;
    s->limits = options_limits(&o->limits);
    if (o->now.size && !date_parse(o->now, &s->now))
        return error_option(error, TEXT("now"), "now is not an ISO 8601 date");
    if (s->now.precision == DATE_MINUTE && s->now.local)
        return error_option(error, TEXT("now"), "now has no offset from UTC");
    if (o->time_zone.size && !zone_valid(o->time_zone))
        return error_option(error, TEXT("timeZone"), "timeZone is not the name of a time zone");
    if (o->locale.size && !language_valid(o->locale))
        return error_option(error, TEXT("locale"), "locale is not a BCP 47 language tag");
    if (o->id_prefix.size && !is_id_prefix(o->id_prefix))
        return error_option(error, TEXT("idPrefix"), "idPrefix is not a letter and then letters, digits, - or _");
    if (o->heading_base > 6)
        return error_option(error, TEXT("headingBase"), "headingBase is not a whole number from 1 to 6");
    if (o->stylesheet.size && !url_judge(a, arena_text(a, o->stylesheet), URL_MEDIA, &s->stylesheet))
        return error_option(error, TEXT("stylesheet"), "stylesheet is not an address of http, https or relative");
    s->id_prefix = o->id_prefix.size ? arena_text(a, o->id_prefix) : TEXT("bs-");
    s->heading_base = o->heading_base ? o->heading_base : 1;
    s->signed_in = o->signed_in;
    s->page = o->page;
    s->furniture = o->furniture;
    return true;
}
