// The fenced blocks of the documents in the package, and what runs each, by its language. A block that nothing runs is a fault.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "../../dist/broadsheet.js";
import { open, page, serve } from "../browser/harness.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");
const DRAWINGS = ["text drawing"]; // what an info string says of a block that is not for machines

/** The blocks of a document, { language, info, code, line, section }; fails on a fence that is not closed. */
export function blocksOf(text) {
  const blocks = [];
  let fence = null;
  let section = "";
  for (const [i, line] of text.split("\n").entries()) {
    const [, marks, info] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (fence && marks?.startsWith(fence.marks) && !info.trim()) {
      const { lines, ...block } = fence;
      blocks.push({ ...block, code: lines.map((one) => `${one}\n`).join("") });
      fence = null;
    } else if (fence) fence.lines.push(line);
    else if (marks) fence = { marks, info: info.trim(), language: info.trim().split(" ")[0], line: i + 1, section, lines: [] };
    else section = /^#+ (.*)$/.exec(line)?.[1] ?? section;
  }
  assert.equal(fence, null, "a fence is not closed");
  return blocks;
}

/** Everything that runs a block needs a story, a folder and a browser; made once. */
export class Runner {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
    this.story = blocksOf(read("README.md")).find(({ language }) => language === "json").code;
    this.oneLine = `${JSON.stringify(JSON.parse(this.story))}\n`;
    this.files = { "story.json": this.story, "stories.ndjson": this.oneLine.repeat(3), "old.json": this.story, "stories/one.json": this.story, "stories/two.json": this.story, "site.json": read("examples/bundles/edition/site-en.json"), "lists.json": read("examples/bundles/edition/lists-en.json") };
    this.press = load();
  }

  /** A folder as a user has it: the packed package, unpacked, with a story beside it. */
  get packed() {
    if (!this.unpacked) {
      this.unpacked = join(this.folder, "packed");
      mkdirSync(join(this.unpacked, "node_modules"), { recursive: true });
      const [{ filename }] = JSON.parse(execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", this.folder], { cwd: root, encoding: "utf8" }));
      execFileSync("tar", ["xzf", join(this.folder, filename), "--strip-components=1", "-C", this.unpacked]);
      symlinkSync(this.unpacked, join(this.unpacked, "node_modules/broadsheet"));
      for (const [name, text] of Object.entries(this.files)) {
        mkdirSync(dirname(join(this.unpacked, name)), { recursive: true });
        writeFileSync(join(this.unpacked, name), text);
      }
    }
    return this.unpacked;
  }

  async close() {
    await this.site?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async run(block) {
    const { language, info } = block;
    if (DRAWINGS.includes(info)) return;
    if (language === "rooms") return assert.match(read("tests/node/rooms.test.mjs"), /```rooms/); // compared with the sources there
    if (language === "sh" && info !== language) return this.way(info.slice(3));
    if (info !== language) return this.shown(block);
    assert.ok(["json", "ndjson", "html", "js", "css", "sh", "c"].includes(language), `nothing runs a block of "${info}"`);
    return this[language](block.code);
  }

  /** A file of an application: a row of the matrix runs the files of its section. */
  async shown({ language, info, code, section }) {
    const { QUICK } = await import("./matrix.mjs");
    const { whole } = await import("./whole.mjs");
    assert.ok([...QUICK, ...whole].some(({ name }) => name.startsWith(section)), `no row of the matrix is about "${section}"`);
    const sources = readdirSync(join(root, "tests/hosts")).filter((name) => name.endsWith(".mjs")).map((name) => read(`tests/hosts/${name}`)).join();
    assert.ok(sources.includes("shownIn(name)") && new RegExp(`^const (MOUNT|APPS) = \\{[^]*?^ {2}"${section}":|shownIn\\("${section}"\\)`, "m").test(sources), `no row runs the files of "${section}"`);
    assert.match(info, /^\w+ [\w./-]+$/);
    assert.ok(language && code);
  }

  /** The commands of a way to render many stories, or of the servers: a row of the matrix runs them as they stand there. */
  async way(name) {
    const [{ KEYS }, { servers }] = await Promise.all([import("./many.mjs"), import("./servers.mjs")]);
    assert.ok(KEYS.includes(name) || (name === "servers" && servers.length), `no row of the matrix runs "${name}"`);
  }

  /** Records of render --ndjson have the keys that the block shows, of a line that is rendered and of one that is not. */
  ndjson(code) {
    const shown = code.trim().split("\n").map((line) => JSON.parse(line));
    const input = `${this.oneLine}{"article": x}\n`;
    const { stdout } = spawnSync(process.execPath, ["dist/cli.js", "render", "--ndjson", "-"], { cwd: this.packed, encoding: "utf8", input });
    const made = stdout.trim().split("\n").map((line) => JSON.parse(line));
    assert.deepEqual(made.map(Object.keys), shown.map(Object.keys));
    assert.deepEqual(Object.keys(made.at(-1).error), Object.keys(shown.at(-1).error));
  }

  async json(code) {
    const value = JSON.parse(code);
    if (value.diagnostics) return this.checked(value);
    const press = await this.press;
    const minimal = { broadsheet: value.broadsheet, article: { id: "1", headline: "H", body: "B", url: "https://paper.example/1" } };
    const story = press.open(value.article?.id ? code : [code, minimal]);
    assert.deepEqual(story.diagnostics, []);
    assert.match(story.render("page"), /<h1/);
    story.close();
  }

  /** What the command line writes about a story has the keys that the block shows. */
  checked(shown) {
    const made = (name, article) => {
      writeFileSync(join(this.packed, name), JSON.stringify({ article }));
      return JSON.parse(spawnSync(process.execPath, ["dist/cli.js", "check", "--json", "site.json", name], { cwd: this.packed, encoding: "utf8" }).stdout);
    };
    const found = shown.error ? made("failed.json", {}) : made("found.json", { id: "1", headline: "H", body: "B", headlin: "H" });
    assert.deepEqual(Object.keys(found), Object.keys(shown));
    assert.deepEqual(Object.keys(found.diagnostics[0] ?? {}), Object.keys(shown.diagnostics[0] ?? {}));
    assert.deepEqual(Object.keys(found.error ?? {}), Object.keys(shown.error ?? {}));
    assert.equal(found.version, shown.version);
  }

  // --- in the browser -----------------------------------------------------------------------------------

  async visit(html) {
    const [, policy] = /The script needs `([^`]+)`/.exec(read("README.md"));
    const [, demand, names] = /Under `([^`]+)` allow the policy `([^`]+)`/.exec(read("README.md"));
    const headers = { "content-security-policy": `default-src 'none'; ${policy}; ${demand}; trusted-types ${names}` };
    const picture = { body: '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>', type: "image/svg+xml" };
    const silent = (_, response) => response.writeHead(200, { "content-type": "text/event-stream" }).write(": nothing yet\n\n");
    const files = Object.fromEntries(Object.entries(this.files).map(([name, text]) => [`/${name}`, text]));
    this.pages ??= new Proxy(files, { get: (all, path) => all[path] ?? (/\.(webp|svg|png|jpg)$/.test(path) ? picture : path.startsWith?.("/events/") ? silent : undefined) });
    this.site ??= await serve(this.pages, headers);
    this.pages["/"] = html;
    const visit = await open(this.site, "/");
    visit.end = async () => {
      const { violations } = await visit.seen();
      await visit.close();
      assert.deepEqual([visit.offOrigin, visit.errors, violations, visit.console], [[], [], [], []]);
    };
    return visit;
  }

  /** Markup stands in a page; what it loads has the sums of integrity.json, and each element shows its story. */
  async html(code) {
    const sums = JSON.parse(read("dist/integrity.json"));
    const markup = code.replaceAll(/(?:src|href)="broadsheet\/([^"]+)" integrity="sha384-…"/g, (text, name) => text.replace("sha384-…", sums[name]));
    assert.doesNotMatch(markup, /sha384-…/);
    const script = /define\.js/.test(markup) ? "" : '<script type="module" src="broadsheet/define.js"></script>';
    const content = /<broadsheet-/.test(markup) ? "" : '<broadsheet-article src="story.json"><p>Fallback</p></broadsheet-article>';
    const visit = await this.visit(/<!DOCTYPE/i.test(markup) ? markup : page(content || markup, script + (content && markup)));
    const state = () => visit.page.evaluate(() => [...document.querySelectorAll("broadsheet-article, broadsheet-part")].map((one) => one.dataset.state));
    try {
      await visit.page.waitForFunction(() => {
        const all = [...document.querySelectorAll("broadsheet-article, broadsheet-part")];
        return all.length && all.every(({ dataset }) => dataset.state === "ready");
      }, null, { timeout: 10_000 });
      await visit.page.waitForLoadState("networkidle");
      await visit.page.waitForTimeout(700); // the console tells later what it has to tell
    } catch {
      throw new Error(`not ready: ${await state()} ${visit.console}`);
    } finally {
      await visit.end();
    }
  }

  /** A page with a story is changed by work; what all of it looks like is another thing after. */
  async changes(work, ...given) {
    const press = await this.press;
    const story = press.open(JSON.parse(read("examples/bundles/summit.json")));
    const visit = await this.visit(page(story.render(), '<link rel="stylesheet" href="/broadsheet/broadsheet.css">'));
    story.close();
    await visit.page.waitForLoadState();
    const look = () => visit.page.evaluate(() => JSON.stringify([...document.querySelectorAll(".bs-story, .bs-story *")].map((one) => [...getComputedStyle(one)].map((name) => getComputedStyle(one).getPropertyValue(name)))));
    try {
      const before = await look();
      const result = await visit.page.evaluate(work, ...given);
      return { result, changed: (await look()) !== before };
    } finally {
      await visit.end();
    }
  }

  /** A stylesheet has no declaration that the browser leaves out, and each rule changes a story; an order of layers has none. */
  async css(code) {
    const { result, changed } = await this.changes((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
      const rules = [...sheet.cssRules].flatMap((rule) => [...(rule.cssRules ?? [])].length ? [...rule.cssRules] : [rule]);
      const kept = rules.flatMap((rule) => (rule.style ? rule.cssText.match(/[\w-]+(?=:)/g) ?? [] : []));
      return { names: rules.map((rule) => rule.constructor.name), kept: kept.length, unmatched: rules.filter((rule) => rule.selectorText && !document.querySelector(rule.selectorText)).map((rule) => rule.selectorText) };
    }, code);
    const written = code.match(/[\w-]+(?=:\s)/g) ?? [];
    assert.deepEqual(result.unmatched, []);
    assert.ok(result.kept >= written.length, `${written} were written, ${result.kept} kept`);
    assert.equal(changed, !result.names.every((name) => name === "CSSLayerStatementRule"));
    const theme = new Set(read("web/styling.md").match(/(?<=^\| `)--[\w-]+/gm));
    for (const name of written.filter((one) => one.startsWith("--"))) assert.ok(theme.has(name), `${name} is no property of the theme`);
  }

  /** A script runs in the page that it is about, else in Node, where each comment behind a line tells its value. */
  async js(code) {
    if (/\bdocument\./.test(code)) return assert.ok((await this.changes(code)).changed, "nothing changed");
    const says = (line) => {
      const [, expression, comment] = /^(?:const \w+ = )?([^ /].*?); +\/\/ (.*)$/.exec(line) ?? [];
      if (!expression || /^(import|const)\b/.test(line)) return [line];
      const [text] = /^"(?:[^"\\]|\\.)*"|(?<=: )"(?:[^"\\]|\\.)*"$/.exec(comment) ?? [];
      const [, keys] = /^(?:.*: )?\[\{ ([\w, ]+) \}\]$/.exec(comment) ?? [];
      if (text) return [`assert.deepEqual(${expression}, ${text});`];
      return keys ? [`for (const one of ${expression}) assert.deepEqual(Object.keys(one), ${JSON.stringify(keys.split(", "))});`] : [line];
    };
    const told = code.split("\n").flatMap(says).join("\n");
    writeFileSync(join(this.packed, "snippet.mjs"), `import assert from "node:assert/strict";\n${told}`);
    const { status, stdout, stderr } = spawnSync(process.execPath, ["snippet.mjs"], { cwd: this.packed, encoding: "utf8" });
    assert.equal(status, 0, stderr);
    return { told, stdout };
  }

  /** Lines of a shell run in a folder with the packed package; those of the repository there, and what installs into a prefix. */
  async sh(code) {
    const inRepository = /^make /m.test(code);
    const { MAKEFLAGS, MFLAGS, MAKELEVEL, ...environment } = process.env;
    const prefix = join(this.folder, "prefix");
    const bin = join(this.folder, "bin");
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, "sudo"), '#!/bin/sh\nexec "$@"\n', { mode: 0o755 });
    writeFileSync(join(bin, "ldconfig"), "#!/bin/sh\n", { mode: 0o755 });
    const env = { ...environment, PATH: `${bin}:${process.env.PATH}`, PREFIX: prefix, PKG_CONFIG_PATH: `${prefix}/lib/pkgconfig`, MANPATH: `${prefix}/share/man`, LD_LIBRARY_PATH: `${prefix}/lib`, MANPAGER: "cat", PAGER: "cat" };
    let cwd = this.packed;
    if (inRepository) {
      cwd = join(this.folder, "repository");
      mkdirSync(cwd, { recursive: true });
      for (const name of readdirSync(root)) if (!name.startsWith(".git")) symlinkSync(join(root, name), join(cwd, name));
    }
    for (const line of code.split("\n").filter((one) => one && !one.startsWith("#"))) {
      // What serves for good, or runs this very test, is looked at without being done.
      const command = line.replace(/^make (demo|test)\b/, "make --dry-run $1");
      // No stdin: node's pipe is a socket, at which bash takes itself for a shell of rshd, reads bash.bashrc and stops.
      const how = { cwd, env, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8", timeout: 300_000, maxBuffer: 1 << 28 };
      const { status, error, stderr } = spawnSync("sh", ["-e", "-c", command], how);
      assert.equal(error, undefined, line);
      assert.equal(status, 0, `${line}\n${stderr}`);
    }
    if (inRepository) rmSync(cwd, { recursive: true });
  }

  async c(code) {
    writeFileSync(join(this.folder, "a.c"), code);
    execFileSync("cc", ["-Wall", "-Werror", `-I${root}include`, "a.c", `${root}build/libbroadsheet.a`, "-o", "a.out"], { cwd: this.folder, stdio: "pipe" });
    execFileSync(join(this.folder, "a.out"), { cwd: this.packed, stdio: "pipe" });
  }
}
