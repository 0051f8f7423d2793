/* The inputs of tests/fuzz/corpus through one harness: replay_NAME [say]
 *
 * Reads inputs, each behind its size in four bytes, little end first. For each it prints a line: how
 * many bytes came of it and their FNV-1a hash, or with "say" the texts themselves, U+001E behind each
 * of them. The first promise that is broken ends the process. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

static uint32_t hash;
static size_t bytes;

static void hash_text(text t)
{
    for (size_t i = 0; i < t.size; i++)
        hash = (hash ^ (unsigned char)t.at[i]) * 16777619U;
    hash = (hash ^ 0x1E) * 16777619U;
    bytes += t.size + 1;
}

static void say_text(text t)
{
    if (t.size)
        fwrite(t.at, 1, t.size, stdout);
    putchar(0x1E);
}

/* The next input in a block of its own size; NULL at the end. */
static uint8_t *next_input(size_t *size)
{
    unsigned char head[4];
    if (fread(head, 1, sizeof head, stdin) != sizeof head)
        return NULL;
    *size = head[0] | (size_t)head[1] << 8 | (size_t)head[2] << 16 | (size_t)head[3] << 24;
    uint8_t *data = malloc(*size ? *size : 1);
    if (!data || fread(data, 1, *size, stdin) != *size) {
        fputs("the input ends too soon\n", stderr);
        exit(1);
    }
    return data;
}

int main(int count, char **arguments)
{
    bool says = count > 1 && strcmp(arguments[1], "say") == 0;
    uint8_t *data;
    size_t size;
    fuzz_listener = says ? say_text : hash_text;
    while ((data = next_input(&size)) != NULL) {
        hash = 2166136261U;
        bytes = 0;
        LLVMFuzzerTestOneInput(data, size);
        if (says)
            putchar('\n');
        else
            printf("%zu %08x\n", bytes, hash);
        free(data);
    }
    return 0;
}
