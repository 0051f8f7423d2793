// render --ndjson: a bundle a line in, a record a line out, in order; a bad line is told and passed over.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { once } from "node:events";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { load } from "../../dist/broadsheet.js";
import { bundle } from "./bundle.mjs";
import { cli, file, folder, run } from "./command.mjs";

const press = await load();
const text = (...given) => JSON.stringify(bundle(...given));
const recordsOf = (stdout) => {
  assert.ok(stdout === "" || stdout.endsWith("\n"), "the last line has its end");
  return stdout.split("\n").slice(0, -1).map((line) => JSON.parse(line));
};
const rendered = (input, args = ["-"]) => {
  const { status, stdout, stderr } = run(["render", "--ndjson", ...args], { input, maxBuffer: 1 << 28 });
  return { status, stderr, records: recordsOf(stdout) };
};
file("site.json", JSON.stringify({ site: { timeZone: "Asia/Seoul" }, strings: { ko: {} } }));

test("each line gives one record, in order, with what render gives", () => {
  const lines = Array.from({ length: 50 }, (_, i) => text({ id: `s${i}`, headline: `Story ${i}`, published: "2023-02-04T01:35:00Z", body: "가 word ".repeat(i * 40) }));
  const { status, stderr, records } = rendered(`${lines.join("\n")}\n`);
  assert.deepEqual([status, stderr], [0, ""]);
  assert.deepEqual(records, lines.map((line, i) => ({ line: i + 1, id: `s${i}`, errors: 0, diagnostics: [], html: press.open(line).render() })));
  file("stories.ndjson", lines.join("\n"));
  const args = ["site.json", "stories.ndjson", "--locale", "ko", "--part", "dates"];
  const over = rendered("", args);
  assert.deepEqual(over.records.map(({ html }) => html), lines.map((line) => press.open([{ site: { timeZone: "Asia/Seoul" } }, line], { locale: "ko" }).render("dates")));
  assert.deepEqual(rendered("", [...args, "-o", "out.ndjson"]), { ...over, records: [] });
  assert.deepEqual(recordsOf(readFileSync(join(folder, "out.ndjson"), "utf8")), over.records);
  const figured = text({ figures: { f: { src: "a.png", alt: "A" } } });
  assert.equal(rendered(figured, ["-", "--part", "figure", "--id", "f"]).records[0].html, press.open(figured).render("figure", { id: "f" }));
  assert.equal(rendered(figured, ["-", "--part", "figure", "--id", "g"]).records[0].html, "");
  assert.equal(rendered('{"site":{"name":"S"}}', ["-", "--part", "masthead", "--furniture"]).records[0].id, "");
});

test("a bad line is told with its place in the file, and passed over", () => {
  const good = text();
  const lines = [good, '{"article": x}', text({ body: undefined }), "[]", text({ url: "javascript:alert(1)", "제목": 1 }), '{"article":{"id":"a"', "null", good];
  const content = Buffer.concat([Buffer.from(`${lines.join("\n")}\n`), Buffer.of(0x22, 0xff, 0x22, 10), Buffer.from(good)]);
  file("bad.ndjson", content);
  const { status, stderr, records } = rendered("", ["bad.ndjson"]);
  assert.equal(status, 3);
  assert.deepEqual(records.map(({ line }) => line), lines.map((_, i) => i + 1).concat(9, 10));
  assert.deepEqual(records.map(({ html }) => html !== undefined), [true, false, false, false, true, false, false, true, false, true]);
  assert.deepEqual(records.map(({ errors }) => errors), [0, 1, 1, 1, 1, 1, 1, 0, 1, 0]);
  assert.deepEqual(records.map(({ error }) => error?.code), [undefined, "JSON", "SHAPE", "SHAPE", undefined, "JSON", "SHAPE", undefined, "UTF8", undefined]);
  assert.equal(records[2].error.pointer, "/article/body");
  for (const { error, line } of [records[1], records[5], records[8]]) assert.deepEqual([error.file, error.line], ["bad.ndjson", line]);
  // The offset is one in the file, the column one of the line.
  assert.equal(content.subarray(records[1].error.offset, records[1].error.offset + 2).toString(), "x}");
  assert.equal(records[1].error.column, 13);
  for (const { offset, column, line } of records[4].diagnostics) {
    assert.equal(line, 5);
    assert.match(content.subarray(offset).toString(), /^(1\}\}\n|"javascript:alert)/);
    assert.equal([...lines[4]].slice(0, column - 1).join(""), content.subarray(content.indexOf(lines[4]), offset).toString());
  }
  assert.equal(records[4].diagnostics.length, 2);
  const told = stderr.split("\n");
  assert.equal(told[0], `bad.ndjson:2:13: error JSON ${records[1].error.message}`);
  assert.equal(told[1], `bad.ndjson:3: error SHAPE /article/body ${records[2].error.message}`);
  assert.equal(told.at(-2), "6 of 10 lines were not rendered");
  assert.equal(told.length, 8);
  assert.equal(rendered(`${good}\n${lines[4]}`).status, 1);
  assert.doesNotMatch(stderr, /javascript|alert/);
});

