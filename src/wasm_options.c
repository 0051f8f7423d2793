#include "wasm_options.h"

#include "number.h"

static void refuse_option(broadsheet_error *error, text name, const char *message)
{
    *error = (broadsheet_error){
        .status = BROADSHEET_SHAPE, .layer = -1, .offset = -1, .line = -1, .column = -1, .message = message};
    size_t size = name.size < sizeof error->pointer - 2 ? name.size : sizeof error->pointer - 2;
    error->pointer[0] = '/';
    memcpy(error->pointer + 1, name.at, size);
}

static uint32_t *option_number(broadsheet_options *o, text name)
{
    if (text_equal(name, TEXT("headingBase")))
        return &o->heading_base;
#define X(field, key, standard)                                                                                        \
    if (text_equal(name, TEXT(key)))                                                                                   \
        return &o->limits.field;
#include "limits.def"
#undef X
    return NULL;
}

static broadsheet_text *option_text(broadsheet_options *o, text name)
{
    if (text_equal(name, TEXT("now")))
        return &o->now;
    if (text_equal(name, TEXT("timeZone")))
        return &o->time_zone;
    if (text_equal(name, TEXT("locale")))
        return &o->locale;
    if (text_equal(name, TEXT("idPrefix")))
        return &o->id_prefix;
    if (text_equal(name, TEXT("stylesheet")))
        return &o->stylesheet;
    return NULL;
}

static bool option_set(broadsheet_options *o, text name, text value, broadsheet_error *error)
{
    uint32_t *number = option_number(o, name);
    broadsheet_text *words = option_text(o, name);
    if (words) {
        *words = value;
    } else if (number) {
        if (!number_whole(value, number) || *number == 0) {
            refuse_option(error, name, "the option is not a whole number from 1 on");
            return false;
        }
    } else if (text_equal(name, TEXT("dialect"))) {
        o->commonmark = text_equal(value, TEXT("commonmark"));
        if (!o->commonmark && !text_equal(value, TEXT("broadsheet"))) {
            refuse_option(error, name, "the dialect is neither broadsheet nor commonmark");
            return false;
        }
    } else if (text_equal(name, TEXT("ids"))) {
        o->no_ids = text_equal(value, TEXT("false"));
        if (!o->no_ids && !text_equal(value, TEXT("true"))) {
            refuse_option(error, name, "ids is neither true nor false");
            return false;
        }
    } else if (text_equal(name, TEXT("document"))) {
        o->page = text_equal(value, TEXT("page"));
        if (!o->page && !text_equal(value, TEXT("story"))) {
            refuse_option(error, name, "the document holds neither story nor page");
            return false;
        }
    } else if (text_equal(name, TEXT("furniture"))) {
        o->furniture = text_equal(value, TEXT("true"));
    } else if (text_equal(name, TEXT("signedIn"))) {
        o->signed_in = text_equal(value, TEXT("true"));
    } else {
        refuse_option(error, name, "there is no such option");
        return false;
    }
    return true;
}

bool wasm_options(const struct wasm_list *request, broadsheet_options *o, uint32_t *used, broadsheet_error *error)
{
    uint32_t i = 0;
    while (i + 1 < request->count && request->items[i].size) {
        if (!option_set(o, request->items[i], request->items[i + 1], error))
            return false;
        i += 2;
    }
    *used = i + 1;
    return true;
}
