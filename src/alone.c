/* Markdown alone, without a bundle. */
#include "base/memory.h"
#include "markdown/markdown.h"
#include "markdown_known.h"
#include "opening.h"
#include "report/error.h"
#include "story/options.h"
#include "story/words.h"
#include "text/utf8.h"

typedef struct markdown_job {
    story *story; /* the options and the memory; there is no bundle */
    arena *scratch;
    text source;
    bool known; /* to be UTF-8 */
    const broadsheet_options *given;
    broadsheet_error *error;
    markdown result;
} markdown_job;

static broadsheet_status markdown_run(void *context)
{
    markdown_job *job = context;
    story *s = job->story;
    broadsheet_options options;
    if (!options_read(s, job->given, &options, job->error))
        return BROADSHEET_OPTION;
    /* Asked first, so that not every byte of too large a text is looked at. */
    if (job->source.size > s->limits.body_bytes)
        arena_limit(&s->arena, "the Markdown is larger than the limit");
    size_t line, column, valid = job->known ? job->source.size : utf8_valid_prefix(job->source);
    if (valid < job->source.size) {
        error_clear(job->error, BROADSHEET_UTF8);
        job->error->offset = (int64_t)valid;
        json_position(job->source, valid, &line, &column);
        job->error->line = (int64_t)line;
        job->error->column = (int64_t)column;
        return BROADSHEET_UTF8;
    }
    words_said *say = words_built_in(options.locale);
    markdown_use use = {
        .version = options.version_1 ? 1 : 2,
        .commonmark = options.commonmark,
        .ids = !options.no_ids,
        .heading_base = s->heading_base,
        .id_prefix = s->id_prefix,
        .task_done = say(WORD_TASK_DONE),
        .task_open = say(WORD_TASK_OPEN),
        .table_label = say(WORD_TABLE),
        .table_word = words_table_word,
        .note_label = say(WORD_NOTE),
        .note_back = say(WORD_NOTE_BACK),
        .notes_label = say(WORD_NOTES),
        .base = &s->rebase,
        .limits = &s->limits,
    };
    markdown_render(&s->arena, job->scratch, job->source, &use, &job->result);
    return BROADSHEET_OK;
}

broadsheet_status alone_hand_over(text made, broadsheet_buffer *out)
{
    if (!made.size)
        return BROADSHEET_OK;
    out->at = memory_resize(NULL, made.size);
    if (!out->at)
        return BROADSHEET_MEMORY;
    memcpy(out->at, made.at, made.size);
    out->size = made.size;
    return BROADSHEET_OK;
}

static broadsheet_status markdown_alone(markdown_job *job, markdown_take *take, void *to)
{
    error_clear(job->error, BROADSHEET_MEMORY);
    story *s = story_new();
    if (!s)
        return BROADSHEET_MEMORY;
    arena_open(job->scratch, &s->arena);
    job->story = s;
    broadsheet_status status = arena_run(&s->arena, markdown_run, job);
    arena_close(job->scratch);
    if (status == BROADSHEET_OK)
        status = take(to, job->result.html.bytes);
    if (status == BROADSHEET_OK || job->error->status != status)
        error_left(job->error, status, NULL, s->arena.limit);
    broadsheet_close(s);
    return status;
}

broadsheet_status markdown_known(broadsheet_text source, bool known, const broadsheet_options *options,
                                 markdown_take *take, void *to, broadsheet_error *error)
{
    broadsheet_error found;
    arena scratch;
    markdown_job job = {NULL, &scratch, source, known, options, &found, {.count = 0}};
    if (error && !error_is_sized(error))
        return BROADSHEET_OPTION;
    broadsheet_status status = markdown_alone(&job, take, to);
    error_hand_over(error, &found);
    return status;
}

static broadsheet_status markdown_hand_over(void *to, text made)
{
    return alone_hand_over(made, to);
}

broadsheet_status broadsheet_markdown(broadsheet_text source, const broadsheet_options *options, broadsheet_buffer *out,
                                      broadsheet_error *error)
{
    *out = (broadsheet_buffer){NULL, 0};
    return markdown_known(source, false, options, markdown_hand_over, out, error);
}
