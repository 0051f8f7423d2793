/* What a story has to watch, to hear and to look at elsewhere: article.media. */
#include "bundle/bundle.h"
#include "bundle/line.h"
#include "bundle/places.h"
#include "bundle/reader.h"
#include "url/url.h"

#if BROADSHEET_MODULE >= MODULE_RICH

/* --- video and audio -------------------------------------------------------------------------- */

/* The type of a file, as "video/mp4": what a browser reads of it before it fetches the file. */
static text media_mime(story *s, json_node *object)
{
    text type = reader_text(s, object, TEXT("type"));
    text rest = type;
    text top = text_take(&rest, '/');
    bool good =
        (text_equal(top, TEXT("video")) || text_equal(top, TEXT("audio")) || text_equal(top, TEXT("application"))) &&
        text_is_plain(rest, 64, TEXT(".+-"));
    if (good || !type.size)
        return good ? type : NO_TEXT;
    report_node(&s->report, REPORT_MEDIA_SOURCE_TYPE_FORM, json_member(object, TEXT("type")));
    return NO_TEXT;
}

static void media_sources(story *s, json_node *object, media *m)
{
    reader_items items = reader_list(s, object, TEXT("sources"));
    m->sources = arena_array(&s->arena, items.count, sizeof *m->sources);
    for (json_node *item; (item = reader_next_object(s, &items));) {
        media_source one = {reader_url(s, item, TEXT("src"), URL_MEDIA), media_mime(s, item)};
        if (one.src.href.size)
            m->sources[m->source_count++] = one;
        reader_missing(s, item, TEXT("src"), REPORT_MEDIA_SOURCE_SRC_MISSING);
    }
}

static void media_tracks(story *s, json_node *object, media *m)
{
    static const text kinds[TRACK_KINDS] = {[TRACK_SUBTITLES] = TEXT_INIT("subtitles"),
                                            [TRACK_CAPTIONS] = TEXT_INIT("captions"),
                                            [TRACK_DESCRIPTIONS] = TEXT_INIT("descriptions"),
                                            [TRACK_CHAPTERS] = TEXT_INIT("chapters")};
    bool chosen = false; /* of several that are to be on from the start, the first is */
    reader_items items = reader_list(s, object, TEXT("tracks"));
    m->tracks = arena_array(&s->arena, items.count, sizeof *m->tracks);
    for (json_node *item; (item = reader_next_object(s, &items));) {
        media_track one = {.src = reader_url(s, item, TEXT("src"), URL_MEDIA),
                           .language = reader_language(s, item, TEXT("language")),
                           .label = reader_text(s, item, TEXT("label"))};
        size_t kind = reader_choice(s, item, TEXT("kind"), kinds, TRACK_KINDS, REPORT_MEDIA_TRACK_KIND_UNKNOWN);
        bool is_default = reader_flag(s, item, TEXT("default"));
        one.kind = kind == TRACK_KINDS ? TRACK_SUBTITLES : (track_kind)kind;
        one.is_default = is_default && !chosen;
        if (!one.language.size)
            one.language = s->article.language;
        reader_missing(s, item, TEXT("src"), REPORT_MEDIA_TRACK_SRC_MISSING);
        if (!one.src.href.size)
            continue;
        chosen = chosen || one.is_default;
        m->tracks[m->track_count++] = one;
    }
}

/* --- frames -------------------------------------------------------------------------------------- */

/* Whether a frame may show an address: https, no user, the port of https, and a host that is not the site's: there, a
 * frame with scripts would be no sandbox. */
static report_code media_frame_fault(const story *s, url frame)
{
    text host = url_host_of(frame), home = url_host_of(story_home(s));
    if (!url_is_secure(frame))
        return REPORT_MEDIA_FRAME_ADDRESS;
    return text_equal_nocase(host, home) ? REPORT_MEDIA_FRAME_OWN : REPORT_COUNT;
}

static void media_frame(story *s, json_node *object, media *m)
{
    url frame = reader_url_written(s, object, TEXT("frame"), URL_PAGE);
    report_code fault = frame.href.size ? media_frame_fault(s, frame) : REPORT_COUNT;
    if (fault == REPORT_COUNT)
        m->frame = frame;
    else
        report_node(&s->report, fault, json_member(object, TEXT("frame")));
    if (!m->url.href.size)
        m->url = m->frame;
}

/* The poster. That of a frame is shown only from the site itself: before a reader has asked for a frame, its page makes
 * no request to anyone else. */
static void media_poster(story *s, json_node *object, media *m)
{
    url written = reader_url_written(s, object, TEXT("poster"), URL_MEDIA);
    text host = url_host_of(written);
    bool own = !host.size || text_equal_nocase(host, url_host_of(story_home(s)));
    if (m->type == MEDIA_FRAME && !own)
        report_node(&s->report, REPORT_MEDIA_POSTER_FOREIGN, json_member(object, TEXT("poster")));
    else
        m->poster = url_rebased(&s->arena, &s->rebase, written);
}

/* --- all ----------------------------------------------------------------------------------------- */

