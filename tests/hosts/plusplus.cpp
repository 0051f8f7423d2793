// A host in C++: the structs that it fills begin as the header's macros say.
#include "broadsheet.h"

#include <stdio.h>

int main()
{
    static const char json[] = "{\"broadsheet\":1,\"article\":{\"id\":\"a\",\"headline\":\"Hi\",\"body\":\"B\"}}";
    const broadsheet_text layer = {json, sizeof json - 1}, part = {"headline", 8}, none = {NULL, 0};
    broadsheet_limits limits = BROADSHEET_LIMITS_INIT;
    broadsheet_options options = BROADSHEET_OPTIONS_INIT;
    broadsheet_error error = BROADSHEET_ERROR_INIT;
    broadsheet_story *story;
    broadsheet_buffer html;
    limits.links = 5;
    options.limits = &limits;
    options.heading_base = 2;
    if (broadsheet_open(&layer, 1, &options, &story, &error) != BROADSHEET_OK)
        return fprintf(stderr, "%s %s\n", error.pointer, error.message);
    if (broadsheet_render(story, part, none, &html) == BROADSHEET_OK)
        fwrite(html.at, 1, html.size, stdout);
    broadsheet_free(&html);
    broadsheet_close(story);
    return 0;
}
