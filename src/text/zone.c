#include "text/zone.h"

bool zone_valid(text name)
{
    if (!name.size || name.size > 64)
        return false;
    for (size_t i = 0; i < name.size; i++) {
        char c = name.at[i];
        if (!ascii_is_alpha(c) && !ascii_is_digit(c) && c != '+' && c != '-' && c != '_' && c != '/')
            return false;
    }
    return true;
}

bool zone_is_utc(text name)
{
    return text_equal_nocase(name, TEXT("UTC")) || text_equal_nocase(name, TEXT("Etc/UTC"));
}
