// What the hosts of the matrix share: the packed package in a folder with pinned hosts, a case's own folder, servers, and
// a browser that looks whether the story is there, styled, and asked for from nowhere else.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const STORY = JSON.stringify({ article: { id: "a", language: "en", headline: "A story", body: "A *body*.\n\n> Quoted." } });

/** Installs the hosts of a manifest of this folder and, as a user would, the packed package, once. */
export function install(name) {
  const folder = join(root, "build/hosts", name);
  mkdirSync(folder, { recursive: true });
  const lock = readFileSync(new URL(`${name}/package-lock.json`, import.meta.url), "utf8");
  if (!existsSync(join(folder, "done")) || readFileSync(join(folder, "done"), "utf8") !== lock) {
    cpSync(fileURLToPath(new URL(`${name}/`, import.meta.url)), folder, { recursive: true });
    // Not "npm ci", which refuses a lockfile where an optional package of another system was not to be had.
    execFileSync("npm", ["install", "--no-save"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    writeFileSync(join(folder, "done"), lock);
  }
  const [{ filename }] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", folder], { cwd: root, encoding: "utf8" }));
  const target = join(folder, "node_modules/broadsheet");
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  execFileSync("tar", ["xzf", join(folder, filename), "--strip-components=1", "-C", target]);
  rmSync(join(folder, "cases"), { recursive: true, force: true });
  return folder;
}

/** A folder for one case, below the installed hosts, with files by path. */
export function caseFolder(folder, name, files) {
  const path = join(folder, "cases", name.replace(/\W+/g, "-"));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(path, file, ".."), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return path;
}

/** Runs a program of the hosts; its output is in the error when it fails. */
export const tool = (folder, name, args, cwd, env = {}) =>
  execFileSync(process.execPath, [join(folder, "node_modules", name), ...args], { cwd, encoding: "utf8", stdio: "pipe", timeout: 900_000, env: { ...process.env, NODE_ENV: "production", ...env } });

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm" };

/** Serves a folder as any static server does. */
export async function serveFolder(path) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    let file = join(path, decodeURIComponent(pathname));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (!existsSync(file)) return void response.writeHead(pathname === "/favicon.ico" ? 204 : 404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://localhost:${server.address().port}`, close: () => (server.closeAllConnections(), server.close()) };
}

/** Starts a program that serves, and waits until its output names an address. */
export async function serveProgram(folder, name, args, cwd, env = {}) {
  const child = spawn(process.execPath, [join(folder, "node_modules", name), ...args], { cwd, env: { ...process.env, ...env }, detached: true });
  const close = () => {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // it has ended
    }
  };
  let output = "";
  const origin = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no address: ${output}`)), 90_000);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
        const [address] = output.replace(/\u001b\[[\d;]*m/g, "").match(/http:\/\/(?:localhost|127\.0\.0\.1):\d+/) ?? [];
        if (address) resolve((clearTimeout(timer), address));
      });
    }
    child.on("exit", () => reject(new Error(`ended: ${output}`)));
  }).catch((error) => {
    close();
    throw error;
  });
  return { origin: origin.replace("127.0.0.1", "localhost"), close };
}

let browser = null;
export const closeBrowser = async () => (await browser)?.close();

/** Opens a page, and keeps what must stay empty: requests to others, errors that nobody caught. */
export async function visit(address) {
  browser ??= chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  const context = await (await browser).newContext();
  const page = await context.newPage();
  const seen = { page, foreign: [], errors: [], console: [] };
  const { origin } = new URL(address);
  page.on("request", (request) => /^(https?|wss?):/.test(request.url()) && ![origin, origin.replace("http", "ws")].some((one) => request.url().startsWith(one)) && seen.foreign.push(request.url()));
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("console", (message) => seen.console.push(`${message.type()}: ${message.text()}`));
  await page.goto(address, { waitUntil: "commit" });
  return Object.assign(seen, { close: () => context.close() });
}

/** What the console tells until the element has failed. */
export async function consoleOf(address) {
  const seen = await visit(address);
  await seen.page.locator('broadsheet-article[data-state="error"]').waitFor({ state: "attached", timeout: 30_000 });
  await seen.close();
  return seen.console.join("\n");
}

/** The story is shown, styled, and nothing went wrong. Returns the evidence. */
export async function looksRight(address, { errors = [] } = {}) {
  const seen = await visit(address);
  try {
    const element = seen.page.locator('broadsheet-article[data-state="ready"]');
    await element.waitFor({ state: "attached", timeout: 60_000 }).catch(() => {
      throw new Error(`not ready. ${[...seen.errors, ...seen.console].join(" | ").slice(0, 600)}`);
    });
    assert.equal(await seen.page.locator("h1.bs-headline").textContent(), "A story");
    const border = () => seen.page.locator(".bs-body blockquote").evaluate((node) => getComputedStyle(node).borderInlineStartWidth);
    await seen.page.waitForFunction(() => getComputedStyle(document.querySelector(".bs-body blockquote")).borderInlineStartStyle === "solid", null, { timeout: 5000 }).catch(async () => {
      throw new Error(`unstyled (${await border()}). ${seen.console.join(" | ").slice(0, 400)}`);
    });
    assert.deepEqual(seen.foreign, []);
    assert.deepEqual(seen.errors, errors);
    return "story shown and styled, nothing asked elsewhere";
  } finally {
    await seen.close();
  }
}

export const PAGE = (script = '<script type="module" src="./main.js"></script>') =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>App</title></head><body><broadsheet-article src="./story.json"><p>Fallback</p></broadsheet-article>${script}</body></html>`;

/** The version of an installed host. */
export const versionOf = (folder, name) => JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")).version;

/** The files that a section of web/frameworks.md shows, by path. */
export function shownIn(section) {
  const text = readFileSync(new URL("../../web/frameworks.md", import.meta.url), "utf8");
  const part = text.split(/^## /m).find((one) => one.startsWith(`${section}\n`));
  const files = Object.fromEntries([...part.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].map(([, path, code]) => [path, code]));
  assert.ok(Object.keys(files).length, section);
  return files;
}
