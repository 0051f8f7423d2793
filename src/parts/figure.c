/* A picture of the bundle, by its id. */
#include "page/part.h"

void part_figure(render *r)
{
    const json_node *node = json_member(r->story->article.figures, r->id);
    if (!node || !node->model)
        return;
    part_open(r, "figure", "figure");
    part_picture(r, node->model, false);
    writer_close(r->w, "figure");
}
