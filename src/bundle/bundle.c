#include "bundle/bundle.h"

#include "base/module.h"
#include "bundle/line.h"
#include "bundle/reader.h"
#include "story/words.h"
#include "text/language.h"
#include "text/scripts.h"
#include "url/contact.h"

/* --- lists ------------------------------------------------------------------------------- */

static void bundle_authors(story *s, json_node *object)
{
    article *a = &s->article;
    static const reader_field fields[] = {
        READER_FIELD(author, name, "name", TEXT), READER_FIELD(author, role, "role", TEXT),
        READER_FIELD(author, email, "email", TEXT), READER_FIELD(author, url, "url", LINK),
        READER_FIELD(author, image, "image", MEDIA)};
    reader_items items = reader_list(s, object, TEXT("authors"));
    a->authors = arena_array(&s->arena, items.count, sizeof *a->authors);
    for (json_node *item; (item = reader_next_object(s, &items));) {
        author *w = &a->authors[a->author_count];
        w->number = item->index + 1;
        reader_fields(s, item, w, fields, sizeof fields / sizeof fields[0]);
        if (MODULE_IS_WHOLE) /* a small one reads it of who has a role */
            reader_is_rich(s, item, TEXT("quiet"));
        w->told = s->version >= 2 && !reader_flag(s, item, TEXT("quiet")) && w->role.size;
        w->address = url_absolute(&s->arena, &s->base, w->url);
        if (w->email.size && !url_mail(&s->arena, w->email, &w->mail))
            report_node(&s->report, REPORT_AUTHOR_EMAIL_FORM, json_member(item, TEXT("email")));
        if (reader_rich_any(s, item, TEXT("credit bio place organization")))
            bundle_person(s, item, w);
        if (w->name.size) {
            a->author_count++;
        } else { /* without a name there is nobody to show */
            report_node(&s->report, REPORT_AUTHOR_NAME_MISSING, item);
            *w = (author){.name = NO_TEXT};
        }
    }
    a->people_count = a->author_count;
    if (reader_rich(s, object, TEXT("byline")))
        a->byline = reader_text(s, object, TEXT("byline"));
    if (MODULE_HAS_RICH)
        bundle_people(s, object);
}

/* --- the article --------------------------------------------------------------------------- */

static void bundle_path(story *s, json_node *object)
{
    index made = {NULL}; /* for ids of no section of the site: each is reported once, and shown once */
    reader_items items = reader_list(s, object, TEXT("section"));
    s->article.sections = arena_array(&s->arena, items.count, sizeof(section *));
    for (json_node *item; (item = reader_next(s, &items));) {
        text id = reader_text_node(s, item);
        if (!id.size)
            continue;
        section *known = site_section(&s->site, id);
        if (!known)
            known = index_find(&made, id);
        if (!known) {
            report_node(&s->report, REPORT_SECTION_UNKNOWN, item);
            known = arena_alloc(&s->arena, sizeof *known);
            known->id = known->label = id;
            index_add(&made, &s->arena, id, known);
        }
        if (known->in_path) /* its label would be shown again each time */
            report_node(&s->report, REPORT_SECTION_PATH_TWICE, item);
        else
            s->article.sections[s->article.section_count++] = known;
        known->in_path = true;
    }
}

static void bundle_headlines(story *s, json_node *object)
{
    article *a = &s->article;
    if (!MODULE_HAS_PAGE) {
        reader_left(s, object, TEXT("headlines"));
        return;
    }
    json_node *headlines = reader_object(s, object, TEXT("headlines"));
    a->headline_short = reader_text(s, headlines, TEXT("short"));
    a->headline_search = reader_text(s, headlines, TEXT("search"));
    a->headline_social = reader_text(s, headlines, TEXT("social"));
}

static void bundle_dates(story *s, const json_node *object)
{
    const article *a = &s->article;
    if (date_before(&a->modified, &a->published))
        report_node(&s->report, REPORT_DATE_ORDER, json_member(object, TEXT("modified")));
    if (date_before(&s->now, &a->published))
        report_node(&s->report, REPORT_DATE_FUTURE, json_member(object, TEXT("published")));
}

/* For how many days the story has been published; 0 where that is not known. */
uint32_t bundle_days(const story *s)
{
    enum { DAY = 24 * 60 * 60 };
    const date *published = &s->article.published;
    if (published->precision == DATE_NONE || s->now.precision == DATE_NONE || s->now.seconds <= published->seconds)
        return 0;
    return (uint32_t)((s->now.seconds - published->seconds) / DAY);
}

