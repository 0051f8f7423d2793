/* A notice that the paper wants everybody to read for a while: a title, a text, a picture, or some of them. JavaScript
 * shows the buttons that close and open it, and remembers by its id and hours that the reader closed it. */
#include "page/part.h"

/* Each line as a paragraph, of which the first is a link where there is an address. */
static void notice_paragraphs(render *r, text body, url address)
{
    for (size_t start = 0, end; start < body.size; start = end + 1) {
        end = start;
        while (end < body.size && body.at[end] != '\n')
            end++;
        size_t first = start, last = end;
        while (first < last && (body.at[first] == ' ' || body.at[first] == '\t'))
            first++;
        while (first < last && (body.at[last - 1] == ' ' || body.at[last - 1] == '\t' || body.at[last - 1] == '\r'))
            last--;
        if (first == last)
            continue;
        writer_line(r->w);
        writer_open_class(r->w, "p", "bs-notice__text");
        part_anchor_open(r, address, "");
        writer_text(r->w, text_slice(body, first, last));
        part_anchor_close(r, address);
        address.href = NO_TEXT;
        writer_close(r->w, "p");
    }
}

static void notice_button_open(render *r, text action)
{
    part_button_open(r, TEXT("bs-notice__button"), action);
    part_words_language(r);
}

static void notice_controls(render *r, uint32_t hours)
{
    writer *w = r->w;
    writer_line(w);
    writer_open_class(w, "div", "bs-notice__controls");
    notice_button_open(r, TEXT("notice-open"));
    part_say(r, WORD_NOTICE_OPEN);
    writer_close(w, "button");
    notice_button_open(r, TEXT("notice-later"));
    part_word_number(r, hours == 1 ? WORD_NOTICE_LATER_HOUR : WORD_NOTICE_LATER, TEXT("hours"), hours);
    writer_close(w, "button");
    notice_button_open(r, TEXT("notice-close"));
    part_say(r, WORD_NOTICE_CLOSE);
    writer_close(w, "button");
    writer_line(w);
    writer_close(w, "div");
}

/* The address, for what stands first; what stands behind it is no link again. */
static url notice_link(const notice *n, bool first)
{
    return first ? n->url : (url){NO_TEXT};
}

/* The picture, as a link where there is no title that is one. */
static void notice_picture(render *r, const notice *n)
{
    writer *w = r->w;
    const url address = notice_link(n, !n->title.size);
    if (!n->image.src.href.size)
        return;
    writer_line(w);
    writer_open_class(w, "div", "bs-notice__picture");
    part_anchor_open(r, address, "");
    text alt = n->image.alt;
    if (address.href.size && !alt.size) /* a link needs a name */
        alt = part_word(r, WORD_NOTICE);
    part_image(r, TEXT("bs-notice__"), TEXT("image"), &n->image, alt);
    part_anchor_close(r, address);
    writer_close(w, "div");
}

static void notice_title(render *r, const notice *n)
{
    writer_line(r->w);
    writer_open_class(r->w, "p", "bs-notice__title");
    part_label(r, n->title, n->url);
    writer_close(r->w, "p");
}

void part_notice(render *r)
{
    writer *w = r->w;
    const notice *n = &r->story->site.notice;
    if (!n->id.size)
        return;
    part_open_site(r, "aside", "notice");
    writer_attr(w, "data-bs-notice", n->id);
    writer_number(w, "data-bs-hours", n->hours);
    writer_attr(w, "aria-label", text_or(n->title, text_or(n->image.alt, part_word(r, WORD_NOTICE))));
    notice_picture(r, n);
    if (n->title.size)
        notice_title(r, n);
    notice_paragraphs(r, n->body, notice_link(n, !n->title.size && !n->image.src.href.size));
    notice_controls(r, n->hours);
    writer_line(w);
    writer_close(w, "aside");
}
