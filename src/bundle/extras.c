/* The small fields of a story: article.label, series, rating, notices, points, more, comments and access.
 *
 * A reader must learn that a story is paid for. So each doubt is for that: a kind of label that only begins as one of
 * those words counts as sponsored. */
#include "base/number.h"
#include "bundle/bundle.h"
#include "bundle/line.h"
#include "bundle/places.h"
#include "bundle/reader.h"
#include "bundle/taken.h"

#if BROADSHEET_MODULE >= MODULE_RICH

/* --- the label ----------------------------------------------------------------------------------- */

/* Whether a kind that is not known says that somebody has paid. */
static bool label_is_paid(text kind)
{
    static const text begins[] = {TEXT_INIT("sponsor"), TEXT_INIT("paid"), TEXT_INIT("advert"), TEXT_INIT("promot"),
                                  TEXT_INIT("partner")};
    for (size_t i = 0; i < sizeof begins / sizeof begins[0]; i++)
        if (text_starts_nocase(kind, begins[i]))
            return true;
    return false;
}

story_label bundle_label(story *s, json_node *owner, bool linked)
{
    static const text kinds[LABEL_OTHER] = {
        [LABEL_SPONSORED] = TEXT_INIT("sponsored"), [LABEL_OPINION] = TEXT_INIT("opinion"),
        [LABEL_ANALYSIS] = TEXT_INIT("analysis"),   [LABEL_REVIEW] = TEXT_INIT("review"),
        [LABEL_BREAKING] = TEXT_INIT("breaking"),   [LABEL_LIVE] = TEXT_INIT("live"),
    };
    json_node *object = reader_object(s, owner, TEXT("label"));
    size_t kind = reader_choice(s, object, TEXT("kind"), kinds, LABEL_OTHER, REPORT_LABEL_KIND_UNKNOWN);
    json_node *given = reader_member(s, object, TEXT("kind"));
    story_label out = {.kind = (label_kind)kind, .said = reader_text(s, object, TEXT("text"))};
    if (kind == LABEL_OTHER && given && given->kind == JSON_STRING && label_is_paid(given->string))
        out.kind = LABEL_SPONSORED;
    if (linked)
        out.url = reader_url(s, object, TEXT("url"), URL_LINK);
    out.shows = out.kind != LABEL_OTHER || out.said.size;
    if (object && !given && !out.shows)
        report_node(&s->report, REPORT_LABEL_EMPTY, object);
    return out;
}

/* --- series and rating ---------------------------------------------------------------------------- */

static void extras_series(story *s, json_node *object, extras *e)
{
    enum { MOST = 10000 };
    e->series = reader_text(s, object, TEXT("label"));
    e->series_url = reader_url(s, object, TEXT("url"), URL_LINK);
    e->series_part = reader_whole(s, object, TEXT("part"), MOST);
    e->series_of = reader_whole(s, object, TEXT("of"), MOST);
    reader_missing(s, object, TEXT("label"), REPORT_SERIES_LABEL_MISSING);
    if (!e->series_of || e->series_part <= e->series_of)
        return;
    report_node(&s->report, REPORT_SERIES_PART_ORDER, json_member(object, TEXT("part")));
    e->series_of = 0;
}

static void extras_rating(story *s, json_node *object, extras *e)
{
    enum { USUAL = 5, MOST = 100, DIGITS = 16 };
    json_node *value = reader_number(s, object, TEXT("value"));
    uint32_t most = reader_whole(s, object, TEXT("max"), MOST);
    reader_missing(s, object, TEXT("value"), REPORT_RATING_VALUE_MISSING);
    e->rating_most = most ? most : USUAL;
    if (!value)
        return;
    text digits = taken_trimmed(value->string);
    bool plain = digits.size <= DIGITS && number_plain(digits, &e->rating_value);
    if (value->number < 0 || value->number > MOST)
        report_node(&s->report, REPORT_NUMBER_RANGE, value);
    else if (plain && e->rating_value <= e->rating_most)
        e->rating = digits;
    else
        report_node(&s->report, REPORT_RATING_VALUE_RANGE, value);
}

/* --- notices --------------------------------------------------------------------------------------- */

