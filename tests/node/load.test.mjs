// load(): every way in, and what is said when there is none.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import vm from "node:vm";
import { BroadsheetError, load } from "../../dist/broadsheet.js";

const address = new URL("../../dist/broadsheet.wasm", import.meta.url);
const bytes = readFileSync(address);
const module = await WebAssembly.compile(bytes);
const listed = readFileSync(new URL("../../src/wasm/exports.txt", import.meta.url), "utf8")
  .trim()
  .split("\n");

let answer = null;
const server = createServer((request, response) => {
  const { status = 200, type = "application/wasm", body = bytes } = answer?.(request) ?? {};
  response.writeHead(status, { "content-type": type }).end(body);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const host = `http://127.0.0.1:${server.address().port}`;
after(() => (server.close(), server.closeAllConnections()));

const works = (press) => assert.equal(press.markdown("*hi*"), "<p><em>hi</em></p>\n");

/** The error with which work fails; it must be a BroadsheetError with that code. */
async function refusal(code, work) {
  let error = null;
  await assert.rejects(
    async () => work(),
    (thrown) => ((error = thrown), thrown instanceof BroadsheetError && thrown instanceof Error),
  );
  assert.equal(error.code, code, error.message);
  return error;
}

test("the module has no imports, and the exports of src/wasm/exports.txt", () => {
  assert.deepEqual(WebAssembly.Module.imports(module), []);
  const names = WebAssembly.Module.exports(module).map(({ name }) => name);
  assert.deepEqual(names.sort(), [...listed, "memory", "_initialize"].sort());
});

test("without arguments it is loaded once", async () => {
  const [first, second] = [load(), load()];
  assert.equal(first, second);
  works(await first);
  assert.equal(await first, await second);
});

test("press tells its version, parts and limits, and cannot be changed", async () => {
  const press = await load();
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url)));
  const table = (name) => readFileSync(new URL(`../../src/${name}.def`, import.meta.url), "utf8");
  assert.equal(press.version, version);
  assert.deepEqual(
    press.parts,
    [...table("page/parts").matchAll(/^X\(\w+, "([^"]+)"/gm)].map(([, name]) => name),
  );
  const limits = [...table("report/limits").matchAll(/^X\(\w+, "(\w+)", (\d+)\)/gm)].map(([, name, most]) => [
    name,
    Number(most),
  ]);
  assert.deepEqual({ ...press.limits }, Object.fromEntries(limits));
  for (const frozen of [press, press.parts, press.limits]) assert.ok(Object.isFrozen(frozen));
  const { markdown, open } = press;
  assert.equal(markdown("*hi*"), "<p><em>hi</em></p>\n");
  assert.equal(open({ article: { id: "a", headline: "b", body: "c" } }).title, "b");
});

const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const foreign = vm.runInNewContext("(bytes) => Uint8Array.from(bytes)")(bytes);
for (const [what, source] of [
  ["a file: URL", address],
  ["a file: address", address.href],
  ["a path", fileURLToPath(address)],
  ["an http: URL", new URL(host)],
  ["an http: address", `${host}/x.wasm`],
  ["a Response", () => fetch(host)],
  ["a Buffer", bytes],
  ["an ArrayBuffer", Uint8Array.from(bytes).buffer],
  ["a DataView", view],
  ["bytes of another realm", foreign],
  ["an ArrayBuffer of another realm", foreign.buffer],
  ["a Module", module],
  ["a namespace with a Module", { default: module }],
  ["a namespace with an address", { default: address.href }],
  ["a namespace that CommonJS wrapped", { default: { default: module } }],
  ["a promise of bytes", Promise.resolve(bytes)],
  ["a promise of a namespace", Promise.resolve({ default: Promise.resolve(module) })],
]) {
  test(`a source: ${what}`, async () => works(await load(typeof source === "function" ? source() : source)));
}

test("a path is one below the working directory", () => {
  const script = `import { load } from ${JSON.stringify(new URL("../../dist/broadsheet.js", import.meta.url).href)};
    console.log((await load("dist/broadsheet.wasm")).markdown("*hi*"));`;
  const cwd = fileURLToPath(new URL("../../", import.meta.url));
  assert.match(
    execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd, encoding: "utf8" }),
    /<em>hi/,
  );
});

