// What the README and the page about the bundle show is run, so that it cannot rot.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";
import { load } from "../../dist/broadsheet.js";

const file = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");

/** The fenced blocks of a language, in order. */
function blocks(name, language) {
  const found = [...file(name).matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"))].map((match) => match[1]);
  assert.ok(found.length > 0, `${name} has no ${language} block`);
  return found;
}

const minimal = { article: { id: "1", headline: "H", body: "B" } };

test("every bundle on the page about the bundle opens, and nothing in it is wrong", async () => {
  const press = await load();
  for (const block of blocks("src/bundle.md", "json")) {
    const whole = JSON.parse(block).article?.id ? [block] : [block, minimal];
    const story = press.open(whole);
    assert.deepEqual(story.diagnostics, [], block);
    story.close();
  }
});

test("the page about the bundle names every key of the schema's article and site", () => {
  const schema = JSON.parse(file("src/bundle.schema.json"));
  const prose = file("src/bundle.md");
  for (const part of ["article", "site"]) {
    const properties = schema.properties[part].properties ?? schema.$defs[part].properties;
    for (const key of Object.keys(properties)) assert.ok(prose.includes(`\`${key}\``), `${part}.${key}`);
  }
});

test("the README's story has nothing wrong in it", async () => {
  const press = await load();
  const story = press.open(blocks("README.md", "json")[0]);
  assert.deepEqual(story.diagnostics, []);
  assert.match(story.render(), /run out of onions/);
});

test("the README's module example runs, and its comments tell the truth", async () => {
  const code = blocks("README.md", "js")[0].replace("./dist/broadsheet.js", new URL("../../dist/broadsheet.js", import.meta.url));
  const asExports = `${code}\nexport { press, story };\nexport const markdown = press.markdown("*hi* <b>there</b>");`;
  const { markdown } = await import(`data:text/javascript,${encodeURIComponent(asExports)}`);
  assert.ok(code.includes(JSON.stringify(markdown)), `press.markdown gives ${JSON.stringify(markdown)}`);
  assert.ok(code.includes('story.title; // "Ferry resumes"'));
});

test("the README's table says what Broadsheet makes of the example", async () => {
  const press = await load();
  const made = press.markdown("[x](javascript&colon;alert(1)) <img src=x onerror=alert(1)>").trim();
  assert.ok(file("README.md").includes(`| Broadsheet | \`${made}\` |`), made);
});

test("every part, and no other, is in the change log", async () => {
  const press = await load();
  const listed = /The parts `([^`]+)`/.exec(file("CHANGELOG.md"))[1].split(" ");
  assert.deepEqual(listed, [...press.parts]);
});

test("every local link of the documents leads somewhere", () => {
  for (const name of ["README.md", "src/README.md", "src/bundle.md", "CHANGELOG.md"]) {
    for (const [, target] of file(name).matchAll(/\]\(([^)#:]+)\)/g)) {
      if (target === "figure" || target === "related" || /[…&]/.test(target)) continue;
      const base = new URL(`../../${name}`, import.meta.url);
      assert.ok(existsSync(new URL(target, base)), `${name}: ${target}`);
    }
  }
});
