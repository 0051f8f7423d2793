/* What linear.mjs counts the instructions of: linear_main KIND FILE..., each FILE in turn.
 *
 * KIND "bundle": the file holds layers with a NUL between them, which stands in no JSON. They are
 * opened, and all parts are rendered, for the id "a". KIND "merge" or "patch": it holds one layer, a NUL, and a text by
 * which the story is updated; the two stories are compared. KIND "upgrade": it is a layer of version 1, which is
 * made one of version 2. KIND "markdown": it is Markdown. Each file's status is printed on a line of its own, with the
 * bytes that were written. */
#include "broadsheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LAYERS_MOST = 4096 };

void linear_measured(const char *kind, broadsheet_text input, broadsheet_status *status, size_t *written);

static broadsheet_status render_all(const broadsheet_story *story, size_t *written)
{
    const char *name;
    for (size_t i = 0; (name = broadsheet_describe("part", i)) != NULL; i++) {
        broadsheet_buffer out;
        const broadsheet_text part = {name, strlen(name)}, id = {"a", 1};
        broadsheet_status status = broadsheet_render(story, part, id, &out);
        if (status != BROADSHEET_OK)
            return status;
        *written += out.size;
        broadsheet_free(&out);
    }
    return BROADSHEET_OK;
}

static broadsheet_status bundle(broadsheet_text input, size_t *written)
{
    static broadsheet_text layers[LAYERS_MOST];
    const broadsheet_options options = {.size = sizeof options, .page = true, .now = {"2026-01-01T00:00:00Z", 20}};
    broadsheet_story *story;
    size_t count = 0;
    for (const char *end; (end = memchr(input.at, '\0', input.size)) != NULL && count + 1 < LAYERS_MOST;) {
        layers[count++] = (broadsheet_text){input.at, (size_t)(end - input.at)};
        input.size -= (size_t)(end + 1 - input.at);
        input.at = end + 1;
    }
    layers[count++] = input;
    broadsheet_status status = broadsheet_open(layers, count, &options, &story, NULL);
    if (status != BROADSHEET_OK)
        return status;
    status = render_all(story, written);
    broadsheet_close(story);
    return status;
}

static broadsheet_status compare(const broadsheet_story *before, const broadsheet_story *after, size_t *written)
{
    broadsheet_changes *changes;
    broadsheet_status status = broadsheet_compare(before, after, &changes);
    if (status == BROADSHEET_OK) {
        for (size_t i = 0; broadsheet_changes_at(changes, i) != NULL; i++)
            *written += broadsheet_changes_at(changes, i)->id.size;
        broadsheet_changes_close(changes);
        status = render_all(after, written);
    }
    return status;
}

static broadsheet_status update(broadsheet_update_kind kind, broadsheet_text input, size_t *written)
{
    const broadsheet_options options = {.size = sizeof options, .page = true, .now = {"2026-01-01T00:00:00Z", 20}};
    const char *end = memchr(input.at, '\0', input.size);
    const broadsheet_text layer = {input.at, (size_t)(end - input.at)};
    const broadsheet_text change = {end + 1, input.size - layer.size - 1};
    broadsheet_story *before, *after;
    broadsheet_status status = broadsheet_open(&layer, 1, &options, &before, NULL);
    if (status != BROADSHEET_OK)
        return status;
    status = broadsheet_update(before, kind, &change, 1, &after, NULL);
    if (status == BROADSHEET_OK) {
        status = compare(before, after, written);
        broadsheet_close(after);
    }
    broadsheet_close(before);
    return status;
}

static broadsheet_status markdown(broadsheet_text input, size_t *written)
{
    broadsheet_buffer out;
    broadsheet_status status = broadsheet_markdown(input, NULL, &out, NULL);
    *written = out.size;
    broadsheet_free(&out);
    return status;
}

static broadsheet_status upgrade(broadsheet_text input, size_t *written)
{
    broadsheet_buffer out;
    broadsheet_status status = broadsheet_upgrade(input, NULL, &out, NULL);
    *written = out.size;
    broadsheet_free(&out);
    return status;
}

/* Callgrind collects in here alone, and dumps its count at the end of it; so it has a name. */
__attribute__((noinline)) void linear_measured(const char *kind, broadsheet_text input, broadsheet_status *status,
                                               size_t *written)
{
    if (strcmp(kind, "markdown") == 0)
        *status = markdown(input, written);
    else if (strcmp(kind, "bundle") == 0)
        *status = bundle(input, written);
    else if (strcmp(kind, "upgrade") == 0)
        *status = upgrade(input, written);
    else
        *status =
            update(strcmp(kind, "patch") == 0 ? BROADSHEET_UPDATE_PATCH : BROADSHEET_UPDATE_MERGE, input, written);
}

_Noreturn static void stop(const char *path)
{
    fprintf(stderr, "%s cannot be read\n", path);
    exit(2);
}

static broadsheet_text file_read(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END))
        stop(path);
    long size = ftell(file);
    if (size < 0)
        stop(path);
    rewind(file);
    char *at = malloc((size_t)size + 1);
    if (!at || fread(at, 1, (size_t)size, file) != (size_t)size)
        stop(path);
    fclose(file);
    return (broadsheet_text){at, (size_t)size};
}

int main(int count, char **words)
{
    for (int i = 2; i < count; i++) {
        broadsheet_status status;
        size_t written = 0;
        broadsheet_text input = file_read(words[i]);
        linear_measured(words[1], input, &status, &written);
        printf("%s %zu\n", broadsheet_describe("status", status), written);
        free((void *)input.at);
    }
    return 0;
}
