/* Renders a story with the C library:
 *
 *     make lib
 *     cc -Iinclude examples/render.c build/libbroadsheet.a -o build/render
 *     build/render body --seoul examples/bundles/site.json examples/bundles/summit.json
 *
 * The first argument is the part ("story" and "document" among them), the files are layers.
 * --seoul answers for the clock of Asia/Seoul: nine hours ahead of UTC all year round. A real
 * host would ask its time zone database; without an answer times are shown in UTC. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "broadsheet.h"

enum { LAYERS_MAX = 8 };

/* The whole file, to be freed by the caller; NULL when it cannot be read. */
static char *file_read(const char *path, size_t *size)
{
    char *bytes = NULL;
    long end = -1;
    FILE *file = fopen(path, "rb");
    *size = 0;
    if (!file)
        return NULL;
    if (fseek(file, 0, SEEK_END) == 0 && (end = ftell(file)) >= 0 && fseek(file, 0, SEEK_SET) == 0)
        bytes = malloc((size_t)end + 1); /* never 0 bytes */
    if (bytes)
        *size = fread(bytes, 1, (size_t)end, file);
    fclose(file);
    return bytes;
}

static void diagnostics_print(const broadsheet_story *story)
{
    static const char *const severities[] = {"error", "warning", "information"};
    const broadsheet_diagnostic *d;
    for (size_t i = 0; (d = broadsheet_story_diagnostic(story, i)) != NULL; i++) {
        fprintf(stderr, "%s: layer %d %.*s: %.*s\n", severities[d->severity], (int)d->layer, (int)d->pointer.size,
                d->pointer.at ? d->pointer.at : "", (int)d->message.size, d->message.at);
    }
}

/* Every instant is nine hours ahead, in winter as in summer. */
static broadsheet_status seoul_answer(broadsheet_story *story)
{
    size_t count = broadsheet_story_info(story)->instant_count;
    int32_t *offsets = calloc(count ? count : 1, sizeof *offsets);
    if (!offsets)
        return BROADSHEET_MEMORY;
    for (size_t i = 0; i < count; i++)
        offsets[i] = 9 * 60 * 60;
    broadsheet_status status = broadsheet_set_offsets(story, offsets, count);
    free(offsets);
    return status;
}

int main(int argc, char **argv)
{
    broadsheet_text layers[LAYERS_MAX] = {{NULL, 0}};
    broadsheet_text part = {argc > 1 ? argv[1] : "", argc > 1 ? strlen(argv[1]) : 0}, no_id = {NULL, 0};
    broadsheet_story *story = NULL;
    broadsheet_buffer html = {NULL, 0};
    broadsheet_error error = BROADSHEET_ERROR_INIT;
    char *files[LAYERS_MAX] = {NULL};
    size_t count = 0;
    bool seoul = false, read = true, done = false;
    for (int i = 2; i < argc && read && count < LAYERS_MAX; i++) {
        if (strcmp(argv[i], "--seoul") == 0) {
            seoul = true;
        } else {
            read = (files[count] = file_read(argv[i], &layers[count].size)) != NULL;
            layers[count].at = files[count];
            count++;
        }
    }
    if (!read || !count)
        fprintf(stderr, "usage: %s PART [--seoul] FILE... (files that can be read)\n", argv[0]);
    else if (broadsheet_open(layers, count, NULL, &story, &error))
        fprintf(stderr, "layer %d, line %d, column %d: %s %s\n", (int)error.layer, (int)error.line, (int)error.column,
                error.message, error.pointer);
    else if ((seoul && seoul_answer(story)) || broadsheet_render(story, part, no_id, &html))
        fprintf(stderr, "%s: could not be rendered\n", argv[1]);
    else
        done = fwrite(html.at, 1, html.size, stdout) == html.size;
    if (story)
        diagnostics_print(story);
    broadsheet_free(&html);
    broadsheet_close(story);
    while (count)
        free(files[--count]);
    return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
