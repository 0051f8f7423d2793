/* What the paper offers to a reader whom it does not know, and to one whom it does. */
#include "page/part.h"

static void account_item(render *r, word label, url address)
{
    if (!address.href.size)
        return;
    writer_line(r->w);
    writer_open(r->w, "li");
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
    writer_line(w);
    writer_open(w, "ul");
    writer_set(w, "class", "bs-account__list");
    if (known) {
        account_item(r, WORD_PROFILE, a->profile);
        account_item(r, WORD_LOGOUT, a->logout);
    } else {
        account_item(r, WORD_LOGIN, a->login);
        account_item(r, WORD_REGISTER, a->register_);
        account_item(r, WORD_SUBSCRIBE, a->subscribe);
    }
    writer_line(w);
    writer_close(w, "ul");
    writer_line(w);
    writer_close(w, "nav");
}
