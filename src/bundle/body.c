/* What the body shows: figures, related stories, and the Markdown that places them. */
#include "base/module.h"
#include "bundle/bundle.h"
#include "bundle/line.h"
#include "bundle/places.h"
#include "bundle/reader.h"
#include "story/words.h"
#include "text/language.h"

/* --- figures --------------------------------------------------------------------------------- */

static void figure_sources(story *s, json_node *object, figure *f)
{
    reader_items items = reader_list(s, object, TEXT("sources"));
    f->sources = arena_array(&s->arena, items.count, sizeof *f->sources);
    for (json_node *item; (item = reader_next_object(s, &items));) {
        picture_source one = {reader_url(s, item, TEXT("src"), URL_MEDIA),
                              reader_whole(s, item, TEXT("width"), 100000)};
        if (one.src.href.size && one.width)
            f->sources[f->source_count++] = one;
        reader_missing(s, item, TEXT("src"), REPORT_PICTURE_SOURCE_SRC_MISSING);
        reader_missing(s, item, TEXT("width"), REPORT_PICTURE_SOURCE_WIDTH_MISSING);
    }
}

static unsigned third(double fraction)
{
    return fraction < 1.0 / 3 ? 0 : fraction > 2.0 / 3 ? 2 : 1;
}

static focus figure_focus(story *s, json_node *object)
{
    json_node *point = reader_object(s, object, TEXT("focus"));
    double x = reader_fraction(s, point, TEXT("x"));
    double y = reader_fraction(s, point, TEXT("y"));
    reader_missing(s, point, TEXT("x"), REPORT_PICTURE_FOCUS_X_MISSING);
    reader_missing(s, point, TEXT("y"), REPORT_PICTURE_FOCUS_Y_MISSING);
    return x >= 0 && y >= 0 ? (focus)(FOCUS_1 + third(y) * 3 + third(x)) : FOCUS_NONE;
}

static const text figure_sizes[FIGURE_SIZES] = {
    [FIGURE_COLUMN] = TEXT_INIT("column"), [FIGURE_SIDE] = TEXT_INIT("side"), [FIGURE_HALF] = TEXT_INIT("half"),
    [FIGURE_SMALL] = TEXT_INIT("small"),   [FIGURE_WIDE] = TEXT_INIT("wide"), [FIGURE_FULL] = TEXT_INIT("full"),
};

/* A link around the picture is named by its alternative text, so one without that has none. */
static url figure_link(story *s, json_node *object, const figure *f)
{
    url address = reader_url(s, object, TEXT("url"), URL_LINK);
    if (f->alt.size || !address.href.size)
        return address;
    report_node(&s->report, REPORT_PICTURE_LINK_UNNAMED, json_member(object, TEXT("url")));
    return (url){NO_TEXT};
}

figure *bundle_figure(story *s, json_node *object)
{
    static const reader_field fields[] = {
        READER_FIELD(figure, src, "src", MEDIA),
        READER_FIELD(figure, width, "width", SIZE),
        READER_FIELD(figure, height, "height", SIZE),
        READER_FIELD(figure, alt, "alt", LINES), /* may be empty, for a picture that adds nothing */
        READER_FIELD(figure, caption, "caption", LINE),
        READER_FIELD(figure, credit, "credit", LINE),
    };
    figure *f = arena_alloc(&s->arena, sizeof *f);
    f->id = object->key;
    reader_fields(s, object, f, fields, sizeof fields / sizeof fields[0]);
    figure_sources(s, object, f);
    f->focus = figure_focus(s, object);
    if (reader_rich(s, object, TEXT("size")))
        f->size = (figure_size)(reader_choice(s, object, TEXT("size"), figure_sizes, FIGURE_SIZES,
                                              REPORT_PICTURE_SIZE_UNKNOWN) %
                                FIGURE_SIZES);
    if (reader_rich(s, object, TEXT("url")))
        f->url = figure_link(s, object, f);
    if (!f->width || !f->height) {
        f->width = f->height = 0;
        if (f->src.href.size) /* else no box is reserved */
            report_node(&s->report, REPORT_PICTURE_SIZE_MISSING, object);
    }
    reader_missing(s, object, TEXT("alt"), REPORT_PICTURE_ALT_MISSING);
    reader_missing(s, object, TEXT("src"), REPORT_PICTURE_SRC_MISSING);
    return f->src.href.size || f->alt.size || f->caption.plain.size || f->credit.plain.size ? f : NULL;
}

void bundle_figures(story *s, json_node *object)
{
    reader_items items = reader_ids(s, object, TEXT("figures"));
    for (json_node *item; (item = reader_next_object(s, &items));) {
        figure *f = bundle_figure(s, item);
        if (f)
            bundle_placeable(s, PLACE_FIGURE, f->id, f);
    }
}

/* --- related stories --------------------------------------------------------------------------- */

