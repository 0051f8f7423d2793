/* Strings of a text that passed the gate, as they are written. */
#include "json/raw.h"

#include "base/digits.h"
#include "base/module.h"
#include "text/utf8.h"

#if BROADSHEET_MODULE >= MODULE_WHOLE

size_t raw_space(text t, size_t at)
{
    while (at < t.size && strchr(" \t\r\n", t.at[at]) && t.at[at])
        at++;
    return at;
}

size_t raw_end(text t, size_t at)
{
    for (at++; t.at[at] != '"';)
        at += t.at[at] == '\\' ? 2 : 1;
    return at + 1;
}

static uint32_t raw_unit(text t, size_t at)
{
    uint64_t unit = 0;
    digits_read(text_slice(t, at, at + 4), 16, &unit);
    return (uint32_t)unit;
}

text raw_text(arena *a, text t, size_t at, size_t end)
{
    static const char escapes[] = "\"\\/bfnrt", characters[] = "\"\\/\b\f\n\r\t";
    text raw = text_slice(t, at + 1, end - 1);
    if (!raw.size || !memchr(raw.at, '\\', raw.size))
        return raw;
    char *made = arena_room(a, raw.size);
    size_t size = 0;
    for (size_t i = 0; i < raw.size; i++) {
        if (raw.at[i] != '\\') {
            made[size++] = raw.at[i];
            continue;
        }
        const char *escape = strchr(escapes, raw.at[++i]);
        if (escape) {
            made[size++] = characters[escape - escapes];
            continue;
        }
        uint32_t unit = raw_unit(raw, i + 1);
        i += 4;
        if (unit >= 0xD800 && unit <= 0xDBFF) {
            unit = 0x10000 + ((unit - 0xD800) << 10) + (raw_unit(raw, i + 3) - 0xDC00);
            i += 6;
        }
        size += utf8_encode(unit, made + size);
    }
    return (text){made, size};
}

#endif
