/* Hosts of addresses: only those that lead where they seem to lead. */
#ifndef URL_HOST_H
#define URL_HOST_H

#include "base/text.h"

/* Whether an authority is a host that a browser takes for what it shows, perhaps with a port. Userinfo is refused:
 * "https://bank.example@host/" shows one place and leads to another. So is a backslash: browsers read it as a slash,
 * but only until it is percent-encoded. */
bool url_is_authority(text t);

/* Whether a character beyond ASCII may stand in a host. It must be a letter, a digit or a mark: of the others IDNA
 * ignores some, and reads some as a dot or a slash. And IDNA must not map it to ASCII: U+FF11 is "1" to a browser. */
bool url_is_host_letter(uint32_t code_point);

/* The authority without its port. */
text url_host(text authority);

#endif
