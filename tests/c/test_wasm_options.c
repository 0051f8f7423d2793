/* The options of a request as JavaScript writes them. The file needs nothing of wasm32, and is compiled here as a part
 * of the test, since the library for C has it not. */
#include "wasm/options.c" /* NOLINT(bugprone-suspicious-include): see above */

#include "check.h"

#include <stdlib.h>

static struct wasm_given given;
static broadsheet_error error;
static uint32_t used;

/* Reads a request of texts; the first NULL ends them. */
static bool reads(enum wasm_call call, const char *const *texts)
{
    uint32_t count = 0;
    while (texts[count])
        count++;
    struct wasm_list *request = malloc(sizeof *request + count * sizeof(text));
    if (!request)
        abort();
    request->count = count;
    for (uint32_t i = 0; i < count; i++)
        request->items[i] = (text){texts[i], strlen(texts[i])};
    bool good = wasm_options(request, call, &given, &used, &error);
    free(request);
    return good;
}
#define READS(call, ...) reads(call, (const char *const[]){__VA_ARGS__, NULL})

static bool refuses(enum wasm_call call, const char *name, const char *value)
{
    return !READS(call, name, value, "", "x") && error.status == BROADSHEET_OPTION &&
           strcmp(error.pointer, name) == 0 && error.layer == -1 && error.offset == -1 && error.line == -1 &&
           error.column == -1 && error.message[0] != 0;
}

static void test_values(void)
{
    TEST("each option goes to its field, and the texts begin behind the empty one");
    CHECK(READS(WASM_OPEN, "/now", "\"2024", "/timeZone", "\"Asia/Seoul", "/locale", "\"ko", "/stylesheet", "\"a.css",
                "/base", "\"https://x.example/", "/idPrefix", "\"x-", "/headingBase", "2", "/document", "\"page",
                "/furniture", "true", "/reader/signedIn", "true", "/provenance", "true", "/frames", "\"a.example", "",
                "{}"));
    CHECK(used == 25 && given.options.provenance);
    CHECK_TEXT(given.options.now, TEXT("2024"));
    CHECK_TEXT(given.options.time_zone, TEXT("Asia/Seoul"));
    CHECK_TEXT(given.options.locale, TEXT("ko"));
    CHECK_TEXT(given.options.stylesheet, TEXT("a.css"));
    CHECK_TEXT(given.options.base, TEXT("https://x.example/"));
    CHECK_TEXT(given.options.frames, TEXT("a.example"));
    CHECK_TEXT(given.options.id_prefix, TEXT("x-"));
    CHECK(given.options.heading_base == 2 && given.options.page && given.options.furniture && given.options.signed_in);
    CHECK(READS(WASM_MARKDOWN, "/dialect", "\"commonmark", "/ids", "false", "/headingBase", "\"3", "", "x") &&
          used == 7);
    CHECK(given.options.commonmark && given.options.no_ids && given.options.heading_base == 3);
    CHECK(READS(WASM_RENDER, "/id", "\"f1", "", "figure") && used == 3);
    CHECK_TEXT(given.id, TEXT("f1"));

    TEST("the other value of a choice is what is there without it");
    CHECK(READS(WASM_OPEN, "/document", "\"story", "/furniture", "false", "/reader/signedIn", "false", "/provenance",
                "false", ""));
    CHECK(!given.options.page && !given.options.furniture && !given.options.signed_in && !given.options.provenance);
    CHECK(READS(WASM_MARKDOWN, "/dialect", "\"broadsheet", "/ids", "true", ""));
    CHECK(!given.options.commonmark && !given.options.no_ids);

    TEST("without options there are none, and without an end nothing follows");
    CHECK(READS(WASM_OPEN, "", "{}") && used == 1 && given.options.now.size == 0 && given.options.heading_base == 0);
    CHECK(given.options.limits == &given.limits);
    CHECK(READS(WASM_OPEN, NULL) && used == 0);
    CHECK(READS(WASM_OPEN, "/now") && used == 1 && given.options.now.size == 0);
}

static void test_types(void)
{
    TEST("a value of another type is refused by its option's name");
    CHECK(refuses(WASM_OPEN, "/now", "2024") && refuses(WASM_OPEN, "/locale", "") &&
          refuses(WASM_RENDER, "/id", "true"));
    CHECK(refuses(WASM_OPEN, "/document", "page") && refuses(WASM_OPEN, "/document", "\"pages"));
    CHECK(refuses(WASM_OPEN, "/furniture", "\"true") && refuses(WASM_OPEN, "/reader/signedIn", "1"));
    CHECK(refuses(WASM_OPEN, "/headingBase", "0") && refuses(WASM_OPEN, "/headingBase", "\"two"));
    CHECK(refuses(WASM_OPEN, "/headingBase", "1.5") && refuses(WASM_OPEN, "/headingBase", "4294967296"));

    TEST("a call takes no option of another, and none that nobody knows");
    CHECK(refuses(WASM_OPEN, "/id", "\"x") && refuses(WASM_OPEN, "/dialect", "\"commonmark"));
    CHECK(refuses(WASM_MARKDOWN, "/now", "\"2024") && refuses(WASM_MARKDOWN, "/reader/signedIn", "true"));
    CHECK(refuses(WASM_RENDER, "/idPrefix", "\"x") && refuses(WASM_RENDER, "/limits/links", "5"));
    CHECK(refuses(WASM_OPEN, "/Now", "\"2024") && refuses(WASM_OPEN, "/", "\"x") && refuses(WASM_OPEN, "/limits", "5"));

    TEST("a name too long for the pointer is cut");
    char name[400] = "/";
    memset(name + 1, 'n', 398);
    CHECK(!READS(WASM_OPEN, name, "\"x", ""));
    CHECK(strlen(error.pointer) == sizeof error.pointer - 1 && memcmp(error.pointer, name, 255) == 0);
}

static void test_limits(void)
{
    TEST("every limit goes to its own field, from 1 on, as a number");
#define X(field, name, standard)                                                                                       \
    CHECK(READS(WASM_OPEN, "/limits/" name, "7", ""));                                                                 \
    CHECK(given.limits.field == 7);                                                                                    \
    CHECK(READS(WASM_MARKDOWN, "/limits/" name, "4294967295", "") && given.limits.field == UINT32_MAX);                \
    CHECK(refuses(WASM_OPEN, "/limits/" name, "0") && refuses(WASM_OPEN, "/limits/" name, "-1"));                      \
    CHECK(refuses(WASM_OPEN, "/limits/" name, "\"7") && refuses(WASM_OPEN, "/limits/" name, "true"));
#include "report/limits.def"
#undef X
}

int main(void)
{
    test_values();
    test_types();
    test_limits();
    return check_done();
}
