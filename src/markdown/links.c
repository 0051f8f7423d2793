/* Links and pictures. */
#include "base/array.h"
#include "base/module.h"
#include "markdown/notation.h"
#include "markdown/state.h"
#include "text/alt.h"
#include "text/language.h"

/* The address of a link. The backslash before a pipe in a table's cell is there for the table (GFM, section 4.10): md4c
 * leaves it in an autolink. */
static text markdown_address_decode(markdown_state *m, const MD_ATTRIBUTE *attribute, bool autolink)
{
    text address = markdown_decode(m, attribute);
    if (!MODULE_HAS_RARE || !autolink || !m->in_cell || !address.size)
        return address;
    size_t kept = 0;
    for (size_t at = 0; at < address.size; at++)
        if (!(address.at[at] == '\\' && at + 1 < address.size && address.at[at + 1] == '|'))
            m->decoded.at[kept++] = address.at[at];
    m->decoded.size = kept;
    return markdown_text_all(&m->decoded);
}

static void markdown_title(markdown_state *m, const MD_ATTRIBUTE *title)
{
    if (MODULE_HAS_RARE && title->size)
        writer_attr(&m->out, "title", markdown_decode(m, title));
}

/* "[mot](lang:fr)": the text is of that language. False: the address has another form. A tag that is none leaves the
 * text alone, and is told. */
static bool markdown_run(markdown_state *m, markdown_span *span, text address)
{
    if (!markdown_is_rich(m) || !text_starts(address, TEXT("lang:")))
        return false;
    if (!MODULE_HAS_RICH)
        arena_lack();
    text language = text_from(address, 5);
    span->run = language_valid(language);
    if (!span->run) {
        span->number = m->addresses + 1;
        span->why = REPORT_TEXT_LANGUAGE;
        return true;
    }
    span->written = true;
    span->address = (url){arena_text(m->scratch, language)};
    return true;
}

/* The start tag of a run. Its letters say nothing of the block's direction: it has its own. */
static void markdown_run_open(markdown_state *m, const MD_ATTRIBUTE *title)
{
    text language = m->link.address.href;
    writer *w = &m->out;
    m->link.outside = writer_here(w);
    writer_open(w, "span");
    writer_attr(w, "lang", language);
    if (text_equal(language_direction(language), TEXT("rtl")))
        markdown_direction(m, true);
    else
        markdown_left(m, w->size);
    markdown_title(m, title);
    m->link.named = title->size > 0;
    m->link.inside = writer_here(w);
}

/* A run whose text shows nothing, and which has no title, is none. */
static void markdown_run_close(markdown_state *m)
{
    if (m->link.named) {
        writer_close(&m->out, "span");
        return;
    }
    html content = markdown_cut(m, m->link.inside);
    writer_rewind(&m->out, m->link.outside);
    markdown_late_forget(m, m->link.outside.size);
    writer_html(&m->out, content);
}

/* Opens a link or a picture. The address of a placement is not judged; any other is, and is reported when it is
 * refused. shown: the address is the link's text, too. */
static void markdown_address(markdown_state *m, markdown_span *span, const MD_ATTRIBUTE *attribute, bool media,
                             bool shown)
{
    text address = markdown_address_decode(m, attribute, shown);
    *span = (markdown_span){.depth = 1, .begin = m->begins[m->depth]};
    if (markdown_is_asked(m) && !media)
        markdown_takes_address(m, attribute, shown, address);
    if ((!media && !shown && markdown_run(m, span, address)) || markdown_place(m, media, address))
        return;
    m->addresses++;
    bool (*judge)(arena *, text, url_use, url *) = shown ? url_judge_shown : url_judge;
    url_use use = media ? URL_MEDIA : URL_LINK;
    span->written = judge(m->scratch, address, use, &span->address);
    span->bare = MODULE_IS_WHOLE && span->written && url_lacks_scheme(address);
    if (span->written && m->use->base)
        span->address = url_rebased(m->scratch, m->use->base, span->address);
    span->number = m->addresses;
    if (MODULE_HAS_RICH && media && m->use->line) {
        span->written = false;
        span->why = REPORT_LINE_PICTURE;
    } else if (!span->written) {
        watch_refused(m);
        url_fault fault = url_why(m->scratch, address, use);
        /* In angle brackets stands what never was to be an address, too, as in <NOTE:text>. */
        bool none = shown && !markdown_is_commonmark(m) && (fault == URL_FAULT_SCHEME || fault == URL_FAULT_SCRIPT);
        span->why = none ? REPORT_AUTOLINK_REFUSED : report_url(fault);
        if (fault == URL_FAULT_SCHEME && !shown && markdown_place_unknown(m, media, address, &span->why))
            span->number = 0;
    }
    span->bracketed = shown && !span->written && !markdown_is_commonmark(m);
}

