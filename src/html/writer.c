#include "html/writer.h"

#include "base/digest.h"
#include "base/digits.h"
#include "base/memory.h"
#include "html/bytes.h"
#include "html/escape.h"

/* --- beginning and end ------------------------------------------------------------- */

void writer_begin(writer *w, arena *a, size_t limit, url home)
{
    w->arena = a;
    w->at = NULL;
    w->size = w->room = 0;
    w->limit = limit;
    w->status = BROADSHEET_OK;
    w->in_tag = false;
    w->home_host = url_host_of(home);
    w->paid = false;
    w->text = w->value = (characters){0};
    w->left_out = 0;
    w->depth = 0;
}

static void writer_finish_tag(writer *w)
{
    if (w->in_tag) {
        w->in_tag = false;
        writer_put(w, ">");
    }
}

broadsheet_status writer_end(writer *w, broadsheet_buffer *out)
{
    writer_finish_tag(w);
    if (w->depth)
        writer_fail(w, BROADSHEET_STATE);
    *out = (broadsheet_buffer){NULL, 0};
    if (w->status == BROADSHEET_OK)
        *out = (broadsheet_buffer){w->at, w->size};
    else if (!w->arena)
        memory_release(w->at);
    w->at = NULL;
    w->size = w->room = 0;
    return w->status;
}

/* --- elements and attributes ------------------------------------------------------- */

/* Writes a tag, which has the ">" of a start tag before it in front. That is skipped when no start tag is open. */
static void writer_tag(writer *w, const char *tag, size_t size, bool block)
{
    size_t skip = !w->in_tag;
    w->in_tag = false;
    if (block)
        characters_block(&w->text);
    writer_bytes(w, tag + skip, size - skip);
}

void writer_open_literal(writer *w, const char *tag, size_t size, bool block)
{
    writer_void_literal(w, tag, size, block);
    if (w->depth == WRITER_DEPTH) {
        writer_fail(w, BROADSHEET_LIMIT);
        return;
    }
    w->open[w->depth].at = tag + 2;
    w->open[w->depth++].size = size - 2;
}

void writer_open_class_literal(writer *w, const char *tag, size_t size, bool block, const char *class,
                               size_t class_size)
{
    writer_open_literal(w, tag, size, block);
    writer_attr(w, "class", ((text){class, class_size}));
}

void writer_void_literal(writer *w, const char *tag, size_t size, bool block)
{
    writer_tag(w, tag, size, block);
    w->in_tag = true;
}

void writer_close_literal(writer *w, const char *tag, size_t size, bool block)
{
    text want = {tag + 3, size - 4};
    if (w->depth == 0 || !text_equal((text){w->open[w->depth - 1].at, w->open[w->depth - 1].size}, want)) {
        /* The part is wrong, not the bundle. After an earlier error this changes nothing. */
        writer_fail(w, BROADSHEET_STATE);
        return;
    }
    w->depth--;
    writer_tag(w, tag, size, block);
}

static void writer_attr_begin(writer *w, const char *name, size_t size)
{
    if (!w->in_tag)
        writer_fail(w, BROADSHEET_STATE);
    writer_bytes(w, name, size);
    w->value = (characters){0};
}

void writer_attr_literal(writer *w, const char *name, size_t size, text value)
{
    writer_pair_literal(w, name, size, value, NO_TEXT);
}

void writer_pair_literal(writer *w, const char *name, size_t size, text first, text second)
{
    writer_again_literal(w, name, size, first, second, 0);
}

bool writer_paid(writer *w, bool paid)
{
    bool before = w->paid;
    w->paid = paid;
    return before;
}

void writer_link_literal(writer *w, text href, const char *types, size_t size)
{
    const url address = {href};
    bool leaves = w->paid || url_leaves(address, w->home_host);
    if (size || leaves) {
        writer_attr_begin(w, WRITER_NAME("rel"));
        writer_bytes(w, types, size);
        if (size && leaves)
            writer_put(w, " ");
        if (w->paid)
            writer_put(w, "sponsored nofollow ");
        if (leaves)
            writer_put(w, "noopener");
        writer_put(w, "\"");
    }
    writer_url(w, "href", address);
}

