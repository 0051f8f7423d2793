/* The links to the reader's account: to log in, register and subscribe, or, when the reader is signed in, to the
 * profile and to log out. */
#include "page/part.h"

static void account_item(render *r, word label, url address)
{
    if (!address.href.size)
        return;
    part_list_item(r);
    part_label(r, part_word(r, label), address);
    writer_close(r->w, "li");
}

void part_account(render *r)
{
    writer *w = r->w;
    const account *a = &r->story->site.account;
    bool known = r->story->signed_in;
    if (known ? !a->profile.href.size && !a->logout.href.size
              : !a->login.href.size && !a->register_.href.size && !a->subscribe.href.size)
        return;
    part_open_words(r, "nav", "account");
    writer_attr(w, "aria-label", part_word(r, WORD_ACCOUNT));
    part_list_open(r, TEXT("bs-account__list"));
    if (known) {
        account_item(r, WORD_PROFILE, a->profile);
        account_item(r, WORD_LOGOUT, a->logout);
    } else {
        account_item(r, WORD_LOGIN, a->login);
        account_item(r, WORD_REGISTER, a->register_);
        account_item(r, WORD_SUBSCRIBE, a->subscribe);
    }
    part_list_close(r);
    writer_line(w);
    writer_close(w, "nav");
}
