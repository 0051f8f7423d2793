/* Any address, and the base that it stands on: U+001E between them. What a browser makes of what we
 * print is seen in tests/fuzz/agree.mjs, over all inputs that were kept. */
#include "url/url.h"
#include "fuzz.h"
#include "html_values.h"
#include "url/contact.h"

typedef struct addresses {
    arena arena;
    text address, base;
} addresses;

/* Each byte of t as it is, when unreserved, or its escape; a control is that of a space. */
static void expect_component(text t, text component)
{
    size_t at = 0;
    for (size_t i = 0; i < t.size; i++) {
        static const char hex[] = "0123456789ABCDEF";
        unsigned char c = (unsigned char)t.at[i];
        c = c < 0x20 || c == 0x7F ? ' ' : c;
        if (ascii_is_alpha(t.at[i]) || ascii_is_digit(t.at[i]) || memchr("-._~", c, 4)) {
            fuzz_expect(at < component.size && component.at[at++] == t.at[i]);
        } else {
            fuzz_expect(component.size - at >= 3 && component.at[at] == '%');
            fuzz_expect(component.at[at + 1] == hex[c >> 4] && component.at[at + 2] == hex[c & 15]);
            at += 3;
        }
    }
    fuzz_expect(at == component.size);
}

/* A printed address is read as itself. */
static void expect_stable(arena *a, url address, url_use use)
{
    url again;
    fuzz_expect(url_judge(a, address.href, use, &again));
    fuzz_expect(text_equal(address.href, again.href));
}

static url expect_use(addresses *d, url_use use, text rule)
{
    url address;
    if (url_judge(&d->arena, d->address, use, &address)) {
        fuzz_expect(html_value_fits(address.href, rule, NO_TEXT));
        expect_stable(&d->arena, address, use);
        fuzz_say(text_or(address.href, TEXT("empty")));
    } else {
        fuzz_expect(address.href.size == 0);
        fuzz_say(TEXT("refused"));
    }
    return address;
}

static void expect_resolved(addresses *d, url relative)
{
    url base, whole;
    if (!url_judge(&d->arena, d->base, URL_PAGE, &base))
        return;
    whole = url_resolve(&d->arena, base, relative);
    if (relative.href.size == 0) {
        fuzz_expect(whole.href.size == 0);
        return;
    }
    if (whole.href.size) { /* a mail or a telephone is no page */
        fuzz_expect(html_value_fits(whole.href, TEXT("page"), NO_TEXT));
        expect_stable(&d->arena, whole, URL_PAGE);
    }
    fuzz_expect(text_equal(url_resolve(&d->arena, base, whole).href, whole.href));
    fuzz_say(base.href);
    fuzz_say(whole.href);
}

static broadsheet_status judge(void *context)
{
    addresses *d = context;
    url link = expect_use(d, URL_LINK, TEXT("link")), mail;
    expect_use(d, URL_MEDIA, TEXT("media"));
    expect_use(d, URL_PAGE, TEXT("page"));
    expect_component(d->address, url_component(&d->arena, d->address));
    expect_resolved(d, link);
    if (url_mail(&d->arena, d->address, &mail)) {
        fuzz_expect(html_value_fits(mail.href, TEXT("link"), NO_TEXT) && !memchr(mail.href.at, '?', mail.href.size));
        expect_stable(&d->arena, mail, URL_LINK);
    } else {
        fuzz_expect(mail.href.size == 0);
    }
    return BROADSHEET_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_texts list;
    addresses d = {.base = TEXT("https://paper.example/news/today?page=2")};
    fuzz_split(&list, data, size);
    d.address = list.items[0];
    if (list.count > 1)
        d.base = list.items[1];
    arena_open(&d.arena, NULL);
    fuzz_expect(arena_run(&d.arena, judge, &d) == BROADSHEET_OK);
    arena_close(&d.arena);
    fuzz_free(&list);
    return 0;
}
