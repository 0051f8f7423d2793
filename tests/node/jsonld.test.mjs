// The structured data of a page: schema-dts says by its types whether each is what schema.org knows, and what the
// bundle has is in it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "parse5";
import ts from "typescript";
import { load } from "../../dist/broadsheet.js";
import { goldens } from "../golden/cases.mjs";

const press = await load();
const read = (name) => JSON.parse(readFileSync(new URL(`../../examples/bundles/${name}`, import.meta.url)));

function* elements(node) {
  if (node.tagName) yield node;
  for (const child of node.childNodes ?? []) yield* elements(child);
}

/** The structured data of a document, as the texts that stand in it. */
const structured = (html) =>
  [...elements(parse(html))]
    .filter(({ tagName, attrs }) => tagName === "script" && attrs.some(({ name, value }) => name === "type" && value === "application/ld+json"))
    .map((script) => script.childNodes[0].value);

const stories = { en: "summit.json", ko: "haenyeo.json", ar: "edition/story-ar.json" };
const told = (language, file) => {
  const layers = [read(`edition/site-${language}.json`), read(`edition/lists-${language}.json`), read(file)];
  const story = press.open(layers, { document: "page" });
  const html = story.render("document");
  story.close();
  return { name: `edition ${language}`, bundle: Object.assign({}, ...layers), texts: structured(html) };
};
const editions = Object.entries(stories).map(([language, file]) => told(language, file));
const others = ["en", "ko", "ar", "fr"].flatMap((language) => [told(language, `edition/live-${language}.json`), told(language, `edition/review-${language}.json`)]);
const documents = goldens().filter(({ part }) => part === "document").map(({ title, html }) => ({ name: title, texts: structured(html.toString()) }));

// --- types ---------------------------------------------------------------------------------------

const COUNTED = ["NewsArticle", "BreadcrumbList", "Organization", "ItemList", "ImageGallery"];
// What a story with a label or with live updates is stands behind them.
const TYPES = [...COUNTED, "LiveBlogPosting", "AdvertiserContentArticle", "ReviewNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle"];
const importing = `import type { ${TYPES.join(", ")}, WithContext } from "schema-dts";\n`;
const probe = fileURLToPath(new URL("structured-data.ts", import.meta.url));

/** A statement with that object as the literal that it is, so that tsc also sees what is too much. */
const statement = (text, i) => {
  const type = JSON.parse(text)["@type"];
  assert.ok(TYPES.includes(type), type);
  return `export const data${i}: WithContext<${type}> = ${text};\n`;
};

/** What tsc says about a module: { line, message }. Nothing is written to a disk. */
function compile(source) {
  const options = { strict: true, noEmit: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === probe || fileExists.call(host, name);
  host.getSourceFile = (name, ...rest) => (name === probe ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2022) : getSourceFile.call(host, name, ...rest));
  const program = ts.createProgram([probe], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => ({
    line: file && ts.getLineAndCharacterOfPosition(file, start).line,
    message: ts.flattenDiagnosticMessageText(messageText, "\n"),
  }));
}

const wrong = [
  '{"@context":"https://schema.org","@type":"NewsArticle","headline":7}',
  '{"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":{"@type":"Person"}}]}',
  '{"@context":"https://schema.org","@type":"Organization","headline":"An organization has none"}',
  '{"@context":"https://schema.org","@type":"ItemList","itemListElements":[]}',
  '{"@context":"https://schema.org","@type":"ReviewNewsArticle","reviewRating":{"@type":"Person"}}',
  '{"@context":"https://schema.org","@type":"NewsArticle","reviewRating":{"@type":"Rating","ratingValue":"3"}}',
  '{"@context":"https://schema.org","@type":"NewsArticle","video":{"@type":"VideoObject","contentUrls":"https://x.example/a.mp4"}}',
  '{"@context":"https://schema.org","@type":"NewsArticle","correction":[{"@type":"CorrectionComment","text":7}]}',
  '{"@context":"https://schema.org","@type":"NewsArticle","contributor":[{"@type":"Role","contributors":{"@type":"Person"}}]}',
  '{"@context":"https://schema.org","@type":"NewsArticle","isPartOf":{"@type":"CreativeWorkSeries","headlines":"x"}}',
  '{"@context":"https://schema.org","@type":"NewsArticle","isAccessibleForFree":"perhaps"}',
  '{"@context":"https://schema.org","@type":"LiveBlogPosting","liveBlogUpdate":[{"@type":"NewsArticle","coverageStartTime":"2026"}]}',
  '{"@context":"https://schema.org","@type":"ImageGallery","image":[{"@type":"ImageObject","width":{"@type":"Person"}}]}',
];

