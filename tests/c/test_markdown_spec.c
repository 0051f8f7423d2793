/* The examples of tests/spec/markdown, natively; tests/spec/markdown/README.md says what they look like. */
#define _POSIX_C_SOURCE 200809L

#include "check.h"
#include "markdown_case.h"

#include <dirent.h>
#include <stdlib.h>

static const char fence[] = "````````````````````````````````";

typedef struct example {
    text markdown, html, options;
} example;

static text read_all(const char *path)
{
    static char bytes[1 << 16];
    FILE *file = fopen(path, "rb");
    size_t size = file ? fread(bytes, 1, sizeof bytes, file) : 0;
    if (file)
        fclose(file);
    return (text){bytes, size < sizeof bytes ? size : 0};
}

/* Cuts the next line off, without its end. False when nothing is left. */
static bool next_line(text *rest, text *line)
{
    if (rest->size == 0)
        return false;
    const char *end = memchr(rest->at, '\n', rest->size);
    size_t size = end ? (size_t)(end - rest->at) : rest->size;
    *line = text_slice(*rest, 0, size);
    *rest = text_from(*rest, end ? size + 1 : size);
    return true;
}

static bool begins(text t, const char *with)
{
    size_t size = strlen(with);
    return t.size >= size && memcmp(t.at, with, size) == 0;
}

/* What stands up to a line that is the fence, or a dot when parts are counted. */
static bool read_example(text *rest, example *e, size_t *line_number)
{
    text *parts[] = {&e->markdown, &e->html, &e->options};
    size_t part = 0;
    text line;
    *e = (example){{rest->at, 0}, NO_TEXT, NO_TEXT};
    while (next_line(rest, &line)) {
        ++*line_number;
        bool closing = begins(line, fence);
        if (closing || (part < 2 && text_equal(line, TEXT(".")))) {
            parts[part]->size = (size_t)(line.at - parts[part]->at);
            if (closing)
                return part > 0;
            parts[++part]->at = rest->at;
        }
    }
    return false;
}

/* Sets the case up, and appends to told what the options say must be told, and to where of which ranges. Returns
 * whether they say it. */
static bool read_options(markdown_case *c, text options, char *told, char *where, size_t room)
{
    bool asked = false;
    size_t size = 0, where_size = 0;
    text line;
    told[0] = where[0] = '\0';
    while (next_line(&options, &line)) {
        if (text_equal(line, TEXT("--commonmark"))) {
            c->use.commonmark = true;
        } else if (text_equal(line, TEXT("--ids"))) {
            c->use.ids = true;
        } else if (text_equal(line, TEXT("--outline"))) {
            c->use.outline = true;
        } else if (text_equal(line, TEXT("--rtl"))) {
            c->use.right_to_left = true;
        } else if (text_equal(line, TEXT("--korean"))) {
            c->use.korean = true;
        } else if (text_equal(line, TEXT("--places"))) {
            c->places = true;
        } else if (begins(line, "--version=")) {
            c->use.version = (unsigned)(line.at[10] - '0');
        } else if (begins(line, "--base=")) {
            c->use.heading_base = (uint32_t)(line.at[7] - '0');
        } else if (begins(line, "--lines=")) {
            continue; /* read_lines reads it */
        } else if (begins(line, "--told=")) {
            asked = true;
            if (line.size > 7)
                size += (size_t)snprintf(told + size, room - size, "%.*s ", (int)line.size - 7, line.at + 7);
        } else if (begins(line, "--where=")) {
            where_size +=
                (size_t)snprintf(where + where_size, room - where_size, "[%.*s] ", (int)line.size - 8, line.at + 8);
        } else {
            bool option_is_known = false;
            CHECK(option_is_known);
        }
    }
    return asked;
}

/* The lines that an option names: "1,4" is "1 4 ". */
static size_t read_lines(text options, char lines[256])
{
    size_t size = 0;
    text line;
    while (next_line(&options, &line))
        for (size_t i = 8; begins(line, "--lines=") && i <= line.size && size < 255; i++)
            lines[size++] = i == line.size || line.at[i] == ',' ? ' ' : line.at[i];
    return size;
}

static void run_example(const example *e)
{
    static markdown_case c;
    char told[1024], where[1024], lines[256];
    markdown_case_begin(&c, e->markdown);
    bool asked = read_options(&c, e->options, told, where, sizeof told);
    text got = markdown_case_run(&c);
    CHECK(c.status == BROADSHEET_OK);
    CHECK_TEXT(got, e->html);
    size_t lines_size = read_lines(e->options, lines);
    if (lines_size)
        CHECK_TEXT(((text){c.lines, c.lines_size}), ((text){lines, lines_size}));
    if (asked)
        CHECK_TEXT(((text){c.told, c.told_size}), ((text){told, strlen(told)}));
    if (where[0])
        CHECK_TEXT(((text){c.where, c.where_size}), ((text){where, strlen(where)}));
}

/* Returns how many examples there were. */
static size_t run_file(const char *name)
{
    char path[512], title[1024];
    snprintf(path, sizeof path, "tests/spec/markdown/%s", name);
    text rest = read_all(path), line, section = NO_TEXT;
    size_t line_number = 0, count = 0;
    while (next_line(&rest, &line)) {
        line_number++;
        if (begins(line, "#"))
            section = line;
        if (!begins(line, fence))
            continue;
        example e;
        /* The harness keeps the pointer until the next test begins. */
        char *kept = (count & 1) ? title : title + sizeof title / 2;
        snprintf(kept, sizeof title / 2, "%s:%zu %.*s", name, line_number, (int)section.size, section.at);
        TEST(kept);
        bool complete = read_example(&rest, &e, &line_number);
        CHECK(complete);
        if (complete)
            run_example(&e);
        count++;
    }
    TEST("a specification has examples");
    CHECK(count > 0);
    return count;
}

int main(void)
{
    size_t files = 0;
    DIR *folder = opendir("tests/spec/markdown");
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        size_t size = strlen(entry->d_name);
        if (size > 4 && strcmp(entry->d_name + size - 4, ".txt") == 0 && run_file(entry->d_name))
            files++;
    }
    if (folder)
        closedir(folder);
    TEST("there are specifications");
    CHECK(files >= 4);
    return check_done();
}