/* A link or a picture ends. Tells why its address was refused, or that it leads elsewhere than it seems to. */
static void markdown_span_end(markdown_state *m, const markdown_span *span)
{
    report_code why = MODULE_IS_WHOLE && span->bare ? REPORT_URL_WITHOUT_SCHEME : span->why;
    if (span->number && (!span->written || (MODULE_IS_WHOLE && span->bare)))
        markdown_tell(m, why, span->number, markdown_where_span(m, span->begin));
}

/* Notes a link to a place in this text, whose headings may come later. href: where its address begins. */
static void markdown_anchor_note(markdown_state *m, size_t href)
{
    text address = m->link.address.href;
    if ((MODULE_HAS_RICH && !m->use->ids) || markdown_is_commonmark(m) || address.size < 2 || address.at[0] != '#')
        return;
    if (!MODULE_HAS_RARE)
        arena_lack();
    markdown_edit anchor = {EDIT_ANCHOR, href, m->out.size - 1 - href, url_unescape(m->scratch, text_from(address, 1))};
    markdown_late_add(m, &m->late[LATE_ANCHORS], anchor);
}

/* The start tag of a link. For paper a relative address is given whole, too. */
static void markdown_link_open(markdown_state *m, const MD_SPAN_A_DETAIL *link)
{
    static const text attribute = TEXT_INIT(" href=\"");
    writer *w = &m->out;
    url address = m->link.address;
    m->link.outside = writer_here(w);
    writer_open(w, "a");
    m->link.start = w->size;
    size_t href = w->size + attribute.size; /* an address without a host has no rel before it */
    if (markdown_is_commonmark(m)) {
        writer_url(w, "href", address);
    } else {
        writer_link(w, address, "");
        markdown_anchor_note(m, href);
        url printed = m->use->page ? url_printed(m->scratch, m->use->page, address) : (url){NO_TEXT};
        if (printed.href.size)
            writer_url(w, "data-bs-address", printed);
    }
    markdown_title(m, &link->title);
    m->link.shown = MODULE_HAS_RARE && link->is_autolink;
    if (m->link.shown || text_starts_nocase(address.href, TEXT("tel:")))
        m->link.tag = w->size;
    m->link.inside = writer_here(w);
}

void markdown_link_enter(markdown_state *m, const MD_SPAN_A_DETAIL *link)
{
    if (m->link.depth) { /* HTML has no links in links (section 4.5.1) */
        m->link.depth++;
        return;
    }
    markdown_address(m, &m->link, &link->href, false, MODULE_HAS_RARE && link->is_autolink);
    if (MODULE_HAS_RARE && m->link.bracketed)
        markdown_write(m, TEXT("<"));
    if (MODULE_HAS_RICH && m->link.run)
        markdown_run_open(m, &link->title);
    else if (m->link.written)
        markdown_link_open(m, link);
}

/* The text of HTML; none where it has a tag, or a reference that stands for nothing of an address. */
static text markdown_plain(markdown_state *m, text t)
{
    static const text reference = TEXT_INIT("&amp;");
    if (!t.size || memchr(t.at, '<', t.size) || !memchr(t.at, '&', t.size))
        return t;
    char *plain = arena_alloc(m->scratch, t.size);
    size_t size = 0;
    for (size_t i = 0; i < t.size; i += t.at[i] == '&' ? reference.size : 1) {
        if (t.at[i] == '&' && !text_starts(text_from(t, i), reference))
            return NO_TEXT;
        plain[size++] = t.at[i];
    }
    return (text){plain, size};
}

/* Marks a link whose text is its address, so that the address is not printed behind it. */
static void markdown_link_bare(markdown_state *m)
{
    text content = text_slice((text){m->out.at, m->out.size}, m->link.inside.size, m->out.size);
    if (m->use->page && content.size <= 5 * m->link.address.href.size + 5 &&
        url_is_shown(m->scratch, markdown_plain(m, content), m->link.address))
        markdown_late_add(m, &m->late[LATE_BARES], (markdown_edit){.kind = EDIT_BARE, .at = m->link.start});
}