test("tsc and schema-dts find nothing in the goldens and editions, and see what is wrong", () => {
  const good = [...editions, ...others, ...documents].flatMap(({ texts }) => texts);
  assert.ok(good.length > 40);
  const said = compile(importing + [...good, ...wrong].map(statement).join(""));
  const first = 1 + good.length;
  assert.deepEqual(said.filter(({ line }) => !(line >= first)), []);
  assert.deepEqual([...new Set(said.map(({ line }) => line - first))].sort((a, b) => a - b), wrong.map((_, i) => i));
});

// What version 2 tells machines of; texts.test.mjs says what each must hold.
const TOLD = {
  VideoObject: ["contentUrl", "description", "duration", "name", "thumbnailUrl", "uploadDate", "url"],
  AudioObject: ["contentUrl", "name"],
  CorrectionComment: ["datePublished", "text"],
  CreativeWorkSeries: ["name", "url"],
  Rating: ["bestRating", "ratingValue", "worstRating"],
  Role: ["contributor", "roleName"],
  BlogPosting: ["articleBody", "author", "contributor", "dateModified", "datePublished", "headline", "url"],
  WebPageElement: ["cssSelector", "isAccessibleForFree"],
};
const IN_STORY = ["isAccessibleForFree", "isPartOf", "position", "contributor", "correction", "video", "audio", "commentCount", "discussionUrl", "coverageStartTime", "liveBlogUpdate", "reviewRating"];

test("each thing of version 2 that machines are told of is in what tsc has seen", () => {
  const members = {};
  const walk = (value) => {
    if (typeof value !== "object" || value === null) return;
    for (const name of Object.keys(value)) (members[value["@type"]] ??= new Set()).add(name);
    for (const one of Object.values(value)) walk(one);
  };
  for (const { texts } of [...editions, ...others, ...documents]) for (const text of texts) walk(JSON.parse(text));
  for (const [type, names] of Object.entries(TOLD)) assert.deepEqual(names.filter((name) => !members[type]?.has(name)), [], type);
  const stories = new Set([...TYPES].flatMap((type) => [...(members[type] ?? [])]));
  assert.deepEqual(IN_STORY.filter((name) => !stories.has(name)), []);
});

// --- contents --------------------------------------------------------------------------------------

const address = (url, base) => (url ? new URL(url, base).href : undefined);
const plain = (value) => JSON.parse(JSON.stringify(value));

for (const { name, bundle, texts } of editions) {
  const { article, site, lists } = bundle;
  const all = texts.map((text) => JSON.parse(text));
  const page = address(article.url, site.url);
  const of = (type) => all.filter((one) => one["@type"] === type);

  test(`${name}: one of each, an ItemList for each ranked list, an ImageGallery for each gallery`, () => {
    const galleries = lists.galleries.items.filter(({ pictures }) => pictures?.length);
    assert.deepEqual(
      COUNTED.map((type) => of(type).length),
      [1, 1, 1, Object.keys(lists.ranked).length, galleries.length],
    );
    assert.ok(all.every((one) => one["@context"] === "https://schema.org"));
  });

  test(`${name}: BreadcrumbList`, () => {
    let level = site.sections;
    const path = article.section.map((id) => {
      const section = level.find((one) => one.id === id);
      level = section.children;
      return section;
    });
    const steps = [{ label: site.name, url: site.url }, ...path];
    const wanted = steps.map(({ label, url }, i) => ({ "@type": "ListItem", position: i + 1, name: label, item: address(url, page) }));
    assert.deepEqual(of("BreadcrumbList")[0].itemListElement, wanted);
  });

  test(`${name}: Organization`, () => {
    const [organization] = of("Organization");
    assert.equal(organization.name, site.name);
    assert.equal(organization.url, address(site.url));
    assert.equal(organization.logo.url, address(site.logo.src, page));
    assert.deepEqual(organization.sameAs, site.follow.map(({ url }) => address(url, page)));
  });

  test(`${name}: ItemList`, () => {
    Object.values(lists.ranked).forEach(({ label, url, items }, i) => {
      const list = of("ItemList")[i];
      assert.equal(list.name, label);
      assert.equal(list.url, address(url, page));
      const ranked = items.map((item, i) => ({ rank: i + 1, ...item })).sort((a, b) => a.rank - b.rank);
      assert.deepEqual(list.itemListElement, plain(ranked.map(({ rank, headline, url }) => ({ "@type": "ListItem", position: rank, name: headline, url: address(url, page) }))));
    });
  });

  test(`${name}: ImageGallery`, () => {
    lists.galleries.items.forEach(({ title, url, pictures }, i) => {
      const gallery = of("ImageGallery")[i];
      assert.deepEqual([gallery.name, gallery.url], [title, address(url, page)]);
      const images = gallery.image.map(({ contentUrl, caption, creditText, width }) => ({ contentUrl, caption, creditText, width: width.value }));
      assert.deepEqual(plain(images), plain(pictures.map(({ src, caption, credit, width }) => ({ contentUrl: address(src, page), caption, creditText: credit, width }))));
    });
  });
}
