#include "page/media.h"

#include "story/words.h"

/* --- video and audio -------------------------------------------------------------------------- */

static void media_files(writer *w, const media *m)
{
    static const text kinds[TRACK_KINDS] = {[TRACK_SUBTITLES] = TEXT_INIT("subtitles"),
                                            [TRACK_CAPTIONS] = TEXT_INIT("captions"),
                                            [TRACK_DESCRIPTIONS] = TEXT_INIT("descriptions"),
                                            [TRACK_CHAPTERS] = TEXT_INIT("chapters")};
    for (size_t i = 0; i < m->source_count; i++) {
        writer_line(w);
        writer_void(w, "source");
        writer_url(w, "src", m->sources[i].src);
        if (m->sources[i].type.size)
            writer_attr(w, "type", m->sources[i].type);
    }
    for (size_t i = 0; i < m->track_count; i++) {
        const media_track *track = &m->tracks[i];
        writer_line(w);
        writer_void(w, "track");
        writer_attr(w, "kind", kinds[track->kind]);
        writer_url(w, "src", track->src);
        if (track->language.size)
            writer_attr(w, "srclang", track->language);
        if (track->label.size)
            writer_attr(w, "label", track->label);
        if (track->is_default)
            writer_flag(w, "default");
    }
    /* for a browser that plays nothing */
    url page = m->url.href.size ? m->url : m->sources[0].src;
    writer_line(w);
    writer_open(w, "a");
    writer_link(w, page, "");
    writer_text(w, text_or(m->title, page.href));
    writer_close(w, "a");
    writer_line(w);
}

static void media_poster(render *r, const media *m)
{
    const thumbnail image = {.src = m->poster, .width = m->width, .height = m->height};
    part_thumbnail(r, TEXT("bs-media__"), TEXT("poster"), &image, NO_TEXT); /* the title beside it says all */
}

void part_player(render *r, const media *m)
{
    writer *w = r->w;
    bool is_video = m->type == MEDIA_VIDEO;
    writer_line(w);
    if (is_video) {
        writer_open(w, "video");
    } else {
        media_poster(r, m);
        writer_open(w, "audio");
    }
    writer_set(w, "class", "bs-media__player");
    writer_flag(w, "controls");
    writer_set(w, "preload", "none");
    if (is_video) {
        writer_flag(w, "playsinline");
        if (m->poster.href.size)
            writer_url(w, "poster", m->poster);
        if (m->width) {
            writer_number(w, "width", m->width);
            writer_number(w, "height", m->height);
        }
    }
    if (m->title.size)
        writer_attr(w, "aria-label", m->title);
    media_files(w, m);
    if (is_video)
        writer_close(w, "video");
    else
        writer_close(w, "audio");
}

/* --- what stands elsewhere --------------------------------------------------------------------- */

/* A word with {host} in it. */
static void media_show(render *r, text host)
{
    text name, rest = part_word(r, WORD_FRAME_SHOW);
    while (words_next(r->w, &rest, &name))
        if (text_equal(name, TEXT("host")))
            writer_text(r->w, host);
}

static void media_buttons(render *r, const media *m)
{
    writer *w = r->w;
    part_button_open(r, TEXT("bs-media__show"), TEXT("frame-show"));
    part_words_language(r);
    media_show(r, url_host_of(m->frame));
    writer_close(w, "button");
    part_button_open(r, TEXT("bs-media__close"), TEXT("frame-close"));
    part_words_language(r);
    part_say(r, WORD_FRAME_CLOSE);
    writer_close(w, "button");
}

/* A paragraph and no div: reader views take a div away that has few words. */
void part_card(render *r, const media *m)
{
    writer *w = r->w;
    text host = url_host_of(m->url);
    writer_line(w);
    writer_open_class(w, "p", "bs-media__card");
    if (m->frame.href.size) {
        writer_url(w, "data-bs-frame", m->frame);
        writer_attr(w, "data-bs-title", text_or(m->title, m->provider));
    }
    writer_line(w);
    media_poster(r, m);
    writer_open_class(w, "span", "bs-media__where");
    writer_open_class(w, "a", "bs-media__title");
    writer_link(w, m->url, "");
    part_printed(r, m->url);
    writer_text(w, text_or(text_or(m->title, m->provider), text_or(host, m->url.href)));
    writer_close(w, "a");
    if (m->title.size && m->provider.size) {
        writer_say(w, " ");
        part_span(r, "bs-media__provider", m->provider);
    }
    if (host.size && (m->title.size || m->provider.size)) {
        writer_say(w, " ");
        writer_open_class(w, "span", "bs-media__host");
        writer_set(w, "dir", "ltr");
        writer_text(w, host);
        writer_close(w, "span");
    }
    writer_close(w, "span");
    if (m->frame.href.size)
        media_buttons(r, m);
    writer_line(w);
    writer_close(w, "p");
}

text part_card_shape(const media *m)
{
    static const struct {
        unsigned most; /* a hundred times the width, divided by the height */
        text class;
    } shapes[] = {{75, TEXT_INIT("frame bs-media--tall")},
                  {115, TEXT_INIT("frame bs-media--square")},
                  {155, TEXT_INIT("frame bs-media--classic")},
                  {205, TEXT_INIT("frame")},
                  {320, TEXT_INIT("frame bs-media--cinema")}};
    if (!m->width)
        return TEXT("frame");
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++)
        if ((uint64_t)100 * m->width < (uint64_t)shapes[i].most * m->height)
            return shapes[i].class;
    return TEXT("frame bs-media--strip");
}