void markdown_link_leave(markdown_state *m)
{
    if (--m->link.depth)
        return;
    markdown_span_end(m, &m->link);
    if (MODULE_HAS_RARE && m->link.bracketed)
        markdown_write(m, TEXT(">"));
    if (!m->link.written)
        return;
    if (MODULE_HAS_RICH && m->link.run) {
        markdown_run_close(m);
        return;
    }
    /* A link whose content nobody could see or hear shows its address; one that has none is no link. */
    if (!m->link.named && !markdown_is_commonmark(m)) {
        if (!m->link.address.href.size) {
            html content = markdown_cut(m, m->link.inside);
            writer_rewind(&m->out, m->link.outside);
            markdown_late_move(m, m->link.inside.size, m->link.outside.size);
            writer_html(&m->out, content);
            return;
        }
        writer_text(&m->out, m->link.address.href);
        m->broken = false;
        m->last = 0;
    }
    markdown_link_bare(m);
    if (m->link.tag && !m->link.right)
        markdown_left(m, m->link.tag);
    m->link.tag = 0;
    writer_close(&m->out, "a");
}

/* An autolink shows the address that it leads to: md4c decodes the references in its address, but gives its text as
 * written, in one piece. An address whose scheme md4c adds ("mailto:") has neither references nor backslashes, and its
 * text stays. */
void markdown_autolink(markdown_state *m, const MD_SPAN_A_DETAIL *link)
{
    if (MODULE_HAS_RARE && link->is_autolink &&
        (link->href.substr_offsets[1] < link->href.size ||
         (m->in_cell && memchr(link->href.text, '\\', link->href.size))))
        m->autolink = markdown_address_decode(m, &link->href, true);
}

void markdown_picture_enter(markdown_state *m, const MD_SPAN_IMG_DETAIL *picture)
{
    if (m->picture.depth) {
        m->picture.depth++;
        return;
    }
    markdown_address(m, &m->picture, &picture->src, true, false);
    m->alt.size = 0;
    m->broken = false; /* a picture is no letter: the line ends beside it stay */
    m->last = 0;
}

static void markdown_picture_write(markdown_state *m, text alt, const MD_ATTRIBUTE *title)
{
    writer *w = &m->out;
    writer_void(w, "img");
    if (!markdown_is_commonmark(m))
        writer_set(w, "class", "bs-image");
    writer_url(w, "src", m->picture.address);
    writer_attr(w, "alt", alt);
    markdown_title(m, title);
    if (markdown_is_commonmark(m))
        return;
    writer_lazy(w);
    m->pictures++;
    m->paragraph.pictures++;
    if (!MODULE_IS_WHOLE)
        return;
    markdown_tell(m, REPORT_BODY_PICTURE_SIZE_MISSING, m->pictures, markdown_where_span(m, m->picture.begin));
    if (!characters_show(alt))
        markdown_tell(m, REPORT_BODY_PICTURE_ALT_EMPTY, m->pictures, markdown_where_span(m, m->picture.begin));
    else if (text_equal(alt, markdown_decode(m, title)))
        markdown_tell(m, REPORT_PICTURE_ALT_TITLE, m->pictures, markdown_where_span(m, m->picture.begin));
    else if (alt_judge(alt, m->picture.address.href) == ALT_FILE)
        markdown_tell(m, REPORT_PICTURE_ALT_FILE, m->pictures, markdown_where_span(m, m->picture.begin));
    else if (alt_judge(alt, NO_TEXT) == ALT_START)
        markdown_tell(m, REPORT_PICTURE_ALT_START, m->pictures, markdown_where_span(m, m->picture.begin));
}

void markdown_picture_leave(markdown_state *m, const MD_SPAN_IMG_DETAIL *picture)
{
    if (--m->picture.depth)
        return;
    markdown_span_end(m, &m->picture);
    text alt = markdown_text_all(&m->alt);
    m->broken = false;
    if (m->picture.written) {
        if (m->in_heading)
            markdown_text_add(m, &m->plain, alt);
        if (m->link.depth)
            m->link.named = m->link.named || characters_show(alt);
        markdown_picture_write(m, alt, &picture->title);
        m->last = 0;
    } else {
        markdown_write(m, alt);
    }
}
