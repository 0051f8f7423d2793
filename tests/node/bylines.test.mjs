// Bylines as papers and agencies print them: what a reader sees, and whom machines are told of, word by word. A wrong
// credit is a fault of the first rank, so nothing here is computed.
import assert from "node:assert/strict";
import test from "node:test";
import { parseFragment } from "parse5";
import { load } from "../../dist/broadsheet.js";

const press = await load();
const DPA = { name: "dpa", organization: true };
const [person, agency] = ["Person", "Organization"].map((type) => (name) => ({ "@type": type, name }));
const role = (roleName, name) => ({ "@type": "Role", roleName, contributor: person(name) });

/** Each: language, the wording, the authors (name, credit), the lines that are seen, author, contributor. */
const WORDINGS = [
  ["en", undefined, ["Jane Doe", "John Roe"], ["By Jane Doe and John Roe"], [person("Jane Doe"), person("John Roe")]],
  ["en", undefined, [{ name: "Jane Doe", place: "Tokyo" }, ["Ann Eye", "photo"]], ["By Jane Doe (Tokyo)", "Photographs: Ann Eye"], [person("Jane Doe")], [role("photography", "Ann Eye")]],
  ["en", "{1} in Tokyo and agencies", ["Jane Doe"], ["Jane Doe in Tokyo and agencies"], [person("Jane Doe")]],
  ["en", "By {1}, with additional reporting by {2} in Busan", ["Jane Doe", "John Roe"], ["By Jane Doe, with additional reporting by John Roe in Busan"], [person("Jane Doe"), person("John Roe")]],
  ["en", "By {1}, as told to {2}", ["Seo Ha-rin", "Jane Doe"], ["By Seo Ha-rin, as told to Jane Doe"], [person("Seo Ha-rin"), person("Jane Doe")]],
  [
    ...["en", "Written by {1} and read by {2}. Produced by {3}", ["Jane Doe", ["John Roe", "audio"], ["Kim Lee", "production"]]],
    ...[["Written by Jane Doe and read by John Roe. Produced by Kim Lee"], [person("Jane Doe")], [role("audio", "John Roe"), role("production", "Kim Lee")]],
  ],
  ["en", "By {2} and {1}, Associated Press", ["Jane Doe", "John Roe"], ["By John Roe and Jane Doe, Associated Press"], [person("Jane Doe"), person("John Roe")]],
  [
    ...["en", "Reporting by {1}; Editing by {2} and {3}", ["Jane Doe", ["John Roe", "editing"], ["Kim Lee", "editing"]]],
    ...[["Reporting by Jane Doe; Editing by John Roe and Kim Lee"], [person("Jane Doe")], [role("editing", "John Roe"), role("editing", "Kim Lee")]],
  ],
  ["en", "Staff and agencies", [], ["Staff and agencies"], undefined],
  ["en", "{2}/{1}", [DPA, "Jane Doe"], ["Jane Doe/dpa"], [agency("dpa"), person("Jane Doe")]],
  ["en", "Words by {2}, photographs by {1}", [["Ann Eye", "photo"], "Jane Doe"], ["Words by Jane Doe, photographs by Ann Eye"], [person("Jane Doe")], [role("photography", "Ann Eye")]],
  ["en", "By {1}. Translated from the Korean by {2}", ["한수진", ["Jane Doe", "translation"]], ["By 한수진. Translated from the Korean by Jane Doe"], [person("한수진")], [role("translation", "Jane Doe")]],
  ["en", "Words and photographs by {1}", ["Jane Doe", ["Ann Eye", "video"]], ["Words and photographs by Jane Doe", "Video: Ann Eye"], [person("Jane Doe")], [role("video", "Ann Eye")]],
  ["ko", "{1} 기자", ["한수진"], ["한수진 기자"], [person("한수진")]],
  ["ko", "워싱턴={1} 특파원", ["한수진"], ["워싱턴=한수진 특파원"], [person("한수진")]],
  ["ko", "(서울=연합뉴스) {1} {2} 기자 =", ["한수진", "조미래"], ["(서울=연합뉴스) 한수진 조미래 기자 ="], [person("한수진"), person("조미래")]],
  ["ko", "평양공동취재단, {1} 기자", ["한수진"], ["평양공동취재단, 한수진 기자"], [person("한수진")]],
  ["ko", "공동취재단", [], ["공동취재단"], undefined],
  ["ko", "{1}·{2} 기자, 사진 {3} 기자", ["한수진", "조미래", ["배소윤", "photo"]], ["한수진·조미래 기자, 사진 배소윤 기자"], [person("한수진"), person("조미래")], [role("photography", "배소윤")]],
  ["ko", "글·사진 {1} 기자", ["한수진", ["정리해", "editing"]], ["글·사진 한수진 기자", "편집: 정리해"], [person("한수진")], [role("editing", "정리해")]],
  ["ko", undefined, ["한수진", ["배소윤", "photo"], ["임채린", "photo"]], ["글 한수진", "사진: 배소윤, 임채린"], [person("한수진")], [role("photography", "배소윤"), role("photography", "임채린")]],
  ["fr", "Par {1}, envoyée spéciale à Séoul", ["Anne Lefèvre"], ["Par Anne Lefèvre, envoyée spéciale à Séoul"], [person("Anne Lefèvre")]],
  ["fr", "Par {1} (avec {2})", ["Anne Lefèvre", { name: "AFP", organization: true }], ["Par Anne Lefèvre (avec AFP)"], [person("Anne Lefèvre"), agency("AFP")]],
  ["fr", "Propos recueillis par {1}", ["Anne Lefèvre", ["Luc Œil", "photo"]], ["Propos recueillis par Anne Lefèvre", "Photos : Luc Œil"], [person("Anne Lefèvre")], [role("photography", "Luc Œil")]],
  ["ar", "{1}، القاهرة", ["ليلى حداد"], ["ليلى حداد، القاهرة"], [person("ليلى حداد")]],
  ["ar", "بقلم {1} وترجمة {2}", ["Jane Doe", ["سمير نصر", "translation"]], ["بقلم Jane Doe وترجمة سمير نصر"], [person("Jane Doe")], [role("translation", "سمير نصر")]],
  // Roles before and after names, places, agencies, guests, one person for two things, addresses of mail in the wording.
  ["ko", "{1} 기자 hansj@paper.example", ["한수진"], ["한수진 기자 hansj@paper.example"], [person("한수진")]],
  ["ko", "{1} 논설위원·{2} 교수", ["한수진", { name: "박미래", role: "교수", bio: "경제학을 가르친다." }], ["한수진 논설위원·박미래 교수"], [person("한수진"), { ...person("박미래"), jobTitle: "교수", description: "경제학을 가르친다." }]],
  ["ko", "글 {1} / 사진 {2} / 번역 {3}", ["한수진", ["배소윤", "photo"], ["정리해", "translation"]], ["글 한수진 / 사진 배소윤 / 번역 정리해"], [person("한수진")], [role("photography", "배소윤"), role("translation", "정리해")]],
  ["ko", undefined, [{ name: "한수진", place: "서울" }, { name: "조미래", place: "도쿄" }], ["글 한수진 (서울), 조미래 (도쿄)"], [person("한수진"), person("조미래")]],
  ["ko", "정리=한수진 기자", [["배소윤", "photo"]], ["정리=한수진 기자", "사진: 배소윤"], undefined, [role("photography", "배소윤")]],
  ["en", undefined, [{ name: "Jane Doe", place: "Seoul" }, { name: "John Roe", place: "Mokpo" }, "Kim Lee"], ["By Jane Doe (Seoul), John Roe (Mokpo) and Kim Lee"], [person("Jane Doe"), person("John Roe"), person("Kim Lee")]],
  ["en", "Text: {2}. Photos: {1} and {2}", [["Bo Lens", "photo"], "Jane Doe"], ["Text: Jane Doe. Photos: Bo Lens and Jane Doe"], [person("Jane Doe")], [role("photography", "Bo Lens")]],
  ["en", "{1}, writes our correspondent in Cairo", ["Jane Doe"], ["Jane Doe, writes our correspondent in Cairo"], [person("Jane Doe")]],
  ["en", "A guest essay by {1}", [{ name: "Jane Doe", role: "Novelist", bio: "She lives in Busan." }], ["A guest essay by Jane Doe"], [{ ...person("Jane Doe"), jobTitle: "Novelist", description: "She lives in Busan." }]],
  ["en", "From our own correspondent", [["Ann Eye", "photo"]], ["From our own correspondent", "Photographs: Ann Eye"], undefined, [role("photography", "Ann Eye")]],
  ["en", undefined, [DPA, { name: "AP", organization: true, credit: "photo" }], ["By dpa", "Photographs: AP"], [agency("dpa")], [{ "@type": "Role", roleName: "photography", contributor: agency("AP") }]],
  ["en", "{1} <jane@paper.example>", ["Jane Doe"], ["Jane Doe <jane@paper.example>"], [person("Jane Doe")]],
  ["en", undefined, ["Jane Doe", ["Eve", "photos"], ["Zed", "Photo"]], ["By Jane Doe", "Also credited: Eve and Zed"], [person("Jane Doe")], [{ "@type": "Role", contributor: person("Eve") }, { "@type": "Role", contributor: person("Zed") }]],
  ["fr", undefined, ["Anne Lefèvre", "Ugo Roy", { name: "Luc Œil", place: "Nice" }], ["Par Anne Lefèvre, Ugo Roy et Luc Œil (Nice)"], [person("Anne Lefèvre"), person("Ugo Roy"), person("Luc Œil")]],
  ["fr", "{1} (texte) et {2} (photos)", ["Anne Lefèvre", ["Luc Œil", "photo"]], ["Anne Lefèvre (texte) et Luc Œil (photos)"], [person("Anne Lefèvre")], [role("photography", "Luc Œil")]],
  ["fr", "De notre correspondante à Pékin, {1}", ["Anne Lefèvre"], ["De notre correspondante à Pékin, Anne Lefèvre"], [person("Anne Lefèvre")]],
  ["fr", undefined, [["Luc Œil", "translation"], "Anne Lefèvre", { name: "AFP", organization: true }], ["Par Anne Lefèvre et AFP", "Traduction : Luc Œil"], [person("Anne Lefèvre"), agency("AFP")], [role("translation", "Luc Œil")]],
  ["ar", "كتب: {1} – تصوير: {2}", ["ليلى حداد", ["John Roe", "photo"]], ["كتب: ليلى حداد – تصوير: John Roe"], [person("ليلى حداد")], [role("photography", "John Roe")]],
  ["ar", undefined, ["ليلى حداد", "John Roe", { name: "رويترز", organization: true, place: "القاهرة" }], ["بقلم ليلى حداد، John Roe ورويترز (القاهرة)"], [person("ليلى حداد"), person("John Roe"), agency("رويترز")]],
  ["ar", "{1} – مراسلة الشؤون الصحية", ["ليلى حداد", ["سمير نصر", "audio"]], ["ليلى حداد – مراسلة الشؤون الصحية", "الصوت: سمير نصر"], [person("ليلى حداد")], [role("audio", "سمير نصر")]],
];