test("what is no line, and how lines end", () => {
  const [one, two] = [text({ id: "1" }), text({ id: "2" })];
  const ids = (input) => rendered(input).records.map(({ line, id, diagnostics }) => [line, id, diagnostics.length]);
  const both = [[1, "1", 0], [2, "2", 0]];
  for (const end of ["\n", "\r\n"]) for (const last of ["", end]) assert.deepEqual(ids(`${one}${end}${two}${last}`), both);
  assert.deepEqual(ids(`\ufeff${one}\n${two}`), both, "the mark of the file is none of its first line");
  assert.deepEqual(ids(`\n \t\r\n${one}\n\n\n ${two} \n\n`), [[3, "1", 0], [6, "2", 0]], "blank lines are counted, and give nothing");
  for (const nothing of ["", "\n", "\r\n\r\n", "\ufeff", "\ufeff\n", " "]) assert.deepEqual(rendered(nothing), { status: 0, stderr: "", records: [] });
  assert.deepEqual(rendered(`${one}\n\ufeff${two}`).records[1].diagnostics.map(({ code, line, column }) => [code, line, column]), [["BYTE_ORDER_MARK", 2, 1]]);
  // JSON may have a carriage return between two tokens: no column is told behind it, since ours begin at line feeds.
  const { error } = rendered(`${one}\n{"article":\r x}`).records[1];
  assert.deepEqual([error.code, error.line, error.column, error.offset], ["JSON", 2, undefined, one.length + 14]);
});

test("no reader ends a line within a record", () => {
  const odd = "a\u2028b\u2029c\u0085d\u000be\u000cf\u001eg\u007fh";
  const { stdout } = run(["render", "--ndjson", "-", "--part", "body"], { input: `${text({ body: `\`${odd}\`\n\n${odd}`, [odd]: 1 })}\n` });
  assert.doesNotMatch(stdout.slice(0, -1), /[\p{Cc}\p{Zl}\p{Zp}]/u);
  assert.equal(JSON.parse(stdout).html, press.open(bundle({ body: `\`${odd}\`\n\n${odd}` })).render("body"));
});

test("a line over the limit is refused by the core, and takes no memory", async () => {
  const limit = text().length;
  const limited = ["-", "--limit", `bundleBytes=${limit}`];
  const { records } = rendered([text(), text({ id: "a2 " }), text(), " ".repeat(limit), " ".repeat(limit + 1)].join("\n"), limited);
  assert.deepEqual(records.map(({ line, error }) => [line, error?.code]), [[1, undefined], [2, "LIMIT"], [3, undefined], [5, "LIMIT"]]);
  assert.equal(records[1].error.message, "the text is larger than the limit");
  assert.deepEqual(rendered(`{"layers":[${text()}],   "id":7}\n{"id":7}`, [...limited, "--records"]).records.map(({ error }) => error?.code), ["LIMIT", "SHAPE"]);
  assert.deepEqual(rendered(`\ufeff${text()}`, limited).records.map(({ error }) => error?.code), [undefined], "the mark does not count");
  // 256 MB in one line, with 150 MB to have.
  const child = spawn(process.execPath, [cli, "render", "--ndjson", "-"], { cwd: folder });
  const out = collect(child);
  for (let i = 0; i < 256; i++) if (!child.stdin.write(Buffer.alloc(1 << 20, i ? 32 : 91))) await once(child.stdin, "drain");
  const most = memory(child.pid).VmHWM;
  child.stdin.end(`\n${text()}`);
  assert.equal(await closed(child), 3);
  assert.deepEqual(recordsOf(out.stdout).map(({ line, error }) => [line, error?.code]), [[1, "LIMIT"], [2, undefined]]);
  assert.ok(most < 150_000, `${most} kB`);
});

