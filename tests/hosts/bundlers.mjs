// Bundlers, with the package as it is packed: what they make is served and looked at.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { PAGE, STORY, caseFolder, consoleOf, looksRight, serveFolder, serveProgram, tool } from "./lib.mjs";

const MAIN = 'import "broadsheet/define";\nimport "broadsheet/furniture";\nimport "broadsheet/broadsheet.css";\n';
const INLINE = 'import { define } from "broadsheet/inline";\nimport "broadsheet/furniture";\nimport "broadsheet/broadsheet.css";\ndefine();\n';

async function served(path) {
  writeFileSync(join(path, "story.json"), STORY);
  const server = await serveFolder(path);
  try {
    return await looksRight(`${server.origin}/`);
  } finally {
    server.close();
  }
}

const LINE = 'optimizeDeps: { exclude: ["broadsheet"] }'; // what our message says to a development server that moves scripts

/** The cases of a version of Vite; line: its development server wants our line of configuration. */
export const vite = (version, line) => {
  const files = { "index.html": PAGE(), "main.js": MAIN, "public/story.json": STORY };
  const develop = async (folder, name, more, look) => {
    const path = caseFolder(folder, name, { ...files, ...more });
    const server = await serveProgram(folder, `vite${version}/bin/vite.js`, ["--port", "0", "--host", "127.0.0.1"], path);
    try {
      return await look(`${server.origin}/`);
    } finally {
      server.close();
    }
  };
  return [
    {
      name: `Vite ${version}, build`,
      host: `vite${version}`,
      async run(folder) {
        const path = caseFolder(folder, `vite${version}-build`, files);
        tool(folder, `vite${version}/bin/vite.js`, ["build", "--base", "./"], path);
        return served(join(path, "dist"));
      },
    },
    {
      name: `Vite ${version}, development`,
      host: `vite${version}`,
      async run(folder) {
        if (!line) return develop(folder, `vite${version}-dev`, {}, looksRight);
        await develop(folder, `vite${version}-plain`, {}, async (address) => assert.ok((await consoleOf(address)).includes(LINE), "the message names the line"));
        return `${await develop(folder, `vite${version}-dev`, { "vite.config.mjs": `export default { ${LINE} };\n` }, looksRight)}, with the line that our message names`;
      },
    },
  ];
};

const webpack = (name, rules, more = "", { output = "", parser = "" } = {}) => ({
  name: `webpack 5, ${name}`,
  host: "webpack",
  async run(folder) {
    const path = caseFolder(folder, `webpack-${name}`, {
      "main.js": MAIN,
      "build.cjs": `const webpack = require("webpack");\nconst Extract = require("mini-css-extract-plugin");
webpack({ mode: "production", context: __dirname, entry: "./main.js", output: { path: __dirname + "/dist", ${output} }, module: { rules: [${rules}], parser: { javascript: { ${parser} } } }, plugins: [${more}] }, (error, stats) => {
  if (error || stats.hasErrors()) { console.error(error ?? stats.toString("errors-only")); process.exit(1); }
});`,
      "dist/index.html": PAGE(`${more ? '<link rel="stylesheet" href="./main.css">' : ""}<script src="./main.js"></script>`),
    });
    tool(folder, `../cases/${basename(path)}/build.cjs`, [], path);
    return served(join(path, "dist"));
  },
});

/** What a bundler makes of "broadsheet/define", which it finds no module for: the message names what helps. */
const helpless = (name, args) => ({
  name: `${name} without our entry for it`,
  host: "esbuild",
  async run(folder) {
    const path = caseFolder(folder, name, { "index.html": PAGE('<script src="./dist/main.js"></script>'), "main.js": 'import "broadsheet/define";\n', "story.json": STORY });
    tool(folder, "esbuild/bin/esbuild", ["main.js", "--bundle", "--outdir=dist", ...args], path);
    const server = await serveFolder(path);
    const told = await consoleOf(`${server.origin}/`).finally(() => server.close());
    assert.match(told, /WebAssembly module.*import broadsheet\/inline/);
    return "the message names broadsheet/inline";
  },
});

const bundled = (name, host, build) => ({
  name,
  host,
  async run(folder) {
    const path = caseFolder(folder, name, { "index.html": PAGE('<link rel="stylesheet" href="./dist/main.css"><script type="module" src="./dist/main.js"></script>'), "main.js": INLINE });
    await build(folder, path);
    return `${await served(path)}, from broadsheet/inline`;
  },
});

export const bundlers = [
  ...vite(5, true),
  ...vite(8, false),
  webpack("style-loader", '{ test: /\\.css$/, use: ["style-loader", "css-loader"] }'),
  webpack("CSS extracted", '{ test: /\\.css$/, use: [Extract.loader, "css-loader"] }', "new Extract()"),
  webpack("relative addresses", '{ test: /\\.css$/, use: [Extract.loader, "css-loader"] }', "new Extract()", { output: 'publicPath: "/"', parser: 'url: "relative"' }), // as in Next.js
  bundled("esbuild, module", "esbuild", (folder, path) => tool(folder, "esbuild/bin/esbuild", ["main.js", "--bundle", "--format=esm", "--outdir=dist"], path)),
  bundled("esbuild, iife", "esbuild", (folder, path) => tool(folder, "esbuild/bin/esbuild", ["main.js", "--bundle", "--outdir=dist"], path)),
  helpless("esbuild, iife", []),
  bundled("Rollup", "rollup", (folder, path) => {
    writeFileSync(join(path, "main.js"), INLINE.replace(/import "broadsheet\/broadsheet.css";\n/, ""));
    cpSync(join(folder, "node_modules/broadsheet/dist/broadsheet.css"), join(path, "dist/main.css"));
    tool(folder, "rollup/dist/bin/rollup", ["main.js", "-p", "node-resolve", "-f", "es", "-o", "dist/main.js"], path);
  }),
  bundled("Bun's bundler", "@oven/bun-linux-x64", (folder, path) =>
    execFileSync(join(folder, "node_modules/@oven/bun-linux-x64/bin/bun"), ["build", "main.js", "--outdir", "dist"], { cwd: path, stdio: "pipe" })),
  {
    name: "Parcel 2",
    host: "parcel",
    async run(folder) {
      // Not with an import of the stylesheet beside: Parcel then loses the address of the one that the element brings.
      const path = caseFolder(folder, "parcel", { "index.html": PAGE(), "main.js": 'import "broadsheet/define";\n' });
      tool(folder, "parcel/lib/bin.js", ["build", "index.html", "--public-url", "./", "--no-cache", "--dist-dir", join(path, "dist")], path);
      return `${await served(join(path, "dist"))}, with "packageExports": true in package.json`;
    },
  },
];