/** Wordings that cannot be filled in: nobody is taken for another, and nobody is lost. */
const FAULTY = [
  ["en", "By {1} and {4}", ["Jane Doe", "John Roe", ["Ann Eye", "photo"]], ["By Jane Doe and John Roe", "Photographs: Ann Eye"], [person("Jane Doe"), person("John Roe")], [role("photography", "Ann Eye")]],
  ["en", "By {0}", [["Ann Eye", "photo"]], ["Photographs: Ann Eye"], undefined, [role("photography", "Ann Eye")]],
  ["en", "By {2}", ["", ["Ann Eye", "photo"], "Jane Doe"], ["By Ann Eye", "Text: Jane Doe"], [person("Jane Doe")], [role("photography", "Ann Eye")]],
  ["en", "By {1}", ["", "Jane Doe"], ["By Jane Doe"], [person("Jane Doe")]],
  ["en", "By {name} {1}}", ["Jane Doe"], ["By {name} Jane Doe}"], [person("Jane Doe")]],
];

const read = (node) => (node.nodeName === "#text" ? node.value : (node.childNodes ?? []).map(read).join(""));
const author = (one) => (Array.isArray(one) ? { name: one[0], credit: one[1] } : typeof one === "string" ? { name: one } : one);

function* linked(node) {
  if (node.attrs?.some(({ name, value }) => name === "rel" && value.split(" ").includes("author"))) yield read(node);
  for (const child of node.childNodes ?? []) yield* linked(child);
}

