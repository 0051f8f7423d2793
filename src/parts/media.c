/* A video or a recording with its controls, a frame of another site as a card that links there, or a post.
 *
 * Nothing is fetched but posters: a video when the reader plays it, a frame when the reader asks for it and the page's
 * author has allowed its host (web/behaviours/frame.js). All is complete without scripts. */
#include "page/media.h"
#include "base/digits.h"
#include "page/compose.h"
#include "page/part.h"

static void media_warning(render *r, const media *m)
{
    writer *w = r->w;
    if (!m->warning.size)
        return;
    writer_line(w);
    writer_open_class(w, "p", "bs-media__warning");
    writer_open(w, "strong");
    part_words_language(r);
    part_say(r, WORD_MEDIA_WARNING);
    writer_close(w, "strong");
    writer_say(w, " ");
    writer_text(w, m->warning);
    writer_close(w, "p");
}

/* --- a post ------------------------------------------------------------------------------------ */

static void media_quoted(render *r, const media *m)
{
    writer *w = r->w;
    writer_line(w);
    writer_open_class(w, "blockquote", "bs-media__post");
    if (m->url.href.size)
        writer_url(w, "cite", m->url);
    part_text_language(r, m->language);
    writer_open(w, "p");
    writer_text(w, m->said);
    writer_close(w, "p");
    writer_close(w, "blockquote");
}

/* --- below it ---------------------------------------------------------------------------------- */

/* "2:31" and, for machines, "PT151S". */
static void media_length(writer *w, uint32_t seconds)
{
    char machine[DIGITS_ROOM + 1], room[DIGITS_ROOM];
    uint32_t hours = seconds / 3600, minutes = seconds / 60 % 60;
    machine[DIGITS_ROOM] = 'S';
    text digits = digits_of(seconds, 1, machine);
    writer_open_class(w, "time", "bs-media__length");
    writer_pair(w, "datetime", TEXT("PT"), ((text){digits.at, digits.size + 1}));
    if (hours) {
        writer_integer(w, hours);
        writer_say(w, ":");
    }
    writer_text(w, digits_of(minutes, hours ? 2 : 1, room));
    writer_say(w, ":");
    writer_text(w, digits_of(seconds % 60, 2, room));
    writer_close(w, "time");
}

/* A space before each span of a line but the first. */
static void media_next(writer *w, writer_mark start)
{
    if (writer_here(w).size != start.size)
        writer_say(w, " ");
}

static void media_who(render *r, const media *m, writer_mark start)
{
    writer *w = r->w;
    const text said[] = {m->author, m->handle, m->provider};
    static const text classes[] = {TEXT_INIT("author"), TEXT_INIT("handle"), TEXT_INIT("provider")};
    for (size_t i = 0; i < sizeof said / sizeof said[0]; i++) {
        if (!said[i].size)
            continue;
        media_next(w, start);
        writer_open(w, "bdi");
        writer_pair(w, "class", TEXT("bs-media__"), classes[i]);
        writer_text(w, said[i]);
        writer_close(w, "bdi");
    }
    bool linked = m->url.href.size != 0;
    if (!linked && m->published.precision == DATE_NONE)
        return;
    media_next(w, start);
    if (linked) {
        writer_open_class(w, "a", "bs-media__link");
        writer_link(w, m->url, "");
        part_printed(r, m->url);
    }
    if (m->published.precision != DATE_NONE)
        part_time(r, &m->published);
    else
        writer_text(w, text_or(url_host_of(m->url), m->url.href));
    if (linked)
        writer_close(w, "a");
}

static void media_title(render *r, const media *m)
{
    writer *w = r->w;
    if (m->title.size) {
        part_link_open(r, TEXT("bs-media__"), TEXT("title"), m->url);
        part_printed(r, m->url);
        writer_text(w, m->title);
        part_link_close(r, m->url);
    }
    if (!m->seconds)
        return;
    if (m->title.size)
        writer_say(w, " ");
    media_length(w, m->seconds);
}

static void media_said(render *r, const line_text *said, text class, writer_mark start)
{
    if (!said->plain.size)
        return;
    media_next(r->w, start);
    writer_open(r->w, "span");
    writer_attr(r->w, "class", class);
    part_line(r, said);
    writer_close(r->w, "span");
}

static void media_caption(render *r, const media *m)
{
    writer *w = r->w;
    writer_mark before = writer_here(w);
    writer_line(w);
    writer_open_class(w, "figcaption", "bs-figcaption");
    writer_mark start = writer_here(w);
    if (m->type == MEDIA_POST)
        media_who(r, m, start);
    else if (m->source_count && m->type != MEDIA_FRAME)
        media_title(r, m);
    media_said(r, &m->caption, TEXT("bs-caption"), start);
    media_said(r, &m->credit, TEXT("bs-credit"), start);
    if (writer_here(w).size == start.size)
        writer_rewind(w, before);
    else
        writer_close(w, "figcaption");
}

static void media_transcript(render *r, const media *m)
{
    writer *w = r->w;
    if (!m->transcript.html.bytes.size)
        return;
    writer_line(w);
    writer_open_class(w, "details", "bs-media__transcript");
    writer_open(w, "summary");
    part_words_language(r);
    part_say(r, WORD_TRANSCRIPT);
    writer_close(w, "summary");
    writer_line(w);
    writer_open_class(w, "div", "bs-media__text");
    writer_line(w);
    part_prose(r, &m->transcript);
    writer_close(w, "div");
    writer_close(w, "details");
}

void part_media(render *r)
{
    writer *w = r->w;
    const media *m = story_placed(r->story, PLACE_MEDIA, r->id);
    if (!m)
        return;
    static const text types[MEDIA_TYPES] = {
        [MEDIA_VIDEO] = TEXT_INIT("video"), [MEDIA_AUDIO] = TEXT_INIT("audio"), [MEDIA_POST] = TEXT_INIT("post")};
    bool plays = m->source_count && (m->type == MEDIA_VIDEO || m->type == MEDIA_AUDIO);
    writer_open(w, "figure");
    writer_pair(w, "class", TEXT("bs-media bs-media--"),
                plays || m->type == MEDIA_POST ? types[m->type] : part_card_shape(m));
    part_root(r, TEXT("media"));
    media_warning(r, m);
    if (plays)
        part_player(r, m);
    else if (m->type == MEDIA_POST)
        media_quoted(r, m);
    else
        part_card(r, m);
    media_transcript(r, m); /* a caption stands last in its figure (HTML 4.4.12) */
    media_caption(r, m);
    writer_line(w);
    writer_close(w, "figure");
}
