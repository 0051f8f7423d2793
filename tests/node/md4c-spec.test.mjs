// md4c's own specifications of the extensions, every example, in the default dialect. Its
// HTML is compared after the differences that Broadsheet means to have, all of them here.
import assert from "node:assert/strict";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { parseFragment, serialize } from "parse5";
import { load } from "../../dist/broadsheet.js";
import { attribute, element, normal, refuse, replace, text, tree } from "./normal-html.mjs";
import { examples } from "./spec-file.mjs";

const press = await load();
const folder = fileURLToPath(new URL("../../build/third_party/md4c-test/", import.meta.url));

// How many examples each file of md4c 0.5.3 has, so that none is lost unseen.
const files = {
  "spec-tables.txt": 12,
  "spec-strikethrough.txt": 5,
  "spec-tasklists.txt": 5,
  "spec-permissive-autolinks.txt": 15,
};

// A table right below a line of text, which md4c has for text (tests/spec/markdown/tables.txt).
const table = (rows) =>
  `<table><thead><tr>${rows[0].map((cell) => `<th>${cell}</th>`).join("")}</tr></thead><tbody>${rows
    .slice(1)
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`)
    .join("")}</tbody></table>`;
const other = {
  "spec-tables.txt:141":
    `<p>Lorem ipsum dolor sit amet.</p>${table([["Column 1", "Column 2"], ["foo", "bar"], ["baz", "qux"], ["quux", "quuz"]])}`,
};

/** Examples of which our own dialect has a rule of its own (tests/spec/markdown): why, and what is made of them. */
const OURS = {
  "spec-strikethrough.txt:9": ["one tilde does not strike", "<p>~Hi~ Hello, world!</p>"],
  "spec-permissive-autolinks.txt:46": [
    "an address may stand behind any punctuation",
    '<p>:<a href="mailto:john.doe@example.com">john.doe@example.com</a> :<a rel="noopener" href="https://www.example.com">https://www.example.com</a> :<a rel="noopener" href="http://www.example.com">www.example.com</a></p>',
  ],
  "spec-permissive-autolinks.txt:119": [
    "an address may stand behind a star, and is none of its delimiter",
    '<p>*<a href="mailto:john.doe@example.com">john.doe@example.com</a></p><p><a href="mailto:john.doe@example.com">john.doe@example.com</a>*</p>',
  ],
  "spec-permissive-autolinks.txt:240": ["lines may stand together, as GFM has it", '<p><a href="mailto:john__doe@example.com">john__doe@example.com</a></p>'],
};

const set = (node, name, value) => (node.attrs = [...node.attrs.filter((a) => a.name !== name), { name, value }]);

function mapping(node) {
  switch (node.tagName) {
    case "table":
      return [element("div", { class: "bs-table", role: "group", tabindex: "0", "aria-label": "Table" }, [node])];
    case "th":
    case "td": {
      if (node.tagName === "th" && node.childNodes.length) set(node, "scope", "col");
      else node.tagName = "td";
      const align = attribute(node, "align");
      node.attrs = node.attrs.filter((a) => a.name !== "align");
      if (align) set(node, "class", `bs-${align}`);
      return [node];
    }
    case "input": {
      const done = attribute(node, "checked") !== undefined;
      const label = done ? "Done:" : "To do:";
      const mark = element("span", { class: "bs-task__mark", role: "img", "aria-label": label }, [text(done ? "☑" : "☐")]);
      return [mark, text(" ")];
    }
    case "li":
      if (attribute(node, "class") === "task-list-item") set(node, "class", "bs-task");
      return [node];
    case "a":
      if (/^https?:/i.test(attribute(node, "href"))) set(node, "rel", "noopener");
      return refuse(node);
    default:
      return refuse(node);
  }
}

for (const [file, count] of Object.entries(files)) {
  const all = examples(folder + file);
  test(`${file} has ${count} examples`, () => assert.equal(all.length, count));
  for (const { line, section, markdown, html } of all)
    test(`${file}:${line} ${section}`, () => {
      const out = press.markdown(markdown, { headingBase: 1, ids: false });
      assert.equal(serialize(parseFragment(out)), out, "parsing and serialising changes it");
      const ours = OURS[`${file}:${line}`] ?? (other[`${file}:${line}`] && ["a table below text", other[`${file}:${line}`]]);
      assert.equal(normal(out), normal(ours ? tree(ours[1]) : replace(tree(html), mapping)));
      if (ours) assert.notEqual(normal(out), normal(replace(tree(html), mapping)), `${ours[0]} no longer makes a difference`);
    });
}
