/* The functions that emscripten's run time expects of its JavaScript, so that the module imports nothing. */
#include <stddef.h>
#include <stdint.h>

void emscripten_notify_memory_growth(size_t memory);
void setTempRet0(uint32_t value);
uint32_t getTempRet0(void);

/* Nothing to do: web/module/boundary.js takes a fresh view of the memory after every call. */
void emscripten_notify_memory_growth(size_t memory)
{
    (void)memory;
}

/* The compiler adds calls of these two to a function that calls setjmp, but only after link-time optimisation has
 * thrown away every function that nobody seems to call. So this file is compiled without link-time optimisation. */
static uint32_t wasm_high_word;

void setTempRet0(uint32_t value)
{
    wasm_high_word = value;
}

uint32_t getTempRet0(void)
{
    return wasm_high_word;
}
