/* JSON-LD of live updates: schema.org's LiveBlogPosting, with a BlogPosting for each. */
#include "base/concat.h"
#include "head/article.h"
#include "story/words.h"

enum { LIVE_ADDRESS_MOST = 256 /* bytes of the story's address, which stands again in each entry */ };

bool metadata_is_live(const metadata *m)
{
    return m->story->article.live.count != 0 && !metadata_is_sponsored(m);
}

/* The text of HTML that a writer made: without its tags, and with its references as the characters that they mean. A
 * sign of these in the value of an attribute is a reference. */
static text live_plain(arena *a, text t)
{
    char *out = arena_alloc(a, t.size + 1);
    size_t size = 0;
    for (size_t at = 0; at < t.size;) {
        char c = t.at[at], end = ';';
        if (c != '<' && c != '&') {
            out[size++] = c;
            at++;
            continue;
        }
        if (c == '<')
            end = '>';
        else
            out[size++] = t.at[at + 1] == 'l' ? '<' : t.at[at + 1] == 'g' ? '>' : t.at[at + 1] == 'a' ? '&' : ' ';
        while (t.at[at++] != end) {
        }
    }
    size_t start = 0;
    while (start < size && out[start] == '\n')
        start++;
    while (size > start && out[size - 1] == '\n')
        size--;
    return (text){out + start, size - start};
}

/* The authors of an update, or else those who have given other things to it. */
static void live_people(const metadata *m, const update *u, bool wrote)
{
    bool any = false;
    for (size_t i = 0; i < u->author_count; i++) {
        if ((u->authors[i]->credit == CREDIT_TEXT) != wrote)
            continue;
        if (any)
            writer_json(m->w, ",");
        else if (wrote)
            writer_json(m->w, ",\"author\":[");
        else
            writer_json(m->w, ",\"contributor\":[");
        any = true;
        if (wrote)
            metadata_person(m, u->authors[i]);
        else
            metadata_contributor(m, u->authors[i]);
    }
    if (any)
        writer_json(m->w, "]");
}

static void live_update(const metadata *m, const update *u)
{
    writer *w = m->w;
    text canonical = m->story->article.canonical.href;
    writer_json(w, "{\"@type\":\"BlogPosting\"");
    metadata_text(m, "headline", u->title.plain);
    metadata_date(m, "datePublished", &u->published);
    metadata_date(m, "dateModified", &u->modified);
    if (canonical.size && canonical.size <= LIVE_ADDRESS_MOST) {
        size_t end = 0;
        while (end < canonical.size && canonical.at[end] != '#')
            end++;
        text whole = text_concat(m->scratch, (text[]){text_slice(canonical, 0, end), TEXT("#"), u->anchor}, 3);
        metadata_text(m, "url", whole);
        arena_close(m->scratch);
    }
    live_people(m, u, true);
    live_people(m, u, false);
    text plain = live_plain(m->scratch, u->body.html.bytes);
    metadata_text(m, "articleBody", plain);
    arena_close(m->scratch);
    writer_json(w, "}");
}

void metadata_live(const metadata *m)
{
    const live *l = &m->story->article.live;
    if (!metadata_is_live(m))
        return;
    metadata_date(m, "coverageStartTime", &l->started);
    metadata_date(m, "coverageEndTime", &l->ended);
    writer_json(m->w, ",\"liveBlogUpdate\":[");
    for (size_t i = 0; i < l->count && m->w->status == BROADSHEET_OK; i++) {
        if (i)
            writer_json(m->w, ",");
        live_update(m, l->updates[i]);
    }
    writer_json(m->w, "]");
}
