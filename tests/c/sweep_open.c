/* Memory that runs out at every allocation in turn, from a rich bundle to all of its parts, and
 * in Markdown alone. Each time the whole ends in MEMORY, nothing leaks, and the next go is well.
 *
 * The control: with an allocator that returns NULL, as malloc does, md4c goes on without room for
 * a reference definition and writes the next one through the NULL; so this very sweep fails. */
#define _POSIX_C_SOURCE 200809L
#include "base/arena.h"
#include "base/memory.h"
#include "check.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *const layers[] = {
    "{\"broadsheet\":1,\"site\":{\"name\":\"The Yeoul Courier\",\"url\":\"https://yeoul.example/\","
    "\"language\":\"en\",\"timeZone\":\"Asia/Seoul\",\"sections\":[{\"id\":\"s\",\"label\":\"S\","
    "\"children\":[{\"id\":\"t\",\"label\":\"T\"}]}]},"
    "\"strings\":{\"en\":{\"posted\":\"On\",\"byline\":\"{x}\"},\"fr\":{}},\"lists\":{\"l\":[{}]}}",
    "{\"article\":{\"id\":\"a\",\"url\":\"/a b\",\"language\":\"ko\",\"section\":[\"s\",\"t\",\"u\"],"
    "\"kicker\":\"K\\u0001\",\"headline\":\"H\",\"headlines\":{\"search\":\"X\"},\"standfirst\":\"S\","
    "\"published\":\"2025-10-18T07:00:00\",\"modified\":\"2025-10-20T16:30:00+09:00\",\"dateline\":\"D\","
    "\"lead\":\"f\",\"authors\":[{\"name\":\"N\",\"email\":\"n@x.example\",\"url\":\"/n\","
    "\"image\":\"n.webp\"},{}],\"figures\":{\"f\":{\"src\":\"java\\tscript:x\",\"alt\":\"A\"},"
    "\"g\":{\"src\":\"g h.webp\",\"sources\":[{\"src\":\"g.webp\",\"width\":480}],\"width\":4,\"height\":3,"
    "\"alt\":\"\",\"caption\":\"C\",\"credit\":\"R\",\"focus\":{\"x\":0.5,\"y\":1}}},"
    "\"related\":{\"r\":{\"headline\":\"R\",\"url\":\"/r\",\"published\":\"2025-10-18\",\"section\":\"t\"}},"
    "\"corrections\":[{\"date\":\"2025\",\"text\":\"C\"}],\"tags\":[{\"label\":\"T\",\"url\":\"/t\"}],"
    "\"alternates\":[{\"language\":\"en\",\"url\":\"https://en.example/\"}],\"rights\":\"R\"}}",
};

static const char body[] = "# One &amp; *two*\n\n## One\n\n"
                           "> quoted [link][ref] &copy; `code` &bogus; ![pic](p&uuml;.png \"t\")\n\n"
                           "- [x] done\n- [ ] to do\n  1. deeper\n\n"
                           "![](figure:g)\n\n[](related:r)\n\n[gone](related:x)\n\n"
                           "| a | b |\n|:--|--:|\n| **1** | ~~2~~ |\n\n"
                           "```c\nx < y\n```\n\n"
                           "<b>html</b> www.x.example a@x.example <https://x.example> [bad](javascript&colon;x)\n\n"
                           "***\n\n*a **b** _c_* ***d*** [e](</f g> 'h')\n\n"
                           "## One\n\n## One\n\n### Two\n\n1. [f](/a?b=%%&c) ![g](h \"i\")\n\n> > > - deep [j](/k)\n\n"
                           "[ref]: /ref \"R\"\n\n"
                           "[other]: /o\n";

/* All that is rendered in one go, one after the other. */
static struct {
    char at[256 * 1024];
    size_t size;
} made, wanted;

static broadsheet_status keep(broadsheet_status status, broadsheet_buffer *out)
{
    if (status != BROADSHEET_OK)
        return status;
    if (out->size > sizeof made.at - made.size)
        abort();
    if (out->size)
        memcpy(made.at + made.size, out->at, out->size);
    made.size += out->size;
    broadsheet_free(out);
    return BROADSHEET_OK;
}

static broadsheet_status render_all(const broadsheet_story *story)
{
    static const text ids[] = {TEXT_INIT("f"), TEXT_INIT("g"), TEXT_INIT("r")};
    const char *part;
    for (size_t i = 0; (part = broadsheet_describe("part", i)) != NULL; i++)
        for (size_t id = 0; id < 3; id++) {
            broadsheet_buffer out;
            broadsheet_status status = keep(broadsheet_render(story, (text){part, strlen(part)}, ids[id], &out), &out);
            if (status != BROADSHEET_OK)
                return status;
        }
    return BROADSHEET_OK;
}

/* Two stories that updates make of one, and what differs. */
static broadsheet_status work_update(const broadsheet_story *story)
{
    const text layer =
        TEXT("{\"article\":{\"headline\":\"New\",\"tags\":null,\"figures\":{\"h\":{\"src\":\"h\",\"alt\":\"\"}}}}");
    const text patch = TEXT("[{\"op\":\"copy\",\"from\":\"/article/authors\",\"path\":\"/_a\"},"
                            "{\"op\":\"move\",\"from\":\"/_a/1\",\"path\":\"/article/authors/0\"},"
                            "{\"op\":\"add\",\"path\":\"/article/kicker\",\"value\":\"K~\"}]");
    broadsheet_story *first, *second;
    broadsheet_changes *changes;
    broadsheet_status status = broadsheet_update(story, BROADSHEET_UPDATE_MERGE, &layer, 1, &first, NULL);
    if (status != BROADSHEET_OK)
        return status;
    status = broadsheet_update(first, BROADSHEET_UPDATE_PATCH, &patch, 1, &second, NULL);
    if (status == BROADSHEET_OK) {
        status = broadsheet_compare(story, second, &changes);
        if (status == BROADSHEET_OK)
            broadsheet_changes_close(changes);
        broadsheet_close(second);
    }
    broadsheet_close(first);
    return status;
}

