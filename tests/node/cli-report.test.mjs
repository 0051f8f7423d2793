// check --json and check --sarif: their shape, what they hold, and that they are there when the bundle cannot be opened.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { load } from "../../dist/broadsheet.js";
import { bundle } from "./bundle.mjs";
import { file, folder, run } from "./command.mjs";

const press = await load();
const root = fileURLToPath(new URL("../../", import.meta.url));
const wrong = bundle({ url: "javascript:alert(1)", nonsense: 1, kicker: "" });
file("story.json", JSON.stringify(bundle()));
file("wrong.json", JSON.stringify(wrong));
file("site.json", JSON.stringify({ site: { name: 5 } }));
file("words.json", "{}");
file("broken.json", '{\n "article": x}');
file("odd #1%.json", JSON.stringify(wrong));

/** What a call writes to standard output as JSON, and its exit status. */
function told(format, args, options) {
  const { status, stdout, stderr } = run(["check", `--${format}`, ...args], options);
  assert.equal(stderr, "");
  return { status, ...JSON.parse(stdout) };
}

// --- JSON ----------------------------------------------------------------------------------------

test("--json: the diagnostics of the story, each with its file", () => {
  const files = ["site.json", "wrong.json"];
  const { diagnostics } = press.open([JSON.stringify({ site: { name: 5 } }), JSON.stringify(wrong)]);
  assert.ok(diagnostics.length > 3);
  assert.deepEqual(told("json", files), {
    status: 1,
    version: 1,
    files,
    diagnostics: diagnostics.map(({ layer, range, ...rest }) => ({ ...rest, file: files[layer], ...(range && { range }) })),
  });
  assert.deepEqual(told("json", ["story.json"]), { status: 0, version: 1, files: ["story.json"], diagnostics: [] });
});

test("--json: file is null for an option", () => {
  const { diagnostics } = told("json", ["story.json", "--locale", "xx"]);
  assert.deepEqual(diagnostics.map(({ file: one, pointer }) => [one, pointer]), [[null, "/locale"]]);
});

test("--json: a bundle that cannot be opened is the error, with its place", () => {
  const { error, ...rest } = told("json", ["story.json", "broken.json"]);
  assert.deepEqual(rest, { status: 3, version: 1, files: ["story.json", "broken.json"], diagnostics: [] });
  assert.deepEqual({ ...error, message: "" }, { code: "JSON", file: "broken.json", pointer: "", line: 2, column: 13, offset: 14, message: "" });
  const missing = told("json", ["site.json", "words.json"]).error;
  assert.deepEqual([missing.code, missing.file, missing.pointer], ["SHAPE", null, "/article"]);
  assert.deepEqual(told("json", ["-"], { input: "{}" }).error.file, "-");
  const unread = told("json", ["story.json", "none.json"]).error;
  assert.deepEqual([unread.code, unread.file], ["FILE", "none.json"]);
  assert.match(unread.message, /ENOENT/);
  assert.equal(told("json", ["story.json", "--limit", "jsonDepth=1"]).error.code, "LIMIT");
});

test("each file that cannot be read is the error FILE, in each format, whatever is wrong with it", () => {
  symlinkSync("loop", join(folder, "loop"));
  mkdirSync(join(folder, "directory"));
  for (const [name, reason] of [["loop", /ELOOP/], ["story.json/x", /ENOTDIR/], ["x".repeat(300), /ENAMETOOLONG/], ["none.json", /ENOENT/], ["directory", /EISDIR/]]) {
    for (const more of [[], ["-o", "-"]]) {
      const { status, error } = told("json", ["story.json", name, ...more]);
      assert.deepEqual([status, error.code, error.file], [3, "FILE", name]);
      assert.match(error.message, reason);
      const { status: same, runs: [{ invocations: [{ toolExecutionNotifications: [note] }] }] } = told("sarif", [name, ...more]);
      assert.deepEqual([same, note.descriptor.id], [3, "FILE"]);
      const { stdout, ...rest } = run(["check", name, ...more]);
      assert.deepEqual(rest, { status: 3, stderr: "" });
      assert.ok(stdout.startsWith(`${name}: error FILE `) && reason.test(stdout), stdout);
    }
    // A report goes into a file that is there, too.
    file("report.json", "");
    assert.deepEqual(run(["check", "--json", name, "-o", "report.json"]), { status: 3, stdout: "", stderr: "" });
    assert.equal(JSON.parse(readFileSync(join(folder, "report.json"))).error.code, "FILE");
  }
});

