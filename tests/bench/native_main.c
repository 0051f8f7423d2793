/* Our own C, compiled natively: native_main KIND TIMES FILE... prints the processor time of one call in nanoseconds.
 *
 * KIND "markdown": the file is Markdown. Any other KIND is a part: the files are layers, which are opened, rendered as
 * that part and closed. Half as many calls are made first, uncounted. With TIMES 0 the output is printed in place of a
 * time. */
#include "broadsheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LAYERS_MOST = 16, INSTANTS_MOST = 64, SEOUL = 9 * 3600 };

_Noreturn static void stop(const char *why)
{
    fprintf(stderr, "native_main: %s\n", why);
    exit(1);
}

/* As web/module/story.js does it: the story's instants are asked for and answered, then it is rendered. */
static broadsheet_buffer rendered(const char *part, const broadsheet_text *layers, size_t count)
{
    static int32_t offsets[INSTANTS_MOST];
    broadsheet_story *opened;
    broadsheet_buffer out;
    if (broadsheet_open(layers, count, NULL, &opened, NULL) != BROADSHEET_OK)
        stop("it does not open");
    const size_t instants = broadsheet_story_info(opened)->instant_count;
    if (instants > INSTANTS_MOST)
        stop("there are too many instants");
    for (size_t i = 0; i < instants; i++)
        offsets[i] = SEOUL;
    const broadsheet_text none = {NULL, 0};
    if (broadsheet_set_offsets(opened, offsets, instants) != BROADSHEET_OK ||
        broadsheet_render(opened, (broadsheet_text){part, strlen(part)}, none, &out) != BROADSHEET_OK)
        stop("it does not render");
    broadsheet_close(opened);
    return out;
}

static broadsheet_buffer markdown(broadsheet_text source)
{
    broadsheet_buffer out;
    if (broadsheet_markdown(source, NULL, &out, NULL) != BROADSHEET_OK)
        stop("the Markdown does not render");
    return out;
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
    broadsheet_text texts[LAYERS_MOST] = {0};
    if (count < 4 || count - 3 > LAYERS_MOST)
        stop("KIND TIMES FILE...");
    const size_t files = (size_t)count - 3;
    const int times = atoi(words[2]);
    for (size_t i = 0; i < files; i++)
        texts[i] = file_read(words[3 + i]);
    clock_t start = clock();
    for (int i = -times / 2; i < (times ? times : 1); i++) {
        if (i == 0)
            start = clock();
        broadsheet_buffer out =
            strcmp(words[1], "markdown") == 0 ? markdown(texts[0]) : rendered(words[1], texts, files);
        if (times == 0)
            fwrite(out.at, 1, out.size, stdout);
        broadsheet_free(&out);
    }
    if (times)
        printf("%.0f\n", (double)(clock() - start) * 1e9 / CLOCKS_PER_SEC / times);
    return 0;
}
