/* What a reader should know before the story: that it may disturb, earns money by its links, was made with the help of
 * artificial intelligence, or is old. */
#include "page/part.h"

/* The words of a kind. Those of age say how many years, where that is known. */
static void notices_words(render *r, notice_kind kind)
{
    uint32_t years = r->story->article.extras->years;
    static const word words[NOTICE_KINDS] = {[NOTICE_OF_WARNING] = WORD_MEDIA_WARNING,
                                             [NOTICE_OF_AFFILIATE] = WORD_NOTICE_AFFILIATE,
                                             [NOTICE_OF_AI] = WORD_NOTICE_AI,
                                             [NOTICE_OF_AGE] = WORD_AGE};
    word which = words[kind];
    if (kind == NOTICE_OF_AGE && years)
        which = years == 1 ? WORD_AGE_YEAR : WORD_AGE_YEARS;
    part_words_language(r);
    part_word_number(r, which, TEXT("years"), years);
}

static void notices_item(render *r, const story_notice *one)
{
    static const text classes[NOTICE_KINDS] = {[NOTICE_OF_WARNING] = TEXT_INIT("warning"),
                                               [NOTICE_OF_AFFILIATE] = TEXT_INIT("affiliate"),
                                               [NOTICE_OF_AI] = TEXT_INIT("ai"),
                                               [NOTICE_OF_AGE] = TEXT_INIT("age")};
    writer *w = r->w;
    writer_line(w);
    writer_open(w, "p");
    writer_pair(w, "class", TEXT("bs-notices__item bs-notices__item--"), classes[one->kind]);
    if (one->kind == NOTICE_OF_WARNING) {
        writer_open(w, "strong");
        notices_words(r, one->kind);
        writer_close(w, "strong");
        writer_say(w, " ");
    }
    part_anchor_open(r, one->url, "");
    if (one->said.size) {
        writer_text(w, one->said);
    } else {
        writer_open(w, "span");
        notices_words(r, one->kind);
        writer_close(w, "span");
    }
    part_anchor_close(r, one->url);
    writer_close(w, "p");
}

void part_notices(render *r)
{
    const extras *e = r->story->article.extras;
    if (!e || !e->notice_count)
        return;
    part_open(r, "div", "notices");
    writer_set(r->w, "role", "note");
    for (size_t i = 0; i < e->notice_count; i++)
        notices_item(r, &e->notices[i]);
    writer_line(r->w);
    writer_close(r->w, "div");
}
