// Every text that a bundle asks for is there, once and in its place, and there is no other. What must be there is
// computed by expected-texts.mjs, which shares no code with src/.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { parse, parseFragment } from "parse5";
import { load } from "../../dist/broadsheet.js";
import { goldens } from "../golden/cases.mjs";
import { NOW as NOVEMBER, stories as samples } from "../stories/stories.mjs";
import { advised } from "./advice.mjs";
import { characters } from "./expected-story.mjs";
import { expectedPictures, expectedTexts } from "./expected-texts.mjs";

const test = advised(`The texts that a part shows (actual) are not those that the oracle computes from the bundle (expected).
If the part is right, mend the oracle from the bundle's description (src/bundle/bundle.md), without a look at src/:
tests/node/expected-story.mjs for the story's parts, expected-page.mjs for those around it, expected-words.mjs for words;
for the head of a document it is tests/node/texts.test.mjs. If the oracle is right, mend src/parts/PART.c or src/head/.`);

const press = await load();
const INLINE = new Set(["a", "bdi", "code", "del", "em", "span", "strong", "time"]);
const collapse = (text) => text.replace(/[ \t\n\r\f]+/g, " ").trim();

function* nodes(node) {
  yield node;
  for (const child of node.childNodes ?? []) yield* nodes(child);
}

const elements = (tree, name) => [...nodes(tree)].filter(({ tagName }) => tagName === name);
const attribute = (element, name) => element.attrs.find((one) => one.name === name)?.value;

/** What is read, with white space where blocks meet. */
function read(node) {
  if (node.nodeName === "#text") return node.value.replace(/[\u2066-\u2069]/g, ""); // isolates are not compared
  const inside = (node.childNodes ?? []).map(read).join("");
  return INLINE.has(node.tagName) ? inside : ` ${inside} `;
}

function check(html, part, bundle, options, id) {
  const tree = part === "document" ? parse(html) : parseFragment(html);
  const shown = part === "document" ? elements(tree, "body")[0] : tree;
  assert.equal(collapse(read(shown)), collapse(characters(expectedTexts(part, bundle, options, id).join(" "))));
  const pictures = elements(shown, "img").map((image) => collapse(attribute(image, "alt")));
  assert.deepEqual(pictures, expectedPictures(part, bundle, options, id).map(characters).map(collapse));
}

const cases = goldens();
/** What machines are told of those who have not written the text. */
const ROLES = { photo: "photography", video: "video", audio: "audio", translation: "translation", production: "production", editing: "editing" };
for (const { title, part, bundle, options, id, html } of cases) {
  test(`texts: ${title}`, () => check(html.toString(), part, bundle, options, id));
}

/** The objects of a type that JSON-LD tells of, for the media with files of a bundle of version 2. */
function mediaFor({ broadsheet, article }, type, absolute, clean) {
  const all = broadsheet === 2 ? Object.values(article.media ?? {}).filter((one) => one?.type === type && one.sources?.length) : [];
  const told = all.map(({ title, caption, poster, sources, url, published, duration }) => ({
    "@type": type === "video" ? "VideoObject" : "AudioObject",
    name: clean(title) || undefined,
    description: caption ? expectedTexts("standfirst", { broadsheet, article: { standfirst: caption } })[0] : undefined,
    thumbnailUrl: absolute(poster),
    contentUrl: absolute(sources[0].src),
    url: absolute(url),
    uploadDate: published ?? article.published,
    duration: duration ? `PT${duration}S` : undefined,
  }));
  return told.length ? told : undefined;
}

// The head of a page is for machines, and its texts are known by their names.
// Separators of lines become spaces, which the oracle counts as one.
const flat = (value) => (value === undefined ? value : JSON.parse(JSON.stringify(value).replace(/ +/g, " ")));
const same = (actual, expected) => assert.deepEqual(flat(actual), flat(expected));

