// Assembles dist/ from web/, the finished modules and the licences. The other modules stand beside the one that is named.
//
//   node web/build.mjs BROADSHEET.wasm DIRECTORY
import { build } from "esbuild";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { minify } from "terser";
import { frameworkTypes, htmlData, manifest, readElements } from "./manifest.mjs";
import { modules } from "../src/wasm/modules.mjs";
import { languages } from "./languages.mjs";
import { partIds, partsByModule } from "./parts.mjs";
import { bySide, closeUp, pattern, richClasses } from "./sheets.mjs";
import { bundleTypes, namesTypes } from "./types.mjs";

const [wasm, dist] = process.argv.slice(2).map((path) => resolve(path));
const web = fileURLToPath(new URL(".", import.meta.url));
const root = join(web, "..");

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

// What a program imports from the package shares the program's import of broadsheet.js, and so one BroadsheetError.
const besideBroadsheet = {
  name: "beside-broadsheet",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\.?\/(broadsheet|elements\/once)\.js$/ }, () => ({ path: "./broadsheet.js", external: true })),
};

// The command line imports src/page/parts.def as a list: the names of the parts that take an id.
const partsThatTakeId = {
  name: "parts-that-take-id",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/parts\.def$/ }, ({ path }) => {
      const rows = [...readFileSync(path, "utf8").matchAll(/^X\(\w+, "([^"]+)", "([^"]*)"/gm)];
      const names = rows.filter(([, , takes]) => takes).map(([, name]) => name);
      return { contents: JSON.stringify(names), loader: "json" };
    }),
};

// Node prints the whole line in which an uncaught error was thrown before the error's message, and leaves out a line that
// holds these words. It stands at the end, where it moves no column of the source map. No program loads define.js.
const NO_LINE = "/* node-do-not-add-exception-line */";

// Chromium compiles each function of a file that begins so while it reads the file, beside the page's thread, and not on
// that thread when it is first called. It stands first, or it counts for nothing.
const EAGER = "//# allFunctionsCalledOnLoad";
const IN_PAGES = ["define.js", "broadsheet.js", "broadsheet.classic.js", "furniture.js", "refresh.js", "adopt.js", "console.js"];

/** Minifies a script further than esbuild does. Its source map, if there is one, is made to fit. */
async function shrink(path, module) {
  const compress = { ecma: 2022, passes: 3, lhs_constants: false, pure_getters: true, unsafe_arrows: true };
  const format = IN_PAGES.includes(basename(path)) ? { preamble: EAGER } : {};
  const hasMap = existsSync(`${path}.map`);
  const sourceMap = hasMap && { content: readFileSync(`${path}.map`, "utf8"), url: `${basename(path)}.map` };
  const { code, map } = await minify(readFileSync(path, "utf8"), { ecma: 2022, module, compress, sourceMap, format });
  const end = basename(path) === "define.js" ? "" : NO_LINE;
  writeFileSync(path, `${code.replace(/(?=\n\/\/# sourceMappingURL)|$/, end)}\n`);
  if (hasMap) writeFileSync(`${path}.map`, map);
}

async function bundle(entry, out, more = {}) {
  const { metafile } = await build({
    entryPoints: [join(web, entry)],
    outfile: join(dist, out),
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    external: ["node:*"],
    minify: true,
    sourcemap: "linked",
    metafile: true,
    logLevel: "warning",
    absWorkingDir: web,
    ...more,
  });
  if (/\.c?js$/.test(out)) await shrink(join(dist, out), (more.format ?? "esm") === "esm");
  return Object.keys(metafile.inputs);
}

