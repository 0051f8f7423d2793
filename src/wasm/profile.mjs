// Counts how often the examples take each branch of our C, md4c's and cJSON's. The compiler of the whole module learns from
// it what to make fast and what to keep small: code that is seldom run is compiled for size, wherever it stands.
//
//   node src/wasm/profile.mjs PROGRAM LLVM OUT.profdata
//
// PROGRAM is tests/bench/native_main.c with clang's counters, LLVM the folder of emcc's own clang, whose llvm-profdata it
// takes. The counts say nothing of time, so every machine gets the same ones. OUT is written when they have changed.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const [program, llvm, out] = process.argv.slice(2);
const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "profile-"));
const specification = createRequire(import.meta.url).resolve("commonmark-spec/spec.txt");
const chapters = readdirSync(join(root, "tests/spec/markdown")).filter((name) => name.endsWith(".txt"));
const rules = [specification, ...chapters.map((name) => join(root, "tests/spec/markdown", name))];

const bundle = (name) => join(root, "examples/bundles", `${name}.json`);
const body = (name) => JSON.parse(readFileSync(bundle(name), "utf8")).article.body;
let texts = 0;
function written(text) {
  const path = join(folder, `${texts++}.md`);
  writeFileSync(path, text);
  return path;
}
/** The Markdown of the examples, a text for each section: one that leaves a block open takes no other section along. */
const sections = rules.flatMap((path) =>
  readFileSync(path, "utf8")
    .split(/^## /m)
    .map((section) => [...section.matchAll(/^`{10,} example.*\n([^]*?)^\.$/gm)].map((found) => found[1]).join("\n"))
    .filter(Boolean),
);

try {
  // A kind of work, how often it is done, and its files. What there is most of weighs most: plain text, then all else.
  const works = [
    ["markdown", 2, specification],
    ["markdown", 80, written(body("summit"))],
    ["markdown", 80, written(body("haenyeo"))],
    ["markdown", 10, written(body("edition/story-ar"))],
    ...sections.map((text) => ["markdown", 1, written(text)]),
    ["story", 10, bundle("site"), bundle("summit")],
    ["page", 5, ...["edition/site-en", "edition/lists-en", "summit"].map(bundle)],
    ...["edition/live-en", "edition/review-en"].map((name) => ["page", 2, ...["edition/site-en", "edition/lists-en", name].map(bundle)]),
    ["page", 2, ...["edition/site-ar", "edition/lists-ar", "edition/story-ar"].map(bundle)],
    ["page", 2, ...["edition/site-ko", "edition/lists-ko", "haenyeo"].map(bundle)],
  ];
  const counts = works.map(([kind, times, ...files], i) => {
    const raw = join(folder, `${i}.profraw`);
    execFileSync(program, [kind, String(times), ...files], { env: { ...process.env, LLVM_PROFILE_FILE: raw } });
    return raw;
  });
  const merged = join(folder, "merged");
  execFileSync(join(llvm, "llvm-profdata"), ["merge", "-o", merged, ...counts]);
  if (!existsSync(out) || !readFileSync(merged).equals(readFileSync(out))) writeFileSync(out, readFileSync(merged));
} finally {
  rmSync(folder, { recursive: true });
}
