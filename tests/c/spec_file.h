/* The examples of a file of tests/spec, as tests/node/spec-file.mjs reads them: a fence, the source, a dot, the result,
 * and after a second dot options, a line each. */
#ifndef SPEC_FILE_H
#define SPEC_FILE_H

#include "base/text.h"

#include <stdio.h>

typedef struct spec_example {
    text source, result, options;
    text section;       /* the heading above it */
    size_t line_number; /* of its fence */
} spec_example;

typedef struct spec_file {
    text rest, section;
    size_t line_number;
    bool incomplete; /* an example has no end */
} spec_file;

/* Cuts the next line off, without its end. False when nothing is left. */
static bool spec_line(text *rest, text *line)
{
    if (rest->size == 0)
        return false;
    const char *end = memchr(rest->at, '\n', rest->size);
    size_t size = end ? (size_t)(end - rest->at) : rest->size;
    *line = text_slice(*rest, 0, size);
    *rest = text_from(*rest, end ? size + 1 : size);
    return true;
}

static bool spec_begins(text t, const char *with)
{
    size_t size = strlen(with);
    return t.size >= size && memcmp(t.at, with, size) == 0;
}

/* The texts stay until the next file is opened. */
static spec_file spec_open(const char *path)
{
    static char bytes[1 << 16];
    FILE *file = fopen(path, "rb");
    size_t size = file ? fread(bytes, 1, sizeof bytes, file) : 0;
    if (file)
        fclose(file);
    return (spec_file){.rest = {bytes, size < sizeof bytes ? size : 0}};
}

/* What stands up to a line that is the fence, or a dot when parts are counted. */
static bool spec_read(spec_file *f, spec_example *e, const char *fence)
{
    text *parts[] = {&e->source, &e->result, &e->options};
    size_t part = 0;
    text line;
    *e = (spec_example){.source = {f->rest.at, 0}, .section = f->section, .line_number = f->line_number};
    while (spec_line(&f->rest, &line)) {
        f->line_number++;
        bool closing = spec_begins(line, fence);
        if (closing || (part < 2 && text_equal(line, TEXT(".")))) {
            parts[part]->size = (size_t)(line.at - parts[part]->at);
            if (closing)
                return part > 0;
            parts[++part]->at = f->rest.at;
        }
    }
    return false;
}

/* The next example; false when there is none, or when it has no end. */
static bool spec_next(spec_file *f, spec_example *e)
{
    static const char fence[] = "````````````````````````````````";
    text line;
    while (spec_line(&f->rest, &line)) {
        f->line_number++;
        if (spec_begins(line, "#"))
            f->section = line;
        if (!spec_begins(line, fence))
            continue;
        f->incomplete = !spec_read(f, e, fence);
        return !f->incomplete;
    }
    return false;
}

#endif
