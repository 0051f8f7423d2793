/* Whether a story may be seen: its embargo, its withdrawal and its end, all of which version 2 of the format has.
 *
 * What is shown too early cannot be taken back. So each doubt is for the embargo: a status that is no text or that
 * speaks of one, an end that cannot be read, an end beside no status that is known, and a rendering that does not know
 * the time. Of a story under an embargo nothing is read, so that there is nothing of it for a part to show. */
#include "base/module.h"
#include "bundle/bundle.h"
#include "bundle/clean.h"
#include "bundle/reader.h"
#include "bundle/taken.h"
#include "html/base.h"
#include "text/alike.h"

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

/* Whether a time has a part of a second that is not 0, or is a leap second: it is read as the second before. */
static bool moment_is_later(text said)
{
    size_t at = 0;
    while (at < said.size && said.at[at] != '.' && said.at[at] != ',')
        at++;
    while (++at < said.size && ascii_is_digit(said.at[at]))
        if (said.at[at] != '0')
            return true;
    return date_leaps(said);
}

/* The end of an embargo: the first second at which it is certain that the time has come. */
static date status_until(story *s, json_node *object)
{
    date until = moment_read(s, object, TEXT("until"));
    if (until.precision == DATE_MINUTE)
        until.seconds += moment_is_later(taken_trimmed(json_member(object, TEXT("until"))->string));
    return until;
}

/* Whether it is certain that a time has come. */
static bool status_reached(const story *s, const date *d)
{
    return d->precision == DATE_MINUTE && s->now.precision == DATE_MINUTE && s->now.seconds >= d->seconds;
}

/* Whether a status speaks of an embargo, whatever stands around that word. */
static bool status_says_embargo(story *s, text said)
{
    for (text rest = alike_letters(&s->arena, said); rest.size; rest = text_from(rest, 1))
        if (text_starts(rest, TEXT("embargo")))
            return true;
    return false;
}

/* The status of an article; STATUS_COUNT where it has none, or one that is neither known nor taken for an embargo.
 * given: its node; ends: whether an end stands beside it. */
static status status_read(story *s, json_node *object, const json_node *given, bool ends)
{
    static const text names[STATUS_COUNT] = {TEXT_INIT("live"), TEXT_INIT("ended"), TEXT_INIT("withdrawn"),
                                             TEXT_INIT("embargoed")};
    if (!given)
        return ends ? STATUS_EMBARGOED : STATUS_COUNT;
    bool is_text = given->kind == JSON_STRING, is_number = given->kind == JSON_NUMBER; /* which is read as its digits */
    text said = is_text || is_number ? reader_text(s, object, TEXT("status")) : NO_TEXT;
    for (size_t i = 0; i < STATUS_COUNT; i++)
        if (text_equal(said, names[i]))
            return (status)i;
    bool held = ends || !is_text || status_says_embargo(s, said);
    if (!is_text)
        story_mark(s, given, MARK_OPAQUE);
    if (held || said.size)
        report_node(&s->report, held ? REPORT_STATUS_HELD : REPORT_STATUS_UNKNOWN, given);
    return held ? STATUS_EMBARGOED : STATUS_COUNT;
}

bool bundle_status(story *s, json_node *object)
{
    article *a = &s->article;
    const json_node *given = reader_member(s, object, TEXT("status"));
    bool ends = reader_member(s, object, TEXT("until"));
    status kind = status_read(s, object, given, ends);
    date until = status_until(s, object);
    a->expires = moment_read(s, object, TEXT("expires"));
    a->hidden = kind == STATUS_EMBARGOED && !status_reached(s, &until);
    if (kind == STATUS_WITHDRAWN)
        a->gone = GONE_WITHDRAWN;
    else if (status_reached(s, &a->expires))
        a->gone = GONE_EXPIRED;
    if (a->hidden || a->gone)
        story_mark(s, object, MARK_OPAQUE);
    if (!a->hidden)
        return true;
    report_node(&s->report, REPORT_STATUS_EMBARGOED, given ? given : json_member(object, TEXT("until")));
    return false;
}

/* --- the same story in other lists ----------------------------------------------------------------- */

/* By what an item of a list is known as the story: each of its headlines, and its page. All of it is made once, so that
 * a list of many items costs no more than their own bytes. */
typedef struct status_known {
    text says[4];
    url_base site;
    url_page page, based; /* the same, where the host's option base has made it another one */
    bool paged;
} status_known;

/* The letters and digits of a text: lists have other spaces, quotation marks and capitals than the story, and another
 * normal form. A text that has none stays what it is. */
static text status_words(story *s, text said)
{
    return text_or(alike_letters(&s->arena, said), said);
}

static text status_said(story *s, json_node *object, text key)
{
    json_node *node = reader_member(s, object, key);
    return node && taken_is_text(s, node) ? status_words(s, taken_trimmed(clean_plain(s, node->string))) : NO_TEXT;
}

static url_page status_page(story *s, const status_known *known, url address)
{
    url whole = url_absolute(&s->arena, &known->site, address);
    return url_page_of(&s->arena, whole.href.size ? whole : address);
}

static const status_known *status_know(story *s)
{
    json_node *object = reader_object(s, s->tree.root, TEXT("article"));
    json_node *others = reader_object(s, object, TEXT("headlines"));
    json_node *address = reader_member(s, object, TEXT("url"));
    status_known *known = arena_array(&s->arena, 1, sizeof *known);
    known->says[0] = status_said(s, object, TEXT("headline"));
    known->says[1] = status_said(s, others, TEXT("short"));
    known->says[2] = status_said(s, others, TEXT("search"));
    known->says[3] = status_said(s, others, TEXT("social"));
    known->site = url_base_of(&s->arena, s->site.url, URL_BASE_SHOWN);
    url own = {NO_TEXT};
    if (address && taken_is_text(s, address))
        url_judge(&s->arena, address->string, URL_MEDIA, &own);
    known->paged = own.href.size;
    known->page = status_page(s, known, own);
    known->based = status_page(s, known, url_rebased(&s->arena, &s->rebase, own));
    return known;
}

bool bundle_is_hidden(story *s, text headline, url address)
{
    article *a = &s->article;
    if (!a->hidden)
        return false;
    if (!a->known)
        a->known = status_know(s);
    text words = status_words(s, headline);
    for (size_t i = 0; i < sizeof a->known->says / sizeof a->known->says[0]; i++)
        if (words.size && text_equal(words, a->known->says[i]))
            return true;
    url_page page = status_page(s, a->known, address);
    return a->known->paged && address.href.size &&
           (url_same_page(&page, &a->known->page) || url_same_page(&page, &a->known->based));
}

bool bundle_are_hidden(story *s, const text *texts, size_t count, url address)
{
    for (size_t i = 0; i < count; i++)
        if (bundle_is_hidden(s, texts[i], address))
            return true;
    return false;
}
