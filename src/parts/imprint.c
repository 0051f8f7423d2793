/* Who publishes the paper, line by line; each value may be in a language of its own. */
#include "page/part.h"

/* Writes a date as the language of the page writes one. False for any other text, and for a date with a language of its
 * own: they are shown as they are. */
static bool imprint_date(render *r, const imprint_line *line)
{
    date d;
    /* A date with a time is shown as it is, too: the host was not asked for its offset. */
    if (line->kind != IMPRINT_DATE || line->language.size || !date_parse(line->value, &d) || d.precision == DATE_MINUTE)
        return false;
    part_time(r, &d);
    return true;
}

/* Writes lang and dir inside of the definition (dd), so that a value of the other direction stands in line with the
 * others. */
static void imprint_value(render *r, const imprint_line *line)
{
    writer *w = r->w;
    bool number = line->kind == IMPRINT_EMAIL || line->kind == IMPRINT_TELEPHONE;
    if (imprint_date(r, line))
        return;
    if (!line->url.href.size && !number && !line->language.size) {
        writer_text(w, line->value);
        return;
    }
    bool bare = url_is_shown(r->scratch, line->value, line->url);
    part_link_open(r, TEXT("bs-"), bare ? TEXT("bare") : NO_TEXT, line->url);
    if (!bare)
        part_printed(r, line->url);
    if (number)
        writer_set(w, "dir", "ltr"); /* left to right in any language */
    else
        part_text_language(r, line->language);
    writer_text(w, line->value);
    part_link_close(r, line->url);
}

void part_imprint(render *r)
{
    writer *w = r->w;
    const site *paper = &r->story->site;
    if (!paper->imprint_count)
        return;
    part_open_site(r, "dl", "imprint");
    for (size_t i = 0; i < paper->imprint_count; i++) {
        const imprint_line *line = &paper->imprint[i];
        writer_line(w);
        writer_open(w, "div");
        writer_set(w, "class", "bs-imprint__line");
        writer_open(w, "dt");
        writer_text(w, line->label);
        writer_close(w, "dt");
        writer_line(w);
        writer_open(w, "dd");
        imprint_value(r, line);
        writer_close(w, "dd");
        writer_close(w, "div");
    }
    writer_line(w);
    writer_close(w, "dl");
}
