/* The form of the paper's own search, which leads to a page of results. */
#include "page/part.h"

void part_search(render *r)
{
    writer *w = r->w;
    const search *find = &r->story->site.search;
    if (!find->action.href.size)
        return;
    part_open_words(r, "search", "search"); /* <search> is a landmark (HTML, section 4.4.15) */
    writer_line(w);
    writer_open_class(w, "form", "bs-search__form");
    if (url_leaves(find->action, w->home_host)) /* as in a link: a <base target> of the host could open a window */
        writer_set(w, "rel", "noopener");
    writer_url(w, "action", find->action);
    writer_set(w, "method", "get");
    writer_line(w);
    writer_open_class(w, "label", "bs-search__label");
    writer_open_class(w, "span", "bs-search__word");
    part_say(r, WORD_SEARCH_LABEL);
    writer_close(w, "span");
    writer_say(w, " ");
    writer_void(w, "input");
    writer_set(w, "class", "bs-search__field");
    writer_set(w, "type", "search");
    writer_attr(w, "name", find->parameter);
    writer_close(w, "label");
    writer_line(w);
    writer_open_class(w, "button", "bs-search__button");
    writer_set(w, "type", "submit");
    part_say(r, WORD_SEARCH);
    writer_close(w, "button");
    writer_line(w);
    writer_close(w, "form");
    writer_line(w);
    writer_close(w, "search");
}
