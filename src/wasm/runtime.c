/* What emscripten's run time expects of its JavaScript, so that the module imports nothing. */
#include <stddef.h>
#include <stdint.h>

void emscripten_notify_memory_growth(size_t memory);
void setTempRet0(uint32_t value);
uint32_t getTempRet0(void);

/* web/module/boundary.js takes a fresh view of the memory after every call; nobody needs telling. */
void emscripten_notify_memory_growth(size_t memory)
{
    (void)memory;
}

/* A function that calls setjmp is given calls of these two by the compiler, when link-time
 * optimisation has already thrown away what nobody seems to call. So this file is compiled
 * without it. */
static uint32_t wasm_high_word;

void setTempRet0(uint32_t value)
{
    wasm_high_word = value;
}

uint32_t getTempRet0(void)
{
    return wasm_high_word;
}
