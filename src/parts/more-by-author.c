/* Other stories by the authors of this one. */
#include "base/module.h"
#include "page/part.h"

static void more_heading(render *r)
{
    part_heading_open(r, 1);
    writer_set(r->w, "class", "bs-more-by-author__label");
    part_own_id(r, "id", "more-by-author");
    part_words_language(r);
    if (MODULE_HAS_RICH && r->story->article.people_count && !r->story->article.author_count)
        part_say(r, WORD_MORE_BY_PERSON); /* he has written nothing here */
    else
        part_names(r, r->story->article.author_count ? WORD_MORE_BY_AUTHOR : WORD_MORE_BY);
    part_heading_close(r, 1);
}

void part_more_by_author(render *r)
{
    writer *w = r->w;
    const lists *l = &r->story->lists;
    if (!l->more_by_author_count)
        return;
    part_open_site(r, "section", "more-by-author");
    part_own_id(r, "aria-labelledby", "more-by-author");
    writer_line(w);
    more_heading(r);
    part_list_open(r, TEXT("bs-more-by-author__items"));
    for (size_t i = 0; i < l->more_by_author_count; i++) {
        part_list_item(r);
        writer_set(w, "class", "bs-more-by-author__item");
        part_item(r, TEXT("bs-more-by-author__"), &l->more_by_author[i]);
        writer_close(w, "li");
    }
    part_list_close(r);
    writer_line(w);
    writer_close(w, "section");
}
