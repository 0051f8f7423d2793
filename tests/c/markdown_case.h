/* Markdown rendered for a test: the result as one text, and what was told. */
#ifndef MARKDOWN_CASE_H
#define MARKDOWN_CASE_H

#include "markdown.h"

#include <stdio.h>

typedef struct markdown_case {
    markdown_use use; /* to be changed before markdown_case_run */
    broadsheet_limits limits;
    text source;
    bool places; /* figures f1 and f2 and the related story r1 exist */
    broadsheet_status status;
    char html[8192], told[1024]; /* "{figure f1}\n" for a placement; "CODE:n " for each that was told */
    size_t told_size;
    arena keep, scratch;
    markdown out;
} markdown_case;

static const void *markdown_case_find(void *context, place_kind kind, text id, report_code *why)
{
    (void)context;
    *why = kind == PLACE_FIGURE ? REPORT_PLACE_FIGURE : REPORT_PLACE_RELATED;
    if (kind == PLACE_RELATED)
        return text_equal(id, TEXT("r1")) ? "{related r1}\n" : NULL;
    if (text_equal(id, TEXT("f1")))
        return "{figure f1}\n";
    return text_equal(id, TEXT("f2")) ? "{figure f2}\n" : NULL;
}

static void markdown_case_tell(void *context, report_code code, size_t place)
{
    static const char *const names[] = {
#define X(name, code, severity, message) #name,
#include "diagnostics.def"
#undef X
    };
    markdown_case *c = context;
    c->told_size +=
        (size_t)snprintf(c->told + c->told_size, sizeof c->told - c->told_size, "%s:%zu ", names[code], place);
    if (c->told_size >= sizeof c->told)
        c->told_size = sizeof c->told - 1;
}

static void markdown_case_begin(markdown_case *c, text source)
{
    static const broadsheet_limits standard = {
#define X(field, name, value) .field = value,
#include "limits.def"
#undef X
    };
    *c = (markdown_case){.limits = standard, .source = source};
    c->use.heading_base = 1;
    c->use.id_prefix = TEXT("bs-");
    c->use.task_done = TEXT("Done:");
    c->use.task_open = TEXT("To do:");
    c->use.table_label = TEXT("Table");
    c->use.limits = &c->limits;
    c->use.tell = markdown_case_tell;
    c->use.context = c;
}

static broadsheet_status markdown_case_work(void *context)
{
    markdown_case *c = context;
    markdown_render(&c->keep, &c->scratch, c->source, &c->use, &c->out);
    return BROADSHEET_OK;
}

static void markdown_case_add(markdown_case *c, size_t *size, text t)
{
    if (t.size > sizeof c->html - *size)
        t.size = sizeof c->html - *size;
    if (t.size)
        memcpy(c->html + *size, t.at, t.size);
    *size += t.size;
}

/* Returns what was rendered, with the placements in it. */
static text markdown_case_run(markdown_case *c)
{
    size_t size = 0, at = 0;
    if (c->places)
        c->use.find = markdown_case_find;
    arena_open(&c->keep, NULL);
    arena_open(&c->scratch, &c->keep);
    c->status = arena_run(&c->keep, markdown_case_work, c);
    arena_close(&c->scratch);
    if (c->status == BROADSHEET_OK) {
        for (size_t i = 0; i < c->out.count; i++) {
            const placement *p = &c->out.placements[i];
            markdown_case_add(c, &size, text_slice(c->out.html.bytes, at, p->at));
            markdown_case_add(c, &size, (text){p->model, strlen(p->model)});
            at = p->at;
        }
        markdown_case_add(c, &size, text_from(c->out.html.bytes, at));
    }
    arena_close(&c->keep);
    return (text){c->html, size};
}

#endif
