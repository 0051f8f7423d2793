// Each fenced block of the documents in the package runs, by its language; snippets.mjs says how. A block that nothing runs is a
// fault, unless its info string says that it is a drawing.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { Runner, blocksOf, root } from "./snippets.mjs";

const [{ files }] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: root, encoding: "utf8" }));
const documents = files.map(({ path }) => path).filter((path) => path.endsWith(".md"));
const runner = new Runner();
after(() => runner.close());

let blocks = 0;
for (const path of documents) {
  for (const block of blocksOf(readFileSync(join(root, path), "utf8"))) {
    blocks++;
    test(`${path}:${block.line} ${block.info}`, () => runner.run(block));
  }
}

test("the documents are those of the package, and have blocks of each language that the README shows", () => {
  for (const name of ["README.md", "web/frameworks.md", "web/styling.md", "src/bundle/bundle.md"]) assert.ok(documents.includes(name), name);
  assert.ok(blocks > 35, blocks);
  const languages = new Set(blocksOf(readFileSync(join(root, "README.md"), "utf8")).map(({ language }) => language));
  assert.deepEqual([...languages].sort(), ["css", "html", "js", "json", "ndjson", "sh"]);
});

test("a block that is wrong, or that nothing runs, is seen", async () => {
  for (const [info, code] of [
    ["", "anything"],
    ["python", "print(1)"],
    ["text", "a drawing"],
    ["json", '{ "article": { "id": "1", "headline": "H", "body": "B", "headlin": "H" } }'],
    ["json", "{ not json }"],
    ["json", '{ "version": 1, "files": [], "diagnostics": [{ "code": "X" }], "error": {} }'],
    ["html", '<script type="module" src="broadsheet/define.js"></script><broadsheet-article src="nowhere.json"></broadsheet-article>'],
    ["html", '<script>alert(1)</script><broadsheet-article src="story.json"></broadsheet-article>'],
    ["html", '<script type="module" src="broadsheet/nothing.js" integrity="sha384-…"></script>'],
    ["css", ".bs-headline { colour: red }"],
    ["css", ".bs-no-such-part { color: red }"],
    ["css", ":root { --broadsheet-colour: red }"],
    ["js", 'import { load } from "./dist/broadsheet.js";\nconst press = await load();\npress.markdown("*a*"); // "<p>b</p>"'],
    ["js", 'import "broadsheet/nothing";'],
    ["js", 'document.querySelector(".bs-headline");'],
    ["sh", "node dist/cli.js render nowhere.json"],
    ["sh", "make no-such-goal"],
    ["sh no-such-way", "true"],
    ["ndjson", '{ "line": 1 }\n{ "line": 2, "error": {} }'],
    ["c", "int main(void) { return 1; }"],
    ["jsx story.jsx", "export const a = 1;"],
  ]) {
    const [block] = blocksOf(`## Nothing 5\n\n\`\`\`${info}\n${code}\n\`\`\`\n`);
    await assert.rejects(async () => runner.run(block), `${info}: ${code}`);
  }
  assert.throws(() => blocksOf("```js\n1"), /not closed/);
});