static void writer_digits(writer *w, uint64_t value)
{
    char room[DIGITS_ROOM];
    text digits = digits_of(value, 1, room);
    writer_bytes(w, digits.at, digits.size);
}

void writer_again_literal(writer *w, const char *name, size_t size, text first, text second, uint64_t again)
{
    writer_attr_begin(w, name, size);
    writer_escaped(w, first, IN_ATTRIBUTE);
    writer_escaped(w, second, IN_ATTRIBUTE);
    if (again) {
        writer_put(w, "__"); /* no id has two lines in a row by itself */
        writer_digits(w, again);
    }
    writer_put(w, "\"");
}

void writer_number_literal(writer *w, const char *name, size_t size, uint64_t value)
{
    writer_attr_begin(w, name, size);
    writer_digits(w, value);
    writer_put(w, "\"");
}

void writer_candidate(writer *w, url address, uint32_t width, bool first)
{
    /* A comma at either end would be read as the end of the candidate. */
    size_t start = 0, end = address.href.size;
    if (!first)
        writer_put(w, ", ");
    for (; start < end && address.href.at[start] == ','; start++)
        writer_put(w, "%2C");
    while (end > start && address.href.at[end - 1] == ',')
        end--;
    writer_escaped(w, text_slice(address.href, start, end), IN_ATTRIBUTE);
    for (; end < address.href.size; end++)
        writer_put(w, "%2C");
    writer_put(w, " ");
    writer_digits(w, width);
    writer_put(w, "w");
}

void writer_srcset_begin(writer *w)
{
    writer_attr_begin(w, WRITER_NAME("srcset"));
}

void writer_srcset_end(writer *w)
{
    writer_put(w, "\"");
}

/* --- text ---------------------------------------------------------------------------- */

void writer_text(writer *w, text t)
{
    writer_finish_tag(w);
    writer_escaped(w, t, IN_TEXT);
}

void writer_prose(writer *w, text t)
{
    writer_finish_tag(w);
    writer_escaped(w, t, IN_PROSE);
}

void writer_prose_end(writer *w)
{
    if (w->text.isolates)
        writer_finish_tag(w);
    for (; w->text.isolates; w->text.isolates--)
        writer_put(w, "\xE2\x81\xA9"); /* U+2069 */
}

void writer_integer(writer *w, int64_t value)
{
    writer_finish_tag(w);
    if (value < 0)
        writer_put(w, "-");
    writer_digits(w, value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
}

void writer_line(writer *w)
{
    writer_finish_tag(w);
    writer_put(w, "\n");
}

void writer_html(writer *w, html h)
{
    writer_finish_tag(w);
    writer_bytes(w, h.bytes.at, h.bytes.size);
}

void writer_doctype(writer *w)
{
    if (w->size)
        writer_fail(w, BROADSHEET_STATE);
    writer_put(w, "<!DOCTYPE html>");
}

void writer_raw_literal(writer *w, const char *literal, size_t size)
{
    writer_finish_tag(w);
    writer_bytes(w, literal, size);
}

void writer_fill(writer *w, size_t at, uint32_t value, size_t digits)
{
    if (w->status == BROADSHEET_OK)
        digest_hex(value, w->at + at, digits);
}

/* --- marks --------------------------------------------------------------------------- */

writer_mark writer_here(writer *w)
{
    writer_finish_tag(w);
    return (writer_mark){w->size, w->depth};
}

void writer_rewind(writer *w, writer_mark mark)
{
    w->in_tag = false;
    w->depth = mark.depth;
    if (w->status == BROADSHEET_OK) /* after an error there must stay no room */
        w->size = mark.size;
}