static void extras_notices(story *s, json_node *object, extras *e)
{
    static const text kinds[NOTICE_KINDS] = {
        [NOTICE_OF_WARNING] = TEXT_INIT("warning"),
        [NOTICE_OF_AFFILIATE] = TEXT_INIT("affiliate"),
        [NOTICE_OF_AI] = TEXT_INIT("ai"),
        [NOTICE_OF_AGE] = TEXT_INIT("age"),
    };
    bool aged = false;
    reader_items items = reader_list(s, object, TEXT("notices"));
    e->notices = arena_array(&s->arena, items.count + 1, sizeof *e->notices);
    for (json_node *item; (item = reader_next_object(s, &items));) {
        size_t kind = reader_choice(s, item, TEXT("kind"), kinds, NOTICE_KINDS, REPORT_STORY_NOTICE_KIND_UNKNOWN);
        story_notice one = {(notice_kind)kind, reader_text(s, item, TEXT("text")),
                            reader_url(s, item, TEXT("url"), URL_LINK)};
        if (kind == NOTICE_KINDS) /* what it says stands there all the same */
            one.kind = NOTICE_OF_WARNING;
        reader_missing(s, item, TEXT("kind"), REPORT_STORY_NOTICE_KIND_MISSING);
        aged = aged || one.kind == NOTICE_OF_AGE;
        if (one.said.size || (kind != NOTICE_KINDS && one.kind != NOTICE_OF_WARNING))
            e->notices[e->notice_count++] = one;
        else
            report_node(&s->report, REPORT_STORY_NOTICE_EMPTY, item);
    }
    e->years = (uint32_t)((uint64_t)bundle_days(s) * 100 / 36525);
    if (!aged && bundle_is_old(s))
        e->notices[e->notice_count++] = (story_notice){.kind = NOTICE_OF_AGE};
}

/* --- the others ------------------------------------------------------------------------------------ */

static void extras_points(story *s, json_node *object, extras *e)
{
    reader_items items = reader_list(s, object, TEXT("points"));
    e->points = arena_array(&s->arena, items.count, sizeof *e->points);
    for (json_node *item; (item = reader_next(s, &items));) {
        line_text one = bundle_line_node(s, item);
        if (one.plain.size)
            e->points[e->point_count++] = one;
    }
}

static void extras_comments(story *s, json_node *object, extras *e)
{
    json_node *count = reader_number(s, object, TEXT("count"));
    e->comments = reader_url(s, object, TEXT("url"), URL_LINK);
    reader_missing(s, object, TEXT("url"), REPORT_COMMENTS_URL_MISSING);
    if (count && !(count->number < 0) && !(count->number > 0)) { /* there are none yet */
        e->comments_counted = true;
        return;
    }
    if (!count) /* or what is no number, which is told */
        return;
    e->comment_count = reader_whole(s, object, TEXT("count"), 1000000000);
    e->comments_counted = e->comment_count != 0;
}

static access_kind extras_access(story *s, json_node *object)
{
    static const text kinds[ACCESS_UNKNOWN] = {[ACCESS_FREE] = TEXT_INIT("free"),
                                               [ACCESS_REGISTRATION] = TEXT_INIT("registration"),
                                               [ACCESS_SUBSCRIPTION] = TEXT_INIT("subscription")};
    return (access_kind)reader_choice(s, object, TEXT("access"), kinds, ACCESS_UNKNOWN, REPORT_ACCESS_UNKNOWN);
}

void bundle_extras(story *s, json_node *object)
{
    extras *e = arena_alloc(&s->arena, sizeof *e);
    s->article.extras = e;
    e->label = bundle_label(s, object, true);
    json_node *series = reader_object(s, object, TEXT("series"));
    if (series)
        extras_series(s, series, e);
    json_node *rating = reader_object(s, object, TEXT("rating"));
    if (rating)
        extras_rating(s, rating, e);
    extras_notices(s, object, e);
    extras_points(s, object, e);
    json_node *comments = reader_object(s, object, TEXT("comments"));
    if (comments)
        extras_comments(s, comments, e);
    e->access = extras_access(s, object);
}

/* What else to read: cards, each once. They share the body's budget of what stands there again. */
void bundle_more(story *s, json_node *object)
{
    extras *e = s->article.extras;
    places all = {s, false};
    index known = {NULL};
    reader_items items = reader_list(s, object, TEXT("more"));
    e->more = arena_array(&s->arena, items.count, sizeof(const struct related *));
    for (json_node *item; (item = reader_next(s, &items));) {
        report_code why;
        text id = reader_text_node(s, item);
        if (!id.size)
            continue;
        const placeable *found = story_placeable(s, PLACE_RELATED, id);
        if (!found)
            report_node(&s->report, REPORT_MORE_UNKNOWN, item);
        else if (index_find(&known, id) || !places_find(&all, PLACE_RELATED, id, &why))
            report_node(&s->report, REPORT_MORE_REPEATED, item);
        else
            e->more[e->more_count++] = found->model;
        if (found)
            index_add(&known, &s->arena, found->id, found->model);
    }
}

#endif
