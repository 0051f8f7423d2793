// The package itself, and the ways in which it is resolved: what checkers say, types by each resolution, Node, links.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
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

export const packaging = [
  types("node10", { module: "commonjs", moduleResolution: "node10", ignoreDeprecations: "5.0", lib: DOM }, { "main.ts": `${USE}import "broadsheet/define";\nimport { install } from "broadsheet/furniture";\ninstall(document);\n` }),
  types("nodenext", { module: "nodenext", lib: DOM }, { "main.mts": `${USE}import wasm from "broadsheet/broadsheet.wasm";\nvoid (async () => (await import("broadsheet")).load(wasm));\n` }),
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
      for (const file of ["a.mjs", "b.cjs"]) assert.match(tool(folder, `../cases/node/${file}`, ["--experimental-require-module"], path), /<em>a<\/em>/);
      assert.match(execFileSync(process.execPath, [join(folder, "node_modules/broadsheet/dist/cli.js"), "markdown", "-"], { input: "*a*", encoding: "utf8" }), /<em>/);
      return "both, and the command line";
    },
  },
  {
    name: "README's links",
    run: async (folder) => {
      const packed = join(folder, "node_modules/broadsheet");
      const links = [...readFileSync(join(packed, "README.md"), "utf8").matchAll(/\]\(([^)#:&]+)(?:#[^)]*)?\)/g)].map(([, path]) => path);
      assert.ok(links.length > 5);
      assert.deepEqual([...new Set(links)].filter((path) => !existsSync(join(packed, path))), []);
      return `${links.length} relative links, all in the package`;
    },
  },
];
