// Elements whose stories are kept fresh: by asking again, and by a stream. Time is the test's own: what a page waits for
// passes at once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { press, run, site } from "./element.mjs";
import { askedAgain, at, define, seeing, served, start, streamed, tag } from "./fresh.mjs";
import { bundle, page } from "./harness.mjs";

test("without the attributes nothing is loaded and nothing is asked again", async (t) => {
  const source = served(bundle());
  const before = site.count("/broadsheet/refresh.js");
  const visit = await start(t, tag(`src="${source.path}"`) + tag(`src="${source.path}" refresh="0"`) + tag(`src="${source.path}" refresh="soon"`));
  await visit.pass(3600);
  assert.equal(source.asked.length, 1);
  assert.equal(site.count("/broadsheet/refresh.js"), before);
});

test("it asks again after the seconds of the attribute, by ETag; what has not changed changes nothing in the page", async (t) => {
  const source = served(bundle());
  const visit = await start(t, tag(`src="${source.path}" refresh="30"`));
  await visit.page.evaluate("observe()");
  assert.ok((await askedAgain(visit, source, 2)) >= 29);
  const between = await askedAgain(visit, source, 3);
  assert.ok(between >= 30 && between <= 39, `${between} seconds`);
  await askedAgain(visit, source, 5);
  assert.deepEqual(source.asked.slice(2).map(({ status }) => status), [304, 304, 304]);
  assert.deepEqual(await visit.page.evaluate("[changes, updates]"), [[], []]);
});

test("Markdown that is new in a story brings its stylesheet", async (t) => {
  const source = served(bundle({ modified: at(0) }));
  const visit = await start(t, tag(`src="${source.path}" refresh="30"`));
  const sheets = () => visit.page.evaluate(() => [...document.querySelectorAll("link[rel=stylesheet]")].map(({ href }) => href.split("/").at(-1)));
  assert.deepEqual(await sheets(), ["broadsheet.story.css"]);
  source.body = bundle({ body: "| a |\n|---|\n| b |", modified: at(1) });
  await askedAgain(visit, source, 2);
  await visit.until(() => document.querySelector(".bs-table table") && getComputedStyle(document.querySelector(".bs-table table")).borderCollapse === "collapse");
  assert.deepEqual(await sheets(), ["broadsheet.story.css", "broadsheet.rich.css"]);
});

test("it asks no more often than every ten seconds", async (t) => {
  const source = served(bundle());
  const visit = await start(t, tag(`src="${source.path}" refresh="0.01"`));
  await askedAgain(visit, source, 2);
  assert.ok((await askedAgain(visit, source, 3, 0.5)) >= 10);
});

test("readers who came together do not ask together", async (t) => {
  const seen = new Set();
  for (const random of [0, 0.5, 0.99]) {
    const source = served(bundle());
    const visit = await start(t, tag(`src="${source.path}" refresh="100"`), seeing.replace("0.5", String(random)) + define);
    seen.add(Math.round((await askedAgain(visit, source, 2)) / 5));
  }
  assert.equal(seen.size, 3);
});

