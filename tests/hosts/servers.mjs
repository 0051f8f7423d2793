// The servers of examples/servers, with the package as it is packed, each asked as browsers and caches ask.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { caseFolder, root, tool, visit } from "./lib.mjs";

const POLICY = readFileSync(join(root, "README.md"), "utf8").match(/`(script-src 'self' 'wasm-unsafe-eval'; style-src [^`]+)`/)[1];
// What examples/servers/README.md says to run.
const shown = readFileSync(join(root, "examples/servers/README.md"), "utf8").match(/^```sh servers\n([^]*?)^```$/m)[1];
const [, denoArguments] = /^STORIES=\S+ PORT=\d+ deno (run .* node\.mjs)$/m.exec(shown);
const [, siteArguments] = /^node (site\.mjs .*)$/m.exec(shown);
const BUNDLES = ["site", "summit", "haenyeo"];
const bundle = (name) => readFileSync(join(root, "examples/bundles", `${name}.json`));

/** A folder with the example and bundles, one of which is broken. */
function copied(folder, name) {
  const path = caseFolder(folder, name, {});
  mkdirSync(join(path, "stories"), { recursive: true });
  cpSync(join(folder, "node_modules/broadsheet/examples/servers"), path, { recursive: true });
  for (const one of BUNDLES) writeFileSync(join(path, "stories", `${one}.json`), bundle(one));
  writeFileSync(join(path, "stories/broken.json"), '{ "article": { "id": "secret" } }');
  cpSync(join(root, "examples/pictures"), join(path, "stories/pictures"), { recursive: true });
  return path;
}

/** Starts a program; resolves with the address that its output names, or that is given, when it answers there. */
async function started(program, args, cwd, env, address) {
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const close = () => child.kill("SIGKILL");
  for (const end = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const [origin] = address && (await isOpen(address)) ? [address] : (output.match(/http:\/\/127\.0\.0\.1:\d+/) ?? []);
    if (origin) return { origin, close, output: () => output };
    if (child.exitCode !== null || Date.now() > end) throw new Error(`no address: ${(close(), output)}`);
  }
}
const isOpen = (address) =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(address).port), "127.0.0.1", () => resolve((socket.destroy(), true)));
    socket.on("error", () => resolve(false));
  });

/** Asks as browsers, caches and intruders do. */
async function asked(origin, { log = null } = {}) {
  const ask = (path, init) => fetch(`${origin}${path}`, init);
  const { load } = await import("../../dist/broadsheet.js");
  const story = (await load()).open([bundle("site"), bundle("summit")], { document: "page", stylesheet: "/broadsheet/broadsheet.css" });
  const html = story.render("document");
  const first = await ask("/summit");
  const { headers } = first;
  assert.equal(await first.text(), html);
  const length = String(Buffer.byteLength(html));
  const etag = headers.get("etag");
  assert.deepEqual([first.status, headers.get("content-type"), headers.get("x-content-type-options")], [200, "text/html; charset=utf-8", "nosniff"]);
  assert.match(headers.get("cache-control"), /^public, max-age=\d+, stale-while-revalidate=\d+/);
  assert.ok(headers.get("content-security-policy").includes(POLICY));
  assert.match(etag, /^"[\w+/]{20,}"$/);
  assert.equal(headers.get("x-powered-by"), null);

  const head = await ask("/summit", { method: "HEAD" });
  assert.deepEqual([head.status, head.headers.get("content-length"), head.headers.get("etag"), await head.text()], [200, length, etag, ""]);
  for (const known of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
    const same = await ask("/summit?x=1", { headers: { "if-none-match": known } });
    assert.deepEqual([same.status, await same.text(), same.headers.get("etag"), same.headers.get("content-type")], [304, "", etag, null], known);
    assert.match(same.headers.get("cache-control"), /max-age/);
  }
  assert.equal((await ask("/summit", { headers: { "if-none-match": '"x"' } })).status, 200);
  assert.notEqual((await ask("/haenyeo")).headers.get("etag"), etag);

  for (const [path, status, init] of [["/nothing", 404], ["/", 404], ["/site", 404], ["/..%2fsummit", 404], ["/a/b", 404], ["/%00", 404], ["/summit", 405, { method: "POST", body: "x" }], ["/broken", 500]]) {
    const failed = await ask(path, init);
    const text = await failed.text();
    assert.equal(failed.status, status, path);
    assert.match(text, /^<!DOCTYPE html>\n<html lang="en">.*<h1>/, path);
    assert.doesNotMatch(text, /headline|secret|Error/);
    assert.deepEqual([failed.headers.get("cache-control"), failed.headers.get("etag")], ["no-store", null]);
    assert.ok(failed.headers.get("content-security-policy").includes(POLICY));
  }
  assert.equal((await ask("/summit", { method: "DELETE" })).headers.get("allow"), "GET, HEAD");
  const gone = await ask("/nothing", { method: "HEAD", headers: { "if-none-match": "*" } });
  assert.deepEqual([gone.status, await gone.text()], [404, ""]);
  await strange(origin);
  assert.equal((await ask("/summit")).status, 200, "it still answers");
  if (log) assert.match(log(), /\/broken: .*\(\/article\/headline\)/);
}

/** What no client of ours would send. */
const strange = (origin) =>
  Promise.all(
    ["GET // HTTP/1.1", "GET http://[ HTTP/1.1", "GET /\\..\\x HTTP/1.1", "GET /broadsheet/..%2f..%2fpackage.json HTTP/1.1", "OPTIONS * HTTP/1.1"].map(
      (line) =>
        new Promise((resolve) => {
          const socket = connect(Number(new URL(origin).port), "127.0.0.1", () => socket.write(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`));
          let answer = "";
          socket.on("data", (data) => (answer += data)).on("error", () => {}).on("close", () => resolve(assert.doesNotMatch(answer, /^HTTP\/1.1 200/, line)));
          socket.setTimeout(5000, () => socket.destroy());
        }),
    ),
  );

