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

// --- each list, and the parts that show it -----------------------------------------------------

const three = (item) => ["a", "b", "c"].map(item);
const link = (label) => ({ label, url: `/${label}` });
const headline = (text) => ({ headline: text, url: `/${text}` });
const section = (id) => ({ ...link(id), id });
const picture = (src) => ({ src, alt: src, width: 4, height: 3 });
// Whoever writes more by the authors names them; where they stand in the path of sections two parts say.
const authored = { article: { authors: [{ name: "A" }] }, lists: { moreByAuthor: [headline("a")] } };
const SHOWN = {
  "article/authors": [three((name) => ({ name, email: `${name}@a.example` })), ["byline", "contact", "more-by-author"], authored],
  "article/corrections": [three((text) => ({ text })), ["corrections"]],
  "article/section": [three((id) => id), ["breadcrumbs", "section-label"], { site: { sections: [section("a"), section("b")] } }],
  "article/tags": [three(link), ["tags"]],
  "lists/galleries": [{ items: three((title) => ({ title, pictures: [picture("/p")] })) }, ["galleries"]],
  "lists/galleries/items/0": [{ items: [{ title: "g", pictures: three(picture) }] }, ["galleries"]],
  "lists/moreByAuthor": [three(headline), ["more-by-author"], authored],
  "lists/ranked": [{ a: { label: "A", items: three(headline) } }, ["ranked-list"]],
  "lists/ticker": [three(headline), ["ticker"]],
  "site/follow": [three(link), ["follow"]],
  "site/footer": [three((label) => ({ label, links: [link("l")] })), ["footer-links"]],
  "site/footer/0": [[{ label: "f", links: three(link) }], ["footer-links"]],
  "site/imprint": [three((label) => ({ label, value: "v" })), ["imprint"]],
  "site/navigation": [three(link), ["navigation"]],
  "site/quickLinks": [three(link), ["quick-links"]],
  "site/sections": [three(section), ["section-tree"]],
  "site/sections/0": [[{ ...section("a"), children: ["d", "e", "f"].map(section) }], ["section-tree", "sub-navigation"], { article: { section: ["a"] } }],
  "site/share": [["facebook", "x", "reddit"], ["share"]],
};
const AROUND = ["document", "footer", "masthead", "page", "story"]; // parts that hold such parts

for (const [place, [list, parts, more]] of Object.entries(SHOWN))
  test(`of ${place} that is cut ${parts.join(", ")} and no other part tell`, () => {
    const [owner, key] = place.split("/");
    const layers = [{ article: { id: "1", headline: "h", body: "", url: "https://a.example/1" } }, more ?? {}, { [owner]: { [key]: list } }];
    const told = (listItems) => {
      const story = press.open(layers, { limits: { listItems } });
      const names = press.parts.filter((part) => !AROUND.includes(part) && story.render(part, { id: "a" }).includes("bs-cut"));
      story.close();
      return names.sort();
    };
    assert.deepEqual([told(3), told(2)], [[], parts]);
  });