function collect(child) {
  const out = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) child[name]?.setEncoding("utf8").on("data", (data) => (out[name] += data));
  return out;
}
const closed = async (child) => {
  const [status, signal] = await once(child, "close");
  return signal ?? status;
};
/** Waits until it is so; the commands here answer within a second. */
async function until(isSo) {
  for (const end = Date.now() + 30_000; !isSo(); await wait(5)) assert.ok(Date.now() < end, String(isSo));
}
/** The memory of a process in kB, as Linux tells it. */
const memory = (pid) => Object.fromEntries([...readFileSync(`/proc/${pid}/status`, "utf8").matchAll(/^(Vm\w+):\s+(\d+) kB/gm)].map(([, name, kB]) => [name, Number(kB)]));

test("100,000 lines take no more memory than 20,000", async () => {
  const child = spawn(process.execPath, [cli, "render", "--ndjson", "-"], { cwd: folder });
  let lines = 0;
  child.stdout.on("data", (data) => {
    for (let at = -1; (at = data.indexOf(10, at + 1)) >= 0; ) lines++;
  });
  let early;
  for (let i = 0; i < 100_000; i += 100) {
    const some = Array.from({ length: 100 }, (_, k) => `${text({ id: `s${i + k}`, body: i % 500 ? "One paragraph." : "A *word* ".repeat(2000) })}\n`);
    if (!child.stdin.write(some.join(""))) await once(child.stdin, "drain");
    if (i === 20_000) early = memory(child.pid);
  }
  await until(() => lines > 99_000);
  const late = memory(child.pid);
  child.stdin.end();
  assert.equal(await closed(child), 0);
  assert.equal(lines, 100_000);
  // V8 makes its young generation larger when it likes; what a line leaves behind would be a kilobyte at least.
  assert.ok(late.VmRSS < early.VmHWM + 48_000, `${early.VmHWM} kB, then ${late.VmRSS} kB`);
});

test("a reader that waits is waited for, and gets a record before the next line", async () => {
  const child = spawn(process.execPath, [cli, "render", "--ndjson", "-"], { cwd: folder });
  const out = collect(child);
  const lines = ["s1", "s2", "s3"].map((id) => text({ id }));
  for (const [i, line] of lines.entries()) {
    // A line and the beginning of the next: the record of the line comes, and nothing yet of the other.
    child.stdin.write(`${i ? line.slice(9) : line}\n${lines[i + 1]?.slice(0, 9) ?? ""}`);
    await until(() => out.stdout.split("\n").length > i + 1);
    assert.deepEqual(recordsOf(out.stdout).map(({ id }) => id), ["s1", "s2", "s3"].slice(0, i + 1));
  }
  child.stdin.end();
  assert.equal(await closed(child), 0);

  // Nobody reads: no more goes in than what the pipes and one batch hold.
  const idle = spawn(process.execPath, [cli, "render", "--ndjson", "-"], { cwd: folder });
  idle.stdin.on("error", () => {}); // it is killed at the end
  idle.stdout.pause();
  const line = `${text({ body: "word ".repeat(2000) })}\n`;
  let taken = 0;
  const stalled = async () => {
    for (let i = 0; i < 10_000; i++) {
      const gone = new Promise((resolve) => idle.stdin.write(line, resolve));
      if ((await Promise.race([gone, wait(700, "stalled")])) === "stalled") return true;
      taken += line.length;
    }
    return false;
  };
  assert.ok(await stalled(), "all was taken");
  assert.ok(taken < 4 << 20, `${taken} bytes were taken`);
  idle.kill("SIGKILL");
});

