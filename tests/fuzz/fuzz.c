#include "fuzz.h"

#include "base/number.h"

#include <stdio.h>
#include <stdlib.h>

void (*fuzz_listener)(text t);

static text about_name, about_value;

void fuzz_about(text name, text value)
{
    about_name = name;
    about_value = value;
}

void fuzz_expect_that(bool holds, const char *file, int line, const char *promise)
{
    if (holds)
        return;
    fprintf(stderr, "%s:%d: broken: %s\n", file, line, promise);
    if (about_name.size)
        fprintf(stderr, "it was %.*s=\"%.*s\"\n", (int)about_name.size, about_name.at, (int)about_value.size,
                about_value.size ? about_value.at : "");
    abort();
}

void fuzz_say(text t)
{
    if (fuzz_listener)
        fuzz_listener(t);
}

static text fuzz_copy(text t)
{
    char *copy = malloc(t.size ? t.size : 1);
    if (!copy)
        abort();
    if (t.size)
        memcpy(copy, t.at, t.size);
    return (text){copy, t.size};
}

void fuzz_split(fuzz_texts *list, const uint8_t *data, size_t size)
{
    text rest = {(const char *)data, size};
    list->count = 0;
    for (;;) {
        const char *end = rest.size ? memchr(rest.at, 0x1E, rest.size) : NULL;
        if (!end || list->count == FUZZ_TEXTS - 1)
            break;
        list->items[list->count++] = fuzz_copy(text_slice(rest, 0, (size_t)(end - rest.at)));
        rest = text_from(rest, (size_t)(end - rest.at) + 1);
    }
    list->items[list->count++] = fuzz_copy(rest);
}

void fuzz_free(fuzz_texts *list)
{
    for (size_t i = 0; i < list->count; i++)
        free((void *)list->items[i].at);
}

static void set_text(broadsheet_options *o, text name, text value)
{
    if (text_equal(name, TEXT("now")))
        o->now = value;
    if (text_equal(name, TEXT("timeZone")))
        o->time_zone = value;
    if (text_equal(name, TEXT("locale")))
        o->locale = value;
    if (text_equal(name, TEXT("idPrefix")))
        o->id_prefix = value;
    if (text_equal(name, TEXT("base")))
        o->base = value;
    if (text_equal(name, TEXT("frames")))
        o->frames = value;
    if (text_equal(name, TEXT("stylesheet")))
        o->stylesheet = value;
}

static void set_flag(broadsheet_options *o, text name, text value)
{
    if (text_equal(name, TEXT("document")))
        o->page = text_equal(value, TEXT("page"));
    if (text_equal(name, TEXT("furniture")))
        o->furniture = text_equal(value, TEXT("true"));
    if (text_equal(name, TEXT("provenance")))
        o->provenance = text_equal(value, TEXT("true"));
    if (text_equal(name, TEXT("signedIn")))
        o->signed_in = text_equal(value, TEXT("true"));
    if (text_equal(name, TEXT("dialect")))
        o->commonmark = text_equal(value, TEXT("commonmark"));
    if (text_equal(name, TEXT("version")))
        o->version_1 = text_equal(value, TEXT("1"));
    if (text_equal(name, TEXT("ids")))
        o->no_ids = text_equal(value, TEXT("false"));
}

static void set_number(fuzz_given *given, text name, text value)
{
    uint32_t number;
    if (!number_whole(value, &number) || number == 0)
        return;
    if (text_equal(name, TEXT("headingBase")))
        given->options.heading_base = number;
#define X(field, key, standard)                                                                                        \
    if (text_equal(name, TEXT(key)))                                                                                   \
        given->limits.field = number;
#include "report/limits.def"
#undef X
}

bool fuzz_options(const fuzz_texts *list, fuzz_given *given, size_t *used)
{
    size_t i = 0;
    *given = (fuzz_given){BROADSHEET_OPTIONS_INIT, BROADSHEET_LIMITS_INIT};
    given->options.limits = &given->limits;
    for (; i + 1 < list->count && list->items[i].size; i += 2) {
        set_text(&given->options, list->items[i], list->items[i + 1]);
        set_flag(&given->options, list->items[i], list->items[i + 1]);
        set_number(given, list->items[i], list->items[i + 1]);
    }
    *used = i + 1;
    return *used < list->count;
}
