#include "wasm/options.h"

#include <stddef.h>

#include "base/module.h"
#include "base/number.h"
#include "report/error.h"
#include "story/options.h"

enum option_type { OPTION_TEXT, OPTION_NUMBER, OPTION_LEVEL, OPTION_CHOICE };

struct option {
    text name;
    uint16_t at;         /* offset of its field in struct wasm_given */
    unsigned char type;  /* enum option_type */
    unsigned char calls; /* the calls that take it: bits of enum wasm_call */
    text no, yes;
    const char *nearest; /* what is said of a name that is none, when this one is the nearest */
};

/* What is said of an option, which the whole alone says. */
#define SAID(message) (MODULE_IS_WHOLE ? (message) : "")
#define NEAREST(name) SAID("there is no such option here; the nearest is " name)

static const struct option known[] = {
#define X(name, field, type, calls, no, yes)                                                                           \
    {TEXT_INIT(name), offsetof(struct wasm_given, field), OPTION_##type, calls, TEXT_INIT(no), TEXT_INIT(yes),         \
     NEAREST(name)},
#include "wasm/options.def"
#undef X
#if BROADSHEET_MODULE >= MODULE_WHOLE /* no attribute of an element sets a limit */
#define X(field, name, standard)                                                                                       \
    {TEXT_INIT("limits/" name),                                                                                        \
     offsetof(struct wasm_given, limits.field),                                                                        \
     OPTION_NUMBER,                                                                                                    \
     WASM_OPEN | WASM_MARKDOWN | WASM_UPGRADE,                                                                         \
     {0},                                                                                                              \
     {0},                                                                                                              \
     NEAREST("limits/" name)},
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

enum { NAME_MOST = 32 }; /* no option's name is longer, and no longer name is near one */

/* How many letters must be changed, put in or taken out to make one name of the other (Levenshtein), cases and "-" or
 * "_" apart. Both have NAME_MOST letters at most. */
static size_t option_distance(text a, text b)
{
    size_t row[NAME_MOST + 1];
    for (size_t j = 0; j <= b.size; j++)
        row[j] = j;
    for (size_t i = 0; i < a.size; i++) {
        size_t corner = row[0]++;
        for (size_t j = 0; j < b.size; j++) {
            size_t changed = corner + (ascii_lower(a.at[i]) != ascii_lower(b.at[j]));
            size_t other = (row[j] < row[j + 1] ? row[j] : row[j + 1]) + 1;
            corner = row[j + 1];
            row[j + 1] = changed < other ? changed : other;
        }
    }
    return row[b.size];
}

/* The message about a name that no option of a call has: it names the nearest one, where one is near. */
static const char *option_unknown(text name, enum wasm_call call)
{
    const char *message = SAID("there is no such option here");
    size_t least = name.size / 3 + 1; /* of a third of the letters, at least one */
    if (!MODULE_IS_WHOLE || name.size > NAME_MOST)
        return message;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (!(known[i].calls & call))
            continue;
        size_t distance = option_distance(known[i].name, name);
        if (distance <= least) {
            least = distance - (distance > 0);
            message = known[i].nearest;
        }
    }
    return message;
}

/* Sets the option's field to the value. NULL, or a message that says why the value is wrong. */
static const char *option_set(const struct option *option, void *field, text value)
{
    bool quoted = value.size && value.at[0] == '"';
    uint32_t *number = field;
    switch (option->type) {
    case OPTION_TEXT:
        *(broadsheet_text *)field = text_from(value, quoted);
        return quoted ? NULL : SAID("the option is not text");
    case OPTION_CHOICE:
        if (quoted && ascii_is_digit(option->yes.at[0])) /* a number may be text */
            value = text_from(value, 1);
        *(bool *)field = text_equal(value, option->yes);
        return *(bool *)field || text_equal(value, option->no) ? NULL : SAID("the option has no such value");
    case OPTION_LEVEL: /* whether it is too high is asked by options_read() */
        return number_whole(text_from(value, quoted), number) && *number ? NULL : SAID(OPTIONS_NO_LEVEL);
    case OPTION_NUMBER:
        break;
    }
    return number_whole(value, number) && *number ? NULL
                                                  : SAID("the option is not a whole number from 1 to 4294967295");
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
            return refuse(error, name, option_unknown(text_from(name, 1), call));
        const char *wrong = option_set(option, (char *)given + option->at, request->items[i + 1]);
        if (wrong)
            return refuse(error, name, wrong);
    }
    *used = i < request->count ? i + 1 : i;
    return true;
}
