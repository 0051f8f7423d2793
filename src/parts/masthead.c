/* The head of every page: the menu, the paper's name, the day, search and account. There is one masthead, which CSS
 * makes sticky, and so nothing in it is there twice. */
#include "page/compose.h"
#include "page/part.h"
#include "text/utf8.h"

static void masthead_menu(render *r)
{
    static part_function *const parts[] = {part_section_tree, part_quick_links, part_follow};
    writer *w = r->w;
    writer_mark before = writer_here(w);
    writer_line(w);
    writer_open_class(w, "details", "bs-menu");
    writer_open_class(w, "summary", "bs-menu__button");
    writer_open_class(w, "span", "bs-menu__word");
    part_words_language(r);
    part_say(r, WORD_MENU);
    writer_close(w, "span");
    writer_close(w, "summary");
    writer_line(w);
    writer_open_class(w, "div", "bs-menu__panel");
    writer_mark empty = writer_here(w);
    part_sequence(r, parts, sizeof parts / sizeof parts[0]);
    if (w->size == empty.size) {
        writer_rewind(w, before);
        return;
    }
    writer_line(w);
    writer_close(w, "div");
    writer_line(w);
    writer_close(w, "details");
}

static void masthead_logo(render *r, const thumbnail *logo)
{
    writer *w = r->w;
    writer_void(w, "img");
    writer_set(w, "class", "bs-masthead__logo");
    writer_url(w, "src", logo->src);
    if (logo->width) {
        writer_number(w, "width", logo->width);
        writer_number(w, "height", logo->height);
    }
    writer_attr(w, "alt", logo->alt); /* the paper's name where the bundle has no alt */
}

/* How wide a name is, in letters: a letter of Chinese, Japanese or Korean is as wide as two of others. */
static size_t masthead_letters(text name)
{
    size_t letters = 0;
    for (size_t i = 0, size; i < name.size; i += size)
        letters += utf8_decode(name, i, &size) >= 0x2E80 ? 2 : 1;
    return letters;
}

/* The name stands in one row at any width, so CSS must know about how wide it is. A class says it, since a strict
 * Content Security Policy would drop a style. */
static void masthead_class(render *r, bool logo, size_t letters)
{
    static const struct {
        size_t most;
        text class;
    } sizes[] = {
        {12, TEXT_INIT("")},
        {16, TEXT_INIT(" bs-masthead__name--16")},
        {20, TEXT_INIT(" bs-masthead__name--20")},
        {26, TEXT_INIT(" bs-masthead__name--26")},
        {33, TEXT_INIT(" bs-masthead__name--33")},
        {42, TEXT_INIT(" bs-masthead__name--42")},
        {SIZE_MAX, TEXT_INIT(" bs-masthead__name--more")},
    };
    size_t i = 0;
    while (!logo && letters > sizes[i].most)
        i++;
    writer_pair(r->w, "class", TEXT("bs-masthead__name"), sizes[i].class);
}

static void masthead_name(render *r)
{
    writer *w = r->w;
    const site *paper = &r->story->site;
    bool logo = paper->logo.src.href.size && paper->logo.alt.size;
    if (!logo && !paper->name.size)
        return;
    writer_line(w);
    writer_open(w, "p");
    masthead_class(r, logo, masthead_letters(paper->name));
    part_anchor_open(r, paper->url, "");
    if (logo)
        masthead_logo(r, &paper->logo);
    else
        writer_text(w, paper->name);
    part_anchor_close(r, paper->url);
    writer_close(w, "p");
}

void part_masthead(render *r)
{
    static part_function *const rest[] = {part_date_line, part_search, part_account};
    writer *w = r->w;
    writer_mark before = writer_here(w);
    part_open_site(r, "header", "masthead");
    writer_mark empty = writer_here(w);
    masthead_menu(r);
    masthead_name(r);
    part_sequence(r, rest, sizeof rest / sizeof rest[0]);
    if (w->size == empty.size) {
        writer_rewind(w, before);
        return;
    }
    writer_line(w);
    writer_close(w, "header");
}