test("HTML instead of the module: address, status, content type and remedy", async () => {
  answer = () => ({ type: "text/html; charset=utf-8", body: "\n<!DOCTYPE html><title>Welcome</title>" });
  const { message } = await refusal("LOAD", () => load(`${host}/app/broadsheet.wasm`));
  for (const part of [`${host}/app/broadsheet.wasm`, "HTML", "status 200", "text/html; charset=utf-8", "load()"]) {
    assert.ok(message.includes(part), `"${part}" in: ${message}`);
  }
});

test("a script that a server's bundler has moved away from its module names what helps", () => {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
  copyFileSync(new URL("../../dist/broadsheet.js", import.meta.url), join(folder, "chunk.mjs"));
  const script = `import { load } from "./chunk.mjs"; for (const one of [[], ["./moved.wasm"]]) await load(...one).catch((error) => console.log(error.message));`;
  const lines = execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: folder, encoding: "utf8" }).trim().split("\n");
  rmSync(folder, { recursive: true });
  assert.match(lines[0], /^WebAssembly module at file:\S+broadsheet\.wasm: ENOENT.* serverExternalPackages: \["broadsheet"\].*broadsheet\/inline\.$/);
  assert.match(lines[1], /moved\.wasm: ENOENT.* pass it to load\(\)/);
  assert.equal(lines.length, 2);
});

test("a server that says no", async () => {
  answer = () => ({ status: 404, type: "text/plain", body: "not here" });
  const { message } = await refusal("LOAD", () => load(`${host}/gone.wasm`));
  assert.match(message, /gone\.wasm.*status 404/);
  assert.match((await refusal("LOAD", async () => load(fetch(`${host}/gone.wasm`)))).message, /gone\.wasm.*status 404/);
});

for (const [what, source] of [
  ["text", Buffer.from("hello")],
  ["nothing", new Uint8Array(0)],
  ["half a module", bytes.subarray(0, 4000)],
  ["another module", Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)],
  ["a file that does not exist", new URL("./missing.wasm", address)],
  ["an address that is none", "http://["],
  ["a host that does not answer", "http://127.0.0.1:1/x.wasm"],
  ["a number", 5],
  ["an empty object", {}],
  ["a promise that fails", () => Promise.reject(new Error("no luck"))],
  [
    "a namespace that fails",
    {
      get default() {
        throw new Error("no luck");
      },
    },
  ],
]) {
  test(`refused with LOAD: ${what}`, async () => {
    const error = await refusal("LOAD", () => load(typeof source === "function" ? source() : source));
    assert.deepEqual(
      [error.layer, error.offset, error.line, error.column, error.pointer],
      [null, null, null, null, null],
    );
    assert.ok(error.message.length > 20);
  });
}

test("what is of another kind is told which kinds there are", async () => {
  const { message } = await refusal("LOAD", () => load(new Blob([bytes])));
  for (const kind of ["URL", "Response", "bytes", "WebAssembly.Module", "promise"]) assert.ok(message.includes(kind), message);
});

test("integrity is handed to fetch", async () => {
  answer = null;
  const digest = Buffer.from(await crypto.subtle.digest("SHA-384", bytes)).toString("base64");
  works(await load(`${host}/x.wasm`, { integrity: `sha384-${digest}` }));
  await refusal("LOAD", () => load(`${host}/x.wasm`, { integrity: "sha384-AAAA" }));
});

test("a failed load is not remembered", () => {
  // In a process of its own, since here the module is loaded already.
  const script = `
    import fs from "node:fs/promises";
    import { load } from ${JSON.stringify(new URL("../../dist/broadsheet.js", import.meta.url).href)};
    const { readFile } = fs;
    fs.readFile = () => Promise.reject(new Error("not yet"));
    const first = await load().catch((error) => error.code);
    fs.readFile = readFile;
    console.log(first, (await load()).markdown("x"));`;
  assert.equal(
    execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }),
    "LOAD <p>x</p>\n\n",
  );
});

test("importing touches nothing: no handler, no global, nothing on the console, also for the element", () => {
  const from = (name) =>
    JSON.stringify(pathToFileURL(fileURLToPath(new URL(`../../dist/${name}`, import.meta.url))).href);
  const script = `
    const events = ["uncaughtException", "unhandledRejection", "exit", "beforeExit", "SIGINT", "warning"];
    const state = () => [Reflect.ownKeys(globalThis).length, ...events.map((name) => process.listenerCount(name))].join();
    const before = state();
    const { load } = await import(${from("broadsheet.js")});
    const { BroadsheetArticle, define } = await import(${from("define.js")});
    define();
    await load();
    console.log(before === state(), typeof BroadsheetArticle);`;
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
    stdio: "pipe",
  });
  assert.equal(output, "true function\n");
});
