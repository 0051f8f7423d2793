/* Who publishes the paper, line by line; each value may be in a language of its own. */
#include "page/part.h"

/* The date of a line, if its value is to be written as the language of the page writes one. A date with a language of
 * its own is shown as it is. None has a time: bundle/imprint.c. */
static date imprint_date(const imprint_line *line)
{
    date d = {.precision = DATE_NONE};
    if (line->kind == IMPRINT_DATE && !line->language.size)
        date_parse(line->value, &d);
    return d;
}

/* Writes the value; with a date, in the paper's own words, for machines too. */
static void imprint_text(render *r, const imprint_line *line)
{
    bool dated = line->date.precision != DATE_NONE;
    if (dated) {
        char machine[32];
        writer_open(r->w, "time");
        writer_attr(r->w, "datetime", ((text){machine, date_machine(&line->date, 0, machine)}));
    }
    writer_text(r->w, line->value);
    if (dated)
        writer_close(r->w, "time");
}

/* Writes lang and dir inside of the definition (dd), so that a value of the other direction stands in line with the
 * others. */
static void imprint_value(render *r, const imprint_line *line)
{
    bool number = line->kind == IMPRINT_EMAIL || line->kind == IMPRINT_TELEPHONE;
    bool wrapped = line->url.href.size || number || line->language.size;
    const date shown = imprint_date(line);
    if (wrapped) {
        bool bare = url_is_shown(r->scratch, line->value, line->url);
        part_link_open(r, TEXT("bs-"), bare ? TEXT("bare") : NO_TEXT, line->url);
        if (!bare)
            part_printed(r, line->url);
        if (number || bare)
            writer_set(r->w, "dir", "ltr"); /* left to right in any language */
        else
            part_text_language(r, line->language);
    }
    if (shown.precision != DATE_NONE)
        part_time(r, &shown);
    else
        imprint_text(r, line);
    if (wrapped)
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
        writer_open_class(w, "div", "bs-imprint__line");
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
