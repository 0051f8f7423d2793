/* A digest of texts and of the boundaries between them: it tells whether two lists of texts are the same. Whoever wants
 * to can make two lists with one digest, so nothing that must be safe may rest on it. web/module/digest.js makes the
 * same one. */
#ifndef DIGEST_H
#define DIGEST_H

#include "base/text.h"

typedef struct digest {
    uint32_t first, second;
} digest;

enum { DIGEST_DIGITS = 16 };

/* The digest of no text. */
digest digest_begin(void);

/* The digest of the texts before and one more. */
void digest_add(digest *d, text t);

/* Writes it as hexadecimal digits, without a NUL. */
void digest_write(const digest *d, char to[DIGEST_DIGITS]);

/* The last digits of a number in hexadecimal. */
void digest_hex(uint32_t value, char *to, size_t digits);

#endif
