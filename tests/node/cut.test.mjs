// What is said of a list that was cut, beside that it was: tests/node/limits.test.mjs has that.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "../../dist/broadsheet.js";

const press = await load();
const open = (bundle, listItems) => press.open(JSON.stringify({ article: { id: "1", headline: "h", body: "", ...bundle.article }, ...bundle }), { limits: { listItems } });

test("a gallery of which some pictures are cut has as many as the bundle says", () => {
  const picture = { src: "/a", alt: "A", width: 4, height: 3 };
  const gallery = (pictures, count) => open({ lists: { galleries: { items: [{ id: "g", title: "G", count, pictures }] } } }, 2).render("galleries");
  assert.match(gallery([picture, picture, picture]), /Pictures: 3</);
  assert.match(gallery([picture, 7, picture]), /Pictures: 2</);
  assert.match(gallery([picture, picture, picture], 12), /Pictures: 12</);
});

test("the section that stands for a path of which the end is cut says so", () => {
  const sections = ["a", "b", "c"].map((id) => ({ id, label: id.toUpperCase() }));
  const story = (section) => open({ article: { id: "1", headline: "h", body: "", section }, site: { sections: sections.slice(0, 2) } }, 2);
  assert.match(story(["a", "b", "c"]).render("section-label"), />B<[^]*class="bs-cut"/);
  assert.doesNotMatch(story(["a", "b"]).render("section-label"), /bs-cut/);
});
