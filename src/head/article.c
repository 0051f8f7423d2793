/* JSON-LD of the story: schema.org's NewsArticle or LiveBlogPosting, with the properties that Google documents. */
#include "head/article.h"

#include "story/words.h"

void metadata_date_literal(const metadata *m, const char *name, size_t size, const date *d)
{
    char machine[32];
    if (d->precision == DATE_NONE)
        return;
    writer_json(m->w, ",");
    writer_json_string(m->w, (text){name, size});
    writer_json(m->w, ":");
    writer_json_string(m->w, (text){machine, words_machine(m->story, d, machine)});
}

void metadata_person(const metadata *m, const author *one)
{
    writer *w = m->w;
    if (one->organization)
        writer_json(w, "{\"@type\":\"Organization\"");
    else
        writer_json(w, "{\"@type\":\"Person\"");
    metadata_text(m, "name", one->name);
    metadata_text(m, "url", one->address.href);
    if (!one->organization) /* schema.org has no such property of an organization */
        metadata_text(m, "jobTitle", one->role);
    metadata_text(m, "description", one->bio);
    writer_json(w, "}");
}

static void article_authors(const metadata *m, const article *a)
{
    writer *w = m->w;
    if (!a->author_count)
        return;
    writer_json(w, ",\"author\":[");
    for (size_t i = 0; i < a->author_count; i++) {
        if (i)
            writer_json(w, ",");
        metadata_person(m, &a->authors[i]);
    }
    writer_json(w, "]");
}

void metadata_contributor(const metadata *m, const author *one)
{
    static const text roles[CREDIT_COUNT] = {
        [CREDIT_PHOTO] = TEXT_INIT("photography"),     [CREDIT_VIDEO] = TEXT_INIT("video"),
        [CREDIT_AUDIO] = TEXT_INIT("audio"),           [CREDIT_TRANSLATION] = TEXT_INIT("translation"),
        [CREDIT_PRODUCTION] = TEXT_INIT("production"), [CREDIT_EDITING] = TEXT_INIT("editing"),
    };
    writer_json(m->w, "{\"@type\":\"Role\"");
    metadata_text(m, "roleName", roles[one->credit]);
    writer_json(m->w, ",\"contributor\":");
    metadata_person(m, one);
    writer_json(m->w, "}");
}

static void article_contributors(const metadata *m, const article *a)
{
    writer *w = m->w;
    if (a->people_count == a->author_count)
        return;
    writer_json(w, ",\"contributor\":[");
    for (size_t i = a->author_count; i < a->people_count; i++) {
        if (i > a->author_count)
            writer_json(w, ",");
        metadata_contributor(m, &a->authors[i]);
    }
    writer_json(w, "]");
}

static void article_publisher(const metadata *m)
{
    if (!m->story->site.name.size)
        return;
    writer_json(m->w, ",\"publisher\":{\"@type\":\"Organization\"");
    metadata_paper(m);
    writer_json(m->w, "}");
}

static void article_keywords(const metadata *m, const article *a)
{
    if (!a->tag_count)
        return;
    writer_json(m->w, ",\"keywords\":[");
    for (size_t i = 0; i < a->tag_count; i++) {
        if (i)
            writer_json(m->w, ",");
        writer_json_string(m->w, a->tags[i].label);
    }
    writer_json(m->w, "]");
}

static label_kind article_label(const metadata *m)
{
    const extras *e = m->story->article.extras;
    return e && e->label.shows ? e->label.kind : LABEL_OTHER;
}

bool metadata_is_sponsored(const metadata *m)
{
    return article_label(m) == LABEL_SPONSORED;
}

bool metadata_is_review(const metadata *m)
{
    const extras *e = m->story->article.extras;
    bool rated = e && (e->rating.size || article_label(m) == LABEL_REVIEW);
    return rated && !metadata_is_sponsored(m) && !metadata_is_live(m);
}

static void article_open(const metadata *m)
{
    label_kind kind = article_label(m);
    if (metadata_is_sponsored(m))
        metadata_open(m, "AdvertiserContentArticle");
    else if (metadata_is_live(m))
        metadata_open(m, "LiveBlogPosting");
    else if (metadata_is_review(m))
        metadata_open(m, "ReviewNewsArticle");
    else if (kind == LABEL_OPINION)
        metadata_open(m, "OpinionNewsArticle");
    else if (kind == LABEL_ANALYSIS)
        metadata_open(m, "AnalysisNewsArticle");
    else
        metadata_open(m, "NewsArticle");
}

void metadata_article(const metadata *m)
{
    writer *w = m->w;
    const article *a = &m->story->article;
    article_open(m);
    metadata_text(m, "headline", text_or(a->headline_search, a->headline));
    if (a->gone == GONE_WITHDRAWN)
        writer_json(w, ",\"creativeWorkStatus\":\"Withdrawn\"");
    if (a->expires.precision != DATE_NONE) {
        char machine[32];
        writer_json(w, ",\"expires\":");
        writer_json_string(w, (text){machine, date_machine(&a->expires, 0, machine)});
    }
    metadata_text(m, "alternativeHeadline", a->headline_short);
    metadata_text(m, "description", a->standfirst.plain);
    if (a->canonical.href.size) {
        metadata_text(m, "url", a->canonical.href);
        writer_json(w, ",\"mainEntityOfPage\":{\"@type\":\"WebPage\",\"@id\":");
        writer_json_string(w, a->canonical.href);
        writer_json(w, "}");
    }
    if (a->lead_address.href.size) {
        writer_json(w, ",\"image\":[");
        writer_json_string(w, a->lead_address.href);
        writer_json(w, "]");
    }
    metadata_media(m);
    metadata_date(m, "datePublished", &a->published);
    metadata_date(m, "dateModified", &a->modified);
    metadata_live(m);
    article_authors(m, a);
    article_contributors(m, a);
    article_publisher(m);
    if (a->section_count)
        metadata_text(m, "articleSection", a->sections[a->section_count - 1]->label);
    metadata_text(m, "inLanguage", a->language);
    article_keywords(m, a);
    metadata_text(m, "copyrightNotice", a->rights);
    if (m->story->version >= 2)
        metadata_corrections(m);
    if (a->extras)
        metadata_extras(m);
    metadata_close(m);
}
