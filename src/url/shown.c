/* Whether a text shows the address that it leads to. Paper then has the address already. */
#include "url/url.h"

/* An address without what readers and authors leave out: the scheme with "//", and a slash at its end. */
static text shown_plain(text t)
{
    static const text schemes[] = {TEXT_INIT("https://"), TEXT_INIT("http://")};
    for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++) {
        if (t.size >= schemes[i].size && text_equal_nocase(text_slice(t, 0, schemes[i].size), schemes[i])) {
            t = text_from(t, schemes[i].size);
            break;
        }
    }
    if (t.size && t.at[t.size - 1] == '/')
        t.size--;
    return t;
}

bool url_is_shown(arena *a, text shown, url address)
{
    url own;
    /* Only a scheme and a slash may be missing, and what is percent-encoded is longer than what was. */
    if (!shown.size || shown.size > address.href.size + 1 || !url_host_of(address).size || url_is_relative(address))
        return false;
    return url_judge_shown(a, shown, URL_LINK, &own) && own.href.size &&
           text_equal(shown_plain(own.href), shown_plain(address.href));
}
