/* Headings of a level that the data says: "h1" to "h6". Attributes may follow the opening. */
#ifndef HEADING_H
#define HEADING_H

#include "html/writer.h"

/* The level is 1 or more; what is deeper than 6 is 6. */
void writer_heading_open(writer *w, unsigned level);
void writer_heading_close(writer *w, unsigned level);

#endif
