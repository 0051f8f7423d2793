/* One live update: when it was published, its heading, who has written it, and its text. Its address is that of the
 * story and an id of its own, by which others link to it. */
#include "page/compose.h"
#include "page/part.h"
#include "story/words.h"

/* Whether it was changed at a time that shows as another one. */
static bool update_is_modified(const render *r, const update *u)
{
    return u->modified.precision != DATE_NONE && !words_same_date(r->story, &u->published, &u->modified);
}

static void update_modified(render *r, const update *u)
{
    writer *w = r->w;
    writer_open_class(w, "span", "bs-update__modified");
    writer_open(w, "span");
    part_words_language(r);
    part_say(r, WORD_UPDATED);
    writer_close(w, "span");
    writer_say(w, " ");
    part_time(r, &u->modified);
    writer_close(w, "span");
}

/* The time, which leads to the update: when it was published, or else changed. Where nobody knows, a word does. */
static void update_link(render *r, const update *u)
{
    writer *w = r->w;
    writer_open_class(w, "a", "bs-update__link");
    writer_pair(w, "href", TEXT("#"), u->anchor);
    if (u->published.precision != DATE_NONE) {
        part_time(r, &u->published);
    } else if (update_is_modified(r, u)) {
        update_modified(r, u);
    } else {
        part_words_language(r);
        part_say(r, WORD_UPDATE);
    }
    writer_close(w, "a");
}

static void update_mark(render *r, word which, writer_mark start)
{
    writer *w = r->w;
    if (writer_here(w).size != start.size)
        writer_say(w, " ");
    writer_open_class(w, "strong", "bs-update__mark");
    part_words_language(r);
    part_say(r, which);
    writer_close(w, "strong");
}

/* The time, unless it is the heading; marks; and when it was changed, where that shows another time. The time comes
 * first: this stands above the title, or below the time that is the heading. */
static void update_when(render *r, const update *u)
{
    writer *w = r->w;
    writer_mark before = writer_here(w);
    writer_line(w);
    writer_open_class(w, "p", "bs-update__when");
    writer_mark start = writer_here(w);
    if (u->title.plain.size)
        update_link(r, u);
    if (u->pinned)
        update_mark(r, WORD_UPDATE_PINNED, start);
    if (u->key)
        update_mark(r, WORD_UPDATE_KEY, start);
    if (update_is_modified(r, u) && u->published.precision != DATE_NONE) {
        if (writer_here(w).size != start.size)
            writer_say(w, " ");
        update_modified(r, u);
    }
    if (writer_here(w).size == start.size)
        writer_rewind(w, before);
    else
        writer_close(w, "p");
}

static void update_heading(render *r, const update *u)
{
    writer_line(r->w);
    part_heading_open(r, 2);
    writer_set(r->w, "class", "bs-update__title");
    writer_pair(r->w, "id", u->anchor, TEXT("_title"));
    if (u->title.plain.size)
        part_line(r, &u->title);
    else
        update_link(r, u);
    part_heading_close(r, 2);
}

/* Those who have given one kind of thing. */
static void update_names(render *r, const update *u, credit_kind kind, size_t count)
{
    size_t said = 0;
    for (size_t i = 0; i < u->author_count; i++) {
        if (u->authors[i]->credit != kind)
            continue;
        if (said++)
            part_say(r, said == count ? WORD_NAME_LAST_SEPARATOR : WORD_NAME_SEPARATOR);
        part_name(r, u->authors[i], true);
    }
}

/* Who has written it, and a line for each other kind of credit: nobody has written what he has photographed. */
static void update_byline(render *r, const update *u)
{
    writer *w = r->w;
    for (credit_kind kind = CREDIT_TEXT; kind < CREDIT_COUNT; kind++) {
        size_t count = 0;
        for (size_t i = 0; i < u->author_count; i++)
            count += u->authors[i]->credit == kind;
        if (!count)
            continue;
        writer_line(w);
        writer_open_class(w, "p", "bs-update__byline");
        part_words_language(r);
        text name, rest = part_word(r, kind == CREDIT_TEXT ? WORD_BYLINE : part_credit_word(kind));
        while (words_next(w, &rest, &name))
            if (text_equal(name, TEXT("names")))
                update_names(r, u, kind, count);
        writer_close(w, "p");
    }
}

static void update_text(render *r, const update *u)
{
    if (!markdown_shows(&u->body))
        return;
    writer_line(r->w);
    writer_open_class(r->w, "div", "bs-update__text bs-body"); /* it looks as the body does */
    writer_line(r->w);
    render inner = *r;
    inner.deeper = 2; /* below the heading of the updates, and that of this one */
    part_prose(&inner, &u->body);
    writer_close(r->w, "div");
}

void part_update(render *r)
{
    writer *w = r->w;
    const update *u = index_find(&r->story->article.live.by_id, r->id);
    if (!u)
        return;
    writer_open(w, "article");
    if (u->pinned)
        writer_set(w, "class", "bs-update bs-update--pinned");
    else if (u->key)
        writer_set(w, "class", "bs-update bs-update--key");
    else
        writer_set(w, "class", "bs-update");
    part_root(r, TEXT("update"));
    writer_attr(w, "id", u->anchor);
    writer_pair(w, "aria-labelledby", u->anchor, TEXT("_title"));
    if (u->title.plain.size)
        update_when(r, u);
    update_heading(r, u);
    if (!u->title.plain.size)
        update_when(r, u);
    update_byline(r, u);
    update_text(r, u);
    writer_line(w);
    writer_close(w, "article");
}
