/* The goldens on the native host: golden_main PART/CASE.json...
 *
 * Each file is a bundle of one layer. Its key "_test", which the library ignores, says how it is
 * rendered: id, options, and offsets, the host's answer about the zone (null: it does not know the
 * zone). The expected bytes stand beside it, in CASE.html. */
#include "base/arena.h"

#include <cJSON.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct golden {
    text json, html;
    const cJSON *test; /* NULL when the bundle has no "_test" */
} golden;

_Noreturn static void golden_stop(const char *path, const char *why)
{
    printf("not ok - %s: %s\n", path, why);
    exit(1);
}

static text golden_read(arena *a, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END))
        golden_stop(path, "cannot be opened");
    long size = ftell(file);
    if (size < 0)
        golden_stop(path, "cannot be read");
    rewind(file);
    char *at = arena_alloc(a, (size_t)size + 1);
    if (fread(at, 1, (size_t)size, file) != (size_t)size)
        golden_stop(path, "cannot be read");
    fclose(file);
    return (text){at, (size_t)size};
}

static text golden_text(const cJSON *object, const char *key)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(object, key);
    return cJSON_IsString(value) ? (text){value->valuestring, strlen(value->valuestring)} : NO_TEXT;
}

static broadsheet_options golden_options(const golden *g)
{
    const cJSON *options = cJSON_GetObjectItemCaseSensitive(g->test, "options");
    const cJSON *base = cJSON_GetObjectItemCaseSensitive(options, "headingBase");
    const cJSON *reader = cJSON_GetObjectItemCaseSensitive(options, "reader");
    return (broadsheet_options){
        .size = sizeof(broadsheet_options),
        .now = golden_text(options, "now"),
        .time_zone = golden_text(options, "timeZone"),
        .locale = golden_text(options, "locale"),
        .id_prefix = golden_text(options, "idPrefix"),
        .stylesheet = golden_text(options, "stylesheet"),
        .base = golden_text(options, "base"),
        .frames = golden_text(options, "frames"),
        .heading_base = base ? (uint32_t)base->valueint : 0,
        .signed_in = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(reader, "signedIn")),
        .page = text_equal(golden_text(options, "document"), TEXT("page")),
        .furniture = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(options, "furniture")),
        .provenance = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(options, "provenance")),
    };
}

/* Answers as a host would. False when the golden has not one offset for each instant. */
static bool golden_answer(const golden *g, broadsheet_story *story)
{
    const cJSON *offsets = cJSON_GetObjectItemCaseSensitive(g->test, "offsets");
    int32_t answer[64];
    size_t count = 0;
    for (const cJSON *item = offsets ? offsets->child : NULL; item && count < 64; item = item->next)
        answer[count++] = item->valueint;
    if (cJSON_IsNull(offsets))
        return broadsheet_set_offsets(story, NULL, 0) == BROADSHEET_OK;
    /* Without offsets in UTC only: there a host answers with zeros. */
    if (!offsets && text_equal(broadsheet_story_info(story)->time_zone, TEXT("UTC")))
        return true;
    return broadsheet_set_offsets(story, answer, count) == BROADSHEET_OK;
}

static bool golden_compare(const char *path, text got, text want)
{
    size_t at = 0;
    while (at < got.size && at < want.size && got.at[at] == want.at[at])
        at++;
    if (at == got.size && at == want.size) {
        printf("ok - %s\n", path);
        return true;
    }
    printf("not ok - %s: first difference at byte %zu: got \"%.*s\", want \"%.*s\"\n", path, at,
           (int)(got.size - at < 60 ? got.size - at : 60), got.size > at ? got.at + at : "",
           (int)(want.size - at < 60 ? want.size - at : 60), want.size > at ? want.at + at : "");
    return false;
}

static bool golden_render(const char *path, const golden *g, text part)
{
    broadsheet_options options = golden_options(g);
    broadsheet_story *story;
    broadsheet_error error = BROADSHEET_ERROR_INIT;
    broadsheet_buffer out;
    if (broadsheet_open(&g->json, 1, &options, &story, &error) != BROADSHEET_OK) {
        printf("not ok - %s: %s %s\n", path, error.message, error.pointer);
        return false;
    }
    bool good = false;
    if (!golden_answer(g, story)) {
        printf("not ok - %s: _test.offsets has not one offset for each of the %zu instants\n", path,
               broadsheet_story_info(story)->instant_count);
    } else if (broadsheet_render(story, part, golden_text(g->test, "id"), &out) != BROADSHEET_OK) {
        printf("not ok - %s: cannot be rendered\n", path);
    } else {
        good = golden_compare(path, (text){out.at, out.size}, g->html);
        broadsheet_free(&out);
    }
    broadsheet_close(story);
    return good;
}

/* ".../PART/CASE.json": the part, and in html the path of CASE.html. */
static text golden_paths(const char *path, char *html, size_t room)
{
    const char *name = strrchr(path, '/'), *dot = strrchr(path, '.'), *folder;
    if (!name || !dot || dot < name || (size_t)(dot - path) + sizeof ".html" > room)
        golden_stop(path, "is not PART/CASE.json");
    for (folder = name; folder > path && folder[-1] != '/'; folder--)
        ;
    memcpy(html, path, (size_t)(dot - path));
    memcpy(html + (dot - path), ".html", sizeof ".html");
    return (text){folder, (size_t)(name - folder)};
}

int main(int count, char **paths)
{
    bool good = true;
    for (int i = 1; i < count; i++) {
        char html[512];
        text part = golden_paths(paths[i], html, sizeof html);
        arena a; /* cJSON draws from it, and so is freed with it */
        arena_open(&a, NULL);
        golden g = {golden_read(&a, paths[i]), golden_read(&a, html), NULL};
        arena *before = arena_use(&a);
        g.test = cJSON_GetObjectItemCaseSensitive(cJSON_ParseWithLength(g.json.at, g.json.size), "_test");
        arena_use(before);
        good = golden_render(paths[i], &g, part) && good;
        arena_close(&a);
    }
    return good ? 0 : 1;
}
