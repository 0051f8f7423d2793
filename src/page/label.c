/* The label of a story, on the story itself, on its card and in a list. */
#include "page/part.h"

text part_label_class(const story_label *label)
{
    static const text classes[] = {
        [LABEL_SPONSORED] = TEXT_INIT("sponsored"), [LABEL_OPINION] = TEXT_INIT("opinion"),
        [LABEL_ANALYSIS] = TEXT_INIT("analysis"),   [LABEL_REVIEW] = TEXT_INIT("review"),
        [LABEL_BREAKING] = TEXT_INIT("breaking"),   [LABEL_LIVE] = TEXT_INIT("live"),
        [LABEL_OTHER] = TEXT_INIT("other"),
    };
    return classes[label->kind];
}

void part_label_text(render *r, const story_label *label)
{
    static const word words[] = {
        [LABEL_SPONSORED] = WORD_LABEL_SPONSORED, [LABEL_OPINION] = WORD_LABEL_OPINION,
        [LABEL_ANALYSIS] = WORD_LABEL_ANALYSIS,   [LABEL_REVIEW] = WORD_LABEL_REVIEW,
        [LABEL_BREAKING] = WORD_LABEL_BREAKING,   [LABEL_LIVE] = WORD_LABEL_LIVE,
    };
    writer *w = r->w;
    bool worded = label->kind == LABEL_SPONSORED || !label->said.size;
    if (worded) {
        writer_open_class(w, "span", "bs-story-label__word");
        part_words_language(r);
        part_say(r, words[label->kind]);
        writer_close(w, "span");
    }
    if (!label->said.size)
        return;
    if (worded)
        writer_say(w, " ");
    part_span(r, "bs-story-label__text", label->said);
}

void part_label_listed(render *r, const story_label *label)
{
    writer_open(r->w, "span");
    writer_pair(r->w, "class", TEXT("bs-story-label__listed bs-story-label--"), part_label_class(label));
    part_label_text(r, label);
    writer_close(r->w, "span");
    writer_say(r->w, " ");
}
