/* The first links that a keyboard reaches: they skip the furniture, and lead to the story and the navigation. */
#include "page/part.h"

#include "base/concat.h"

static void skip_link(render *r, text id, word label)
{
    text pieces[] = {TEXT("#"), r->story->id_prefix, id};
    writer_line(r->w);
    writer_open_class(r->w, "a", "bs-skip-links__link");
    writer_attr(r->w, "href", text_concat(r->scratch, pieces, sizeof pieces / sizeof pieces[0]));
    arena_close(r->scratch);
    part_say(r, label);
    writer_close(r->w, "a");
}

void part_skip_links(render *r)
{
    part_open_words(r, "nav", "skip-links");
    writer_attr(r->w, "aria-label", part_word(r, WORD_SKIP_LINKS));
    skip_link(r, TEXT("main"), WORD_SKIP_TO_STORY);
    if (r->story->site.navigation_count)
        skip_link(r, TEXT("site_navigation"), WORD_SKIP_TO_NAVIGATION);
    writer_line(r->w);
    writer_close(r->w, "nav");
}