test("a change is shown in place: nodes, focus, selection, an open box, what was typed and the reading position stay", async (t) => {
  const paragraphs = Array.from({ length: 60 }, (_, i) => `Paragraph ${i} with [a link](/l${i}).`);
  const article = { body: paragraphs.join("\n\n"), modified: at(0), kicker: "Kicker" };
  const source = served(bundle(article));
  const visit = await start(t, `<p>Above</p>${tag(`src="${source.path}" refresh="30"`)}<p id="below">Below</p>`);
  await visit.page.evaluate(() => {
    const links = [...document.querySelectorAll('[href^="/l"]')];
    globalThis.kept = { link: links[30], h1: document.querySelector("h1"), paragraph: links[32].parentNode };
    const box = document.createElement("details"); // as a behaviour or another script may put one there
    box.innerHTML = "<summary>Menu</summary><input value=typed>";
    links[31].parentNode.after(box);
    box.open = true;
    links[30].scrollIntoView({ block: "center" });
    links[30].focus({ preventScroll: true });
    getSelection().setBaseAndExtent(kept.paragraph.firstChild, 2, kept.paragraph.firstChild, 8);
    kept.box = box;
    kept.top = links[30].getBoundingClientRect().top;
    kept.said = getSelection().toString();
  });
  await visit.page.evaluate("observe()");
  const more = Array.from({ length: 5 }, (_, i) => `New paragraph ${i}.`);
  source.body = bundle({ ...article, headline: "A new headline", modified: at(1), body: [...more, ...paragraphs.slice(0, 50), "Changed.", ...paragraphs.slice(51, 59)].join("\n\n") });
  await askedAgain(visit, source, 2);
  await visit.until(() => document.querySelector("h1").textContent === "A new headline");
  const seen = await visit.page.evaluate(() => ({
    same: document.querySelector("h1") === kept.h1 && kept.link.isConnected && kept.paragraph.isConnected,
    focus: document.activeElement === kept.link,
    selection: getSelection().toString() === kept.said && kept.said.length === 6,
    open: kept.box.isConnected && kept.box.open,
    moved: Math.abs(kept.link.getBoundingClientRect().top - kept.top),
    scrolled: scrollY > 0,
    html: article().innerHTML.replace(kept.box.outerHTML, ""),
    updates,
    changes,
  }));
  assert.deepEqual([seen.same, seen.focus, seen.selection, seen.open, seen.scrolled], [true, true, true, true, true]);
  assert.ok(seen.moved < 1.5, `moved by ${seen.moved}`);
  assert.equal(seen.html, press.open(source.body).render());
  assert.deepEqual(seen.updates.map(({ part, changes }) => [part, changes]), [["story", ["headline", "dates", "body", "story", "page", "document"]]]);
  assert.ok(seen.changes.length < 60, "no more than what differs is touched");
});

test("a story that is heard is announced once, in the publisher's words, and politely", async (t) => {
  const source = served(bundle({ language: "ko", modified: at(0) }));
  const visit = await start(t, tag(`src="${source.path}" refresh="30"`) + tag(`src="${source.path}" refresh="30" fragment="headline"`));
  assert.equal(await visit.page.locator('[role="status"]').count(), 0);
  source.body = bundle({ language: "ko", modified: at(1), headline: "새 제목" });
  await askedAgain(visit, source, 2);
  await visit.until(() => document.querySelector("h1").textContent === "새 제목");
  await visit.pass(1);
  const seen = await visit.page.evaluate(() => [...document.querySelectorAll('[role="status"]')].map((one) => [one.textContent, one.lang, one.dir, one.getBoundingClientRect().width <= 1]));
  assert.deepEqual(seen, [["기사가 업데이트되었습니다.", "ko", "ltr", true]]);
  assert.equal(source.asked.length, 2, "two elements ask once");
});

test("an older version is never shown over a newer one", async (t) => {
  const source = served(bundle({ headline: "Ten past", modified: at(10) }));
  const visit = await start(t, tag(`src="${source.path}" refresh="10"`));
  for (const [headline, minute, want] of [["Five past", 5, "Ten past"], ["Twenty past", 20, "Twenty past"], ["Ten past", 10, "Twenty past"], ["Again", 20, "Again"]]) {
    source.body = bundle({ headline, modified: at(minute) });
    await askedAgain(visit, source, source.asked.length + 1);
    await visit.pass(1);
    assert.equal(await visit.text(), want);
  }
  source.body = bundle({ headline: "Old", modified: at(1) });
  assert.equal(await visit.page.evaluate(() => article().reload()), "ready");
  assert.equal(await visit.text(), "Again");
});

test("a server pushes layers and patches; an answer that was asked for before comes too late", async (t) => {
  const [source, stream] = [served(bundle({ modified: at(0) })), streamed()];
  const visit = await start(t, tag(`src="${source.path}" refresh="10" live="${stream.path}"`));
  await stream.listened(visit);
  stream.say("", { article: { headline: "Pushed", kicker: "K" } }, "1");
  await visit.until(() => document.querySelector("h1").textContent === "Pushed");
  stream.say("patch", [{ op: "test", path: "/article/kicker", value: "K" }, { op: "replace", path: "/article/headline", value: "Patched" }], "2");
  await visit.until(() => document.querySelector("h1").textContent === "Patched");
  // Asked for before the push, answered after it, with the same date.
  let release;
  source.after = new Promise((resolve) => (release = resolve));
  source.body = bundle({ modified: at(0), headline: "Late" });
  await askedAgain(visit, source, source.asked.length + 1);
  stream.say("merge", { article: { headline: "Pushed again" } }, "3");
  await visit.until(() => document.querySelector("h1").textContent === "Pushed again");
  release();
  source.after = null;
  await visit.pass(1);
  assert.equal(await visit.text(), "Pushed again");
  // What was pushed stays when an attribute changes.
  await visit.page.evaluate(() => ((article().headingBase = "2"), article().rendered));
  assert.equal(await visit.text("broadsheet-article h2"), "Pushed again");
  // Out of order: an older date.
  stream.say("", { article: { headline: "Older", modified: "2026-01-16T00:00:00Z" } });
  await visit.pass(1);
  assert.equal(await visit.text("broadsheet-article h2"), "Pushed again");
});

