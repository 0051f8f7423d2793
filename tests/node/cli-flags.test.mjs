// The flags of the command line: each is in the help, does what its option does, and is refused where it has no effect.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { COMMANDS, FLAGS, LIMITS, STATUSES } from "../../web/cli/flags.js";
import { parts } from "../../web/parts.mjs";
import { bundle } from "./bundle.mjs";
import { file, quiet, run } from "./command.mjs";

const press = await load();
const root = new URL("../../", import.meta.url);
const example = (name) => JSON.parse(readFileSync(new URL(`examples/bundles/${name}`, root)));
const edition = [example("edition/site-en.json"), example("edition/lists-en.json"), example("summit.json")];
file("story.json", JSON.stringify(bundle({ body: "# One\n\n[a](b)" })));
file("text.md", "# One\n\n*hi* ~~there~~ [a](/b)");
file("wrong.json", JSON.stringify(bundle({ url: "javascript:alert(1)" })));

function refuses(args, hint) {
  const { status, stdout, stderr } = run(args);
  assert.deepEqual([status, stdout], [2, ""], args.join(" "));
  assert.match(stderr, hint);
  assert.match(stderr, /^broadsheet: .*\nTry "broadsheet --help"\.\n$/);
}

for (const [what, args, hint] of [
  ["no command", [], /command/],
  ["another command", ["print", "story.json"], /no command "print"/],
  ["a command that objects have", ["toString", "story.json"], /no command/],
  ["no file", ["render"], /FILE/],
  ["no file to check", ["check"], /FILE/],
  ["two texts", ["markdown", "text.md", "text.md"], /one FILE/],
  ["an unknown flag", ["render", "story.json", "--local", "ko"], /no --local; the nearest is --locale/],
  ["an unknown short flag", ["render", "story.json", "-x"], /there is no -x\n/],
  ["a flag that objects have", ["render", "story.json", "--constructor"], /no --constructor/],
  ["a flag's old name", ["render", "story.json", "--css", "a.css"], /no --css; it is --stylesheet/],
  ["a flag without its value", ["render", "story.json", "--part"], /part/],
  ["a switch with a value", ["render", "story.json", "--furniture=yes"], /furniture/],
  ["a flag of another command", ["check", "story.json", "--part", "body"], /check takes no --part/],
  ["a flag twice", ["render", "story.json", "--now", "2024-01-01", "--now", "2024-01-02"], /--now is given twice/],
  ["a switch twice", ["markdown", "text.md", "--no-ids", "--no-ids"], /--no-ids is given twice/],
  ["an unknown part", ["render", "story.json", "--part", "headlin"], /no part "headlin"; the nearest is headline.*story.*document/],
  ["an id for a part that takes none", ["render", "story.json", "--part", "body", "--id", "x"], /--id has no effect on the part "body".*figure/],
  ["an id for the story", ["render", "story.json", "--id", "x"], /"story"/],
  ["two formats", ["check", "story.json", "--json", "--sarif"], /--json has no effect beside --sarif/],
  ["a format for HTML", ["render", "story.json", "--json"], /render takes no --json/],
  ["a time that is none", ["render", "story.json", "--now", "yesterday"], /--now: /],
  ["a level that is none", ["render", "story.json", "--heading-base", "9"], /--heading-base: /],
  ["a dialect that is none", ["markdown", "text.md", "--dialect", "gfm"], /--dialect: /],
  ["another document", ["render", "story.json", "--part", "document", "--document", "book"], /--document: /],
  ["a limit without a number", ["render", "story.json", "--limit", "links"], /--limit links: it is NAME=NUMBER/],
  ["a limit that is no number", ["render", "story.json", "--limit", "links=many"], /--limit links: /],
  ["a limit of nothing", ["render", "story.json", "--limit", "bundleBytes=0"], /--limit bundleBytes: /],
  ["a limit that is not known", ["render", "story.json", "--limit", "body-bytes=5"], /the nearest name is bodyBytes/],
  ["a limit above every number", ["markdown", "text.md", "--limit", "bodyBytes=4294967296"], /--limit bodyBytes: .* from 1 to 4294967295\n/],
  ["a level above every number", ["markdown", "text.md", "--heading-base", "4294967296"], /--heading-base: .* from 1 to 6\n/],
  ["a level of nothing", ["render", "story.json", "--heading-base", "0"], /--heading-base: .* from 1 to 6\n/],
  ["a limit of tables, without tables", ["markdown", "text.md", "--dialect", "commonmark", "--limit", "tableCells=1"], /--limit tableCells=1 has no effect beside --dialect commonmark/],
  ["a file without a name", ["check", ""], /FILE has no name/],
  ["a file without a name among others", ["render", "story.json", ""], /FILE has no name/],
  ["a limit twice", ["render", "story.json", "--limit", "links=1", "--limit", "links=2"], /--limit links is given twice/],
]) {
  test(`wrong usage: ${what}`, () => refuses(args, hint));
}

