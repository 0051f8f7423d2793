/* Where readers talk about the story, and how much they have said. */
#include "page/part.h"

void part_comments(render *r)
{
    const extras *e = r->story->article.extras;
    if (!e || !e->comments.href.size)
        return;
    part_open(r, "p", "comments");
    part_anchor_open(r, e->comments, "");
    writer_open(r->w, "span");
    part_words_language(r);
    part_word_number(r, e->comments_counted ? WORD_COMMENTS_COUNT : WORD_COMMENTS, TEXT("count"), e->comment_count);
    writer_close(r->w, "span");
    part_anchor_close(r, e->comments);
    writer_close(r->w, "p");
}
