/* "By" and the authors' names, in the order and with the words of the language. */
#include "base/module.h"
#include "page/part.h"

void part_byline(render *r)
{
    if (MODULE_HAS_RICH && r->story->article.credited) {
        part_credits(r);
        return;
    }
    if (!r->story->article.author_count)
        return;
    part_open(r, "p", "byline");
    writer_open_class(r->w, "span", "bs-byline__names");
    part_words_language(r);
    part_names(r, WORD_BYLINE);
    writer_close(r->w, "span");
    writer_close(r->w, "p");
}
