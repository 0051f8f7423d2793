#include "html/heading.h"

static const char *const names[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
enum { HEADINGS = sizeof names / sizeof names[0] };

static const char *heading_name(unsigned level)
{
    return names[level < HEADINGS ? level - 1 : HEADINGS - 1];
}

void writer_heading_open(writer *w, unsigned level)
{
    writer_open_literal(w, heading_name(level), 2);
}

void writer_heading_close(writer *w, unsigned level)
{
    writer_close_literal(w, heading_name(level), 2);
}