for (const [language, byline, given, lines, authors, contributors] of [...WORDINGS, ...FAULTY]) {
  test(`${language}: ${byline} of ${given.length}`, () => {
    const people = given.map(author).map((one, i) => ({ ...one, url: `/people/${i}`, email: "desk@paper.example" }));
    const article = { id: "1", headline: "H", body: "B", language, byline, authors: people };
    const story = press.open({ broadsheet: 2, article, lists: { moreByAuthor: [{ headline: "M", url: "/m" }] } }, { document: "page" });
    const root = parseFragment(story.render("byline")).childNodes[0];
    const paragraphs = root.childNodes.filter(({ tagName }) => tagName === "p");
    assert.deepEqual((root.tagName === "p" ? [root] : paragraphs).map((one) => read(one).replaceAll("\u00a0", " ")), lines);
    const html = story.render("document");
    const [data] = [...html.matchAll(/<script type="application\/ld\+json">([^<]*)/g)].map(([, json]) => JSON.parse(json));
    const without = (one) => JSON.parse(JSON.stringify(one, (key, value) => (key === "url" ? undefined : value)));
    assert.deepEqual([data.author, data.contributor].map((one) => one && without(one)), [authors, contributors]);
    // Nothing else of the page names anybody as an author who has not written.
    const others = people.filter(({ credit }) => credit !== undefined).map(({ name }) => name);
    const page = parseFragment(html);
    for (const name of others) {
      assert.ok(![...linked(page)].includes(name), name);
      assert.ok(!story.render("more-by-author").includes(name), name);
      for (const meta of html.match(/<meta [^>]*>/g)) assert.ok(!meta.includes(name), name);
    }
    const reporters = html.match(/bs-contact__more" rel="author/g)?.length ?? 0;
    assert.equal(reporters, people.filter(({ name, credit }) => name && credit === undefined).length);
    story.close();
  });
}

