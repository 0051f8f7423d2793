// Hostile texts: our own, xss-vectors.json, and those of ../shared/corpora where that folder is. A record is { kind, payload,
// live }; kind says what the text was made for (html, md, url, text), live in which engines it runs script where nobody
// stops it: "c" Chromium, "f" Firefox.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url)));
const SHARED = "../../../shared/corpora/";

export const own = read("xss-vectors.json");
export const vectors = [...own];
if (existsSync(new URL(SHARED, import.meta.url))) {
  const shared = read(`${SHARED}xss.json`);
  assert.ok(shared.length >= 1224, `only ${shared.length} records in xss.json`);
  vectors.push(...shared);
}
