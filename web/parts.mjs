// Reads the table of parts, src/page/parts.def, for the build and for tests.
import { readFileSync } from "node:fs";
import { modules } from "../src/wasm/modules.mjs";

const table = readFileSync(new URL("../src/page/parts.def", import.meta.url), "utf8");
const row = /^X\((\w+), "([^"]*)", "([^"]*)", "([^"]*)", "([^"]*)", (\w+)\)$/gm;

/** One object for each part, in the table's order; parts.def says what the columns mean. */
export const parts = [...table.matchAll(row)].map(([, func, name, takes, lists, ids, module]) => ({ func, name, takes, lists: lists.split(" ").filter(Boolean), ids, module }));
if (parts.length !== table.match(/^X\(/gm)?.length) throw new Error("src/page/parts.def has a row that cannot be read");

/** The parts whose ids stand in a story, and those whose ids stand around it in a page. */
export const partIds = { story: [], page: [] };
for (const { name, ids } of parts) partIds[ids]?.push(name);

/** The parts that each WebAssembly module of src/wasm/modules.def adds to those of the smaller ones before it. */
export const partsByModule = modules.map(({ name }) => parts.filter(({ module }) => module === name).map((part) => part.name));

/** The parts for which the stylesheet of a story is enough: those whose class its files have rules for on the screen. */
const folder = new URL("./", import.meta.url);
const entry = readFileSync(new URL("broadsheet.story.css", folder), "utf8");
const files = [...entry.matchAll(/^@import "(.+)";$/gm)].map(([, path]) => path).filter((path) => !path.endsWith("/print.css"));
const styles = files.map((path) => readFileSync(new URL(path, folder), "utf8")).join("\n");
export const storyParts = parts.map(({ name }) => name).filter((name) => new RegExp(`\\.bs-${name}(?![\\w-])`).test(styles));