static void media_texts(story *s, json_node *object, media *m)
{
    m->title = reader_text(s, object, TEXT("title"));
    m->provider = reader_text(s, object, TEXT("provider"));
    m->warning = reader_text(s, object, TEXT("warning"));
    m->author = reader_text(s, object, TEXT("author"));
    m->handle = reader_text(s, object, TEXT("handle"));
    json_node *said = reader_member(s, object, TEXT("text"));
    m->said = said ? reader_text_node(s, said) : NO_TEXT;
    m->language = reader_language(s, object, TEXT("language"));
    m->caption = bundle_line(s, object, TEXT("caption"));
    m->credit = bundle_line(s, object, TEXT("credit"));
    m->published = reader_date(s, object, TEXT("published"));
    m->transcript = bundle_prose(s, object, TEXT("transcript"));
}

/* What is missing in it; REPORT_COUNT: it can be shown. A video without a file that a browser may play is a link. */
static report_code media_missing(const media *m)
{
    if (m->type == MEDIA_POST)
        return m->said.size ? REPORT_COUNT : REPORT_MEDIA_TEXT_MISSING;
    if (m->type == MEDIA_FRAME)
        return m->url.href.size ? REPORT_COUNT : REPORT_MEDIA_URL_MISSING;
    return m->source_count || m->url.href.size ? REPORT_COUNT : REPORT_MEDIA_SOURCES_MISSING;
}

static void media_read(story *s, json_node *object)
{
    static const text types[MEDIA_TYPES] = {[MEDIA_VIDEO] = TEXT_INIT("video"),
                                            [MEDIA_AUDIO] = TEXT_INIT("audio"),
                                            [MEDIA_FRAME] = TEXT_INIT("frame"),
                                            [MEDIA_POST] = TEXT_INIT("post")};
    size_t type = reader_choice(s, object, TEXT("type"), types, MEDIA_TYPES, REPORT_MEDIA_TYPE_UNKNOWN);
    reader_missing(s, object, TEXT("type"), REPORT_MEDIA_TYPE_MISSING);
    media *m = arena_alloc(&s->arena, sizeof *m);
    *m = (media){.type = type == MEDIA_TYPES ? MEDIA_FRAME : (media_type)type};
    m->url = reader_url(s, object, TEXT("url"), URL_MEDIA);
    m->width = reader_whole(s, object, TEXT("width"), 100000);
    m->height = reader_whole(s, object, TEXT("height"), 100000);
    m->seconds = reader_whole(s, object, TEXT("duration"), 1000000);
    if (!m->width || !m->height)
        m->width = m->height = 0;
    media_frame(s, object, m);
    media_poster(s, object, m);
    media_sources(s, object, m);
    media_tracks(s, object, m);
    media_texts(s, object, m);
    if (type == MEDIA_TYPES) /* nobody knows what to do with it: the placement's text says something of it */
        return;
    report_code missing = media_missing(m);
    if (missing != REPORT_COUNT) {
        report_node(&s->report, missing, object);
        return;
    }
    if (!m->title.size && m->type != MEDIA_POST)
        report_node(&s->report, REPORT_MEDIA_TITLE_MISSING, object);
    s->article.media[s->article.media_count++] = m;
    bundle_placeable(s, PLACE_MEDIA, object->key, m);
}

void bundle_media(story *s, json_node *object)
{
    reader_items items = reader_ids(s, object, TEXT("media"));
    s->article.media = arena_array(&s->arena, items.count, sizeof(media *));
    for (json_node *item; (item = reader_next_object(s, &items));)
        media_read(s, item);
}

/* --- above the story -------------------------------------------------------------------------- */

/* What stands above the story, as a picture for other sites. */
static void lead_picture(story *s, const placeable *p)
{
    article *a = &s->article;
    url picture = {NO_TEXT};
    if (a->lead_kind == PLACE_MEDIA)
        picture = ((const media *)p->model)->poster;
    else if (a->lead_kind == PLACE_GALLERY)
        picture = ((const gallery *)p->model)->pictures[0]->src;
    a->lead_address = url_resolve(&s->arena, story_page(s), picture);
}

/* Whether "name:ID" names a thing that may stand above the story (markdown/places.def). */
bool bundle_lead_placed(story *s, text named)
{
    enum { NONE, LEAD };
    article *a = &s->article;
    placeable *p = NULL;
#define X(KIND, name, form, since, lead, ...)                                                                          \
    if (lead == LEAD && text_starts(named, TEXT(#name ":"))) {                                                         \
        a->lead_kind = PLACE_##KIND;                                                                                   \
        p = story_placeable(s, PLACE_##KIND, text_from(named, sizeof #name));                                          \
    }
#include "markdown/places.def"
#undef X
    if (p && a->lead_kind == PLACE_FIGURE)
        a->lead = p->model;
    if (!p || a->lead)
        return false;
    a->lead_placed = placeable_next(s, p);
    if (MODULE_IS_WHOLE)
        lead_picture(s, p);
    return true;
}

#endif