test("a reader that has enough ends the work, and does not change the exit status", () => {
  const line = text({ body: "word ".repeat(2000) });
  file("many.ndjson", `${line}\n`.repeat(2000));
  file("wrong.ndjson", `${text({ url: "javascript:a" })}\n${`${line}\n`.repeat(2000)}`);
  for (const [name, status] of [["many.ndjson", 0], ["wrong.ndjson", 1]]) {
    const script = 'set -o pipefail; "$0" "$@" | head -n 1';
    const done = spawnSync("bash", ["-c", script, process.execPath, cli, "render", "--ndjson", name], { cwd: folder, encoding: "utf8" });
    assert.deepEqual([done.status, done.stderr], [status, ""]);
    assert.equal(recordsOf(done.stdout).length, 1);
  }
  // And nothing more is read: the input has no end.
  const endless = spawnSync("bash", ["-c", 'yes "$2" | "$0" "$1" render --ndjson - | head -n 3', process.execPath, cli, text()], { cwd: folder, encoding: "utf8", timeout: 20_000 });
  assert.equal(recordsOf(endless.stdout).length, 3);
});

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  test(`${signal}: the line at hand is finished, and a file keeps what it had`, async () => {
    file("kept.ndjson", "old\n");
    for (const [name, more] of [["waiting", []], ["waiting, into a file", ["-o", "kept.ndjson"]], ["busy", []]]) {
      const child = spawn(process.execPath, [cli, "render", "--ndjson", "-", ...more], { cwd: folder });
      child.stdin.on("error", () => {});
      const out = collect(child);
      const line = `${text({ body: "word ".repeat(2000) })}\n`;
      child.stdin.write(line.repeat(name === "busy" ? 3000 : 3) + line.slice(0, 50));
      if (more.length) await until(() => readdirSync(folder).some((one) => one.endsWith(".tmp")));
      else await until(() => out.stdout);
      await wait(name === "busy" ? 0 : 200);
      child.kill(signal);
      assert.equal(await closed(child), signal);
      const records = recordsOf(more.length ? "" : out.stdout);
      assert.match(out.stderr, /^ended by SIG[A-Z]+; (\d+) lines were done\n$/);
      const done = Number(out.stderr.match(/\d+/)[0]);
      if (!more.length) assert.equal(records.length, done);
      if (name === "busy") assert.ok(done < 3000, "it went on to the end");
      else assert.equal(done, 3, "half a line is none");
    }
    assert.equal(readFileSync(join(folder, "kept.ndjson"), "utf8"), "old\n");
    assert.deepEqual(readdirSync(folder).filter((one) => one.endsWith(".tmp")), []);
  });
}

test("a record has layers, options and an id of its own", () => {
  const story = text({ published: "2023-02-04T01:35:00Z", "제목": 1, "layers": [1, { layers: [2] }] });
  const site = '{ "site": { "timeZone": "Asia/Seoul", "url": "javascript:1", "name": "a\\\\\\"],[" } }';
  const record = `{ "options": {"locale":"ko","idPrefix":"x-","limits":{"links":5}}, "layers" : [ ${site} ,${story}], "id": "한"}`;
  const { status, records } = rendered(`${record}\n{"layers":[${story}]}\n{"id":12,"layers":[${story}],"options":null}`, ["-", "--records", "--id-prefix", "y-"]);
  assert.equal(status, 1);
  assert.deepEqual(records.map(({ id, html }) => [id, html]), [
    ["한", press.open([site, story], { locale: "ko", idPrefix: "x-" }).render()],
    ["a1", press.open(story, { idPrefix: "y-" }).render()],
    [12, press.open(story, { idPrefix: "y-" }).render()],
  ]);
  const [script, key] = ["URL_SCRIPT", "KEY_UNKNOWN"].map((code) => records[0].diagnostics.find((one) => one.code === code));
  assert.deepEqual([script.pointer, key.pointer], ["/layers/0/site/url", "/layers/1/article/제목"]);
  for (const { offset, column } of [script, key]) assert.equal([...record].slice(0, column - 1).join(""), Buffer.from(record).subarray(0, offset).toString());
  assert.ok(record.slice(script.column - 1).startsWith('"javascript:1"') || record.slice(script.column - 1).startsWith('"url"'));
});

test("an id that is a number is given back as it is written", () => {
  const ids = ["7", "-12", "9007199254740991", "1.5", '"1.10"', '"id"', "0.1"];
  const { status, records } = rendered(ids.map((id, i) => (i % 2 ? `{"id":${id},"layers":[${text()}]}` : `{"layers":[${text()}] , "id" : ${id} }`)).join("\n"), ["-", "--records"]);
  assert.equal(status, 0);
  assert.deepEqual(records.map(({ id }) => JSON.stringify(id)), ids);
});

