/* The public interface: checks, order of work, and who owns what. */
#include "base/memory.h"
#include "base/module.h"
#include "base/sized.h"
#include "bundle/bundle.h"
#include "layer.h"
#include "opening.h"
#include "page/compose.h"
#include "page/part.h"
#include "page/provenance.h"
#include "report/error.h"
#include "story/options.h"
#include "story/words.h"
#include "text/utf8.h"
#include "text/zone.h"

/* --- opening ----------------------------------------------------------------------------- */

/* Whether a layer that passed the gate is a list. */
static bool open_is_list(text json)
{
    size_t at = json_is_marked(json) ? 3 : 0; /* a byte order mark */
    while (at < json.size && strchr(" \t\n\r", json.at[at]))
        at++;
    return at < json.size && json.at[at] == '[';
}

void open_unmerged(broadsheet_error *error, broadsheet_status status, text json, int32_t layer)
{
    error_clear(error, status);
    error->layer = layer;
    if (MODULE_IS_WHOLE && status == BROADSHEET_SHAPE)
        error->message = open_is_list(json)
                             ? "a layer is a list, not a JSON object: each story of a list is opened by itself"
                             : "a layer is not a JSON object";
}

static void open_layer(opening *o, size_t i, json_values *values)
{
    story *s = o->story;
    json_fault fault;
    layer_found found;
    if (json_is_marked(o->layers[i]))
        report_node(&s->report, REPORT_BYTE_ORDER_MARK, &(json_node){.layer = (int32_t)i});
    text json = s->layers[i] = json_gate(&s->arena, o->layers[i], &s->limits, values, &fault);
    if (!json.at) {
        error_fault(o->error, &fault, (int32_t)i);
        arena_leave(&s->arena, fault.status);
    }
    broadsheet_status status = layer_merge(&s->tree, json, values, (int32_t)i, &found);
    if (status != BROADSHEET_OK) {
        open_unmerged(o->error, status, json, (int32_t)i);
        arena_leave(&s->arena, status);
    }
    if (found.article)
        report_node(&s->report, REPORT_LAYER_OTHER_ARTICLE, found.article);
    if (MODULE_IS_WHOLE && found.odd_version != REPORT_COUNT)
        report_node(&s->report, found.odd_version, &found.version);
}

/* The zone of the site's clock, where a date was written on that clock and is shown on another; else empty. */
static text open_clock(const story *s, text time_zone)
{
    text clock = s->site.time_zone;
    return s->local && time_zone.size && clock.size && !text_equal(time_zone, clock) ? clock : NO_TEXT;
}

static void open_info(story *s, text time_zone)
{
    text clock = open_clock(s, time_zone);
    if (!MODULE_HAS_RICH && clock.size)
        arena_lack();
    if (!time_zone.size)
        time_zone = s->site.time_zone;
    if (clock.size)
        s->clocks = arena_array(&s->arena, s->instant_count, sizeof *s->clocks);
    s->in_utc = true; /* until the host answers */
    s->offsets = arena_array(&s->arena, s->instant_count, sizeof *s->offsets);
    bool named = s->instant_count && words_name_zone(s);
    if (named)
        s->zone_names = arena_array(&s->arena, s->instant_count, sizeof *s->zone_names);
    if (MODULE_IS_WHOLE)
        report_places(&s->report, s->layers, 0);
    if (MODULE_IS_WHOLE && s->updated)
        report_unplace(&s->report, 0);
    report_keep(&s->report);
    s->info = (broadsheet_info){
        .title = s->article.headline,
        .language = s->article.language,
        .direction = text_or(s->article.direction, TEXT("ltr")),
        .time_zone = !time_zone.size || zone_is_utc(time_zone) ? TEXT("UTC") : time_zone,
        .instant_count = s->instant_count,
        .diagnostic_count = s->report.count,
        .zone_locale = named ? s->locale : NO_TEXT,
        .id = s->article.id,
        .clock_zone = clock,
    };
}

/* Keeps the options for a story that is made of this one. */
static void open_keep(story *s, const broadsheet_options *options)
{
    s->given = *options;
    text *const texts[] = {&s->given.now,        &s->given.time_zone, &s->given.locale, &s->given.id_prefix,
                           &s->given.stylesheet, &s->given.base,      &s->given.frames};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        *texts[i] = arena_text(&s->arena, *texts[i]);
    if (!options->limits)
        return;
    s->asked = (broadsheet_limits)BROADSHEET_LIMITS_INIT;
    sized_read(&s->asked, sizeof s->asked, options->limits);
    s->given.limits = &s->asked;
}

/* Tells what was odd about layers that were merged before, of which nobody has the place. */
static void open_told(opening *o)
{
    report *r = &o->story->report;
    if (o->other_article)
        report_add(r, REPORT_LAYER_OTHER_ARTICLE, 0, TEXT("/article/id"), 0, REPORT_WHOLE);
    if (o->odd_version != REPORT_COUNT)
        report_add(r, o->odd_version, 0, TEXT("/broadsheet"), 0, REPORT_WHOLE);
}

