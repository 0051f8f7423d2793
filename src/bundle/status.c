/* Whether a story may be seen: its embargo, its withdrawal and its end, all of which version 2 of the format has.
 *
 * What is shown too early cannot be taken back. So each doubt is for the embargo: a status that is no text or that
 * speaks of one, an end that cannot be read, an end beside no status that is known, and a rendering that does not know
 * the time. Of a story under an embargo nothing is read, so that there is nothing of it for a part to show. */
#include "base/module.h"
#include "bundle/bundle.h"
#include "bundle/reader.h"
#include "bundle/taken.h"
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