/** In a browser: styled, with pictures, under the policy. */
async function seen(origin) {
  const one = await visit(`${origin}/summit`);
  try {
    await one.page.locator("h1.bs-headline").waitFor();
    await one.page.waitForLoadState("load");
    const facts = await one.page.evaluate(() => ({
      styled: getComputedStyle(document.querySelector(".bs-headline")).fontFamily,
      plain: getComputedStyle(document.documentElement).fontFamily,
      pictures: [...document.images].filter(({ complete, naturalWidth }) => complete && naturalWidth > 0).length,
    }));
    assert.ok(facts.pictures > 0 && facts.styled !== facts.plain, JSON.stringify(facts));
    assert.deepEqual([one.foreign, one.errors, one.console.filter((line) => /violat|refused/i.test(line))], [[], [], []]);
  } finally {
    await one.close();
  }
}

const EVIDENCE = "200, 304, HEAD, 404, 405, 500";
const server = (name, host, program, args, browser) => ({
  name,
  host,
  async run(folder) {
    const path = copied(folder, name);
    const { origin, close, output } = await started(program(folder), args, path, { STORIES: "stories", PORT: "0", DENO_NO_UPDATE_CHECK: "1" });
    try {
      await asked(origin, { log: output });
      if (browser) await seen(origin);
      return `${EVIDENCE}; the README's policy${browser ? ", styled and with pictures under it" : ""}`;
    } finally {
      close();
    }
  },
});

const node = () => process.execPath;
const freePort = async () => {
  const one = createServer();
  await new Promise((resolve) => one.listen(0, "127.0.0.1", resolve));
  const { port } = one.address();
  await new Promise((resolve) => one.close(resolve));
  return port;
};

