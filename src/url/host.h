/* Hosts of addresses: which ones a browser takes for what they show. */
#ifndef URL_HOST_H
#define URL_HOST_H

#include "base/text.h"

/* A host that a browser takes, and a port. No userinfo: "https://bank.example@host/"
 * shows one place and leads to another, and so does a backslash, which browsers read as
 * a slash but only until it is percent-encoded. */
bool url_is_authority(text t);

/* Beyond ASCII a host is of letters, digits and marks: of the rest IDNA ignores some, and reads some as a
 * dot or a slash. And of those only what is no ASCII under another name: U+FF11 is "1" to a browser. */
bool url_is_host_letter(uint32_t code_point);

/* The authority without its port. */
text url_host(text authority);

#endif
