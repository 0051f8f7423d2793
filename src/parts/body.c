/* The text of the story. */
#include "base/module.h"
#include "page/compose.h"
#include "page/part.h"

/* What stands in place of a story that had to go. */
static void body_gone(render *r)
{
    part_open_words(r, "div", "body");
    writer_line(r->w);
    writer_open_class(r->w, "p", "bs-gone");
    part_say(r, r->story->article.gone == GONE_EXPIRED ? WORD_EXPIRED : WORD_WITHDRAWN);
    writer_close(r->w, "p");
    writer_line(r->w);
    writer_close(r->w, "div");
}

void part_body(render *r)
{
    const article *a = &r->story->article;
    if (MODULE_HAS_RICH && a->gone) {
        body_gone(r);
        return;
    }
    if (!a->body.html.bytes.size && !a->body.count && !a->dateline.size)
        return;
    part_open(r, "div", "body");
    writer_line(r->w);
    if (a->dateline.size) {
        writer_open_class(r->w, "p", "bs-dateline");
        writer_text(r->w, a->dateline);
        writer_close(r->w, "p");
        writer_line(r->w);
    }
    part_prose(r, &a->body);
    writer_close(r->w, "div");
}
