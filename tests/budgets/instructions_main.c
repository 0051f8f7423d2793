/* What instructions.mjs counts: instructions_main SPEC STORY KOREAN SITE ARTICLE EDITION LISTS. The first three are
 * Markdown; the others are layers. Each piece of work is one call of budget_measured, in the order of WORK. */
#include "broadsheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SPEC = 1, STORY, KOREAN, SITE, ARTICLE, EDITION, LISTS, WORDS };

typedef struct work {
    broadsheet_text layers[3]; /* Markdown alone: the first one */
    size_t count;
    broadsheet_story *story;
    broadsheet_buffer out;
    broadsheet_status status;
} work;

void budget_measured(void (*run)(work *), work *w);

static void markdown(work *w)
{
    w->status = broadsheet_markdown(w->layers[0], NULL, &w->out, NULL);
}

static void budget_open_story(work *w)
{
    w->status = broadsheet_open(w->layers, w->count, NULL, &w->story, NULL);
}

static void render_story(work *w)
{
    w->status = broadsheet_render(w->story, (broadsheet_text){"story", 5}, (broadsheet_text){NULL, 0}, &w->out);
}

static void render_page(work *w)
{
    w->status = broadsheet_render(w->story, (broadsheet_text){"page", 4}, (broadsheet_text){NULL, 0}, &w->out);
}

/* Callgrind collects in here alone, and dumps its count at the end of it; so it has a name. */
__attribute__((noinline)) void budget_measured(void (*run)(work *), work *w)
{
    run(w);
}

_Noreturn static void stop(const char *why)
{
    fprintf(stderr, "instructions_main: %s\n", why);
    exit(1);
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

static void measure(const char *name, void (*run)(work *), work *w)
{
    budget_measured(run, w);
    if (w->status != BROADSHEET_OK)
        stop(name);
    printf("%s\n", name);
    broadsheet_free(&w->out);
}

int main(int count, char **words)
{
    broadsheet_text texts[WORDS] = {0};
    if (count != WORDS)
        stop("SPEC STORY KOREAN SITE ARTICLE EDITION LISTS");
    for (int i = 1; i < WORDS; i++)
        texts[i] = file_read(words[i]);
    work spec = {.layers = {texts[SPEC]}}, story = {.layers = {texts[STORY]}}, korean = {.layers = {texts[KOREAN]}};
    measure("markdown, spec.txt", markdown, &spec);
    measure("markdown, body of the story", markdown, &story);
    measure("markdown, Korean body", markdown, &korean);
    work article = {.layers = {texts[SITE], texts[ARTICLE]}, .count = 2};
    measure("open the story", budget_open_story, &article);
    measure("render the story", render_story, &article);
    broadsheet_close(article.story);
    work edition = {.layers = {texts[EDITION], texts[LISTS], texts[ARTICLE]}, .count = 3};
    measure("open the edition", budget_open_story, &edition);
    measure("render the page", render_page, &edition);
    broadsheet_close(edition.story);
    return 0;
}