test("no flag takes an empty value", () => {
  const taking = FLAGS.filter(({ type }) => type !== "switch");
  assert.ok(taking.length > 8);
  for (const { name, short, commands, needs = [] } of taking) {
    const where = needs[0] ? [`--${needs[0][0]}`, needs[0][1]] : [];
    for (const given of [[`--${name}`, ""], [`--${name}=`], ...(short ? [[`-${short}`, ""]] : [])]) {
      refuses([commands[0], "story.json", ...where, ...given], new RegExp(`the value of --${name} is empty`));
    }
  }
});

test("--help names every command, flag and exit status, and --version the version", () => {
  const help = run(["--help"]);
  assert.deepEqual([help.status, help.stderr], [0, ""]);
  for (const name of Object.keys(COMMANDS)) assert.ok(help.stdout.includes(` broadsheet ${name} `), name);
  for (const { name, text } of FLAGS) {
    const line = help.stdout.split("\n").filter((one) => one.includes(`--${name} `));
    assert.ok(line.length === 1 && line[0].endsWith(text), name);
  }
  for (const [status, text] of STATUSES) assert.ok(help.stdout.includes(`\n  ${status}  ${text}\n`), text);
  for (const text of help.stdout.split("\n")) assert.ok(text.length <= 120, text);
  assert.deepEqual(run(["render", "-h"]), help);
  assert.deepEqual(run(["--version"]), quiet(`${press.version}\n`));
});

