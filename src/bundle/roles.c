/* Authors of version 1 who have a role, of whom version 2 tells more. */
#include "base/module.h"
#include "bundle/upgrade.h"
#include "json/raw.h"

#if BROADSHEET_MODULE >= MODULE_WHOLE

bool upgrade_is_role(text t, size_t at)
{
    bool role = false;
    for (size_t depth = 1, end; depth; at = end) {
        char c = t.at[at];
        end = at + 1;
        depth += c == '{' || c == '[';
        depth -= c == '}' || c == ']';
        if (c != '"')
            continue;
        end = raw_end(t, at);
        if (depth > 1 || t.at[raw_space(t, end)] != ':')
            continue;
        text key = text_slice(t, at, end);
        size_t value = raw_space(t, raw_space(t, end) + 1);
        role = role || text_equal(key, TEXT("\"role\"")) || memchr(key.at, '\\', key.size);
        if (text_equal(key, TEXT("\"email\"")) && t.at[value] == '"' &&
            memchr(t.at + value, '@', raw_end(t, value) - value))
            return false;
    }
    return role;
}

#endif
