/* The examples of tests/spec/markdown, natively; tests/spec/markdown/README.md says what they look like. */
#define _POSIX_C_SOURCE 200809L

#include "check.h"
#include "markdown_case.h"
#include "spec_file.h"

#include <dirent.h>
#include <stdlib.h>

/* Sets the case up, and appends to told what the options say must be told, and to where of which ranges. Returns
 * whether they say it. */
static bool read_options(markdown_case *c, text options, char *told, char *where, size_t room)
{
    bool asked = false;
    size_t size = 0, where_size = 0;
    text line;
    told[0] = where[0] = '\0';
    while (spec_line(&options, &line)) {
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
        } else if (spec_begins(line, "--version=")) {
            c->use.version = (unsigned)(line.at[10] - '0');
        } else if (spec_begins(line, "--base=")) {
            c->use.heading_base = (uint32_t)(line.at[7] - '0');
        } else if (spec_begins(line, "--lines=")) {
            continue; /* read_lines reads it */
        } else if (spec_begins(line, "--told=")) {
            asked = true;
            if (line.size > 7)
                size += (size_t)snprintf(told + size, room - size, "%.*s ", (int)line.size - 7, line.at + 7);
        } else if (spec_begins(line, "--where=")) {
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
    while (spec_line(&options, &line))
        for (size_t i = 8; spec_begins(line, "--lines=") && i <= line.size && size < 255; i++)
            lines[size++] = i == line.size || line.at[i] == ',' ? ' ' : line.at[i];
    return size;
}

static void run_example(const spec_example *e)
{
    static markdown_case c;
    char told[1024], where[1024], lines[256];
    markdown_case_begin(&c, e->source);
    bool asked = read_options(&c, e->options, told, where, sizeof told);
    text got = markdown_case_run(&c);
    CHECK(c.status == BROADSHEET_OK);
    CHECK_TEXT(got, e->result);
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
    char path[512], titles[2][512];
    snprintf(path, sizeof path, "tests/spec/markdown/%s", name);
    spec_file file = spec_open(path);
    spec_example e;
    size_t count = 0;
    for (; spec_next(&file, &e); count++) {
        /* The harness keeps the pointer until the next test begins. */
        char *kept = titles[count & 1];
        snprintf(kept, sizeof titles[0], "%s:%zu %.*s", name, e.line_number, (int)e.section.size, e.section.at);
        TEST(kept);
        run_example(&e);
    }
    TEST("a specification has examples, and each has its end");
    CHECK(count > 0 && !file.incomplete);
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
