/* What the harnesses share. Each defines LLVMFuzzerTestOneInput; libFuzzer calls it (make fuzz),
 * or replay.c does, with the inputs of tests/fuzz/corpus (make test). */
#ifndef FUZZ_H
#define FUZZ_H

#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the process, and says which promise was broken. */
#define fuzz_expect(promise) fuzz_expect_that((promise), __FILE__, __LINE__, #promise)
void fuzz_expect_that(bool holds, const char *file, int line, const char *promise);

/* What the next promise is about, to be named when it is broken. */
void fuzz_about(text name, text value);

/* Tells what came of an input, for replay.c, which compares it with what came of it elsewhere. */
void fuzz_say(text t);
extern void (*fuzz_listener)(text t);

/* The input as a list of texts, U+001E between two, each in a block of its own, so that the
 * sanitizers see a read beyond it. No JSON text holds that byte as it is. */
enum { FUZZ_TEXTS = 64 };
typedef struct fuzz_texts {
    size_t count;
    text items[FUZZ_TEXTS];
} fuzz_texts;
void fuzz_split(fuzz_texts *list, const uint8_t *data, size_t size);
void fuzz_free(fuzz_texts *list);

/* Reads pairs of option and value up to an empty text: the options of broadsheet.h by their names in
 * JavaScript. An unknown name and a bad number are passed over. *used is the index of what follows;
 * false when nothing does. */
typedef struct fuzz_given {
    broadsheet_options options; /* its limits are those below */
    broadsheet_limits limits;
} fuzz_given;
bool fuzz_options(const fuzz_texts *list, fuzz_given *given, size_t *used);

#endif
