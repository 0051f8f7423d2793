// The package's entry in workerd, which compiles WebAssembly with the program that imports it, and at no other time.
import { load as loadFrom } from "./broadsheet.js";
import whole from "./broadsheet.wasm";

export * from "./broadsheet.js";

let press = null;

/** As load of broadsheet.js; without arguments it takes the module that came with the program, once for all callers. */
export function load(source, options) {
  return source !== undefined || options !== undefined ? loadFrom(source, options) : (press ??= loadFrom(whole));
}
