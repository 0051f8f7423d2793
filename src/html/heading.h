/* Headings whose level the data gives: "h1" to "h6". Attributes may follow the opening. */
#ifndef HEADING_H
#define HEADING_H

#include "html/writer.h"

/* The level counts from 1; one deeper than 6 is written as 6. */
void writer_heading_open(writer *w, unsigned level);
void writer_heading_close(writer *w, unsigned level);

#endif
