/* JSON-LD of a story's small fields: schema.org's CreativeWorkSeries, Rating, CorrectionComment, the comments and who
 * may read it. */
#include "head/article.h"
#include "story/words.h"

static void extras_series(const metadata *m, const extras *e)
{
    if (!e->series.size)
        return;
    writer_json(m->w, ",\"isPartOf\":{\"@type\":\"CreativeWorkSeries\"");
    metadata_text(m, "name", e->series);
    metadata_url(m, "url", e->series_url);
    writer_json(m->w, "}");
    if (!e->series_part)
        return;
    writer_json(m->w, ",\"position\":");
    writer_integer(m->w, e->series_part);
}

/* A review alone has a rating (head/article.c). */
static void extras_rating(const metadata *m, const extras *e)
{
    if (!e->rating.size || !metadata_is_review(m))
        return;
    writer_json(m->w, ",\"reviewRating\":{\"@type\":\"Rating\"");
    metadata_text(m, "ratingValue", e->rating);
    writer_json(m->w, ",\"worstRating\":0,\"bestRating\":");
    writer_integer(m->w, e->rating_most);
    writer_json(m->w, "}");
}

static void extras_comments(const metadata *m, const extras *e)
{
    if (!e->comments.href.size)
        return;
    metadata_url(m, "discussionUrl", e->comments);
    if (!e->comments_counted)
        return;
    writer_json(m->w, ",\"commentCount\":");
    writer_integer(m->w, e->comment_count);
}

/* Search engines are told which part of the page is not for everybody, so that they take it for no trick. */
static void extras_access(const metadata *m, const extras *e)
{
    if (e->access == ACCESS_FREE)
        writer_json(m->w, ",\"isAccessibleForFree\":true");
    else if (e->access == ACCESS_REGISTRATION || e->access == ACCESS_SUBSCRIPTION)
        writer_json(m->w, ",\"isAccessibleForFree\":false,\"hasPart\":{\"@type\":\"WebPageElement\","
                          "\"isAccessibleForFree\":false,\"cssSelector\":\".bs-body\"}");
}

void metadata_extras(const metadata *m)
{
    const extras *e = m->story->article.extras;
    extras_series(m, e);
    extras_rating(m, e);
    extras_comments(m, e);
    extras_access(m, e);
}

/* An update and a note of the editors correct nothing. */
static bool corrections_is_one(const correction *c)
{
    return !c->quiet && c->kind != CORRECTION_UPDATE && c->kind != CORRECTION_NOTE;
}

void metadata_corrections(const metadata *m)
{
    writer *w = m->w;
    const article *a = &m->story->article;
    bool any = false;
    for (size_t i = 0; i < a->correction_count; i++) {
        const correction *c = &a->corrections[i];
        if (!corrections_is_one(c))
            continue;
        if (any)
            writer_json(w, ",");
        else
            writer_json(w, ",\"correction\":[");
        any = true;
        writer_json(w, "{\"@type\":\"CorrectionComment\"");
        metadata_text(m, "text", c->text.plain);
        if (c->date.precision != DATE_NONE) {
            char machine[32];
            writer_json(w, ",\"datePublished\":");
            writer_json_string(w, (text){machine, words_machine(m->story, &c->date, machine)});
        }
        writer_json(w, "}");
    }
    if (any)
        writer_json(w, "]");
}