test("a patch that does not fit asks the server", async (t) => {
  const [source, stream] = [served(bundle({ modified: at(0) })), streamed()];
  const visit = await start(t, tag(`src="${source.path}" live="${stream.path}"`));
  await stream.listened(visit);
  await askedAgain(visit, source, 2); // what came before the stream
  source.body = bundle({ headline: "As it is", modified: at(1) });
  stream.say("patch", [{ op: "test", path: "/article/headline", value: "Unknown" }]);
  await askedAgain(visit, source, 3);
  await visit.until(() => document.querySelector("h1").textContent === "As it is");
  source.body = bundle({ headline: "Told to ask", modified: at(2) });
  stream.say("reload", "20");
  await askedAgain(visit, source, 4);
  await visit.until(() => document.querySelector("h1").textContent === "Told to ask");
});

test("a stream that ends is opened again, with the id of its last message", async (t) => {
  const [source, stream] = [served(bundle()), streamed()];
  const visit = await start(t, tag(`src="${source.path}" live="${stream.path}"`));
  await stream.listened(visit);
  stream.say("", { article: { headline: "Seven" } }, "seven");
  await visit.until(() => document.querySelector("h1").textContent === "Seven");
  await visit.page.evaluate('see("hidden")');
  for (let i = 0; stream.listeners.size && i < 50; i++) await visit.pass(0.1);
  await visit.pass(600);
  assert.equal(stream.opened.length, 1, "none while nobody looks");
  stream.refuse = true;
  await visit.page.evaluate('see("visible")');
  for (let i = 0; stream.opened.length < 2 && i < 50; i++) await visit.pass(0.1);
  assert.equal(stream.opened[1].query, "?last-event-id=seven");
  stream.refuse = false;
  await visit.pass(5);
  assert.equal(stream.opened.length, 2);
  for (let i = 0; stream.opened.length < 3 && i < 40; i++) await visit.pass(1);
  assert.equal(stream.opened[2].query, "?last-event-id=seven");
});

test("nobody is asked while the page is hidden, and soon when it is seen again", async (t) => {
  const source = served(bundle());
  const visit = await start(t, tag(`src="${source.path}" refresh="10"`));
  await askedAgain(visit, source, 2);
  await visit.page.evaluate('see("hidden")');
  await visit.pass(3600);
  assert.equal(source.asked.length, 2);
  await visit.page.evaluate('see("visible")');
  assert.ok((await askedAgain(visit, source, 3, 0.25)) <= 3);
});

test("errors are answered by patience, and the story stays", async (t) => {
  const source = served(bundle());
  const visit = await start(t, tag(`src="${source.path}" refresh="10"`));
  source.status = 500;
  await askedAgain(visit, source, 2);
  const first = await askedAgain(visit, source, 3);
  const second = await askedAgain(visit, source, 4);
  assert.ok(first >= 20 && second >= 40, `${first}, ${second}`);
  assert.equal(await visit.text(), "A story");
  source.headers = { "retry-after": "300" };
  await askedAgain(visit, source, 5);
  assert.ok((await askedAgain(visit, source, 6, 5)) >= 295);
  // A date says the same, by the server's clock: the reader's may be wrong.
  source.headers = { date: "Sat, 17 Jan 2015 10:00:00 GMT", "retry-after": "Sat, 17 Jan 2015 10:20:00 GMT" };
  await askedAgain(visit, source, 7, 5);
  const third = await askedAgain(visit, source, 8, 5);
  assert.ok(third >= 1195 && third <= 1600, String(third));
  Object.assign(source, { status: 200, headers: {}, body: "{" });
  await askedAgain(visit, source, 9, 5);
  assert.equal(await visit.text(), "A story");
  assert.ok(visit.console.some((line) => line.startsWith("error") && line.includes(`${site.origin}${source.path}: expected a key`)));
  source.body = bundle({ headline: "Well again" });
  await askedAgain(visit, source, 10);
  await visit.until(() => document.querySelector("h1").textContent === "Well again");
});