bool bundle_is_old(const story *s)
{
    return s->site.age_days && bundle_days(s) >= s->site.age_days;
}

static void bundle_lead(story *s, json_node *object)
{
    article *a = &s->article;
    text id = reader_text(s, object, TEXT("lead"));
    if (!id.size)
        return;
    a->lead = story_placed(s, PLACE_FIGURE, id);
    if (!a->lead && s->version >= 2 && !MODULE_HAS_RICH)
        arena_lack();
    if (MODULE_HAS_RICH && !a->lead && s->version >= 2 && bundle_lead_placed(s, id))
        return;
    if (!a->lead) {
        report_node(&s->report, REPORT_LEAD_UNKNOWN, json_member(object, TEXT("lead")));
        return;
    }
    if (!MODULE_IS_WHOLE)
        return;
    /* Other sites are given the picture that has the figure's width, since src may be a smaller one. */
    url src = a->lead->src;
    a->lead_sized = a->lead->width && !a->lead->source_count;
    for (size_t i = 0; i < a->lead->source_count && !a->lead_sized; i++) {
        a->lead_sized = a->lead->sources[i].width == a->lead->width;
        if (a->lead_sized)
            src = a->lead->sources[i].src;
    }
    a->lead_address = url_resolve(&s->arena, story_page(s), src);
}

/* A story that is written from the right is not for a module without the scripts for that. */
static void bundle_direction_need(text direction)
{
    if (!MODULE_HAS_SCRIPTS && text_equal(direction, TEXT("rtl")))
        arena_lack();
}

static void bundle_direction(story *s, json_node *object)
{
    article *a = &s->article;
    text direction = reader_text(s, object, TEXT("direction"));
    bundle_direction_need(direction);
    if (text_equal(direction, TEXT("ltr")) || text_equal(direction, TEXT("rtl"))) {
        a->direction = direction;
        return;
    }
    if (direction.size)
        report_node(&s->report, REPORT_DIRECTION_UNKNOWN, json_member(object, TEXT("direction")));
    a->direction = language_direction(a->language);
    if (MODULE_HAS_LABELS) /* a smaller module has no such language */
        bundle_direction_need(a->direction);
}

static void bundle_article(story *s, arena *scratch, json_node *object)
{
    static const reader_field fields[] = {
        READER_FIELD(article, kicker, "kicker", TEXT),         READER_FIELD(article, headline, "headline", TEXT),
        READER_FIELD(article, standfirst, "standfirst", LINE), READER_FIELD(article, published, "published", DATE),
        READER_FIELD(article, modified, "modified", DATE),     READER_FIELD(article, dateline, "dateline", TEXT),
        READER_FIELD(article, rights, "rights", TEXT)};
    article *a = &s->article;
    a->id = reader_text(s, object, TEXT("id"));
    bundle_direction(s, object);
    a->url = reader_url_written(s, object, TEXT("url"), URL_MEDIA); /* the site's address goes before the host's base */
    a->canonical = url_resolve(&s->arena, s->site.url.href.size ? s->site.url : s->rebase.directory, a->url);
    if (a->url.href.size && !a->canonical.href.size)
        report_node(&s->report, REPORT_URL_BASE_MISSING, json_member(object, TEXT("url")));
    if (s->site.share_count && !a->canonical.href.size)
        report_node(&s->report, REPORT_SHARE_URL_MISSING,
                    json_member(json_member(s->tree.root, TEXT("site")), TEXT("share")));
    s->base = url_base_of(&s->arena, story_page(s), URL_BASE_SHOWN);
    bundle_path(s, object);
    if (MODULE_HAS_RICH && a->gone) { /* it had to go: nothing of what it told is read */
        static const reader_field kept[] = {
            READER_FIELD(article, headline, "headline", TEXT), READER_FIELD(article, published, "published", DATE),
            READER_FIELD(article, modified, "modified", DATE), READER_FIELD(article, rights, "rights", TEXT)};
        reader_fields(s, object, a, kept, sizeof kept / sizeof kept[0]);
        bundle_dates(s, object);
        bundle_corrections(s, object);
        return;
    }
    reader_fields(s, object, a, fields, sizeof fields / sizeof fields[0]);
    bundle_headlines(s, object);
    bundle_dates(s, object);
    bundle_authors(s, object);
    bundle_figures(s, object);
    if (reader_rich(s, object, TEXT("media")))
        bundle_media(s, object);
    bundle_related(s, object);
    if (reader_rich(s, object, TEXT("galleries")))
        bundle_galleries(s, object);
    if (reader_rich(s, object, TEXT("quotes")))
        bundle_quotes(s, object);
    if (reader_rich(s, object, TEXT("boxes")))
        bundle_boxes(s, object);
    bundle_lead(s, object);
    bundle_corrections(s, object);
    bundle_tags(s, object);
    bundle_alternates(s, object);
    bool given = reader_rich_any(s, object, TEXT("label series rating notices points more comments access"));
    if (!MODULE_HAS_RICH && bundle_is_old(s))
        arena_lack();
    if (MODULE_HAS_RICH && (given || bundle_is_old(s)))
        bundle_extras(s, object);
    bundle_body(s, scratch, object);
    if (reader_rich_any(s, object, TEXT("live updates")))
        bundle_updates(s, object);
    if (MODULE_HAS_RICH && a->extras)
        bundle_more(s, object);
}

