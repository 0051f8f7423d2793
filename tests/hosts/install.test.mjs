// What `make install` puts into a prefix, used as a host uses it; the version and the man pages.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { load } from "../../dist/broadsheet.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path) => readFileSync(path, "utf8");
const header = read(`${root}include/broadsheet.h`);
const { version } = JSON.parse(read(`${root}package.json`));
const prefix = mkdtempSync(`${tmpdir()}/broadsheet-`);
after(() => rmSync(prefix, { recursive: true, force: true }));

// A make that runs this test hands its own flags on, which are not meant for another one.
const { MAKEFLAGS, MFLAGS, MAKELEVEL, ...env } = process.env;
const here = { cwd: root, encoding: "utf8", env: { ...env, PKG_CONFIG_LIBDIR: `${prefix}/lib/pkgconfig`, LD_LIBRARY_PATH: `${prefix}/lib` } };
const run = (command, ...args) => execFileSync(command, args, { ...here, stdio: ["ignore", "pipe", "pipe"] });
const pkgConfig = (...args) => run("pkg-config", ...args, "broadsheet").trim().split(" ");

const installed = () => readdirSync(prefix, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory()).map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.slice(prefix.length + 1)).sort();
const shared = `libbroadsheet.so.${version}`;
const soname = `libbroadsheet.so.${version.replace(/^(0\.\d+|\d+).*/, "$1")}`;
const files = [
  "include/broadsheet.h",
  "lib/libbroadsheet.a",
  "lib/libbroadsheet.so",
  `lib/${soname}`,
  `lib/${shared}`,
  "lib/pkgconfig/broadsheet.pc",
  "share/doc/broadsheet/copyright",
  "share/man/man1/broadsheet.1",
  "share/man/man3/broadsheet.3",
];
run("make", "-s", "install", `PREFIX=${prefix}`);

test("header, both libraries, pkg-config file and man pages are installed", () => {
  assert.deepEqual(installed(), [...files].sort());
  for (const link of [soname, "libbroadsheet.so"]) assert.equal(readlinkSync(`${prefix}/lib/${link}`), shared);
  assert.match(run("readelf", "--dynamic", `${prefix}/lib/${shared}`), new RegExp(`soname: \\[${soname.replaceAll(".", "\\.")}\\]`));
});

/** Builds a program against the installed files alone. */
function build(name, compiler, source, libraries) {
  const strict = ["-Wall", "-Wextra", "-Wpedantic", "-Werror"];
  run(compiler, ...strict, ...pkgConfig("--cflags"), `${root}${source}`, ...libraries, "-o", `${prefix}/${name}`);
  return `${prefix}/${name}`;
}
const ways = { shared: pkgConfig("--libs"), static: [`${pkgConfig("--variable=libdir")[0]}/libbroadsheet.a`] };

for (const [way, libraries] of Object.entries(ways)) {
  test(`a program built against what is installed renders what the module renders: ${way}`, async () => {
    const program = build(way, "gcc", "examples/render.c", libraries);
    assert.equal(run("readelf", "--dynamic", program).includes(`[${soname}]`), way === "shared");
    const bundles = ["examples/bundles/site.json", "examples/bundles/summit.json"];
    const story = (await load()).open(bundles.map((file) => readFileSync(root + file)), { timeZone: "Asia/Seoul" });
    const result = spawnSync(program, ["story", "--seoul", ...bundles], here);
    rmSync(program);
    assert.equal(result.status, 0, result.stderr);
    assert.ok(result.stdout.length > 1000);
    assert.equal(result.stdout, story.render("story"));
    story.close();
  });
}

test("a program in C++ begins its structs with the header's macros, without a warning", () => {
  const program = build("plusplus", "clang", "tests/hosts/plusplus.cpp", ["-std=c++11", ...ways.shared]);
  assert.equal(run(program), '<h2 class="bs-headline" id="bs-headline" data-part="headline" dir="ltr">Hi</h2>');
  rmSync(program);
});

test("one version: of the header, the package, its lockfile, the module, pkg-config, both man pages", async () => {
  const defined = (name) => new RegExp(`^#define BROADSHEET_VERSION${name} +"?([\\d.]+)"?$`, "m").exec(header)[1];
  const lock = JSON.parse(read(`${root}package-lock.json`));
  const page = (number) => /^\.TH BROADSHEET \d "" "Broadsheet ([^"]*)"/.exec(read(`${prefix}/share/man/man${number}/broadsheet.${number}`))[1];
  assert.match(version, /^\d+\.\d+\.\d+$/);
  assert.deepEqual(
    [defined(""), ["_MAJOR", "_MINOR", "_PATCH"].map(defined).join("."), lock.version, lock.packages[""].version, (await load()).version, pkgConfig("--modversion")[0], page(1), page(3)],
    Array(8).fill(version),
  );
});

/** A man page as a reader sees it, without how it is laid out in lines; groff's warnings fail. */
function manPage(number) {
  const { stdout, stderr } = spawnSync("groff", ["-man", "-Tutf8", "-ww", "-P-cbou", "-rLL=200n", "-rHY=0", `${prefix}/share/man/man${number}/broadsheet.${number}`], here);
  assert.equal(stderr, "");
  return stdout.replace(/\s+/g, " ");
}

test("the man page of the library names every function, status, type, member and macro", () => {
  const page = manPage(3);
  const names = new Set(header.replace(/\/\*[^]*?\*\//g, "").match(/\b(broadsheet_\w+|BROADSHEET_\w+|\w+(?=(\[\d+\])?;))/g));
  assert.ok(names.size > 80, String(names.size));
  names.delete("BROADSHEET_H");
  for (const name of names) assert.match(page, new RegExp(`\\b${name}\\b`));
});

test("the man page of the library has every sentence of the header", () => {
  const page = manPage(3).replaceAll("‐", "-").replace(/ (\* )+/g, " ");
  const words = (text) => text.replace(/^\/\* | *\*\/$|^ \* ?/gm, "").replace(/\s+/g, " ").trim();
  const comments = header.match(/^\/\*[^]*?\*\//gm).filter((comment) => !comment.includes("shared library exports"));
  assert.ok(comments.length > 15);
  for (const comment of comments) assert.ok(page.includes(words(comment).replace(/ (\* )+/g, " ")), words(comment));
});

test("the man page of the command has every line of its help", () => {
  const page = manPage(1);
  const lines = run("node", "dist/cli.js", "--help").replace(/^Usage:/, "").split("\n").map((line) => line.trim().replace(/\s+/g, " "));
  assert.ok(lines.length > 15);
  for (const line of lines) assert.ok(page.includes(line), line);
});

test("make uninstall removes what was installed, and no more", () => {
  writeFileSync(`${prefix}/lib/libother.a`, "");
  run("make", "-s", "uninstall", `PREFIX=${prefix}`);
  assert.deepEqual(installed(), ["lib/libother.a"]);
});

test("a PREFIX that could not be taken apart again is refused before anything is written", () => {
  for (const goal of ["install", "uninstall"])
    for (const bad of [`${prefix}/a b`, "relative", `${prefix}/a&b`, `${prefix}/a|b`]) {
      const { status, stderr } = spawnSync("make", ["-s", goal, `PREFIX=${bad}`], { cwd: root, encoding: "utf8" });
      assert.notEqual(status, 0, `${goal} ${bad}`);
      assert.match(stderr, /PREFIX and LIBDIR are absolute paths/);
    }
  assert.ok(!existsSync(`${prefix}/a`));
});