test("another address while an answer is on its way, an element that leaves and comes back", async (t) => {
  const [one, two] = [served(bundle({ headline: "One" })), served(bundle({ headline: "Two" }))];
  const visit = await start(t, tag(`src="${one.path}" refresh="10"`));
  let release;
  one.after = new Promise((resolve) => (release = resolve));
  one.body = bundle({ headline: "One, late" });
  await askedAgain(visit, one, 2);
  await visit.page.evaluate((src) => ((article().src = src), article().rendered), two.path);
  release();
  one.after = null;
  await visit.pass(1);
  assert.equal(await visit.text(), "Two");
  await visit.pass(60);
  assert.equal(one.asked.length, 2, "an address that nobody names is not asked");
  const before = two.asked.length;
  await visit.page.evaluate(() => ((globalThis.away = article()), away.remove()));
  await visit.pass(60);
  assert.equal(two.asked.length, before);
  two.body = bundle({ headline: "Two, later" });
  await visit.page.evaluate(() => (document.body.append(away), away.rendered));
  assert.equal(await visit.text(), "Two, later");
  two.body = bundle({ headline: "Two, last" });
  await askedAgain(visit, two, two.asked.length + 2);
  await visit.until(() => document.querySelector("h1").textContent === "Two, last");
});

test("under a strict policy, with Trusted Types", async (t) => {
  const [source, stream] = [served(bundle()), streamed()];
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types broadsheet";
  const visit = await start(t, tag(`src="${source.path}" refresh="10" live="${stream.path}"`), `<meta http-equiv="Content-Security-Policy" content="${policy}">${seeing}${define}`);
  source.body = bundle({ headline: "Trusted", tags: [{ label: "New" }] });
  await askedAgain(visit, source, 2);
  await visit.until(() => document.querySelector("h1").textContent === "Trusted");
  await stream.listened(visit);
  stream.say("", { article: { headline: "Pushed" } });
  await visit.until(() => document.querySelector("h1").textContent === "Pushed");
  await visit.pass(1);
  assert.equal(await visit.text('[role="status"]'), "The story was updated.");
});

test("what a server rendered is taken over, asked for again without a module, and changed in place", async (t) => {
  const source = served(bundle({ modified: at(0) }));
  const html = press.open(source.body, { provenance: true }).render();
  const before = site.requests.length;
  const visit = await start(t, `<broadsheet-article src="${source.path}" refresh="10">${html}</broadsheet-article>`);
  await visit.page.evaluate("observe(); globalThis.h1 = document.querySelector('h1')");
  await askedAgain(visit, source, 2);
  assert.deepEqual(await visit.page.evaluate("changes"), []);
  assert.ok(!site.requests.slice(before).some(({ path }) => path.endsWith(".wasm")));
  source.body = bundle({ headline: "Newer", modified: at(1) });
  await askedAgain(visit, source, 3);
  await visit.until(() => document.querySelector("h1").textContent === "Newer");
  assert.ok(await visit.page.evaluate("document.querySelector('h1') === h1"));
});

const entries = (count, more = {}) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`u-${i}`, { published: at(i), title: `Update ${i}`, key: i % 3 === 0, body: `Text of update ${i}.\n\nAnd more of it.`, ...more }]));
const blog = (updates, more = {}) => JSON.stringify({ broadsheet: 2, article: { id: "live", headline: "Live", body: "We follow it.", language: "en", live: { state: "live" }, updates, ...more } });