static void related_read(story *s, json_node *object)
{
    static const reader_field fields[] = {READER_FIELD(related, kicker, "kicker", TEXT),
                                          READER_FIELD(related, headline, "headline", TEXT),
                                          READER_FIELD(related, url, "url", LINK),
                                          READER_FIELD(related, image, "image", MEDIA),
                                          READER_FIELD(related, published, "published", DATE),
                                          READER_FIELD(related, section, "section", TEXT)};
    related *r = arena_alloc(&s->arena, sizeof *r);
    r->id = object->key;
    reader_fields(s, object, r, fields, sizeof fields / sizeof fields[0]);
    r->section_named = site_section(&s->site, r->section);
    if (r->section_named)
        r->section = r->section_named->label;
    else if (r->section.size)
        report_node(&s->report, REPORT_SECTION_UNKNOWN, json_member(object, TEXT("section")));
    if (reader_rich(s, object, TEXT("label")))
        r->label = bundle_label(s, object, false);
    if (r->headline.size)
        bundle_placeable(s, PLACE_RELATED, r->id, r);
    else
        report_node(&s->report, REPORT_RELATED_HEADLINE_MISSING, object);
}

void bundle_related(story *s, json_node *object)
{
    reader_items items = reader_ids(s, object, TEXT("related"));
    for (json_node *item; (item = reader_next_object(s, &items));)
        related_read(s, item);
}

/* --- the body ---------------------------------------------------------------------------------- */

typedef struct body_context {
    places places; /* first: places_find takes it */
    json_node *node;
} body_context;

static void body_tell(void *context, report_code code, size_t place, report_range range)
{
    const body_context *body = context;
    report_within_place(&body->places.story->report, code, body->node, place, range);
}

/* How the body is rendered, and all Markdown of blocks beside it: without ids and without placements. */
static markdown_use body_use(const story *s, const url *home, body_context *context)
{
    return (markdown_use){
        .version = s->version,
        .outline = true,
        .heading_base = s->heading_base + 1,
        .id_prefix = s->id_prefix,
        .right_to_left = text_equal(s->article.direction, TEXT("rtl")),
        .korean = language_is(s->article.language, TEXT("ko")),
        .task_done = s->words[WORD_TASK_DONE],
        .task_open = s->words[WORD_TASK_OPEN],
        .table_label = s->words[WORD_TABLE],
        .table_word = MODULE_HAS_RICH ? words_table_word : NULL,
        .note_label = MODULE_HAS_RICH ? s->words[WORD_NOTE] : NO_TEXT,
        .note_back = MODULE_HAS_RICH ? s->words[WORD_NOTE_BACK] : NO_TEXT,
        .notes_label = MODULE_HAS_RICH ? s->words[WORD_NOTES] : NO_TEXT,
        .words_language = text_equal_nocase(s->locale, s->article.language) ? NO_TEXT : s->locale,
        .home = home,
        .base = &s->rebase,
        .page = &s->base,
        .paid = s->paid,
        .limits = &s->limits,
        .tell = body_tell,
        .context = context,
    };
}

/* What Markdown beside the body may place: nothing, the kinds that stand in a box, or all. */
typedef enum prose { PROSE_ALONE, PROSE_BOXED, PROSE_PLACES } prose;

/* Markdown beside the body. Its top headings are that much deeper than the body's. */
static markdown prose_read(story *s, json_node *object, text key, prose kind, uint32_t deeper)
{
    markdown made = {.html = {NO_TEXT}};
    text source = reader_markdown(s, object, key);
    if (!source.size)
        return made;
    body_context context = {places_open(s, kind == PROSE_ALONE ? 0 : source.size), json_member(object, key)};
    url home = story_home(s);
    markdown_use use = body_use(s, &home, &context);
    use.heading_base += deeper;
    use.notes = ++s->proses;
    context.places.boxed = kind == PROSE_BOXED;
    if (kind != PROSE_ALONE)
        use.find = places_find;
    markdown_render(&s->arena, &s->line_work, source, &use, &made);
    arena_close(&s->line_work);
    return made;
}

markdown bundle_prose(story *s, json_node *object, text key)
{
    return prose_read(s, object, key, PROSE_ALONE, 0);
}

markdown bundle_boxed(story *s, json_node *object, text key, uint32_t deeper)
{
    return prose_read(s, object, key, PROSE_BOXED, deeper);
}

markdown bundle_update_body(story *s, json_node *object)
{
    enum { DEEPER = 2 }; /* below the heading of the updates, and that of the update */
    return prose_read(s, object, TEXT("body"), PROSE_PLACES, DEEPER);
}

void bundle_body(story *s, arena *scratch, json_node *object)
{
    static const text taken[] = {TEXT_INIT("headline"), TEXT_INIT("corrections"), TEXT_INIT("tags"),
                                 TEXT_INIT("main"),     TEXT_INIT("galleries"),   TEXT_INIT("more-by-author"),
                                 TEXT_INIT("ticker"),   TEXT_INIT("updates")};
    /* The last is written where there are live updates alone. */
    bool updated = MODULE_HAS_RICH && s->version >= 2 && json_member(object, TEXT("updates"));
    text source = reader_markdown(s, object, TEXT("body"));
    body_context context = {places_open(s, source.size), json_member(object, TEXT("body"))};
    url home = story_home(s);
    markdown_use use = body_use(s, &home, &context);
    use.ids = true;
    use.taken = taken;
    use.taken_count = sizeof taken / sizeof taken[0] - !updated;
    use.find = places_find;
    use.paragraphs = MODULE_HAS_RICH && s->site.insert_count;
    markdown_render(&s->arena, scratch, source, &use, &s->article.body);
    if (MODULE_HAS_RICH && use.paragraphs)
        bundle_inserts_place(s, &s->article.body);
}
