/* A host that has a JSON and a Markdown parser of its own, under the names that the library's
 * have, with other types. */
#include "broadsheet.h"

#include <stdio.h>

int cJSON_Parse(void);
int md_parse(void);
void arena_alloc(void);

int cJSON_Parse(void)
{
    return puts("host json");
}

int md_parse(void)
{
    return puts("host markdown");
}

/* A name of the library's own modules. */
void arena_alloc(void)
{
    puts("the library called its host");
}

int main(void)
{
    broadsheet_text markdown = {"*hi*", 4};
    broadsheet_buffer html;
    cJSON_Parse();
    md_parse();
    if (broadsheet_markdown(markdown, NULL, &html, NULL) != BROADSHEET_OK)
        return 1;
    fwrite(html.at, 1, html.size, stdout);
    broadsheet_free(&html);
    return 0;
}
