/* What clang has of itself for wasm32, said to gcc's analyser, which reads src/wasm as for another machine. */
#include <stddef.h>

size_t __builtin_wasm_memory_size(int memory);
size_t __builtin_wasm_memory_grow(int memory, size_t pages);
_Noreturn void __builtin_wasm_throw(int tag, void *thrown);
