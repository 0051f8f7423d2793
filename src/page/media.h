/* What the part "media" is made of: the player of a video or a recording, and the card of what stands elsewhere. */
#ifndef PAGE_MEDIA_H
#define PAGE_MEDIA_H

#include "page/part.h"

/* <video> or <audio>, with its controls, its files, and a link for a browser that plays none of them. */
void part_player(render *r, const media *m);

/* The card: the poster, the title that leads there, and where that is; and the buttons of a frame, which a script shows
 * where the page's author has allowed its host. */
void part_card(render *r, const media *m);

/* The end of the class of the figure around a card. It holds the shape of the box that a frame will have, by its width
 * and height: the nearest of a few, since a strict CSP would drop a style. */
text part_card_shape(const media *m);

#endif
