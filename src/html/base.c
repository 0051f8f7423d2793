#include "html/base.h"

#include "html/writer.h"

static url base_shown(url address, size_t most)
{
    const url none = {NO_TEXT};
    return escaped_most(address.href) > most ? none : address;
}

url_base url_base_of(arena *a, url address, size_t most)
{
    return (url_base){
        base_shown(address, most),
        base_shown(url_resolve(a, address, (url){TEXT("./")}), most),
        base_shown(url_resolve(a, address, (url){TEXT("/")}), most),
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

url url_rebased(arena *a, const url_base *base, url address)
{
    if (!base->page.href.size || !address.href.size || address.href.at[0] == '#')
        return address;
    return url_is_relative(address) ? url_absolute(a, base, address) : address;
}

url url_printed(arena *a, const url_base *base, url address)
{
    const url none = {NO_TEXT};
    bool place = !address.href.size || address.href.at[0] == '#';
    return place || !url_is_relative(address) ? none : url_absolute(a, base, address);
}
