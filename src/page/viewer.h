/* A gallery whose pictures are in the bundle: its cover, and the viewer that the cover opens. */
#ifndef VIEWER_H
#define VIEWER_H

#include "page/part.h"

/* The cover, with a link to the viewer or, without pictures, to the gallery's address; and how many pictures there are.
 */
void part_cover(render *r, const gallery *g);

/* The viewer, a closed dialog; its heading is so much deeper than the page's own. */
void part_viewer(render *r, const gallery *g, unsigned deeper);

#endif