test("new live updates wait behind a button, move nothing that is read, and are told of politely", async (t) => {
  const source = served(blog(entries(20)));
  const visit = await start(t, tag(`src="${source.path}" refresh="30"`));
  const seen = () =>
    visit.page.evaluate(() => {
      const button = document.querySelector(".bs-updates__new");
      const visible = [...document.querySelectorAll(".bs-updates__list article")].filter((one) => one.checkVisibility()).map(({ id }) => id);
      return { button: button && !button.hidden ? button.textContent : null, first: visible[0], count: visible.length, status: document.querySelector('[role="status"]')?.textContent, top: document.getElementById("bs-update_u-9").getBoundingClientRect().top, focus: document.activeElement.id, keys: [...document.querySelectorAll(".bs-updates__key li")].filter((one) => one.checkVisibility()).length };
    });
  await visit.page.evaluate(() => document.getElementById("bs-update_u-9").scrollIntoView());
  const before = await seen();
  assert.deepEqual([before.button, before.count, before.keys], [null, 20, 7]);
  source.body = blog(entries(23));
  await askedAgain(visit, source, 2);
  await visit.until(() => !document.querySelector(".bs-updates__new").hidden);
  await visit.pass(1);
  const held = await seen();
  assert.deepEqual([held.button, held.status, held.count, held.first, held.keys], ["3 new updates", "3 new updates", 20, "bs-update_u-19", 7]);
  assert.ok(Math.abs(held.top - before.top) < 1.5, "nothing moves");
  source.body = blog({ ...entries(24), "u-22": null });
  await askedAgain(visit, source, 3);
  await visit.until(() => document.querySelectorAll(".bs-updates__list article").length === 23);
  await visit.pass(1);
  const more = await seen();
  assert.deepEqual([more.button, more.status, more.count], ["3 new updates", "1 new update", 20]);
  await visit.page.locator(".bs-updates__new").focus();
  await visit.page.keyboard.press("Enter");
  const shown = await seen();
  assert.deepEqual([shown.button, shown.count, shown.first, shown.focus], [null, 23, "bs-update_u-23", "bs-update_u-23"]);
  assert.equal(await visit.page.evaluate(() => document.querySelectorAll("[hidden] article").length), 0);
  // One that is changed waits for nobody.
  source.body = blog({ ...entries(24), "u-22": null, "u-9": { published: at(9), modified: at(40), title: "Mended" } });
  await askedAgain(visit, source, 4);
  await visit.until(() => document.getElementById("bs-update_u-9").textContent.includes("Mended"));
  assert.equal((await seen()).button, null);
});

test("what waits comes in when the live updates end; and nothing waits for who has not come to them", async (t) => {
  const source = served(blog(entries(3), { body: "Long.\n\n".repeat(200) }));
  const visit = await start(t, tag(`src="${source.path}" refresh="30"`));
  const visible = () => visit.page.evaluate(() => [...document.querySelectorAll(".bs-updates__list article")].filter((one) => one.checkVisibility()).length);
  source.body = blog(entries(4), { body: "Long.\n\n".repeat(200) });
  await askedAgain(visit, source, 2);
  await visit.until(() => document.querySelectorAll(".bs-updates__list article").length === 4);
  assert.equal(await visible(), 4);
  await visit.page.evaluate(() => document.getElementById("bs-update_u-0").scrollIntoView());
  source.body = blog(entries(5), { body: "Long.\n\n".repeat(200) });
  await askedAgain(visit, source, 3);
  await visit.until(() => document.querySelectorAll(".bs-updates__list article").length === 5);
  assert.equal(await visible(), 4);
  source.body = blog(entries(5), { body: "Long.\n\n".repeat(200), live: { state: "ended" } });
  await askedAgain(visit, source, 4);
  await visit.until(() => document.querySelector(".bs-updates__state--ended"));
  assert.equal(await visible(), 5);
});

test("how many there are is said in the plurals of the language", async (t) => {
  for (const [language, count, want] of [["ko", 3, "새 소식 3건"], ["ar", 2, "تحديثان جديدان"], ["ar", 3, "3 تحديثات جديدة"], ["ar", 11, "11 تحديثًا جديدًا"], ["ar", 100, "100 تحديث جديد"], ["fr", 1, "1 nouvelle mise à jour"], ["fr", 5, "5 nouvelles mises à jour"]]) {
    const all = (n) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`u${i}`, { published: "2026-01-17", title: `T ${i}` }]));
    const source = served(blog(all(1), { language }));
    const visit = await start(t, tag(`src="${source.path}" refresh="30"`));
    source.body = blog(all(1 + count), { language });
    await askedAgain(visit, source, 2);
    await visit.until(() => !document.querySelector(".bs-updates__new").hidden);
    assert.equal(await visit.page.locator(".bs-updates__new").textContent(), want);
  }
});
