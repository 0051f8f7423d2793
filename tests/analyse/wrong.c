/* Wrong on purpose: make analyse believes a tool that finds nothing elsewhere only when it finds all
 * that the comments here say of the line below them. main does what valgrind is to see; nobody calls the
 * other functions. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int wrong_null(int given);
void wrong_free(void);
int wrong_number(const char *digits);
int wrong_branch(int given);

int wrong_null(int given)
{
    int *nothing = NULL;
    /* clang-tidy: clang-analyzer-core.NullDereference; cppcheck: nullPointer; gcc: analyzer-null-dereference */
    return given + *nothing;
}

void wrong_free(void)
{
    char *block = malloc(8);
    free(block);
    /* clang-tidy: clang-analyzer-unix.Malloc; cppcheck: doubleFree; gcc: analyzer-double-free */
    free(block);
}

int wrong_number(const char *digits)
{
    /* clang-tidy: cert-err34-c */
    return atoi(digits);
}

int wrong_branch(int given)
{
    /* clang-tidy: bugprone-branch-clone */
    if (given > 3)
        return given - 1;
    else
        return given - 1;
}

static void wrong_leak(void)
{
    /* valgrind: Leak_DefinitelyLost */
    char *lost = malloc(8);
    memset(lost, 0, 8);
    /* clang-tidy: clang-analyzer-unix.Malloc; cppcheck: memleak; gcc: analyzer-malloc-leak */
}

int main(void)
{
    char *block = malloc(8);
    if (!block)
        return 1;
    /* valgrind: UninitCondition; gcc: analyzer-use-of-uninitialized-value */
    if (block[3] == 'x')
        puts("x");
    memset(block, 0, 8);
    /* valgrind: InvalidRead */
    int behind = block[8];
    free(block);
    wrong_leak();
    return behind == 'y';
}