// The names are compared with what C tells; a new option of open without its flag is found by its absence here.
test("each option of the module has a flag of its name", () => {
  const table = readFileSync(new URL("src/wasm/options.def", root), "utf8");
  const options = [...table.matchAll(/^X\("([^"]+)"/gm)].map(([, name]) => name).filter((name) => name !== "id");
  const SELF = { version: "markdown-version" }; // --version tells the command's own
  const kebab = (name) => SELF[name] ?? name.split("/").at(-1).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  assert.ok(options.length > 8);
  const flags = FLAGS.filter(({ option }) => option).map(({ name, option, to }) => [option, to === false ? name.replace(/^no-/, "") : name]);
  assert.deepEqual(flags.sort(), [...options.map((name) => [name, kebab(name)]), ["limits", "limit"]].sort());
});

// --- a flag takes effect where it is taken, and nowhere else -------------------------------------

const ids = { figure: Object.keys(edition[2].article.figures)[0], related: Object.keys(edition[2].article.related ?? { a: 1 })[0] };
ids["ranked-list"] = Object.keys(edition[1].lists.ranked)[0];
ids.gallery = ids.quote = ids.media = ids.box = ids.update = ""; // the edition has none
ids.slot = Object.keys(edition[0].site.slots)[0];

/** The parts that an option changes. */
function changed(options, base = {}) {
  const html = (more) => {
    const story = press.open(edition, { ...base, ...more });
    const all = press.parts.map((part) => story.render(part, { id: ids[part] }));
    story.close();
    return all;
  };
  const [before, after] = [html({}), html(options)];
  return press.parts.filter((_, i) => before[i] !== after[i]);
}

const needed = (name) => FLAGS.find((flag) => flag.name === name).needs.filter(([flag]) => flag === "part").map(([, part]) => part);

test("the parts that need a flag are those that its option changes", () => {
  assert.deepEqual(needed("stylesheet"), changed({ stylesheet: "a.css" }));
  assert.deepEqual(needed("frames"), changed({ frames: "a.example" }));
  assert.deepEqual(needed("document"), changed({ document: "page" }));
  const signedIn = { reader: { signedIn: true } };
  assert.deepEqual(needed("signed-in").sort(), changed(signedIn).sort());
  assert.deepEqual([...needed("signed-in"), "document"].sort(), changed(signedIn, { document: "page" }).sort());
});

test("a flag is refused for each part that it has no effect on", () => {
  for (const [name, value] of [["stylesheet", "a.css"], ["frames", "a.example"], ["document", "page"], ["signed-in"]]) {
    const given = value === undefined ? [`--${name}`] : [`--${name}`, value];
    refuses(["render", "story.json", ...given], new RegExp(`--${name} has no effect here; it belongs to .*--part document|page`));
    for (const part of ["body", "headline"]) refuses(["render", "story.json", "--part", part, ...given], /has no effect here/);
    assert.equal(run(["render", "story.json", "--part", needed(name)[0], ...given]).status, 0);
  }
  refuses(["render", "story.json", "--part", "document", "--signed-in"], /--document page/);
  assert.equal(run(["render", "story.json", "--part", "document", "--document", "page", "--signed-in"]).status, 0);
});

test("an id is taken for the parts that need one, and for no other", () => {
  const story = press.open(edition);
  const takes = press.parts.filter((part) => story.render(part, { id: ids[part] ?? "x" }) !== story.render(part));
  story.close();
  assert.ok(takes.length >= 3);
  file("edition.json", JSON.stringify(Object.assign({}, ...edition)));
  for (const part of takes) {
    const { status, stdout } = run(["render", "edition.json", "--part", part, "--id", ids[part]]);
    assert.ok(status === 0 && stdout.includes(`data-part="${part}"`), part);
  }
  // The refusal names all that take one.
  const { stderr } = run(["render", "edition.json", "--part", "headline", "--id", "x"]);
  const named = stderr.match(/belongs to --part (.*)$/m)[1].split(", ");
  assert.deepEqual(named.filter((part) => ids[part]).sort(), takes.sort());
  for (const part of named) assert.ok(part in ids, part);
  // So do the help and the declarations, each in its words.
  assert.deepEqual(FLAGS.find(({ name }) => name === "id").text.replace(/^which /, "").split(/, | or /).sort(), named.toSorted());
  const declared = parts.filter(({ takes }) => takes).map(({ takes }) => (takes === "related" ? "related story" : takes));
  for (const path of ["web/broadsheet.d.ts", "web/define.d.ts"]) {
    const [, which] = /\/\*\* Which (figure, .*)\. \*\//.exec(readFileSync(new URL(path, root), "utf8"));
    assert.deepEqual(which.split(/, | or /).sort(), declared.sort(), path);
  }
});

// --- what each does ------------------------------------------------------------------------------

test("markdown: dialect, ids, prefix, heading", () => {
  const text = "# One\n\n*hi* ~~there~~ [a](/b)";
  for (const [args, options] of [
    [["--dialect", "commonmark"], { dialect: "commonmark" }],
    [["--dialect", "broadsheet"], { dialect: "broadsheet" }],
    [["--no-ids"], { ids: false }],
    [["--no-ids", "--id-prefix", "x-"], { ids: false, idPrefix: "x-" }],
    [["--id-prefix", "x-", "--heading-base", "3"], { idPrefix: "x-", headingBase: 3 }],
  ])
    assert.deepEqual(run(["markdown", "text.md", ...args]), quiet(press.markdown(text, options)));
  assert.doesNotMatch(run(["markdown", "text.md", "--no-ids"]).stdout, /id=/);
  assert.match(run(["markdown", "text.md", "--dialect", "commonmark"]).stdout, /~~there~~/);
  file("note.md", "# One\n\nhi[^1]\n\n[^1]: Note");
  const ids = [...run(["markdown", "note.md", "--no-ids", "--id-prefix", "x-"]).stdout.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.ok(ids.length > 1 && ids.every((id) => id.startsWith("x-")), "footnotes keep theirs, with the prefix");
});

/** What a call gives when one limit is 1. */
function outcome(limit, work) {
  try {
    return work({ limits: { [limit]: 1 } });
  } catch ({ code, message }) {
    return `${code} ${message}`;
  }
}

const TEXT = "> > a\n\n| a | b |\n|-|-|\n| c | d |\n\n[a](/b) [c](/d)";
const told = bundle({ body: TEXT, tags: [{ label: "a" }, { label: "b" }], unknown: 1, other: 2 });
const check = (options) => JSON.stringify(press.open(told, options).diagnostics);
const PROBES = {
  render: (options) => check(options) + press.open(told, options).render(),
  check,
  markdown: (options) => press.markdown(TEXT, options),
};

test("the limits that a command takes are those that change what it gives", () => {
  for (const [command, work] of Object.entries(PROBES)) {
    const effective = Object.keys(press.limits).filter((limit) => outcome(limit, work) !== work({}));
    assert.deepEqual(LIMITS[command] ?? Object.keys(press.limits), effective, command);
  }
});

test("the limits that --dialect commonmark takes are those that change what it gives", () => {
  const work = (options) => press.markdown(TEXT, { ...options, dialect: "commonmark" });
  for (const limit of LIMITS.markdown) {
    const { status } = run(["markdown", "text.md", "--dialect", "commonmark", "--limit", `${limit}=1`]);
    assert.equal(status === 2, outcome(limit, work) === work({}), limit);
    assert.notEqual(run(["markdown", "text.md", "--dialect", "broadsheet", "--limit", `${limit}=1`]).status, 2, limit);
  }
});

test("--limit sets a limit, and is refused where it has no effect", () => {
  const told = run(["render", "story.json", "--limit", "jsonDepth=1", "--limit", "links=5"]);
  assert.deepEqual([told.status, told.stdout], [3, ""]);
  assert.match(told.stderr, /error LIMIT /);
  assert.equal(run(["markdown", "text.md", "--limit", "bodyBytes=5"]).status, 3);
  assert.equal(run(["check", "story.json", "--limit", "bundleBytes=20"]).status, 3);
  refuses(["markdown", "text.md", "--limit", "jsonDepth=5"], /has no effect in markdown; there are bodyBytes, /);
});

test("a limit above the standard one lets more be read", () => {
  const { bodyBytes, bundleBytes } = press.limits;
  const text = "word\n".repeat(bodyBytes / 4);
  file("long.md", text);
  assert.equal(run(["markdown", "long.md"]).status, 3);
  const { status, stdout } = run(["markdown", "long.md", "--limit", "bodyBytes=4000000"], { maxBuffer: 1 << 26 });
  assert.deepEqual([status, stdout], [0, press.markdown(text, { limits: { bodyBytes: 4000000 } })]);
  file("long.json", JSON.stringify(bundle()).padEnd(bundleBytes + 1));
  assert.equal(run(["check", "long.json"]).status, 3);
  assert.deepEqual(run(["check", "long.json", "--limit", "bundleBytes=8000000"]), quiet(""));
});

test("each exit status is what its line in the help says", () => {
  assert.equal(run(["render", "story.json"]).status, 0);
  assert.equal(run(["check", "wrong.json"]).status, 1);
  const wrong = run(["render", "wrong.json"]);
  assert.equal(wrong.status, 1);
  assert.match(wrong.stdout, /<article/);
  assert.equal(run(["render", "story.json", "--now", "x"]).status, 2);
  assert.equal(run(["render", "missing.json"]).status, 3);
  assert.equal(run(["render", "-"], { input: "{" }).status, 3);
  assert.equal(run(["render", "-"], { input: "{}" }).status, 3);
  assert.equal(run(["markdown", "-"], { input: Buffer.of(0xff) }).status, 3);
  assert.equal(run(["render", "story.json", "-o", "missing/out.html"]).status, 3);
  assert.deepEqual(STATUSES.map(([status]) => status), [0, 1, 2, 3]);
});
