// Reads the table of modules, src/wasm/modules.def, for the build and for tests.
import { readFileSync } from "node:fs";

const read = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const row = /^X\((\w+), "([^"]*)", "([^"]*)", "([^"]*)", "([^"]*)"\)$/gm;
const all = read("exports.txt").trim().split("\n");

/** One object for each module, smallest first; modules.def says what the columns mean. */
export const modules = [...read("modules.def").matchAll(row)].map(([, name, file, compiled, finished, exports]) => ({
  name,
  file,
  compiled,
  finished: finished.split(" "),
  exports: exports === "all" ? all : exports.split(" ").map((one) => `broadsheet_wasm_${one}`),
}));
if (modules.length !== read("modules.def").match(/^X\(/gm)?.length) throw new Error("src/wasm/modules.def has a row that cannot be read");
