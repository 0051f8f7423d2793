#include "html/heading.h"

/* Whole tags with a ">" in front, as html/writer.h's macros make them. */
static const char *const opened[] = {"><h1", "><h2", "><h3", "><h4", "><h5", "><h6"};
static const char *const closed[] = {"></h1>", "></h2>", "></h3>", "></h4>", "></h5>", "></h6>"};
enum { HEADINGS = sizeof opened / sizeof opened[0] };

static size_t heading_index(unsigned level)
{
    return level < HEADINGS ? level - 1 : HEADINGS - 1;
}

void writer_heading_open(writer *w, unsigned level)
{
    writer_open_literal(w, opened[heading_index(level)], 4, true);
}

void writer_heading_close(writer *w, unsigned level)
{
    writer_close_literal(w, closed[heading_index(level)], 6, true);
}
