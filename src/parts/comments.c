/* Where readers talk about the story, and how much they have said. */
#include "page/part.h"
#include "story/words.h"

void part_comments(render *r)
{
    const extras *e = r->story->article.extras;
    if (!e || !e->comments.href.size)
        return;
    text name, rest = part_word(r, e->comments_counted ? WORD_COMMENTS_COUNT : WORD_COMMENTS);
    part_open(r, "p", "comments");
    part_anchor_open(r, e->comments, "");
    writer_open(r->w, "span");
    part_words_language(r);
    while (words_next(r->w, &rest, &name))
        if (text_equal(name, TEXT("count")))
            writer_integer(r->w, e->comment_count);
    writer_close(r->w, "span");
    part_anchor_close(r, e->comments);
    writer_close(r->w, "p");
}