// The elements need these before a module is loaded: see idWriters in elements/page.js, elements/modules.js, elements/stylesheet.js
// and module/shared.js.
const define = {
  VERSION: JSON.stringify(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version),
  PART_IDS: JSON.stringify(partIds),
  RICH_CLASSES: JSON.stringify(pattern(richClasses())),
  MODULE_PARTS: JSON.stringify(partsByModule.map((names) => names.join(" ")).join("|")),
  MODULE_LANGUAGES: JSON.stringify(languages.join("|")),
};
// What keeps a story fresh, and what tells the page's author of one, are files of their own, which a page fetches when an element
// asks for that.
const laterBeside = {
  name: "later-beside",
  setup: ({ onResolve }) => onResolve({ filter: /^\.\/(refresh|console)\.js$/ }, ({ path }) => ({ path, external: true })),
};
// So is what takes a server's HTML over, for a page with one script tag. All others have it within: a classic script of another origin
// can import nothing, nor can what Jest requires. Where it does not come within ten seconds, it cannot be had.
const adoptLater = {
  name: "adopt-later",
  setup: ({ onLoad, onResolve }) => {
    onLoad({ filter: /\/elements\/adopt\.js$/ }, () => ({
      contents: 'export const findMade = (...given) => Promise.race([import("./adopt.js").then((adopt) => adopt.findMade(...given)), new Promise((resolve) => setTimeout(resolve, 1e4, null))]).catch(() => null);',
    }));
    onResolve({ filter: /^\.\/adopt\.js$/ }, ({ path, kind }) => (kind === "dynamic-import" ? { path, external: true } : null));
  },
};
// A page with one script tag is no program: what module/program.js says is known there.
const noProgram = {
  name: "no-program",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/module\/program\.js$/ }, () => ({
      contents: 'export const wide = null, STRINGS = 0, hasAddress = true, builtin = null, remedyFor = () => null, orElse = () => "";',
    })),
};
for (const name of ["refresh.js", "adopt.js", "console.js"]) await bundle(`elements/${name}`, name);
const core = await bundle("broadsheet.js", "broadsheet.js", { define, plugins: [laterBeside] });
await bundle("define.js", "define.js", { define, plugins: [laterBeside, adoptLater, noProgram] }); // the elements again, for a page with one script tag: elements/once.js
for (const [entry, out, sourcemap] of [["define.js", "define.import.js", false], ["cli/cli.js", "cli.js", "linked"]]) {
  const inputs = await bundle(entry, out, { plugins: [besideBroadsheet, laterBeside, partsThatTakeId], sourcemap });
  // A class bundled twice is two classes: outside of a page instanceof fails, and the module loads twice.
  const twice = inputs.filter((file) => core.includes(file));
  if (twice.length) throw new Error(`${out} holds a second copy of ${twice.join(", ")}; import it from ./broadsheet.js`);
}
// The behaviours need neither the module nor the elements.
await bundle("furniture.js", "furniture.js");
// The same sources for a script without type="module", which has no import.meta.url: its script element has the address.
await bundle("classic.js", "broadsheet.classic.js", {
  format: "iife",
  platform: "browser",
  define: { ...define, "import.meta.url": "classicAddress" },
  inject: [join(web, "classic-address.js")],
  plugins: [laterBeside],
});
// For who writes require(): Node up to 20.18, Jest. Newer versions of Node take the module there too, by "module-sync".
await bundle("broadsheet.js", "broadsheet.cjs", {
  format: "cjs",
  sourcemap: false,
  define: { ...define, "import.meta.url": "commonjsAddress" },
  inject: [join(web, "commonjs-host.js")],
  plugins: [laterBeside],
});
// And once more with the bytes of the module in it.
const bytesWithin = {
  name: "bytes-within",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/module\/address\.js$/ }, () => ({
      contents: `export const WHOLE = 0; export const standard = () => Uint8Array.from(atob("${readFileSync(wasm, "base64")}"), (byte) => byte.charCodeAt(0));`,
    })),
};
await bundle("inline.js", "inline.js", { define: { ...define, "import.meta.url": "undefined" }, plugins: [bytesWithin], sourcemap: false });
chmodSync(join(dist, "cli.js"), 0o755);
// The stylesheets from web/styles/: the whole, and its three parts for the elements. Themes are copied as they are, for
// publishers to read and to change.
for (const name of ["broadsheet.css", "broadsheet.story.css", "broadsheet.page.css", "broadsheet.rich.css"]) {
  await bundle(name, name, { sourcemap: false, target: ["chrome108", "firefox110", "safari16.4"] });
  writeFileSync(join(dist, name), closeUp(bySide(readFileSync(join(dist, name), "utf8"))));
}
cpSync(join(web, "styles/themes"), join(dist, "themes"), { recursive: true });

