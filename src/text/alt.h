/* Judges the alternative text of a picture by itself: whether it tells something of the picture. */
#ifndef ALT_H
#define ALT_H

#include "base/arena.h"

typedef enum alt_fault {
    ALT_GOOD,
    ALT_FILE, /* a file's name: IMG_1234.jpg, with its extension or without, or that of the picture's own address */
    ALT_START /* "Photo of a ferry", or in Korean at its end: that it is a picture is said anyway */
} alt_fault;

/* src is the address of the picture, or empty. */
alt_fault alt_judge(text alt, text src);

/* The letters and digits of a text, those of ASCII in lower case: by these two texts are compared, whatever their
 * punctuation and white space. */
text alt_letters(arena *a, text t);

#endif
