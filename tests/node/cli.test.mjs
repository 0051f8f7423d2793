// The command line, run as a user runs it.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { createWriteStream, existsSync, openSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { bundle } from "./bundle.mjs";
import { cli, file, folder, quiet, run } from "./command.mjs";

const press = await load();
const dated = bundle({ published: "2023-02-04T01:35:00Z" });
file("story.json", JSON.stringify(dated));
file("site.json", JSON.stringify({ site: { timeZone: "Asia/Seoul" } }));
file("warned.json", JSON.stringify(bundle({ nonsense: 1 })));
file("wrong.json", JSON.stringify(bundle({ url: "javascript:alert(1)" })));
file("broken.json", '{\n "article": x}');
file("words.json", "{}");
file("text.md", "# One\n\n*hi* ~~there~~");

test("render writes the story", () => {
  assert.deepEqual(run(["render", "story.json"]), quiet(press.open(dated).render()));
});

test("render: part, time, zone, locale, prefix, heading and stylesheet", () => {
  const options = {
    now: "2024-01-01T00:00:00Z",
    timeZone: "Asia/Seoul",
    locale: "ko",
    idPrefix: "x-",
    headingBase: 2,
    stylesheet: "a.css",
  };
  const args =
    "--part document --stylesheet a.css --now 2024-01-01T00:00:00Z --time-zone Asia/Seoul --locale=ko --id-prefix x- --heading-base 2";
  const { status, stdout } = run(["render", ...args.split(" "), "story.json"]);
  assert.equal(status, 0);
  assert.equal(stdout, press.open(dated, options).render("document"));
  assert.match(stdout, /^<!DOCTYPE html>/);
  assert.match(stdout, /href="a.css"/);
});

test("render: the whole page of a reader who is signed in, and furniture without a story", () => {
  const site = { site: { name: "The Courier", account: { login: "/in", logout: "/out" } } };
  const input = JSON.stringify({ ...site, ...dated });
  const page = run(["render", "--part", "document", "--document", "page", "--signed-in", "-"], { input });
  assert.deepEqual(page, quiet(press.open(input, { document: "page", reader: { signedIn: true } }).render("document")));
  assert.match(page.stdout, /<main[\s\S]*href="\/out"|href="\/out"[\s\S]*<main/);
  assert.doesNotMatch(page.stdout, /href="\/in"/);
  const alone = run(["render", "--part", "account", "--furniture", "-"], { input: JSON.stringify(site) });
  assert.deepEqual(alone, quiet(press.open(site, { furniture: true }).render("account")));
  assert.match(alone.stdout, /href="\/in"/);
  assert.equal(run(["render", "--document", "book", "story.json"]).status, 2);
  assert.equal(run(["check", "--signed-in", "story.json"]).status, 2);
});

test("several files are layers, merged from left to right", () => {
  assert.deepEqual(
    run(["render", "--part", "dates", "site.json", "story.json"]),
    quiet(press.open([{ site: { timeZone: "Asia/Seoul" } }, dated]).render("dates")),
  );
});

test("a file may be standard input, once", () => {
  assert.deepEqual(run(["render", "-"], { input: JSON.stringify(dated) }), quiet(press.open(dated).render()));
  assert.equal(run(["render", "-", "-"], { input: "{}" }).status, 2);
});

test("diagnostics go to standard error; only those of severity error count", () => {
  const warned = run(["render", "warned.json"]);
  assert.equal(warned.status, 0);
  assert.match(warned.stderr, /^warned\.json:1:112: information KEY_UNKNOWN \/article\/nonsense the key .+\n$/);
  const wrong = run(["render", "site.json", "wrong.json"]);
  assert.equal(wrong.status, 1);
  assert.match(wrong.stderr, /^wrong\.json:1:\d+: error URL_SCRIPT \/article\/url .+\n$/);
  assert.match(wrong.stdout, /<article/);
});

test("check lists diagnostics", () => {
  assert.deepEqual(run(["check", "story.json"]), quiet(""));
  assert.deepEqual({ ...run(["check", "warned.json"]), stdout: null }, { status: 0, stdout: null, stderr: "" });
  assert.match(run(["check", "warned.json"]).stdout, /^warned\.json:1:112: information KEY_UNKNOWN .+\n.+\n +\^\n$/);
  assert.equal(run(["check", "wrong.json"]).status, 1);
});

