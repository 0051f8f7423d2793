/* What the library knows about itself, so that no host retypes it. */
#include "base/text.h"
#include "broadsheet.h"
#include "story/words.h"

#ifndef BROADSHEET_VERSION
#error "BROADSHEET_VERSION is given by the Makefile, out of package.json"
#endif

static const char *entry(const char *const *list, size_t count, size_t i)
{
    return i < count ? list[i] : NULL;
}

const char *broadsheet_describe(const char *kind, size_t i)
{
    static const char *const versions[] = {BROADSHEET_VERSION};
    static const char *const parts[] = {
#define X(function, name, takes, lists, ids) name,
#include "page/parts.def"
#undef X
    };
    static const char *const statuses[] = {
#define X(name, message) #name,
#include "report/status.def"
#undef X
    };
    static const char *const limits[] = {
#define X(field, name, standard) name "=" #standard,
#include "report/limits.def"
#undef X
    };
    static const char *const diagnostics[] = {
#define X(name, code, severity, message) code,
#include "report/diagnostics.def"
#undef X
    };
    text wanted = {kind, strlen(kind)};
#define LIST(list) entry(list, sizeof(list) / sizeof(list)[0], i)
    if (text_equal(wanted, TEXT("version")))
        return LIST(versions);
    if (text_equal(wanted, TEXT("part")))
        return LIST(parts);
    if (text_equal(wanted, TEXT("status")))
        return LIST(statuses);
    if (text_equal(wanted, TEXT("limit")))
        return LIST(limits);
    if (text_equal(wanted, TEXT("diagnostic")))
        return LIST(diagnostics);
    if (text_equal(wanted, TEXT("language")))
        return words_language(i);
#undef LIST
    return NULL;
}
