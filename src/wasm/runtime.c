/* The functions that the compiler and emscripten's run time expect, so that the module imports nothing. The compiler
 * adds calls of those for setjmp only after link-time optimisation has thrown away every function that nobody seems to
 * call. So this file is compiled without link-time optimisation. */
#include <stddef.h>
#include <stdint.h>

void emscripten_notify_memory_growth(size_t memory);
uint32_t getTempRet0(void);
struct setjmp_row *saveSetjmp(uintptr_t *env, uint32_t label, struct setjmp_row *table, uint32_t size);
uint32_t testSetjmp(uintptr_t id, const struct setjmp_row *table, uint32_t size);
/* NOLINTNEXTLINE(bugprone-reserved-identifier): so the compiler calls it */
_Noreturn void __wasm_longjmp(void *env, int value);

/* Nothing to do: web/module/boundary.js takes a fresh view of the memory after every call. */
void emscripten_notify_memory_growth(size_t memory)
{
    (void)memory;
}

/* --- setjmp and longjmp, as LLVM's WebAssemblyLowerEmscriptenEHSjLj calls them ------------------------------------ */

/* Where a call of a function goes on when longjmp gets it an env. The function has a table of them, for which it takes
 * 40 bytes. That of emscripten's run time grows; ours has one row, since the one function of ours that calls setjmp
 * (base/arena.c) does so once in a call. */
struct setjmp_row {
    uintptr_t id; /* what stands in the env: its own address */
    uint32_t label;
};

struct setjmp_row *saveSetjmp(uintptr_t *env, uint32_t label, struct setjmp_row *table, uint32_t size)
{
    (void)size;
    *env = table->id = (uintptr_t)env;
    table->label = label;
    return table;
}

/* The size of the table that saveSetjmp returned, which testSetjmp gets: nobody asks for it. */
uint32_t getTempRet0(void)
{
    return 0;
}

/* 0: the env is that of another call, further out. */
uint32_t testSetjmp(uintptr_t id, const struct setjmp_row *table, uint32_t size)
{
    (void)size;
    return table->id == id ? table->label : 0;
}

/* What is caught, by the compiler's own tag for longjmp. */
static struct {
    void *env;
    int value;
} thrown;

_Noreturn void __wasm_longjmp(void *env, int value) /* NOLINT(bugprone-reserved-identifier): see above */
{
    thrown.env = env;
    thrown.value = value;
    __builtin_wasm_throw(1, &thrown);
}