test("what cannot be opened is told with line and column", () => {
  const check = run(["check", "story.json", "broken.json"]);
  assert.equal(check.status, 3);
  assert.match(check.stdout, /^broken\.json:2:13: error JSON .+\n "article": x\}\n {12}\^\n$/);
  const render = run(["render", "broken.json"]);
  assert.deepEqual([render.status, render.stdout], [3, ""]);
  assert.match(render.stderr, /^broken\.json:2:13: error JSON .+\n$/);
  assert.match(run(["check", "-"], { input: "{}" }).stdout, /^standard input: error SHAPE \/article /);
});

test("what no one file is to blame for is said about all of them", () => {
  const { status, stdout, stderr } = run(["render", "site.json", "words.json"]);
  assert.deepEqual([status, stdout], [3, ""]);
  assert.match(stderr, /^site\.json, words\.json: error SHAPE \/article /);
});

test("a part without data is nothing, and standard error says so", () => {
  for (const [flags, why] of [
    [["tags"], ""],
    [["figure"], ", since --id does not say which one"],
    [["figure", "--id", "nope"], " of this id"],
  ]) {
    const stderr = `the part "${flags[0]}" has nothing to show${why}\n`;
    assert.deepEqual(run(["render", "story.json", "--part", ...flags]), { status: 0, stdout: "", stderr });
  }
});

test("a file that cannot be read is an error", () => {
  const { status, stdout, stderr } = run(["render", "story.json", "missing.json"]);
  assert.deepEqual([status, stdout], [3, ""]);
  assert.match(stderr, /^missing\.json: error FILE ENOENT.*\n$/);
  assert.match(run(["check", "."]).stdout, /^\.: error FILE EISDIR/);
});

test("markdown", () => {
  assert.deepEqual(run(["markdown", "text.md"]), quiet(press.markdown("# One\n\n*hi* ~~there~~")));
  assert.deepEqual(
    run(["markdown", "-", "--heading-base", "2", "--id-prefix", "x-"], { input: "# One" }),
    quiet(press.markdown("# One", { headingBase: 2, idPrefix: "x-" })),
  );
  // A byte order mark is no text in Markdown; in JSON it is skipped, and told.
  assert.deepEqual(run(["markdown", "-"], { input: "\ufeff# One" }), quiet(press.markdown("# One")));
  assert.match(run(["check", "-"], { input: `\ufeff${JSON.stringify(bundle())}` }).stdout, /^standard input:1:1: information BYTE_ORDER_MARK/);
  const bad = run(["markdown", "-"], { input: Buffer.of(0xff) });
  assert.equal(bad.status, 3);
  assert.match(bad.stderr, /^standard input:1:1: error UTF8/);
});

test("nothing that a bundle or a file name holds reaches the terminal as a control character", () => {
  const name = file("odd\u001b[31m\u202e.json", JSON.stringify(bundle({ "\u001b[2J\u0007\u202e\n\u2028": 1 })));
  const { stdout } = run(["check", name]);
  assert.match(stdout, /^odd\\u\{1b\}\[31m\\u\{202e\}\.json:1:\d+: /);
  // eslint-disable-next-line no-control-regex
  assert.doesNotMatch(stdout.trimEnd().replaceAll("\n", ""), /[\u0000-\u001f\u007f-\u009f\u2028\u202e]/);
});

test("a reader that closes the pipe early is no error", async () => {
  const big = file("big.json", JSON.stringify(bundle({ body: "word ".repeat(200_000) })));
  const child = spawn(process.execPath, [cli, "render", big], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr += chunk));
  child.stdout.once("data", () => child.stdout.destroy());
  const status = await new Promise((resolve) => child.on("close", resolve));
  assert.deepEqual([status, stderr], [0, ""]);
});

test("nor does it change the exit status, which is that of the work", () => {
  const many = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`unknown${i}`, 1]));
  file("many.json", JSON.stringify(bundle({ ...many, url: "javascript:alert(1)" })));
  for (const [args, status] of [[["render", "story.json"], 0], [["--help"], 0], [["check", "many.json"], 1], [["check", "--json", "broken.json"], 3], [["check", "missing.json"], 3]]) {
    // The reader has ended before there is anything to read.
    const script = 'set -o pipefail; (sleep 0.2; "$0" "$@") | true';
    const { status: told, stderr } = spawnSync("bash", ["-c", script, process.execPath, cli, ...args], { cwd: folder, encoding: "utf8" });
    assert.deepEqual([told, stderr], [status, ""], args.join(" "));
  }
  const both = 'set -o pipefail; (sleep 0.2; "$0" "$@") | true';
  const { status, stderr } = spawnSync("bash", ["-c", both, process.execPath, cli, "render", "wrong.json"], { cwd: folder, encoding: "utf8" });
  assert.equal(status, 1);
  assert.match(stderr, /^wrong\.json:1:\d+: error URL_SCRIPT .+\n$/); // what is wrong is told all the same
});

