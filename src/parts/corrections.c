/* What was wrong in the story and has been put right. */
#include "base/module.h"
#include "page/part.h"

static void corrections_kind(render *r, correction_kind kind)
{
    static const word words[CORRECTION_KINDS] = {
        [CORRECTION_CORRECTION] = WORD_CORRECTION,
        [CORRECTION_CLARIFICATION] = WORD_CLARIFICATION,
        [CORRECTION_UPDATE] = WORD_CORRECTION_UPDATE,
        [CORRECTION_NOTE] = WORD_CORRECTION_NOTE,
    };
    writer_open_class(r->w, "strong", "bs-corrections__kind");
    part_words_language(r);
    part_say(r, words[kind]);
    writer_close(r->w, "strong");
    writer_say(r->w, " ");
}

void part_corrections(render *r)
{
    writer *w = r->w;
    const article *a = &r->story->article;
    if (!a->correction_count)
        return;
    part_open(r, "section", "corrections");
    part_own_id(r, "aria-labelledby", "corrections");
    writer_line(w);
    part_heading_open(r, 1);
    part_own_id(r, "id", "corrections");
    part_words_language(r);
    part_say(r, WORD_CORRECTIONS);
    part_heading_close(r, 1);
    for (size_t i = 0; i < a->correction_count; i++) {
        const correction *c = &a->corrections[i];
        writer_line(w);
        writer_open_class(w, "p", "bs-corrections__item");
        part_time(r, &c->date);
        if (c->date.precision != DATE_NONE)
            writer_say(w, " ");
        if (MODULE_HAS_RICH && c->kind != CORRECTION_PLAIN)
            corrections_kind(r, c->kind);
        part_line(r, &c->text);
        writer_close(w, "p");
    }
    writer_line(w);
    writer_close(w, "section");
}
