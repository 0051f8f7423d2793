// What the reader has opened or set going stays so when the story around it changes: a sound that plays, a film's place, a
// frame, a menu, the viewer of a gallery, a transcript.
import assert from "node:assert/strict";
import { test } from "node:test";
import { press, site } from "./element.mjs";
import { askedAgain, at, define, seeing, served, start } from "./fresh.mjs";
import { bundle } from "./harness.mjs";

const furniture = '<script type="module" src="/broadsheet/furniture.js"></script>';
const PICTURE = { body: '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>', type: "image/svg+xml" };
for (const name of ["a", "b"]) site.pages[`/${name}.svg`] = PICTURE;

/** Half a minute of silence, as a file of eight bits. */
function silence(seconds = 30, rate = 8000) {
  const size = seconds * rate;
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + size, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36);
  head.writeUInt32LE(size, 40);
  return Buffer.concat([head, Buffer.alloc(size, 128)]);
}
site.pages["/silence.wav"] = { body: silence(), type: "audio/wav" };

const figure = (name) => ({ src: `${name}.svg`, alt: `Picture ${name}`, width: 4, height: 3 });
const article = (change = {}) => ({
  modified: at(0),
  media: {
    sound: { type: "audio", title: "The horn", url: "/horn", duration: 30, sources: [{ src: "/silence.wav", type: "audio/wav" }], transcript: "It sounds *twice*." },
    clip: { type: "frame", title: "Clip", provider: "Clips", url: "https://clips.example/1", frame: "https://clips.example/e/1", width: 16, height: 9 },
  },
  figures: { a: figure("a"), b: figure("b") },
  galleries: { tide: { label: "Low tide", figures: ["a", "b"], layout: "viewer" } },
  ...change,
});
const body = (...more) => [...more, "First.", "[Hear](media:sound)", "Second.", "[Clip](media:clip)", "[Pictures](gallery:tide)", "Last."].join("\n\n");
const paper = { name: "Paper", url: "/", sections: [{ id: "n", label: "News", url: "/n" }, { id: "s", label: "Sport", url: "/s" }] };
const whole = (change) => {
  const made = JSON.parse(bundle(article(change)));
  return JSON.stringify({ ...made, broadsheet: 2, site: paper });
};

test("a sound goes on, a frame keeps its page, and what is open stays open", async (t) => {
  const source = served(whole({ body: body() }));
  const visit = await start(t, `<broadsheet-article fragment="page" src="${source.path}" refresh="30"></broadsheet-article>`, seeing + define + furniture);
  await visit.page.evaluate(async () => {
    const find = (selector) => article().querySelector(selector) ?? console.error(`no ${selector}`);
    const sound = find("audio");
    sound.muted = true;
    await sound.play();
    // As the behaviour puts one there; this one asks nobody for anything.
    const frame = document.createElement("iframe");
    find("[data-bs-frame]").append(frame);
    frame.contentWindow.mark = "kept";
    find("figure details, .bs-media details").open = true;
    globalThis.kept = { sound, frame, menu: find("details.bs-menu"), viewer: find("dialog.bs-gallery"), transcript: find("figure details, .bs-media details"), page: frame.contentWindow };
    kept.viewer.showModal();
    kept.menu.open = true; // after the viewer, which takes the focus, by which a menu closes
    kept.time = sound.currentTime;
  });
  const changed = article({ body: body("New first.", "New second."), headline: "A new headline", modified: at(1) });
  changed.media.sound.title = "The horn, twice";
  changed.media.clip.title = "Another title";
  source.body = whole(changed);
  await askedAgain(visit, source, 2);
  await visit.until(() => document.querySelector("h1").textContent === "A new headline");
  await visit.until(() => kept.sound.currentTime > kept.time);
  const seen = await visit.page.evaluate(() => ({
    sound: kept.sound.isConnected && !kept.sound.paused && article().contains(kept.sound),
    title: article().innerHTML.includes("The horn, twice"),
    card: article().innerHTML.includes("Another title"),
    frame: kept.frame.isConnected && kept.frame.contentWindow === kept.page && kept.page.mark,
    menu: kept.menu.isConnected && kept.menu.open,
    viewer: kept.viewer.isConnected && kept.viewer.open && kept.viewer.matches(":modal"),
    transcript: kept.transcript.isConnected && kept.transcript.open,
    first: article().querySelector(".bs-body p").textContent,
  }));
  assert.deepEqual(seen, { sound: true, title: true, card: true, frame: "kept", menu: true, viewer: true, transcript: true, first: "New first." });
});

test("a sound whose file is another is another sound, and one that the story has no more stops", async (t) => {
  const source = served(whole({ body: body() }));
  const visit = await start(t, `<broadsheet-article src="${source.path}" refresh="30"></broadsheet-article>`, seeing + define + furniture);
  await visit.page.evaluate(async () => {
    globalThis.sound = article().querySelector("audio");
    sound.muted = true;
    await sound.play();
  });
  const { media } = article();
  media.sound.sources = [{ src: "/silence.wav?mended", type: "audio/wav" }];
  source.body = whole({ body: body(), media, headline: "A mended sound", modified: at(1) });
  await askedAgain(visit, source, 2);
  await visit.until(() => document.querySelector("h1").textContent === "A mended sound");
  await visit.until(() => !sound.isConnected && sound.paused);
  const { now, count } = await visit.page.evaluate(async () => {
    globalThis.sound = article().querySelector("audio");
    sound.muted = true;
    await sound.play();
    return { now: new URL(sound.currentSrc).search, count: article().querySelectorAll("audio").length };
  });
  assert.deepEqual([now, count], ["?mended", 1], "what is played is the new file");
  source.body = whole({ body: "Without it.", headline: "A new headline", modified: at(2) });
  await askedAgain(visit, source, 3);
  await visit.until(() => document.querySelector("h1").textContent === "A new headline");
  await visit.until(() => !sound.isConnected && sound.paused);
});

for (const [name, change] of [
  ["under an embargo", { status: "embargoed", until: "2030-01-01T00:00:00Z" }],
  ["under an embargo of an older version", { status: "embargoed", modified: at(0) }],
])
  test(`what a server rendered goes when the story comes ${name}`, async (t) => {
    const told = (more) => JSON.stringify({ ...JSON.parse(bundle({ headline: "The secret", modified: at(1), ...more })), broadsheet: 2 });
    const source = served(told());
    const html = press.open(source.body, { provenance: true }).render();
    const visit = await start(t, `<broadsheet-article src="${source.path}" refresh="10"><p>Fallback</p>${html}</broadsheet-article>`);
    assert.equal(await visit.page.locator("h1").textContent(), "The secret");
    source.body = told(change);
    await askedAgain(visit, source, 2);
    await visit.until(() => !document.body.innerHTML.includes("secret"));
    assert.equal(await visit.page.locator("broadsheet-article").innerText(), "Fallback");
    assert.equal(await visit.page.evaluate("article().dataset.state"), "fallback");
  });
