// The package itself, and the ways in which it is resolved: what checkers say, types by each resolution, Node, links.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { caseFolder, root, tool } from "./lib.mjs";

const USE = `import { load, type Bundle, type Story } from "broadsheet";
const bundle: Bundle = { article: { id: "1", headline: "A", body: "B" } };
export const shown = async (): Promise<string> => { const story: Story = (await load()).open(bundle); return story.render(); };
`;
const types = (name, options, files) => ({
  name: `types, ${name}`,
  run: async (folder) => {
    const path = caseFolder(folder, `types-${name}`, files);
    const config = { compilerOptions: { strict: true, noEmit: true, target: "es2022", skipLibCheck: false, types: [], ...options }, include: Object.keys(files) };
    caseFolder(folder, `types-${name}`, { "tsconfig.json": JSON.stringify(config) });
    execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", path], { cwd: path, stdio: "pipe", encoding: "utf8" });
    return "compiles";
  },
});
const DOM = ["es2022", "dom", "dom.iterable"];
const TAGS = {
  react: `import "broadsheet/react";\nimport type { Bundle } from "broadsheet";\ndeclare const bundle: Bundle;
export const view = <main><broadsheet-article src="story.json" time-zone="Asia/Seoul" signedIn={false} now={new Date()} bundle={bundle} onbroadsheet-render={(event) => event.detail.part.length}><p>Fallback</p></broadsheet-article><broadsheet-part fragment="masthead" site="site.json" /></main>;
// @ts-expect-error no such attribute of this type
export const wrong = <broadsheet-article signedIn={5} />;\n`,
};

