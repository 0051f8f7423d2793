// The table of character references is the package's, and C reads every name of it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { characterEntities } from "character-entities";
import { parseFragment } from "parse5";
import { load } from "../../dist/broadsheet.js";
import { entities } from "../../src/text/entities.mjs";

const names = Object.entries(characterEntities);

test("entities.def is what entities.mjs writes", () => {
  assert.equal(names.length, 2125);
  assert.equal(readFileSync(new URL("../../src/text/entities.def", import.meta.url), "utf8"), entities("all"));
  assert.equal(readFileSync(new URL("../../src/text/entities_common.def", import.meta.url), "utf8"), entities("common"));
  assert.equal(readFileSync(new URL("../../src/text/entities_few.def", import.meta.url), "utf8"), entities("few"));
});

test("every name becomes its characters", async () => {
  const press = await load();
  // White space as the first or the last of a line would be stripped, hence the brackets.
  const markdown = names.map(([name]) => `{${name} &${name};}`).join("\n");
  const out = press.markdown(markdown, { dialect: "commonmark" });
  const text = parseFragment(out).childNodes[0].childNodes[0].value;
  assert.equal(text, names.map(([name, characters]) => `{${name} ${characters}}`).join("\n"));
});
