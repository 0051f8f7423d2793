/* Parts by their names, and parts inside parts. */
#ifndef COMPOSE_H
#define COMPOSE_H

#include "page/part.h"

/* The part of that name; NULL when there is none. */
part_function *part_named(text name);

/* Writes a note behind the part of that name, that it does not show all, when a list that it shows was cut. */
void part_cut(render *around, text name, text id);

/* Renders another part inside this one. */
void part_inside(render *r, part_function *part, text id);

/* Writes a text of Markdown, and renders in it what it places. part_place: one of these things. */
void part_prose(render *r, const markdown *m);
void part_place(const render *r, place_kind kind, const placeable *p);

/* Renders several parts inside this one. Each that has data stands on a line of its own. */
void part_sequence(render *r, part_function *const *parts, size_t count);

#endif
