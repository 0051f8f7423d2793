/* Whether a story may be seen: its embargo, its withdrawal and its end, all of which version 2 of the format has.
 *
 * What is shown too early cannot be taken back. So each doubt is for the embargo: a status that is no text or only
 * begins like one, an end that cannot be read, an end without a status, and a rendering that does not know the time. Of
 * a story under an embargo nothing is read, so that there is nothing of it for a part to show. */
#include "base/module.h"
#include "bundle/bundle.h"
#include "bundle/reader.h"
#include "bundle/taken.h"

typedef enum status { STATUS_LIVE, STATUS_ENDED, STATUS_WITHDRAWN, STATUS_EMBARGOED, STATUS_COUNT } status;

/* A time with its offset from UTC; DATE_NONE for anything else, which is reported. */
static date moment_read(story *s, json_node *object, text key)
{
    date d = {.precision = DATE_NONE};
    const json_node *node = reader_member(s, object, key);
    text said = reader_text(s, object, key);
    if (said.size && date_parse(said, &d) && d.precision == DATE_MINUTE && !d.local)
        return d;
    if (said.size)
        report_node(&s->report, REPORT_STATUS_TIME_FORM, node);
    return (date){.precision = DATE_NONE};
}

/* Whether it is certain that a time has come. */
static bool status_reached(const story *s, const date *d)
{
    return d->precision == DATE_MINUTE && s->now.precision == DATE_MINUTE && s->now.seconds >= d->seconds;
}

/* The status of an article; STATUS_COUNT where it has none that is known. */
static status status_read(story *s, json_node *object, const json_node *given)
{
    static const text names[STATUS_COUNT] = {TEXT_INIT("live"), TEXT_INIT("ended"), TEXT_INIT("withdrawn"),
                                             TEXT_INIT("embargoed")};
    text said = reader_text(s, object, TEXT("status"));
    for (size_t i = 0; i < STATUS_COUNT; i++)
        if (text_equal(said, names[i]))
            return (status)i;
    if (said.size)
        report_node(&s->report, REPORT_STATUS_UNKNOWN, given);
    bool meant = text_starts_nocase(said, TEXT("embargo"));
    return meant || (given && given->kind != JSON_STRING) ? STATUS_EMBARGOED : STATUS_COUNT;
}

bool bundle_status(story *s, json_node *object)
{
    article *a = &s->article;
    const json_node *given = reader_member(s, object, TEXT("status"));
    status kind = status_read(s, object, given);
    bool ends = reader_member(s, object, TEXT("until"));
    date until = moment_read(s, object, TEXT("until"));
    a->expires = moment_read(s, object, TEXT("expires"));
    a->hidden = (kind == STATUS_EMBARGOED || (!given && ends)) && !status_reached(s, &until);
    if (kind == STATUS_WITHDRAWN)
        a->gone = GONE_WITHDRAWN;
    else if (status_reached(s, &a->expires))
        a->gone = GONE_EXPIRED;
    if (a->hidden || a->gone)
        story_mark(s, object, MARK_OPAQUE);
    if (!a->hidden)
        return true;
    const json_node *address = json_member(object, TEXT("url"));
    if (address && address->kind == JSON_STRING)
        url_judge(&s->arena, address->string, URL_MEDIA, &a->hidden_url);
    report_node(&s->report, REPORT_STATUS_EMBARGOED, given ? given : json_member(object, TEXT("until")));
    return false;
}

/* --- the same story in other lists ----------------------------------------------------------------- */

static bool status_says(const json_node *object, text key, text said)
{
    const json_node *node = json_member(object, key);
    return node && node->kind == JSON_STRING && text_equal(taken_trimmed(node->string), said);
}

/* The page that an address leads to: absolute, where the site's address is known. */
static text status_page(story *s, url address)
{
    text page = text_or(url_resolve(&s->arena, s->site.url, address).href, address.href);
    size_t end = 0;
    while (end < page.size && page.at[end] != '?' && page.at[end] != '#')
        end++;
    return text_slice(page, 0, end);
}

bool bundle_is_hidden(story *s, text headline, url address)
{
    const article *a = &s->article;
    if (!a->hidden)
        return false;
    const json_node *object = json_member(s->tree.root, TEXT("article"));
    const json_node *others = json_member(object, TEXT("headlines"));
    if (status_says(object, TEXT("headline"), headline) || status_says(others, TEXT("short"), headline) ||
        status_says(others, TEXT("search"), headline) || status_says(others, TEXT("social"), headline))
        return true;
    return a->hidden_url.href.size && address.href.size &&
           text_equal(status_page(s, a->hidden_url), status_page(s, address));
}