const worker = {
  name: "workerd",
  host: "@cloudflare/workerd-linux-64",
  async run(folder) {
    const path = copied(folder, "workerd");
    tool(folder, "esbuild/bin/esbuild", ["worker.mjs", "--bundle", "--format=esm", "--conditions=workerd", "--loader:.wasm=copy", "--asset-names=[name]", "--outdir=built"], path);
    const requests = [];
    let failing = false;
    let answers = Promise.resolve(); // until then the service keeps them waiting
    let story = bundle("summit");
    const files = createServer(async ({ url }, response) => {
      requests.push(url);
      await answers;
      const [, name] = /^\/([\w-]+)\.json$/.exec(url) ?? [];
      if (failing) return void response.writeHead(503).end();
      if (name === "summit") return void response.end(story);
      try {
        response.end(readFileSync(join(path, "stories", `${name}.json`)));
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise((resolve) => files.listen(0, "127.0.0.1", resolve));
    const port = await freePort();
    const config = readFileSync(join(path, "worker.capnp"), "utf8");
    const fresh = 1500;
    writeFileSync(
      join(path, "test.capnp"),
      config.replace("127.0.0.1:8001", `127.0.0.1:${files.address().port}`).replace("127.0.0.1:8000", `127.0.0.1:${port}`).replace("bindings = [", `bindings = [(name = "FRESH", json = "${fresh}"), `),
    );
    const { origin, close } = await started(join(folder, "node_modules/@cloudflare/workerd-linux-64/bin/workerd"), ["serve", "test.capnp"], path, {}, `http://127.0.0.1:${port}`);
    try {
      await asked(origin);
      const count = () => requests.filter((url) => url === "/summit.json").length;
      const ask = async () => {
        const response = await fetch(`${origin}/summit`);
        return [response.status, (await response.text()).includes("Altered"), response.headers.get("age")];
      };
      const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
      const made = async (before) => {
        for (let i = 0; count() === before && i < 200; i++) await wait(20);
        assert.equal(count(), before + 1, "the next is made, once");
        await wait(300); // until it is kept
      };
      await wait(fresh + 200);
      let before = count();
      await ask();
      await made(before);
      story = Buffer.from(story.toString().replace(/"headline": "[^"]+"/, '"headline": "Altered"'));
      before = count();
      assert.deepEqual((await ask()).slice(0, 2), [200, false]);
      assert.equal(count(), before, "fresh: the service is not asked");
      await wait(fresh + 200);
      let answer;
      answers = new Promise((resolve) => (answer = resolve));
      for (let i = 0; i < 2; i++) assert.deepEqual((await ask()).slice(0, 2), [200, false], "stale: it is sent while the next is made");
      answer();
      await made(before);
      assert.deepEqual((await ask()).slice(0, 2), [200, true]);
      failing = true;
      await wait(fresh + 200);
      for (let i = 0; i < 3; i++) assert.deepEqual((await ask()).slice(0, 2), [200, true], "the service fails: the last page stays");
      assert.equal((await fetch(`${origin}/haenyeo2`)).status, 500);
      return `${EVIDENCE}; stale while it makes the next, and while the service fails; import "broadsheet" brings the module`;
    } finally {
      close();
      files.closeAllConnections();
      files.close();
    }
  },
};

const site = {
  name: "a static site",
  async run(folder) {
    const path = copied(folder, "site");
    cpSync(join(root, "examples/bundles/feature.json"), join(path, "stories/feature.json"));
    rmSync(join(path, "stories/pictures"), { recursive: true });
    const make = () => {
      try {
        return execFileSync(process.execPath, siteArguments.replace("bundles", "stories").split(" "), { cwd: path, encoding: "utf8", stdio: "pipe" }).trim();
      } catch (error) {
        return `${error.status} ${error.stderr.trim()} ${error.stdout.trim()}`;
      }
    };
    const out = join(path, "out");
    const times = () => Object.fromEntries(readdirSync(out).map((name) => [name, statSync(join(out, name)).mtimeNs ?? statSync(join(out, name)).mtimeMs]));
    assert.match(make(), /^1 broken\.json: .*headline.*6 written, 0 unchanged, 1 failed$/s);
    rmSync(join(path, "stories/broken.json"));
    const before = times();
    assert.equal(make(), "0 written, 6 unchanged, 0 failed");
    assert.deepEqual(times(), before);
    const index = readFileSync(join(out, "index.html"), "utf8");
    const order = [...index.matchAll(/bs-related__title"><a href="([^"]+)"/g)].map(([, href]) => href);
    assert.deepEqual(order, ["summit.html", "feature.html", "haenyeo.html"]);
    assert.match(index, /<link rel="alternate" type="application\/atom\+xml" href="feed.xml">/);
    const feed = readFileSync(join(out, "feed.xml"), "utf8");
    assert.equal(feed.match(/<entry>/g).length, 3);
    // One story changes: its page, the index and the feed do.
    writeFileSync(join(path, "stories/summit.json"), bundle("summit").toString().replace(/"headline": "[^"]+"/, '"headline": "A <b> & \\"c\\""'));
    assert.equal(make(), "3 written, 3 unchanged, 0 failed");
    assert.match(readFileSync(join(out, "feed.xml"), "utf8"), /<title>A &#60;b&#62; &#38; &#34;c&#34;<\/title>/);
    rmSync(join(path, "stories/haenyeo.json"));
    make();
    assert.deepEqual(readdirSync(out).sort(), ["broadsheet.css", "feature.html", "feed.xml", "index.html", "summit.html"]);
    return "pages, index, feed; only what changed is written, and what is gone goes";
  },
};

export const servers = [
  server("Node http server", null, node, ["node.mjs"], true),
  server("Express 5", "express", node, ["express.mjs"], true),
  server("Deno, the same as Node", "@deno/linux-x64-glibc", (folder) => join(folder, "node_modules/@deno/linux-x64-glibc/deno"), denoArguments.split(" "), false),
  worker,
  site,
];