/* Chooses the words in the first language that is given: the option's, the site's, the article's, or else English. */
static void bundle_words(story *s, const json_node *object, text locale)
{
    json_node *strings = reader_object(s, s->tree.root, TEXT("strings"));
    if (!MODULE_HAS_PAGE && strings) /* a page's attribute "strings" has chosen another module */
        arena_lack();
    if (MODULE_HAS_PAGE)
        reader_strings(s, strings);
    text wanted = locale.size ? locale : s->site.language.size ? s->site.language : s->article.language;
    if (words_choose(s, wanted.size ? wanted : TEXT("en"), MODULE_HAS_PAGE ? strings : NULL))
        return;
    if (locale.size)
        report_add(&s->report, REPORT_WORDS_LOCALE_UNKNOWN, -1, TEXT("/locale"), 0, REPORT_WHOLE);
    else if (s->site.language.size)
        report_node(&s->report, REPORT_WORDS_LANGUAGE_UNKNOWN,
                    json_member(json_member(s->tree.root, TEXT("site")), TEXT("language")));
    else
        report_node(&s->report, REPORT_WORDS_LANGUAGE_UNKNOWN, json_member(object, TEXT("language")));
}

/* The version of the format. Whether one is named that cannot be read, which is taken for 1. */
static bool bundle_version(story *s)
{
    json_node *given = reader_member(s, s->tree.root, TEXT("broadsheet")), *version = given;
    if (MODULE_HAS_RICH)
        version = reader_number(s, s->tree.root, TEXT("broadsheet"));
    else if (given && given->kind != JSON_NUMBER)
        arena_lack();
    s->version = version && version->number >= 2 ? 2 : 1;
    if (version && version->number != s->version)
        report_node(&s->report, REPORT_VERSION_UNKNOWN, version);
    return given && !version;
}

void bundle_read(story *s, arena *scratch, text locale, broadsheet_error *error)
{
    json_node *root = s->tree.root;
    story_marks_open(s);
    bool unread = bundle_version(s);
    json_node *object = bundle_required(s, error);
    if (MODULE_HAS_RICH && unread) /* it may have meant version 2, which knows embargoes: that doubt is for them, too */
        s->version = 2;
    if (object && reader_rich_any(s, object, TEXT("status until expires")) && !bundle_status(s, object)) {
        if (MODULE_HAS_RICH)
            bundle_hold(s);
        object = NULL;
    }
    if (MODULE_HAS_RICH && unread)
        s->version = 1;
    s->article.missing = !object;
    json_node *paper = reader_object(s, root, TEXT("site"));
    bundle_site(s, paper);
    if (MODULE_HAS_PAGE)
        bundle_furniture(s, paper);
    reader_member(s, root, TEXT("article"));
    if (MODULE_IS_WHOLE)
        reader_text(s, root, TEXT("$schema")); /* is for editors */
    s->article.language = reader_language(s, object, TEXT("language"));
    bundle_words(s, object, locale);
    if (!s->article.language.size)
        s->article.language = s->site.language;
    if (object)
        bundle_article(s, scratch, object);
    else if (s->article.language.size)
        s->article.direction = language_direction(s->article.language);
    if (MODULE_HAS_PAGE)
        bundle_lists(s, reader_object(s, root, TEXT("lists")));
    if (object && MODULE_IS_WHOLE) /* they report, and show nothing */
        bundle_machines(s);
    if (MODULE_IS_WHOLE)
        bundle_alts(s, scratch);
    reader_report_unknown(s);
}
