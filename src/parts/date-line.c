/* The day and the time of rendering, on the paper's clock. JavaScript makes it tick, by the pattern, names and zone in
 * its attributes. */
#include "page/part.h"

#include "story/words.h"
#include "text/pattern.h"

static void date_line_clock(render *r)
{
    writer *w = r->w;
    const story *s = r->story;
    char machine[32];
    writer_open(w, "time");
    writer_attr(w, "datetime", ((text){machine, words_machine(s, &s->now, machine)}));
    writer_flag(w, "data-bs-clock");
    text pattern = part_word(r, WORD_DATE_LINE);
    bool says_utc = s->in_utc && !pattern_places(pattern, TEXT("zone"));
    writer_pair(w, "data-bs-pattern", pattern, says_utc ? WORDS_UTC : NO_TEXT);
    writer_attr(w, "data-bs-zone", s->in_utc ? TEXT("UTC") : s->info.time_zone);
    writer_attr(w, "data-bs-months", part_word(r, WORD_MONTH_NAMES));
    writer_attr(w, "data-bs-weekdays", part_word(r, WORD_WEEKDAY_NAMES));
    words_date_line(w, s);
    writer_close(w, "time");
}

void part_date_line(render *r)
{
    date_precision known = r->story->now.precision;
    if (known == DATE_NONE)
        return;
    part_open_words(r, "p", "date-line");
    if (known == DATE_MINUTE)
        date_line_clock(r);
    else
        part_time(r, &r->story->now); /* a day has no clock */
    writer_close(r->w, "p");
}