test("nor is one that reads no diagnostics: the exit status stays what they say", async () => {
  const layer = bundle(Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`unknown${i}`, 1])));
  const name = file("told.json", JSON.stringify(layer));
  const child = spawn(process.execPath, [cli, "render", name], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  child.stderr.destroy();
  let stdout = "";
  child.stdout.on("data", (chunk) => (stdout += chunk));
  const status = await new Promise((resolve) => child.on("close", resolve));
  assert.deepEqual([status, stdout], [0, press.open(layer).render()]);
});

const tellsOfFullDisk = () => {
  const { status, stderr } = run(["render", "story.json"], { stdio: ["ignore", openSync("/dev/full", "w"), "pipe"] });
  assert.equal(status, 3);
  assert.match(stderr, /^broadsheet: .*ENOSPC.*\n$/);
};
if (existsSync("/dev/full")) test("a full disk is told in one line", tellsOfFullDisk);

test("a large page arrives whole through a pipe", () => {
  const layer = bundle({ body: "word ".repeat(200_000) });
  file("large.json", JSON.stringify(layer));
  assert.equal(run(["render", "large.json"], { maxBuffer: 1 << 26 }).stdout, press.open(layer).render());
});

/** What a command that reads says of white space without end, and how much it took; the end is for one that reads on. */
async function readEndless(args, open) {
  const taken = { size: 0, stdout: "", stderr: "" };
  function* spaces() {
    for (; taken.size < 64 << 20; taken.size += 1 << 16) yield Buffer.alloc(1 << 16, " ");
  }
  const child = spawn(process.execPath, [cli, ...args], { cwd: folder });
  for (const name of ["stdout", "stderr"]) child[name].on("data", (data) => (taken[name] += data));
  const closed = new Promise((resolve) => child.on("close", resolve));
  await pipeline(spaces, open(child)).catch(({ code }) => assert.match(code, /EPIPE|ECONNRESET/));
  const status = await closed;
  return { ...taken, status };
}

test("what has no end is read as far as the limit, and the core says so", async () => {
  const { bundleBytes, bodyBytes } = press.limits;
  const pipe = join(folder, "pipe");
  spawnSync("mkfifo", [pipe]);
  const said = (limit, work) => {
    try {
      work(" ".repeat(limit + 1));
    } catch ({ code, reason }) {
      assert.equal(code, "LIMIT");
      return reason;
    }
  };
  const layer = said(bundleBytes, press.open);
  const text = said(bodyBytes, press.markdown);
  const inputs = [["-", (child) => child.stdin], [pipe, () => createWriteStream(pipe)]];
  const commands = [["check", "stdout", layer, bundleBytes], ["render", "stderr", layer, bundleBytes], ["markdown", "stderr", text, bodyBytes]];
  for (const [name, open] of inputs) {
    for (const [command, stream, message, limit] of commands) {
      const { size, status, ...told } = await readEndless([command, name], open);
      assert.equal(status, 3);
      assert.ok(told[stream].includes(": error LIMIT ") && told[stream].includes(message), told[stream]);
      // The limit, and what buffers on the way hold.
      assert.ok(size < 2 * limit, `${command} ${name} took ${size} bytes`);
    }
  }
});

test("a device without end takes no memory without end", () => {
  const limited = ["-c", 'ulimit -d 1000000 && exec "$0" "$@"', process.execPath, cli, "check"];
  for (const [name, input] of [["/dev/zero", "/dev/null"], ["-", "/dev/zero"]]) {
    const { status, stdout } = spawnSync("sh", [...limited, name], { encoding: "utf8", stdio: [openSync(input), "pipe", "pipe"] });
    assert.equal(status, 3);
    assert.match(stdout, /: error LIMIT /);
  }
});

test("what is as large as the limit is read to its end, a byte order mark besides", () => {
  const { bundleBytes, bodyBytes } = press.limits;
  file("most.json", JSON.stringify(dated).padEnd(bundleBytes));
  assert.deepEqual(run(["check", "most.json"]), quiet(""));
  const text = "word\n".repeat(bodyBytes / 5 + 1).slice(0, bodyBytes - 1);
  const html = press.markdown(`${text}x`);
  for (const mark of ["", "\ufeff"]) {
    file("most.md", `${mark}${text}x`);
    assert.equal(run(["markdown", "most.md"], { maxBuffer: 1 << 26 }).stdout, html);
    file("more.md", `${mark}${text}xx`);
    assert.match(run(["markdown", "more.md"]).stderr, /error LIMIT/);
  }
});
