#include "text/zone.h"

bool zone_valid(text name)
{
    return text_is_plain(name, 64, TEXT("+-_/"));
}

bool zone_is_utc(text name)
{
    return text_equal_nocase(name, TEXT("UTC")) || text_equal_nocase(name, TEXT("Etc/UTC"));
}