test("an author past the limit of a list is no number of a wording", () => {
  const authors = ["Jane Doe", "John Roe", "Kim Lee"].map((name) => ({ name }));
  const story = press.open({ broadsheet: 2, article: { id: "1", headline: "H", body: "B", byline: "By {1} and {3}", authors } }, { limits: { listItems: 2 } });
  assert.match(story.render("byline"), /By <bdi>Jane Doe<\/bdi> and <bdi>John Roe<\/bdi>[^]*class="bs-cut"/);
  assert.ok(story.diagnostics.some(({ code }) => code === "BYLINE_NUMBER_UNKNOWN"));
  story.close();
});

// One person for two things: two entries, of which each says one.
test("who has written and photographed is credited with both", () => {
  const authors = [{ name: "Ann Eye" }, { name: "Ann Eye", credit: "photo" }];
  const story = press.open({ broadsheet: 2, article: { id: "1", headline: "H", body: "B", language: "en", authors } });
  assert.deepEqual([...story.render("byline").matchAll(/<p [^>]*>(.*?)<\/p>/g)].map(([, line]) => line.replaceAll(/<[^>]*>/g, "")), ["By Ann Eye", "Photographs: Ann Eye"]);
  const [data] = [...story.render("document").matchAll(/<script type="application\/ld\+json">([^<]*)/g)].map(([, json]) => JSON.parse(json));
  assert.deepEqual([data.author, data.contributor], [[person("Ann Eye")], [role("photography", "Ann Eye")]]);
  story.close();
});

test("a live update that names an author twice credits him once", () => {
  const authors = [{ name: "Jane Doe" }, { name: "Ann Eye", credit: "photo" }, { name: "John Roe" }];
  const update = (more) => ({ published: "2026-01-17T10:00:00Z", body: "B", ...more });
  const story = press.open({ broadsheet: 2, article: { id: "1", headline: "H", body: "B", language: "en", authors, updates: { a: update({ authors: [2, 0, 2, 1, 1, 2] }), b: update({ authors: [0, 2] }) } } });
  const lines = (id) => [...story.render("update", { id }).matchAll(/__byline"[^>]*>(.*?)<\/p>/g)].map(([, line]) => line.replaceAll(/<[^>]*>/g, ""));
  assert.deepEqual([lines("a"), lines("b")], [["By John Roe and Jane Doe", "Photographs: Ann Eye"], ["By Jane Doe and John Roe"]]);
  story.close();
});