test("what is no record is told and passed over", () => {
  const story = text();
  const bad = [
    ["{", "JSON", ""],
    [`{"layers":[${story},]}`, "JSON", ""],
    [`{"layers":[${story}]}}`, "JSON", ""],
    [`{"layers":[${story}] "id":1}`, "JSON", ""],
    [`{"layers":[${story}`, "JSON", ""],
    [`{"layers":[${story}],"id":"\xff`, "JSON", ""],
    ["[]", "SHAPE", ""],
    ["7", "SHAPE", ""],
    [story, "SHAPE", "/broadsheet"],
    ["{}", "SHAPE", "/layers"],
    ['{"layers":[]}', "SHAPE", "/layers"],
    [`{"layers":${story}}`, "SHAPE", "/layers"],
    [`{"layers":[${story}],"layers":[${story},${story}]}`, "SHAPE", "/layers"],
    ['{"layers":[1]}', "SHAPE", "/layers/0"],
    ['{"layers":[{"article":x}]}', "JSON", "/layers/0"],
    [`{"layers":[${story}, [[}]}`, "JSON", undefined],
    [`{"layers":[${story}],"id":{}}`, "SHAPE", "/id"],
    [`{"layers":[${story}],"options":[]}`, "SHAPE", "/options"],
    [`{"layers":[${story}],"options":{"timezone":"UTC"}}`, "OPTION", "/options/timezone"],
    [`{"layers":[${story}],"options":{"limits":{"links":-1}}}`, "OPTION", "/options/limits/links"],
    [`{"layers":[${story}],"__proto__":{}}`, "SHAPE", "/__proto__"],
    [`{"layers":[${story}],"a/b~c":1}`, "SHAPE", "/a~1b~0c"],
    ...["12345678901234567890", "1.10", "1.0", "-0", "1e3", "1e400"].map((number) => [`{"id": ${number},"layers":[${story}]}`, "SHAPE", "/id"]),
    [`{"\\u0069d":7,"layers":[${story}]}`, "SHAPE", "/id"],
    [`{"id":"id","id":1.10,"layers":[${story}]}`, "SHAPE", "/id"],
  ];
  const { status, records, stderr } = rendered(`${bad.map(([line]) => line).join("\n")}\n{"layers":[${story}]}`, ["-", "--records"]);
  assert.equal(status, 3);
  assert.equal(records.length, bad.length + 1);
  assert.deepEqual(records.at(-1).errors, 0);
  for (const [i, [line, code, pointer]] of bad.entries()) {
    assert.equal(records[i].error?.code, code, line);
    if (pointer !== undefined) assert.equal(records[i].error.pointer, pointer, line);
    assert.equal(records[i].error.line, i + 1, line);
  }
  assert.match(stderr, /standard input:1: error JSON the record is not JSON\n/);
  // Without the flag a line cannot choose options.
  assert.equal(rendered(`{"layers":[${story}],"options":{"idPrefix":"x-"}}`).records[0].error.code, "SHAPE");
});

test("a record of many small layers takes time in step with its size", () => {
  const times = [1 << 14, 1 << 16].map((count) => {
    const start = process.hrtime.bigint();
    const { records } = rendered(`{"layers":[${"{},".repeat(count)}${text()}]}`, ["-", "--records"]);
    assert.equal(records[0].errors, 0);
    return Number(process.hrtime.bigint() - start) / 1e9;
  });
  assert.ok(times[1] < 8 * times[0] + 1, String(times));
});

test("what no line could mend is told before the first", () => {
  for (const [args, status, hint] of [
    [["-", "--heading-base", "9"], 2, /--heading-base/],
    [["-", "--part", "nonsense"], 2, /there is no part/],
    [["missing.json", "-"], 3, /^missing\.json: error FILE ENOENT/],
    [["missing.ndjson"], 3, /^missing\.ndjson: error FILE ENOENT/],
    [["."], 3, /^\.: error FILE EISDIR/],
    [["wrong-site.json", "-"], 3, /^wrong-site\.json:1:2: error JSON/],
    [["-", "-o", "/nonsense/x"], 3, /cannot be written: ENOENT/],
  ]) {
    file("wrong-site.json", "{x");
    const done = run(["render", "--ndjson", ...args], { input: text() });
    assert.deepEqual([done.status, done.stdout], [status, ""], args.join(" "));
    assert.match(done.stderr, hint);
  }
  const refusal = run(["render", "--records", "-"], { input: "" });
  assert.deepEqual([refusal.status, refusal.stderr.split("\n")[0]], [2, "broadsheet: --records has no effect here; it belongs to --ndjson"]);
});

test("a full disk is told in one line", () => {
  if (!existsSync("/dev/full")) return;
  const done = spawnSync("sh", ["-c", '"$0" "$@" >/dev/full', process.execPath, cli, "render", "--ndjson", "-"], { cwd: folder, input: text(), encoding: "utf8" });
  assert.equal(done.status, 3);
  assert.match(done.stderr, /^broadsheet: .*ENOSPC.*\n$/);
});