static digest open_digest(const broadsheet_text *layers, size_t layer_count)
{
    digest d = digest_begin();
    for (size_t i = 0; i < layer_count; i++)
        digest_add(&d, layers[i]);
    return d;
}

void broadsheet_digest(const broadsheet_text *layers, size_t layer_count, char to[17])
{
    digest d = open_digest(layers, layer_count);
    digest_write(&d, to);
    to[DIGEST_DIGITS] = 0;
}

static broadsheet_status open_run(void *context)
{
    opening *o = context;
    story *s = o->story;
    broadsheet_options options;
    json_values values = {0};
    if (!options_read(s, o->given, &options, o->error))
        return BROADSHEET_OPTION;
    s->report = (report){.limit = s->limits.diagnostics, .arena = &s->arena};
    options_report(s, &options);
    if (MODULE_IS_WHOLE)
        open_keep(s, &options);
    s->updated = o->updated;
    s->provenance = s->provenance && !s->updated; /* of layers that nobody has */
    s->layer_count = o->layer_count;
    json_tree_open(&s->tree, &s->arena);
    s->layers = arena_array(&s->arena, o->layer_count, sizeof *s->layers);
    for (size_t i = 0; i < o->layer_count; i++)
        open_layer(o, i, &values);
    if (MODULE_IS_WHOLE && s->updated)
        open_told(o);
    if (MODULE_IS_WHOLE && s->provenance)
        s->layers_digest = open_digest(o->layers, o->layer_count);
    bundle_read(s, o->scratch, options.locale.size ? arena_text(&s->arena, options.locale) : NO_TEXT, o->error);
    s->zone_option = options.time_zone.size != 0;
    open_info(s, arena_text(&s->arena, options.time_zone));
    return BROADSHEET_OK;
}

broadsheet_status open_story(opening *o, broadsheet_story **out)
{
    error_clear(o->error, BROADSHEET_MEMORY);
    story *s = story_new();
    if (!s)
        return BROADSHEET_MEMORY;
    arena_open(o->scratch, &s->arena);
    o->story = s;
    broadsheet_status status = arena_run(&s->arena, open_run, o);
    arena_close(o->scratch);
    if (status != BROADSHEET_OK) {
        if (o->error->status != status)
            error_left(o->error, status, s->tree.root, s->arena.limit);
        broadsheet_close(s);
        return status;
    }
    error_clear(o->error, BROADSHEET_OK);
    *out = s;
    return BROADSHEET_OK;
}

broadsheet_status broadsheet_open(const broadsheet_text *layers, size_t layer_count, const broadsheet_options *options,
                                  broadsheet_story **out, broadsheet_error *error)
{
    broadsheet_error found;
    arena scratch;
    opening o = {NULL, &scratch, layers, layer_count, options, &found, false, false, REPORT_COUNT};
    *out = NULL;
    if (error && !error_is_sized(error))
        return BROADSHEET_OPTION;
    broadsheet_status status = open_story(&o, out);
    error_hand_over(error, &found);
    return status;
}

void broadsheet_close(broadsheet_story *s)
{
    if (!s)
        return;
    arena_close(&s->line_work);
    arena_close(&s->text_work);
    arena_close(&s->try_work);
    arena_close(&s->arena);
    memory_release(s);
}

/* --- rendering ------------------------------------------------------------------------------ */

typedef struct rendering {
    render render;
    part_function *part;
} rendering;

static broadsheet_status render_run(void *context)
{
    rendering *job = context;
    render around = job->render;
    job->part(&job->render);
    part_cut(&around, job->render.name, around.id);
    if (MODULE_IS_WHOLE && job->render.provenance)
        provenance_end(job->render.w, job->render.provenance);
    return BROADSHEET_OK;
}

broadsheet_status broadsheet_render(const broadsheet_story *s, broadsheet_text part, broadsheet_text id,
                                    broadsheet_buffer *out)
{
    part_function *function = part_named(part);
    writer w;
    arena scratch;
    *out = (broadsheet_buffer){NULL, 0};
    if (!function)
        return BROADSHEET_PART;
    writer_begin(&w, NULL, s->limits.output_bytes, story_home(s));
    arena_open(&scratch, NULL);
    rendering job = {{.w = &w, .story = s, .id = id, .scratch = &scratch}, function};
    broadsheet_status status = arena_run(&scratch, render_run, &job);
    arena_close(&scratch);
    if (w.status == BROADSHEET_OK)
        w.status = status;
    return writer_end(&w, out);
}

void broadsheet_free(broadsheet_buffer *buffer)
{
    if (!buffer)
        return;
    memory_release(buffer->at);
    *buffer = (broadsheet_buffer){NULL, 0};
}
