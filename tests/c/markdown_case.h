/* Markdown rendered for a test: the result as one text, and what was told. */
#ifndef MARKDOWN_CASE_H
#define MARKDOWN_CASE_H

#include "markdown/markdown.h"

#include <stdio.h>

typedef struct markdown_case {
    markdown_use use; /* to be changed before markdown_case_run */
    broadsheet_limits limits;
    text source;
    bool places; /* figures f1 and f2, the related story r1 and the slot s1 exist */
    broadsheet_status status;
    char html[8192], told[1024]; /* "{figure f1}\n" for a placement; "CODE:n " for each that was told */
    size_t told_size;
    char lines[256]; /* "N " for each that was told: the line in which its range begins; 0: it has none */
    size_t lines_size;
    char where[1024]; /* "[what stands in the range] " for each that was told */
    size_t where_size;
    arena keep, scratch;
    markdown out;
} markdown_case;

text words_table_word(size_t i); /* story/words.h, whose names would shadow those of tests */

static const void *markdown_case_find(void *context, place_kind kind, text id, report_code *why)
{
    static const report_code unknown[] = {
#define X(KIND, name, form, since, lead, boxed, unknown, repeated) REPORT_##unknown,
#include "markdown/places.def"
#undef X
    };
    (void)context;
    *why = unknown[kind];
    if (kind == PLACE_SLOT)
        return text_equal(id, TEXT("s1")) ? "{slot s1}\n" : NULL;
    if (kind == PLACE_RELATED)
        return text_equal(id, TEXT("r1")) ? "{related r1}\n" : NULL;
    if (text_equal(id, TEXT("f1")))
        return "{figure f1}\n";
    return text_equal(id, TEXT("f2")) ? "{figure f2}\n" : NULL;
}

static void markdown_case_tell(void *context, report_code code, size_t place, report_range range)
{
    static const char *const names[] = {
#define X(code, severity, message) #code,
#include "report/diagnostics.def"
#undef X
    };
    markdown_case *m = context;
    size_t line = 1;
    for (size_t i = 0; i < range.at; i++)
        line += m->source.at[i] == '\n';
    m->lines_size +=
        (size_t)snprintf(m->lines + m->lines_size, sizeof m->lines - m->lines_size, "%zu ", range.size ? line : 0);
    if (m->lines_size >= sizeof m->lines)
        m->lines_size = sizeof m->lines - 1;
    m->told_size +=
        (size_t)snprintf(m->told + m->told_size, sizeof m->told - m->told_size, "%s:%zu ", names[code], place);
    if (m->told_size >= sizeof m->told)
        m->told_size = sizeof m->told - 1;
    size_t room = sizeof m->where - m->where_size - 3, size = range.size < room ? range.size : room;
    m->where[m->where_size++] = '[';
    for (size_t i = 0; i < size; i++)
        m->where[m->where_size++] = m->source.at[range.at + i];
    memcpy(m->where + m->where_size, "] ", 2);
    m->where_size += m->where_size + 8 < sizeof m->where ? 2 : 0;
}

static void markdown_case_begin(markdown_case *m, text source)
{
    static const broadsheet_limits standard = {
#define X(field, name, value) .field = (value),
#include "report/limits.def"
#undef X
    };
    *m = (markdown_case){.limits = standard, .source = source};
    m->use.heading_base = 1;
    m->use.id_prefix = TEXT("bs-");
    m->use.task_done = TEXT("Done:");
    m->use.task_open = TEXT("To do:");
    m->use.table_label = TEXT("Table");
    m->use.note_label = TEXT("Note {number}");
    m->use.note_back = TEXT("Back to note {number} in the text");
    m->use.notes_label = TEXT("Notes");
    m->use.table_word = words_table_word;
    m->use.limits = &m->limits;
    m->use.tell = markdown_case_tell;
    m->use.context = m;
}

static broadsheet_status markdown_case_work(void *context)
{
    markdown_case *m = context;
    markdown_render(&m->keep, &m->scratch, m->source, &m->use, &m->out);
    return BROADSHEET_OK;
}

static void markdown_case_add(markdown_case *m, size_t *size, text t)
{
    if (t.size > sizeof m->html - *size)
        t.size = sizeof m->html - *size;
    if (t.size)
        memcpy(m->html + *size, t.at, t.size);
    *size += t.size;
}

/* Returns what was rendered, with the placements in it. */
static text markdown_case_run(markdown_case *m)
{
    size_t size = 0;
    if (m->places)
        m->use.find = markdown_case_find;
    arena_open(&m->keep, NULL);
    arena_open(&m->scratch, &m->keep);
    m->status = arena_run(&m->keep, markdown_case_work, m);
    arena_close(&m->scratch);
    if (m->status == BROADSHEET_OK) {
        size_t at = 0;
        for (size_t i = 0; i < m->out.count; i++) {
            const placement *p = &m->out.placements[i];
            markdown_case_add(m, &size, text_slice(m->out.html.bytes, at, p->at));
            markdown_case_add(m, &size, (text){p->model, strlen(p->model)});
            at = p->at;
        }
        markdown_case_add(m, &size, text_from(m->out.html.bytes, at));
    }
    arena_close(&m->keep);
    return (text){m->html, size};
}

#endif
