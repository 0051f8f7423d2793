/* Imprint, copyright and feeds: who publishes the paper, and where else its news can be had. */
#include "bundle/bundle.h"
#include "bundle/reader.h"
#include "bundle/taken.h"
#include "url/contact.h"

/* The address of a telephone number: "tel:" and the number's digits (RFC 3966, section 5.1.1), without the signs that
 * only the eye needs, and without a "(0)" behind other digits, which is dialled within the country alone. False when
 * the value is no such number, or may be two: with a slash, or with more digits than a number has (E.164); and where
 * brackets behind a country hold a zero and more, as in "+49 (030)" and "+39 (06)", of which Italy alone dials the
 * zero. */
static bool imprint_telephone(story *s, text value, url *out)
{
    enum { LEAST = 3, MOST = 15 };
    char *at = arena_alloc(&s->arena, value.size + 4);
    size_t size = 4, digits = 0;
    memcpy(at, "tel:", 4);
    for (size_t i = 0; i < value.size; i++) {
        char c = value.at[i];
        text rest = text_from(value, i + 1), inside = taken_trimmed(text_take(&rest, ')'));
        if (digits && c == '(' && text_starts(inside, TEXT("0"))) {
            if (inside.size > 1 && at[4] == '+')
                return false;
            if (inside.size == 1) {
                i = value.size - rest.size - 1;
                continue;
            }
        }
        digits += ascii_is_digit(c);
        if (ascii_is_digit(c) || (c == '+' && size == 4))
            at[size++] = c;
        else if (!memchr(" -.()", c, 5))
            return false;
    }
    return digits >= LEAST && digits <= MOST && url_judge(&s->arena, (text){at, size}, URL_LINK, out);
}

/* Whether the value has the form that its kind wants. *out: its address, where it has one. */
static bool imprint_check(story *s, imprint_line *line, url *out)
{
    date d;
    switch (line->kind) {
    case IMPRINT_EMAIL:
        return url_mail(&s->arena, line->value, out);
    case IMPRINT_TELEPHONE:
        return imprint_telephone(s, line->value, out);
    case IMPRINT_URL:
        return line->url.href.size || url_judge_shown(&s->arena, line->value, URL_PAGE, out);
    case IMPRINT_DATE:
        return date_parse(line->value, &d) && d.precision != DATE_MINUTE;
    case IMPRINT_TEXT:
        break;
    }
    return true;
}

/* The date that a value in the paper's own words is. It has no time: the host was not asked for an offset. */
static date imprint_date(story *s, json_node *object)
{
    text value = reader_text(s, object, TEXT("date"));
    date d = {.precision = DATE_NONE};
    if (value.size && (!date_parse(value, &d) || d.precision == DATE_MINUTE)) {
        report_node(&s->report, REPORT_IMPRINT_DATE_FORM, json_member(object, TEXT("date")));
        d.precision = DATE_NONE;
    }
    return d;
}

static imprint_line imprint_read(story *s, json_node *object)
{
    static const text kinds[] = {
        [IMPRINT_TEXT] = TEXT_INIT("text"),           [IMPRINT_EMAIL] = TEXT_INIT("email"),
        [IMPRINT_TELEPHONE] = TEXT_INIT("telephone"), [IMPRINT_URL] = TEXT_INIT("url"),
        [IMPRINT_DATE] = TEXT_INIT("date"),
    };
    static const report_code faults[] = {
        [IMPRINT_EMAIL] = REPORT_IMPRINT_EMAIL_FORM,
        [IMPRINT_TELEPHONE] = REPORT_IMPRINT_TELEPHONE_FORM,
        [IMPRINT_URL] = REPORT_IMPRINT_URL_FORM,
        [IMPRINT_DATE] = REPORT_IMPRINT_DATE_FORM,
    };
    const size_t count = sizeof kinds / sizeof kinds[0];
    imprint_line line = {
        .label = reader_text(s, object, TEXT("label")),
        .value = reader_text(s, object, TEXT("value")),
        .language = reader_language(s, object, TEXT("language")),
        .url = reader_url(s, object, TEXT("url"), URL_LINK),
    };
    line.date = imprint_date(s, object);
    size_t kind = reader_choice(s, object, TEXT("kind"), kinds, count, REPORT_IMPRINT_KIND_UNKNOWN);
    url derived = {NO_TEXT};
    line.kind = kind == count ? IMPRINT_TEXT : (imprint_kind)kind;
    bool dated = line.date.precision != DATE_NONE;
    if (dated && line.kind != IMPRINT_DATE && line.kind != IMPRINT_TEXT) {
        report_node(&s->report, REPORT_IMPRINT_DATE_KIND, json_member(object, TEXT("date")));
        line.date = (date){.precision = DATE_NONE};
    } else if (dated) {
        line.kind = IMPRINT_TEXT; /* the value is the paper's own words */
    }
    if (line.value.size && !imprint_check(s, &line, &derived)) {
        report_node(&s->report, faults[line.kind], json_member(object, TEXT("value")));
        line.kind = IMPRINT_TEXT;
    }
    if (!line.url.href.size)
        line.url = derived;
    return line;
}

static void imprint_lines(story *s, json_node *object)
{
    reader_items items = reader_list(s, object, TEXT("imprint"));
    s->site.imprint = arena_array(&s->arena, items.count, sizeof *s->site.imprint);
    for (json_node *item; (item = reader_next_object(s, &items));) {
        imprint_line line = imprint_read(s, item);
        if (line.label.size && line.value.size)
            s->site.imprint[s->site.imprint_count++] = line;
        reader_missing(s, item, TEXT("label"), REPORT_IMPRINT_LABEL_MISSING);
        reader_missing(s, item, TEXT("value"), REPORT_IMPRINT_VALUE_MISSING);
    }
}

static void imprint_feeds(story *s, json_node *object)
{
    static const text types[] = {TEXT_INIT("application/rss+xml"), TEXT_INIT("application/atom+xml"),
                                 TEXT_INIT("application/feed+json")};
    const size_t type_count = sizeof types / sizeof types[0];
    reader_items items = reader_list(s, object, TEXT("feeds"));
    s->site.feeds = arena_array(&s->arena, items.count, sizeof *s->site.feeds);
    for (json_node *item; (item = reader_next_object(s, &items));) {
        feed one = {.label = reader_text(s, item, TEXT("label")), .url = reader_url(s, item, TEXT("url"), URL_PAGE)};
        size_t type = reader_choice(s, item, TEXT("type"), types, type_count, REPORT_FEED_TYPE_UNKNOWN);
        if (type < type_count && one.label.size && one.url.href.size) {
            one.type = types[type];
            s->site.feeds[s->site.feed_count++] = one;
        }
        reader_missing(s, item, TEXT("label"), REPORT_FEED_LABEL_MISSING);
        reader_missing(s, item, TEXT("url"), REPORT_FEED_URL_MISSING);
        reader_missing(s, item, TEXT("type"), REPORT_FEED_TYPE_MISSING);
    }
}

void bundle_imprint(story *s, json_node *object)
{
    imprint_lines(s, object);
    s->site.copyright = reader_text(s, object, TEXT("copyright"));
    imprint_feeds(s, object);
}
