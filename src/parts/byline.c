/* "By" and the authors' names, in the order and with the words of the language. */
#include "page/part.h"

#include "story/words.h"

void part_byline(render *r)
{
    if (!r->story->article.author_count)
        return;
    text literal, name, rest = part_word(r, WORD_BYLINE);
    part_open(r, "p", "byline");
    writer_open(r->w, "span");
    writer_set(r->w, "class", "bs-byline__names");
    part_words_language(r);
    while (words_piece(&rest, &literal, &name)) {
        writer_text(r->w, literal);
        if (text_equal(name, TEXT("names")))
            part_names(r);
    }
    writer_close(r->w, "span");
    writer_close(r->w, "p");
}