for (const { title, bundle, html, options } of cases.filter(({ part }) => part === "document")) {
  test(`head: ${title}`, () => {
    const { article, site = {} } = bundle;
    const tree = parse(html.toString());
    const clean = (text) => expectedTexts("headline", { article: { headline: text } })[0] ?? "";
    const meta = (name) =>
      elements(tree, "meta").filter((one) => [attribute(one, "name"), attribute(one, "property")].includes(name)).map((one) => attribute(one, "content"));
    const one = (text) => (clean(text) ? [clean(text)] : []);
    const { headline, headlines, standfirst } = article;
    const title = [clean(headlines?.search ?? headline), clean(site.name)].filter(Boolean).join(" | ");
    same(elements(tree, "title")[0].childNodes[0].value, title);
    same(meta("description"), one(standfirst));
    same(meta("og:title"), one(headlines?.social ?? headline));
    same(meta("og:description"), one(standfirst));
    same(meta("og:site_name"), one(site.name));
    same(meta("article:tag"), (article.tags ?? []).map(({ label }) => clean(label)));
    const links = elements(tree, "link");
    const alternates = links.filter((link) => attribute(link, "rel") === "alternate").map((link) => Object.fromEntries(link.attrs.map(({ name, value }) => [name, value])));
    const feeds = (site.feeds ?? []).filter(({ label, url, type }) => clean(label) && URL.canParse(url) && /^application\/(rss\+xml|atom\+xml|feed\+json)$/.test(type));
    same(alternates, [
      ...((bundle.broadsheet === 2 && article.status === "withdrawn" ? null : article.alternates) ?? []).map(({ language, url }) => ({ rel: "alternate", hreflang: language, href: new URL(url).href })),
      ...feeds.map(({ label, url, type }) => ({ rel: "alternate", type, title: clean(label), href: new URL(url).href })),
    ]);
    same(meta("theme-color"), /^#[0-9a-f]{6}$/i.test(site.themeColor) ? [site.themeColor] : []);
    const above = site.url ?? options?.base;
    const leads = article.url && URL.canParse(article.url, above) ? new URL(article.url, above) : undefined;
    const page = /^https?:$/.test(leads?.protocol) ? leads.href : undefined;
    same(links.filter((link) => attribute(link, "rel") === "canonical").map((link) => attribute(link, "href"))[0], page);

    const data = JSON.parse(elements(tree, "script").find((script) => attribute(script, "type") === "application/ld+json").childNodes[0].value.replace(/\\u202[89]/g, " "));
    const base = options?.base ?? page ?? site.url;
    // A hostile address has control characters in it, and is refused.
    const absolute = (url) => (url && !/[\0-\x1f]/.test(url) && URL.canParse(url, base) ? new URL(url, base).href : undefined);
    const pixels = (value) => ({ "@type": "QuantitativeValue", unitCode: "E37", value });
    const size = ({ width, height }) => (width && height ? { width: pixels(width), height: pixels(height) } : {});
    const lead = article.figures?.[clean(article.lead)];
    // Others are told of the picture that has the figure's size.
    const wantedMedia = (type) => mediaFor(bundle, type, absolute, clean);
    const medium = !lead && /^media:/.test(article.lead ?? "") ? article.media?.[article.lead.slice(6)] : undefined;
    const gallery = /^gallery:/.test(article.lead ?? "") ? article.galleries?.[article.lead.slice(8)] : undefined;
    const picture = medium?.poster ?? article.figures?.[gallery?.figures[0]]?.src ?? lead?.sources?.find(({ width }) => width === lead.width)?.src ?? lead?.src;
    const rich = bundle.broadsheet === 2;
    const isWriter = ({ credit }) => !rich || (credit ?? "text") === "text";
    const [writers, others] = [isWriter, (one) => !isWriter(one)].map((chosen) => article.authors?.filter(chosen));
    const person = ({ name, role, url, bio, organization }) => {
      const plain = !rich || organization !== true;
      return { "@type": plain ? "Person" : "Organization", name: clean(name), url: absolute(url), jobTitle: (plain && clean(role)) || undefined, description: (rich && clean(bio)) || undefined };
    };
    const live = rich && !article.status?.startsWith?.("embargo") && expectedTexts("updates", bundle, options).length;
    const updates = live ? Object.entries(article.updates) : [];
    const fields = rich && article.status !== "withdrawn" ? article : {};
    const types = { sponsored: "AdvertiserContentArticle", review: "ReviewNewsArticle", opinion: "OpinionNewsArticle", analysis: "AnalysisNewsArticle" };
    const sold = fields.label?.kind === "sponsored";
    const type = !sold && live ? "LiveBlogPosting" : types[fields.label?.kind] ?? (Number.isFinite(fields.rating?.value) ? types.review : "NewsArticle");
    const open = { free: true, registration: false, subscription: false }[fields.access];
    const mended = rich ? (article.corrections ?? []).filter(({ kind, text, quiet }) => text && quiet !== true && !["update", "note"].includes(kind)) : [];
    const wanted = {
      "@context": "https://schema.org",
      "@type": type,
      isPartOf: fields.series && { "@type": "CreativeWorkSeries", name: clean(fields.series.label), url: absolute(fields.series.url) },
      position: fields.series?.part,
      reviewRating: type === types.review && Number.isFinite(fields.rating?.value) ? { "@type": "Rating", ratingValue: String(fields.rating.value), worstRating: 0, bestRating: fields.rating.max ?? 5 } : undefined,
      discussionUrl: absolute(fields.comments?.url),
      commentCount: fields.comments?.count,
      isAccessibleForFree: open,
      hasPart: open === false ? { "@type": "WebPageElement", isAccessibleForFree: false, cssSelector: ".bs-body" } : undefined,
      correction: mended.length ? mended.map(({ date, text }) => ({ "@type": "CorrectionComment", text: expectedTexts("standfirst", { broadsheet: 2, article: { standfirst: text } })[0], datePublished: date })) : undefined,
      headline: clean(headlines?.search ?? headline),
      alternativeHeadline: clean(headlines?.short) || undefined,
      description: clean(standfirst) || undefined,
      url: page,
      mainEntityOfPage: page && { "@type": "WebPage", "@id": page },
      image: absolute(picture) && [absolute(picture)],
      author: writers?.map(person),
      contributor: others?.length ? others.map((one) => ({ "@type": "Role", roleName: ROLES[one.credit], contributor: person(one) })) : undefined,
      publisher: clean(site.name)
        ? { "@type": "Organization", name: clean(site.name), url: site.url && new URL(site.url).href, logo: absolute(site.logo?.src) && { "@type": "ImageObject", url: absolute(site.logo.src), ...size(site.logo) } }
        : undefined,
      keywords: article.tags?.map(({ label }) => clean(label)),
      copyrightNotice: clean(article.rights) || undefined,
      video: wantedMedia("video"),
      audio: wantedMedia("audio"),
    };
    const { datePublished, dateModified, articleSection, inLanguage, creativeWorkStatus, expires, coverageStartTime, coverageEndTime, liveBlogUpdate, ...rest } = data;
    same([coverageStartTime, coverageEndTime].map((text) => Date.parse(text) || null), [article.live?.started, article.live?.ended].map((text) => Date.parse(text) || null));
    const said = (liveBlogUpdate ?? []).map(({ "@type": type, headline, datePublished, dateModified }) => [type, headline, Date.parse(datePublished), Date.parse(dateModified)].map(String).join());
    same(said.sort(), updates.map(([, one]) => ["BlogPosting", one.title?.replace(/[*`]/g, ""), Date.parse(one.published), Date.parse(one.modified)].map(String).join()).sort());
    same(creativeWorkStatus, rich && article.status === "withdrawn" ? "Withdrawn" : undefined);
    same(Date.parse(expires) || null, (rich && Date.parse(article.expires)) || null);
    const over = article.status === "withdrawn" || Date.parse(options?.now) >= Date.parse(article.expires);
    const robots = over ? ["noindex"] : article.expires ? [`unavailable_after: ${expires}`] : [];
    same(meta("robots"), rich ? robots : []);
    same(rest, JSON.parse(JSON.stringify(wanted)));
    same([datePublished, dateModified].map((text) => Date.parse(text) || null), [article.published, article.modified].map((text) => Date.parse(text) || null));
    same(articleSection ? [articleSection] : [], expectedTexts("section-label", bundle));
    same(inLanguage, /^[a-z]{2}$/.test(article.language) ? article.language : undefined);
  });
}

const folder = new URL("../../examples/bundles/", import.meta.url);
const example = (name) => JSON.parse(readFileSync(new URL(name, folder)));
const stories = readdirSync(folder).filter((name) => name.endsWith(".json") && example(name).article);

test("there are examples", () => assert.ok(stories.length >= 4));

for (const name of stories) {
  for (const site of ["site.json", "site-ko.json"]) {
    test(`texts: examples/bundles/${name} with ${site}`, () => {
      const layers = [example(site), example(name)];
      const story = press.open(layers);
      for (const part of ["story", "document"]) check(story.render(part), part, { ...layers[0], ...layers[1] });
      story.close();
    });
  }
}

// The complete editions, as a page and as the document around one.
const NOW = "2025-11-07T10:00:00+09:00";
const OF_THE_DAY = { en: ["summit.json"], ko: ["haenyeo.json"], ar: ["edition/story-ar.json"], fr: [] };
const EDITIONS = Object.entries(OF_THE_DAY).flatMap(([language, files]) => [...files, `edition/live-${language}.json`, `edition/review-${language}.json`].map((file) => [language, file]));
for (const [language, storyFile] of EDITIONS) {
  test(`texts: the edition, ${language}, ${storyFile}`, () => {
    const layers = [example(`edition/site-${language}.json`), example(`edition/lists-${language}.json`), example(storyFile)];
    const bundle = { ...Object.assign({}, ...layers), site: Object.assign({}, ...layers.map(({ site }) => site)) };
    for (const signedIn of [false, true]) {
      const options = { now: NOW, reader: { signedIn }, document: "page" };
      const edition = press.open(layers, options);
      for (const part of ["page", "document"]) check(edition.render(part), part, bundle, options);
      edition.close();
    }
  });
}

for (const { name, layers, bundle, site } of samples) {
  test(`texts: tests/stories/${name}.json`, () => {
    const options = { now: NOVEMBER };
    const story = press.open(layers, options);
    for (const part of ["story", "document"]) check(story.render(part), part, { ...bundle, site: { ...site.site, ...bundle.site } }, options);
    story.close();
  });
}