/** The relative links of a document, without its code. */
const linksOf = (text) => [...text.replace(/^```[^]*?^```$/gm, "").replace(/`[^`\n]*`/g, "").matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(([, path]) => path);

export const packaging = [
  types("node10", { module: "commonjs", moduleResolution: "node10", ignoreDeprecations: "5.0", lib: DOM }, { "main.ts": `${USE}import "broadsheet/define";\nimport { install } from "broadsheet/furniture";\ninstall(document);\n` }),
  types("nodenext", { module: "nodenext", lib: DOM }, { "main.mts": `${USE}import wasm from "broadsheet/broadsheet.wasm";\nvoid (async () => (await import("broadsheet")).load(wasm));\n` }),
  types("node16", { module: "node16", lib: DOM }, { "main.mts": USE, "main.cts": USE }),
  types("nodenext, CommonJS", { module: "nodenext", lib: DOM }, { "main.cts": USE }),
  types("bundler", { module: "esnext", moduleResolution: "bundler", lib: DOM }, { "main.ts": `${USE}import { define } from "broadsheet/inline";\ndefine();\n` }),
  types("without DOM", { module: "nodenext", lib: ["es2022"] }, { "main.mts": USE }),
  types("React's tags", { module: "esnext", moduleResolution: "bundler", jsx: "react-jsx", lib: DOM }, { "main.tsx": TAGS.react }),
  {
    name: "publint",
    host: "publint",
    run: async (folder) => {
      const path = caseFolder(folder, "publint", { "check.mjs": 'import { publint } from "publint"; import { formatMessage } from "publint/utils"; import { readFileSync } from "node:fs";\nconst pkgDir = new URL("../../node_modules/broadsheet", import.meta.url).pathname;\nconst { messages } = await publint({ pkgDir, strict: true, pack: false });\nconst pkg = JSON.parse(readFileSync(`${pkgDir}/package.json`, "utf8"));\nconst told = messages.filter(({ code }) => code !== "USE_TYPE");\nif (told.length) { console.log(told.map((one) => formatMessage(one, pkg)).join("; ")); process.exit(1); }' });
      tool(folder, "../cases/publint/check.mjs", [], path);
      return "no message";
    },
  },
  {
    name: "are the types wrong?",
    host: "@arethetypeswrong/cli",
    run: async (folder) => {
      const [file] = execFileSync("sh", ["-c", "ls *.tgz"], { cwd: folder, encoding: "utf8" }).trim().split("\n");
      const { exports } = JSON.parse(readFileSync(join(folder, "node_modules/broadsheet/package.json"), "utf8"));
      const files = Object.keys(exports).filter((name) => /\.(css|json|wasm)$/.test(name)).map((name) => name.slice(2));
      // Entries of types alone have no code, and CommonJS gets the one ES module, which Node's require() takes.
      const out = tool(folder, "@arethetypeswrong/cli/dist/index.js", [file, "--ignore-rules", "cjs-resolves-to-esm", "--exclude-entrypoints", ...files, "react", "vue", "svelte", "broadsheet.classic.js", "--no-color", "--no-emoji"], folder);
      assert.match(out, /No problems found/);
      return "no problem";
    },
  },
  {
    name: "Node, import and require",
    run: async (folder) => {
      const path = caseFolder(folder, "node", { "a.mjs": 'import { load } from "broadsheet"; console.log((await load()).markdown("*a*"));', "b.cjs": 'const { load } = require("broadsheet"); load().then((press) => console.log(press.markdown("*a*")));' });
      for (const file of ["a.mjs", "b.cjs"]) assert.match(tool(folder, `../cases/node/${file}`, [], path), /<em>a<\/em>/);
      assert.match(execFileSync(process.execPath, [join(folder, "node_modules/broadsheet/dist/cli.js"), "markdown", "-"], { input: "*a*", encoding: "utf8" }), /<em>/);
      // Older versions of Node, and Jest, know no "module-sync" and get the CommonJS build.
      const old = caseFolder(folder, "node-old", { "a.cjs": 'const { load, BroadsheetError } = require("../../node_modules/broadsheet/dist/broadsheet.cjs"); load().then((press) => { try { press.open("{"); } catch (error) { console.log(error instanceof BroadsheetError, press.markdown("*a*")); } });' });
      assert.match(tool(folder, "../cases/node-old/a.cjs", [], old), /true <p><em>a<\/em>/);
      return "both, the CommonJS build, and the command line";
    },
  },
  {
    name: "Bun",
    host: "@oven/bun-linux-x64",
    run: async (folder) => {
      const path = caseFolder(folder, "bun", { "a.mjs": 'import { load } from "broadsheet"; console.log((await load()).markdown("*a*"));' });
      assert.match(execFileSync(join(folder, "node_modules/@oven/bun-linux-x64/bin/bun"), ["a.mjs"], { cwd: path, encoding: "utf8" }), /<em>a<\/em>/);
      return "import and load()";
    },
  },
  {
    name: "entries",
    run: async (folder) => {
      const packed = join(folder, "node_modules/broadsheet");
      const loaded = readdirSync(join(packed, "dist"), { recursive: true }).filter((file) => /\.(js|css|wasm|json)$/.test(file) && !["broadsheet.js", "cli.js", "define.import.js", "refresh.js", "adopt.js", "console.js", "workerd.js"].includes(file));
      assert.ok(loaded.length > 12);
      const names = [...loaded.map((file) => file.replace(/^(define|furniture|inline)\.js$/, "$1")), "package.json", ""];
      const path = caseFolder(folder, "entries", { "a.mjs": `for (const name of ${JSON.stringify(names)}) console.log(import.meta.resolve(name ? "broadsheet/" + name : "broadsheet"));` });
      const found = tool(folder, "../cases/entries/a.mjs", [], path).trim().split("\n");
      for (const [i, address] of found.entries()) assert.ok(existsSync(new URL(address)), names[i]);
      const { unpkg, jsdelivr, customElements, exports } = JSON.parse(readFileSync(join(packed, "package.json"), "utf8"));
      for (const file of [unpkg, jsdelivr, customElements, exports["."].workerd.default]) assert.ok(existsSync(join(packed, file)), file);
      return `${found.length} files that a page or a program loads, each by a name of the package`;
    },
  },
  {
    name: "links of the documents",
    run: async (folder) => {
      const packed = join(folder, "node_modules/broadsheet");
      const documents = readdirSync(packed, { recursive: true }).filter((file) => file.endsWith(".md"));
      assert.ok(documents.length > 8);
      const links = documents.flatMap((file) => linksOf(readFileSync(join(packed, file), "utf8")).map((path) => [file, path]));
      assert.ok(links.length > 20);
      assert.deepEqual(links.filter(([file, path]) => !existsSync(join(packed, file, "..", path))), []);
      return `${links.length} relative links of ${documents.length} documents, all in the package`;
    },
  },
];

// Takes minutes, so it is for the whole matrix.
export const repository = [
  {
    name: "npm install from git",
    run: async (folder) => {
      const path = caseFolder(folder, "git", { "package.json": '{ "private": true, "type": "module" }', "a.mjs": 'import { load } from "broadsheet"; console.log((await load()).markdown("*a*"));' });
      execFileSync("npm", ["install", `git+file://${root}`], { cwd: path, stdio: "pipe", timeout: 1_800_000 });
      assert.match(execFileSync(process.execPath, ["a.mjs"], { cwd: path, encoding: "utf8" }), /<em>a<\/em>/);
      return "builds dist/";
    },
  },
  {
    name: "npm install from git, where make fails",
    run: async (folder) => {
      const path = caseFolder(folder, "git-fails", { "package.json": '{ "private": true }', "bin/make": "#!/bin/sh\nexit 2\n" });
      chmodSync(join(path, "bin/make"), 0o755);
      const { status, stderr, stdout } = spawnSync("npm", ["install", `git+file://${root}`], { cwd: path, env: { ...process.env, PATH: `${join(path, "bin")}:${process.env.PATH}` }, encoding: "utf8", timeout: 600_000 });
      assert.notEqual(status, 0);
      assert.match(stdout + stderr, /broadsheet: dist\/ could not be built\. It needs make, emscripten/);
      assert.ok(!existsSync(join(path, "node_modules/broadsheet")));
      return "ends with what is missing";
    },
  },
];
