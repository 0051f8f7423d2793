// Counts instructions: linear_main under callgrind, which counts inside linear_measured alone and dumps its count after
// each file. Sizes are chosen by a run without callgrind, so that both n and 2n render and are large enough to show growth.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { promisify } from "node:util";

const run = promisify(execFile);
const program = new URL("../../build/bin/linear_main", import.meta.url).pathname;

/** Twice the input may cost so many times the instructions. */
export const GROWTH = 2.5;

/** @typedef {{ name: string, kind: "bundle" | "merge" | "patch" | "upgrade" | "markdown", make(n: number, times: number): string, most: number, want?: RegExp }} Shape
 *    make: an input of a size that is in proportion to n and to times; want: the status it must have, if not OK */

/** Files in a folder of their own, which is gone when work is done. */
async function withFiles(texts, work) {
  const folder = mkdtempSync(`${tmpdir()}/linear-`);
  try {
    mkdirSync(`${folder}/in`);
    const paths = texts.map((text, i) => `${folder}/in/${i}`);
    texts.forEach((text, i) => writeFileSync(paths[i], text));
    return await work(paths, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What became of each text: { status, written }. */
async function statuses(kind, texts) {
  return withFiles(texts, async (paths) => {
    const { stdout } = await run(program, [kind, ...paths], { timeout: 600_000 });
    const lines = stdout.trim().split("\n").map((line) => line.split(" "));
    assert.equal(lines.length, texts.length);
    return lines.map(([status, written]) => ({ status, written: Number(written) }));
  });
}

/** The instructions that each text takes. */
async function instructions(kind, texts) {
  return withFiles(texts, async (paths, folder) => {
    const out = `${folder}/callgrind`;
    const flags = ["--toggle-collect=linear_measured", "--dump-after=linear_measured", `--callgrind-out-file=${out}`];
    await run("valgrind", ["-q", "--tool=callgrind", ...flags, program, kind, ...paths], { timeout: 1_800_000 });
    return texts.map((_, i) => {
      const count = Number(/^summary: (\d+)$/m.exec(readFileSync(`${out}.${i + 1}`, "latin1"))?.[1]);
      assert.ok(count > 1000, "callgrind counted");
      return count;
    });
  });
}

/** For each shape the largest n of its most, a half of it and so on, at which 2n renders: { n, status } or { fault }. */
async function fit(kind, shapes) {
  const found = new Map();
  let open = shapes.map((shape) => ({ shape, n: shape.most }));
  while (open.length) {
    const results = await statuses(kind, open.map(({ shape, n }) => shape.make(n, 2)));
    const next = [];
    open.forEach(({ shape, n }, i) => {
      const { status } = results[i];
      if ((shape.want ?? /^OK$/).test(status)) found.set(shape, { n, status });
      else if (status === "LIMIT" && n > 1e-6) next.push({ shape, n: n / 2 });
      else found.set(shape, { fault: `ends with ${status}` });
    });
    open = next;
  }
  return found;
}

/**
 * Measures shapes of one kind. What the empty input takes is taken off, except where the text is refused before any of
 * that. Each result: { shape, from, size, small, large, growth }, or { shape, fault }.
 */
export async function measure(kind, shapes, empty) {
  const fits = await fit(kind, shapes);
  const good = shapes.filter((shape) => !fits.get(shape).fault);
  const texts = good.flatMap((shape) => [shape.make(fits.get(shape).n, 1), shape.make(fits.get(shape).n, 2)]);
  // The first text also pays for what the loader binds late, so the empty one is read twice.
  const [, start, ...counts] = await instructions(kind, [empty, empty, ...texts]);
  return shapes.map((shape) => {
    const { fault, status } = fits.get(shape);
    if (fault) return { shape, fault };
    const at = 2 * good.indexOf(shape);
    const base = status === "OK" ? start : 0;
    const [small, large] = [counts[at] - base, counts[at + 1] - base];
    return { shape, from: texts[at].length, size: texts[at + 1].length, small, large, growth: large / small };
  });
}

/** Fails for what grows too fast, and prints every figure when asked to. */
export function judge(results, print = () => {}) {
  const bad = [];
  for (const { shape, fault, from, size, small, large, growth } of results) {
    const line = fault
      ? `${shape.name}: ${fault}`
      : `${growth.toFixed(2)}  ${shape.name}: ${from} to ${size} characters, ${small} to ${large} instructions`;
    print(line);
    if (fault || !(growth <= GROWTH)) bad.push(line);
  }
  assert.deepEqual(bad, []);
}

/** Measures and judges shapes of all kinds, at the same time. */
export async function linear(shapes, empty, print) {
  const kinds = Object.keys(empty).map((kind) => [kind, shapes.filter((shape) => shape.kind === kind)]);
  const work = kinds.filter(([, some]) => some.length).map(([kind, some]) => measure(kind, some, empty[kind]));
  judge((await Promise.all(work)).flat(), print);
}
