#include "wasm/options.h"

#include <stddef.h>

#include "base/module.h"
#include "base/number.h"
#include "report/error.h"
#include "story/options.h"

enum option_type { OPTION_TEXT, OPTION_NUMBER, OPTION_LEVEL, OPTION_CHOICE };

struct option {
    text name;
    size_t at; /* offset of its field in struct wasm_given */
    enum option_type type;
    unsigned calls; /* the calls that take it: bits of enum wasm_call */
    text no, yes;
};

static const struct option known[] = {
#define X(name, field, type, calls, no, yes)                                                                           \
    {TEXT_INIT(name), offsetof(struct wasm_given, field), OPTION_##type, calls, TEXT_INIT(no), TEXT_INIT(yes)},
#include "wasm/options.def"
#undef X
#if BROADSHEET_MODULE >= MODULE_WHOLE /* no attribute of an element sets a limit */
#define X(field, name, standard)                                                                                       \
    {TEXT_INIT("limits/" name),                                                                                        \
     offsetof(struct wasm_given, limits.field),                                                                        \
     OPTION_NUMBER,                                                                                                    \
     WASM_OPEN | WASM_MARKDOWN,                                                                                        \
     {0},                                                                                                              \
     {0}},
#include "report/limits.def"
#undef X
#endif
};

static const struct option *option_find(text name, enum wasm_call call)
{
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if ((known[i].calls & call) && text_equal(known[i].name, text_from(name, 1)))
            return &known[i];
    return NULL;
}

/* Sets the option's field to the value. NULL, or a message that says why the value is wrong. */
static const char *option_set(const struct option *option, void *field, text value)
{
    bool quoted = value.size && value.at[0] == '"';
    uint32_t *number = field;
    switch (option->type) {
    case OPTION_TEXT:
        *(broadsheet_text *)field = text_from(value, quoted);
        return quoted ? NULL : "the option is not text";
    case OPTION_CHOICE:
        *(bool *)field = text_equal(value, option->yes);
        return *(bool *)field || text_equal(value, option->no) ? NULL : "the option has no such value";
    case OPTION_LEVEL: /* whether it is too high is asked by options_read() */
        return number_whole(text_from(value, quoted), number) && *number ? NULL : OPTIONS_NO_LEVEL;
    case OPTION_NUMBER:
        break;
    }
    return number_whole(value, number) && *number ? NULL : "the option is not a whole number from 1 to 4294967295";
}

static bool refuse(broadsheet_error *error, text name, const char *message)
{
    error_clear(error, BROADSHEET_OPTION);
    if (!MODULE_IS_WHOLE)
        return false;
    error->message = message;
    memcpy(error->pointer, name.at, name.size < sizeof error->pointer ? name.size : sizeof error->pointer - 1);
    return false;
}

bool wasm_options(const struct wasm_list *request, enum wasm_call call, struct wasm_given *given, uint32_t *used,
                  broadsheet_error *error)
{
    uint32_t i = 0;
    *given = (struct wasm_given){BROADSHEET_OPTIONS_INIT, BROADSHEET_LIMITS_INIT, NO_TEXT};
    given->options.limits = &given->limits;
    for (; i + 1 < request->count && request->items[i].size; i += 2) {
        text name = request->items[i];
        const struct option *option = option_find(name, call);
        if (!option)
            return refuse(error, name, "there is no such option here");
        const char *wrong = option_set(option, (char *)given + option->at, request->items[i + 1]);
        if (wrong)
            return refuse(error, name, wrong);
    }
    *used = i < request->count ? i + 1 : i;
    return true;
}