/* The layers, and the body as a third, in which JSON escapes what it must. */
static broadsheet_status work_story(void)
{
    static char third[2 * sizeof body + 64] = "{\"article\":{\"body\":\"";
    size_t size = strlen("{\"article\":{\"body\":\"");
    for (const char *c = body; *c; c++) {
        if (*c == '\n' || *c == '"' || *c == '\\')
            third[size++] = '\\';
        third[size++] = *c == '\n' ? 'n' : *c;
    }
    memcpy(third + size, "\"}}", 3);
    const text all[] = {{layers[0], strlen(layers[0])}, {layers[1], strlen(layers[1])}, {third, size + 3}};
    broadsheet_options options = BROADSHEET_OPTIONS_INIT;
    options.now = TEXT("2025-01-01T00:00:00Z");
    options.stylesheet = TEXT("s.css");
    static const int32_t offsets[3] = {32400, 32400, 32400}; /* now and two dates */
    broadsheet_story *story;
    broadsheet_error error = BROADSHEET_ERROR_INIT;
    broadsheet_status status = broadsheet_open(all, 3, &options, &story, &error);
    if (status == BROADSHEET_OK) {
        status = broadsheet_set_offsets(story, NULL, 0); /* which reports, and so allocates */
        if (status == BROADSHEET_OK)
            status = broadsheet_set_offsets(story, offsets, 3);
        if (status == BROADSHEET_OK)
            status = render_all(story);
        if (status == BROADSHEET_OK)
            status = work_update(story);
        broadsheet_close(story);
    } else if (story != NULL || error.status != status) {
        abort();
    }
    return status;
}

static broadsheet_status work_markdown(void)
{
    broadsheet_buffer out;
    return keep(broadsheet_markdown((text){body, sizeof body - 1}, NULL, &out, NULL), &out);
}

static broadsheet_status work_upgrade(void)
{
    const text layer =
        TEXT("{\"article\":{\"body\":\"x[^1] [r](l&#97;ng:fr)\",\"standfirst\":\"*a* \\u00e9\",\"media\":{},"
             "\"authors\":[{\"role\":\"R\"}]}}");
    broadsheet_buffer out;
    return keep(broadsheet_upgrade(layer, NULL, &out, NULL), &out);
}

typedef broadsheet_status work_function(void);

static broadsheet_status run_once(work_function *work, size_t fail_at, bool and_on)
{
    made.size = 0;
    memory_fail(fail_at, and_on);
    return work();
}

/* Every allocation in turn; the number of them. */
static size_t sweep(work_function *work)
{
    CHECK(run_once(work, 0, false) == BROADSHEET_OK);
    size_t count = memory_fail(0, false);
    memcpy(&wanted, &made, sizeof made);
    for (size_t i = 1; i <= count; i++) {
        CHECK(run_once(work, i, false) == BROADSHEET_MEMORY);
        CHECK(run_once(work, i, true) == BROADSHEET_MEMORY);
        CHECK(arena_use(NULL) == NULL);
    }
    CHECK(run_once(work, 0, false) == BROADSHEET_OK);
    CHECK_TEXT(((text){made.at, made.size}), ((text){wanted.at, wanted.size}));
    return count;
}

/* Sweeps in a child whose standard error comes here. How the child ended, as waitpid says it. */
static int control(char *said, size_t room)
{
    int ends[2];
    size_t size = 0;
    if (pipe(ends) != 0)
        abort();
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        close(STDOUT_FILENO);
        arena_returns_null = true;
        sweep(work_markdown);
        _exit(check_done());
    }
    close(ends[1]);
    for (ssize_t got; (got = read(ends[0], said + size, room - 1 - size)) > 0;)
        size += (size_t)got;
    said[size] = '\0';
    close(ends[0]);
    int status = 0;
    if (waitpid(child, &status, 0) != child)
        abort();
    return status;
}

int main(void)
{
    static char said[64 * 1024];

    TEST("a bundle and all its parts: each allocation in turn fails, once and from then on");
    CHECK(sweep(work_story) > 500);
    CHECK(wanted.size > 10000);

    TEST("Markdown alone: each allocation in turn fails, once and from then on");
    CHECK(sweep(work_markdown) > 50);

    TEST("the conversion to version 2: each allocation in turn fails, once and from then on");
    CHECK(sweep(work_upgrade) > 10);

    TEST("the control: md4c is given NULL, writes through it, and that is seen");
    int ended = control(said, sizeof said);
#ifdef __SANITIZE_ADDRESS__
    CHECK(!WIFEXITED(ended) || WEXITSTATUS(ended) != 0);
    CHECK(strstr(said, "AddressSanitizer") != NULL);
    CHECK(strstr(said, "md4c.c") != NULL);
#else /* under valgrind */
    CHECK(WIFSIGNALED(ended) && WTERMSIG(ended) == SIGSEGV);
#endif
    return check_done();
}
