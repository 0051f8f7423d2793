/* JSON-LD of what a story has to watch and to hear: schema.org's VideoObject and AudioObject. Frames and posts are not
 * the paper's own, and nobody says what they are. */
#include "base/concat.h"
#include "base/digits.h"
#include "head/article.h"
#include "story/words.h"

static void media_object(const metadata *m, const media *one)
{
    writer *w = m->w;
    const date *published = one->published.precision != DATE_NONE ? &one->published : &m->story->article.published;
    if (one->type == MEDIA_VIDEO)
        writer_json(w, "{\"@type\":\"VideoObject\"");
    else
        writer_json(w, "{\"@type\":\"AudioObject\"");
    metadata_text(m, "name", one->title);
    metadata_text(m, "description", one->caption.plain);
    metadata_url(m, "thumbnailUrl", one->poster);
    metadata_url(m, "contentUrl", one->sources[0].src);
    metadata_url(m, "url", one->url);
    if (published->precision != DATE_NONE) {
        char day[32];
        writer_json(w, ",\"uploadDate\":");
        writer_json_string(w, (text){day, words_machine(m->story, published, day)});
    }
    if (one->seconds) {
        char length[DIGITS_ROOM];
        text digits = digits_of(one->seconds, 1, length);
        writer_json(w, ",\"duration\":");
        writer_json_string(w, text_concat(m->scratch, (text[]){TEXT("PT"), digits, TEXT("S")}, 3));
        arena_close(m->scratch);
    }
    writer_json(w, "}");
}

static void media_list(const metadata *m, media_type type)
{
    const article *a = &m->story->article;
    bool any = false;
    for (size_t i = 0; i < a->media_count && m->w->status == BROADSHEET_OK; i++) {
        if (a->media[i]->type != type || !a->media[i]->source_count)
            continue;
        if (any)
            writer_json(m->w, ",");
        else if (type == MEDIA_VIDEO)
            writer_json(m->w, ",\"video\":[");
        else
            writer_json(m->w, ",\"audio\":[");
        any = true;
        media_object(m, a->media[i]);
    }
    if (any)
        writer_json(m->w, "]");
}

void metadata_media(const metadata *m)
{
    media_list(m, MEDIA_VIDEO);
    media_list(m, MEDIA_AUDIO);
}
