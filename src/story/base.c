#include "story/base.h"

#include "html/writer.h"

static url base_shown(url address)
{
    const url none = {NO_TEXT};
    return escaped_most(address.href) > URL_BASE_SHOWN ? none : address;
}

url_base url_base_of(arena *a, url address)
{
    return (url_base){
        base_shown(address),
        base_shown(url_resolve(a, address, (url){TEXT("./")})),
        base_shown(url_resolve(a, address, (url){TEXT("/")})),
    };
}

url url_absolute(arena *a, const url_base *base, url relative)
{
    switch (relative.href.size ? relative.href.at[0] : '\0') {
    case '?':
    case '#':
        return url_resolve(a, base->page, relative);
    case '/':
        return url_resolve(a, base->origin, relative);
    default:
        return url_resolve(a, base->directory, relative);
    }
}