for (const file of ["broadsheet.js", "define.js"]) {
  const built = readFileSync(join(dist, file), "utf8");
  for (const name of [...modules.map((one) => one.file), "broadsheet.story.css", "broadsheet.page.css", "broadsheet.rich.css"]) {
    if (!built.includes(`new URL("./${name}",import.meta.url)`)) throw new Error(`dist/${file} lacks the expression by which bundlers find ${name}`);
  }
}

for (const file of readdirSync(web)) {
  if (file.endsWith(".d.ts")) copyFileSync(join(web, file), join(dist, file));
}
copyFileSync(join(web, "workerd.js"), join(dist, "workerd.js")); // whose import of the module is for workerd's own loader
copyFileSync(join(web, "styling.md"), join(dist, "styling.md"));
const schema = join(root, "src/bundle/bundle.schema.json");
copyFileSync(schema, join(dist, "bundle.schema.json"));
writeFileSync(join(dist, "bundle.d.ts"), bundleTypes(schema));
writeFileSync(join(dist, "names.d.ts"), await namesTypes(readFileSync(wasm)));
// The same declarations for CommonJS, whose files may not import those of a module.
// What is global, the others say.
for (const name of ["broadsheet", "define", "names", "bundle"]) {
  const types = readFileSync(join(dist, `${name}.d.ts`), "utf8").replace(/^declare global \{\n {2}interface HTML[^]*?^\}$/m, "");
  writeFileSync(join(dist, `${name}.d.cts`), types.replaceAll(/"(\.\/\w+)\.js"/g, '"$1.cjs"'));
}
const elements = readElements(readFileSync(join(web, "define.d.ts"), "utf8"));
const writeJson = (name, value) => writeFileSync(join(dist, name), `${JSON.stringify(value, null, 1)}\n`);
writeJson("custom-elements.json", manifest(elements));
writeJson("html-data.json", htmlData(elements));
for (const [name, text] of frameworkTypes(elements)) writeFileSync(join(dist, `${name}.d.ts`), text);
copyFileSync(join(root, "LICENSE"), join(dist, "LICENSE"));
writeFileSync(join(dist, "NOTICES"), notices());
// What a page may ask of each file that its browser loads, by the attribute `integrity` or the option of load().
const hash = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
const loaded = readdirSync(dist, { recursive: true }).filter((file) => /\.(js|css)$/.test(file) && !["cli.js", "workerd.js"].includes(file)).sort();
const sums = loaded.map((file) => [file, hash(readFileSync(join(dist, file)))]);
for (const { file } of modules) sums.push([file, hash(readFileSync(join(dirname(wasm), file)))]);
writeJson("integrity.json", Object.fromEntries(sums));
// The one that is named is written last: make takes the time of this file for that of the whole directory.
for (const { file } of modules) writeFileSync(join(dist, file), readFileSync(join(dirname(wasm), file)));

// The licences of everything that the module was linked from.
function notices() {
  const emscripten = execFileSync("em-config", ["EMSCRIPTEN_ROOT"], { encoding: "utf8" }).trim();
  const mit = readFileSync(join(root, "LICENSE"), "utf8").replace(/^Copyright .*$/m, "Copyright (c) 2010-2022 The Emscripten Authors");
  const parts = [
    ["md4c, https://github.com/mity/md4c", join(root, "build/third_party/md4c.license")],
    ["cJSON, https://github.com/DaveGamble/cJSON", join(root, "build/third_party/cjson.license")],
    ["musl, the C library, as part of emscripten", join(emscripten, "system/lib/libc/musl/COPYRIGHT")],
  ];
  for (const [name, file] of parts) if (!existsSync(file)) throw new Error(`the licence of ${name} is missing: ${file}`);
  const texts = parts.map(([name, file]) => [name, readFileSync(file, "utf8")]);
  texts.push(["emscripten: the run time for setjmp (also under the NCSA licence)", mit]);
  const chapters = texts.map(([name, text]) => `${name}\n${"=".repeat(72)}\n\n${text.trim()}\n`);
  return `The WebAssembly modules hold code of these projects.\n\n${chapters.join("\n\n")}`;
}
