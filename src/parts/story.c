/* The whole story, from its section's name to its topics. */
#include "base/module.h"
#include "page/compose.h"
#include "page/part.h"

void part_story(render *r)
{
    /* clang-format off */
    static part_function *const head[] = {
        MODULE_SINCE_2(part_story_label, part_series,)
        part_section_label, part_kicker, part_headline,
        MODULE_SINCE_2(part_rating,)
        part_standfirst, part_byline, part_dates,
        part_reading_time, /* the last where the site asks for it */
    };
    static part_function *const use[] = {part_share, part_tools}; /* on a page: alone there is only the story */
    static part_function *const rest[] = {
        part_lead_figure,
        MODULE_SINCE_2(part_points,)
        part_body,
        MODULE_SINCE_2(part_updates,)
        part_corrections, part_contact, part_tags,
        MODULE_SINCE_2(part_more_stories, part_comments,)
    };
    /* clang-format on */
    MODULE_SINCE_2(static part_function *const before[] = {part_alternates, part_notices};)
    writer *w = r->w;
    if (r->story->article.missing)
        return;
    part_open(r, "article", "story");
    part_own_id(r, "aria-labelledby", "headline");
    writer_line(w);
    writer_open_class(w, "header", "bs-story__head");
    part_sequence(r, head, sizeof head / sizeof head[0] - !r->story->site.reading_time);
    MODULE_SINCE_2(part_sequence(r, before, sizeof before / sizeof before[0]);)
    if (MODULE_HAS_PAGE && r->page) {
        writer_line(w);
        writer_open_class(w, "div", "bs-story__use");
        part_sequence(r, use, sizeof use / sizeof use[0]);
        writer_line(w);
        writer_close(w, "div");
    }
    writer_line(w);
    writer_close(w, "header");
    part_sequence(r, rest, sizeof rest / sizeof rest[0]);
    if (r->story->article.rights.size) {
        writer_line(w);
        writer_open_class(w, "p", "bs-rights");
        writer_text(w, r->story->article.rights);
        writer_close(w, "p");
    }
    writer_line(w);
    writer_close(w, "article");
}
