/* The byline of a story to which people gave more than its text. The first line is the wording of the bundle, or names
 * the authors of the text in the usual words. Each kind of credit has a line of its own for those whom the wording does
 * not name, so that nobody is lost, and nobody has written what he has photographed. */
#include "page/part.h"
#include "story/wording.h"
#include "story/words.h"

static void credits_wording(render *r)
{
    const article *a = &r->story->article;
    text literal, rest = a->byline;
    size_t number;
    while (wording_next(&rest, &literal, &number)) {
        writer_text(r->w, literal);
        if (number != WORDING_END)
            part_name(r, a->numbered[number - 1], false);
    }
}

/* Whether a line of its kind names a person. */
static bool credits_has(const author *one, credit_kind kind)
{
    return one->credit == kind && !one->worded;
}

static void credits_name(render *r, const author *one)
{
    writer *w = r->w;
    part_name(r, one, true);
    if (!one->place.size)
        return;
    writer_say(w, " (");
    writer_open_class(w, "bdi", "bs-byline__place");
    part_story_language(r);
    writer_text(w, one->place);
    writer_close(w, "bdi");
    writer_say(w, ")");
}

static void credits_names(render *r, credit_kind kind, size_t count)
{
    const article *a = &r->story->article;
    size_t said = 0;
    for (size_t i = 0; i < a->people_count; i++) {
        if (!credits_has(&a->authors[i], kind))
            continue;
        if (said)
            part_say(r, said + 1 == count ? WORD_NAME_LAST_SEPARATOR : WORD_NAME_SEPARATOR);
        credits_name(r, &a->authors[i]);
        said++;
    }
}

static void credits_line(render *r, credit_kind kind, word which)
{
    const article *a = &r->story->article;
    size_t count = 0;
    for (size_t i = 0; i < a->people_count; i++)
        count += credits_has(&a->authors[i], kind);
    if (!count)
        return;
    writer_line(r->w);
    writer_open(r->w, "p");
    if (which == WORD_BYLINE)
        writer_set(r->w, "class", "bs-byline__names");
    else
        writer_set(r->w, "class", "bs-byline__credit");
    part_words_language(r);
    text name, rest = part_word(r, which);
    while (words_next(r->w, &rest, &name))
        if (text_equal(name, TEXT("names")))
            credits_names(r, kind, count);
    writer_close(r->w, "p");
}

word part_credit_word(credit_kind kind)
{
    static const word kinds[CREDIT_COUNT] = {
        WORD_CREDIT_TEXT,        WORD_CREDIT_PHOTO,      WORD_CREDIT_VIDEO,   WORD_CREDIT_AUDIO,
        WORD_CREDIT_TRANSLATION, WORD_CREDIT_PRODUCTION, WORD_CREDIT_EDITING, WORD_CREDIT_OTHER,
    };
    return kinds[kind];
}

void part_credits(render *r)
{
    const article *a = &r->story->article;
    part_open(r, "div", "byline");
    if (a->byline.size) {
        writer_line(r->w);
        writer_open_class(r->w, "p", "bs-byline__names");
        credits_wording(r);
        writer_close(r->w, "p");
    }
    for (credit_kind kind = CREDIT_TEXT; kind < CREDIT_COUNT; kind++)
        credits_line(r, kind, kind == CREDIT_TEXT && !a->byline.size ? WORD_BYLINE : part_credit_word(kind));
    writer_line(r->w);
    writer_close(r->w, "div");
}