test("reports hold no control character, and say the same with them escaped", () => {
  const name = file("odd\u001b[31m\u202e\u{e0041}.json", JSON.stringify(bundle({ "\u001b[2J\u0007\u202e\n\u2028\u0085\u{e0041}": 1 })));
  for (const format of ["json", "sarif"]) {
    const { stdout } = run(["check", `--${format}`, name]);
    assert.doesNotMatch(stdout.replaceAll("\n", ""), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    assert.ok(stdout.includes("\\u001b[2J\\u0007\\u202e\\n\\u2028\\u0085\\udb40\\udc41"), stdout);
    if (format === "json") assert.deepEqual(JSON.parse(stdout).files, [name]);
  }
});

// --- SARIF ---------------------------------------------------------------------------------------

// The rules of SARIF 2.1.0 (OASIS, 3.x are its sections) that types cannot say.
function follows({ version, runs }) {
  assert.equal(version, "2.1.0"); // 3.13.2
  for (const { tool, results, invocations } of runs) {
    const { name, rules, semanticVersion } = tool.driver;
    assert.ok(name.length > 0); // 3.19.8
    assert.match(semanticVersion, /^\d+\.\d+\.\d+/); // 3.19.12
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length); // 3.49.3
    for (const { executionSuccessful } of invocations) assert.equal(typeof executionSuccessful, "boolean"); // 3.20.14
    const notes = invocations.flatMap(({ toolExecutionNotifications }) => toolExecutionNotifications ?? []);
    for (const { message, locations, relatedLocations } of [...results, ...notes]) {
      assert.ok(message.text.length > 0); // 3.11.8
      for (const { id, physicalLocation, logicalLocations } of [...(locations ?? []), ...(relatedLocations ?? [])]) {
        assert.ok(id === undefined || id >= 0); // 3.28.2
        for (const { fullyQualifiedName } of logicalLocations ?? []) assert.match(fullyQualifiedName, /^(\/([^~]|~[01])*)+$/s); // 3.33.5
        if (!physicalLocation) continue;
        const { artifactLocation, region } = physicalLocation;
        assert.match(artifactLocation.uri, /^[\w!$&'()*+,;=:@/.~%-]+$/); // 3.4.3: RFC 3986
        assert.doesNotMatch(artifactLocation.uri, /%(?![0-9A-Fa-f]{2})/);
        assert.doesNotThrow(() => new URL(artifactLocation.uri, "file:///folder/"));
        if (region) for (const number of [region.startLine, region.startColumn]) assert.ok(Number.isInteger(number) && number >= 1); // 3.30.5
      }
    }
    for (const { ruleId, ruleIndex } of results) assert.equal(rules[ruleIndex].id, ruleId); // 3.27.6
  }
}

const LOGS = [
  ["story.json"],
  ["site.json", "wrong.json"],
  ["story.json", "--locale", "xx"],
  ["odd #1%.json"],
  ["broken.json"],
  ["words.json", "words.json"],
  ["none.json"],
  [join(folder, "..", "none.json")],
  ["-"],
].map((args) => told("sarif", args, { input: '{"article":' }));

test("--sarif: each log follows the standard's rules", () => {
  for (const { status, ...log } of LOGS) {
    assert.ok([0, 1, 3].includes(status));
    follows(log);
  }
});

test("--sarif: each log has the standard's types, and no key that the standard does not know", () => {
  const source = join(folder, "logs.ts");
  const compile = (logs) => {
    writeFileSync(source, `import type { Log } from "sarif";\nexport const logs: Log[] = ${JSON.stringify(logs)};\n`);
    const tsc = [join(root, "node_modules/typescript/bin/tsc"), "--noEmit", "--strict", "--types", "sarif", "--typeRoots", join(root, "node_modules/@types")];
    return spawnSync(process.execPath, [...tsc, source], { cwd: root, encoding: "utf8" }).stdout;
  };
  const logs = LOGS.map(({ status, ...log }) => log);
  assert.equal(compile(logs), "");
  const [good] = logs;
  assert.match(compile([{ ...good, verison: "2.1.0" }]), /verison/);
  assert.match(compile([{ ...good, version: "2.2" }]), /TS2322/);
});

test("--sarif: what was found, at its place", () => {
  const { status, runs: [{ results, tool, columnKind }] } = LOGS[1];
  const { diagnostics } = press.open([{ site: { name: 5 } }, wrong]);
  assert.equal(status, 1);
  assert.equal(columnKind, "unicodeCodePoints");
  assert.deepEqual([tool.driver.name, tool.driver.version], ["Broadsheet", press.version]);
  assert.deepEqual(results.map(({ ruleId }) => ruleId), diagnostics.map(({ code }) => code));
  assert.deepEqual(results.map(({ level }) => level), diagnostics.map(({ severity }) => severity.replace("information", "note")));
  assert.deepEqual(results.map(({ message }) => message.text), diagnostics.map(({ message }) => message));
  const places = results.map(({ locations: [{ physicalLocation, logicalLocations }] }) => [physicalLocation.artifactLocation.uri, logicalLocations[0].fullyQualifiedName]);
  assert.deepEqual(places, diagnostics.map(({ layer, pointer }) => [["site.json", "wrong.json"][layer], pointer]));
});

test("--sarif: addresses of files are relative and encoded; an option has none, nor standard input", () => {
  const place = (log) => log.runs[0].results[0].locations?.[0];
  assert.equal(place(LOGS[3]).physicalLocation.artifactLocation.uri, "odd%20%231%25.json");
  assert.equal(place(LOGS[2]).physicalLocation, undefined);
  assert.equal(place(LOGS[2]).logicalLocations[0].fullyQualifiedName, "/locale");
  assert.equal(place(LOGS[8]), undefined);
  const inside = file("inside.json", "x");
  const absolute = told("sarif", [join(folder, inside)]);
  assert.equal(place(absolute).physicalLocation.artifactLocation.uri, "inside.json");
});

test("--sarif: a bundle that cannot be opened is a result, with line and column; a file that cannot be read is none", () => {
  const [broken, words, none, outside] = LOGS.slice(4, 8);
  assert.equal(broken.status, 3);
  assert.deepEqual(broken.runs[0].results[0].locations, [{ physicalLocation: { artifactLocation: { uri: "broken.json" }, region: { startLine: 2, startColumn: 13, byteOffset: 14 } } }]);
  assert.equal(broken.runs[0].invocations[0].executionSuccessful, true);
  assert.deepEqual([words.status, words.runs[0].results[0].ruleId, words.runs[0].results[0].relatedLocations.length], [3, "SHAPE", 1]);
  for (const { status, runs: [{ results, invocations: [{ executionSuccessful, toolExecutionNotifications: [note] }] }] } of [none, outside]) {
    assert.deepEqual([status, results, executionSuccessful, note.descriptor.id], [3, [], false, "FILE"]);
    assert.match(note.message.text, /ENOENT/);
  }
  assert.match(outside.runs[0].invocations[0].toolExecutionNotifications[0].locations[0].physicalLocation.artifactLocation.uri, /^file:\/\/\//);
});
