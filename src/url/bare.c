/* Addresses of which the scheme was forgotten. */
#include "url/url.h"

/* The letters behind the last dot of a host that no file of a site has behind its own. */
static bool bare_is_domain(text last)
{
    static const text domains[] = {TEXT_INIT("com"), TEXT_INIT("org"), TEXT_INIT("net"),
                                   TEXT_INIT("kr"),  TEXT_INIT("jp"),  TEXT_INIT("uk")};
    for (size_t i = 0; i < sizeof domains / sizeof domains[0]; i++)
        if (text_equal_nocase(last, domains[i]))
            return true;
    return false;
}

bool url_lacks_scheme(text address)
{
    size_t end = 0, dot = 0;
    while (address.size && (unsigned char)address.at[0] <= ' ')
        address = text_from(address, 1);
    for (; end < address.size && !memchr("/?#", address.at[end], 3); end++) {
        if (address.at[end] == '.')
            dot = end;
        else if (!ascii_is_letter_or_digit(address.at[end]) && address.at[end] != '-' && !(address.at[end] & 0x80))
            return false;
    }
    return dot &&
           (text_starts_nocase(address, TEXT("www.")) ? dot > 3 : bare_is_domain(text_slice(address, dot + 1, end)));
}
