/* What the library knows about itself, such as its parts and its version, so that no host retypes it. */
#include "base/module.h"
#include "base/text.h"
#include "broadsheet.h"
#include "report/report.h"
#include "story/words.h"

const char *broadsheet_version(void)
{
    return BROADSHEET_VERSION;
}

static const char *entry(const char *const *list, size_t count, size_t i)
{
    return i < count ? list[i] : NULL;
}

const char *broadsheet_describe(const char *kind, size_t i)
{
    static const char *const parts[] = {
#define X(function, name, takes, lists, ids, module) name,
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
    text wanted = {kind, strlen(kind)};
    if (!MODULE_IS_WHOLE) /* the first limit, by which a caller cuts what is too large */
        return i ? NULL : limits[0];
#define LIST(list) entry(list, sizeof(list) / sizeof(list)[0], i)
    if (text_equal(wanted, TEXT("limit")))
        return LIST(limits);
    if (text_equal(wanted, TEXT("part")))
        return LIST(parts);
    if (text_equal(wanted, TEXT("status")))
        return LIST(statuses);
    if (text_equal(wanted, TEXT("diagnostic")))
        return report_fact(i, 0);
    if (text_equal(wanted, TEXT("severity")))
        return report_fact(i, 1);
    if (text_equal(wanted, TEXT("message")))
        return report_fact(i, 2);
    if (text_equal(wanted, TEXT("language")))
        return words_language(i);
#undef LIST
    return NULL;
}
