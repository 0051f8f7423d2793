// The rows that Chromium measures. The pages signal by themselves; nothing else runs on their threads.
import assert from "node:assert/strict";
import { load } from "../../dist/broadsheet.js";
import { launchChromium } from "./chromium.mjs";
import { MARKDOWN, STORY } from "../budgets/inputs.mjs";
import { READER, bundled, pathOf, serve } from "./site.mjs";
import { sameShown, sameTexts } from "./shown.mjs";

const SLOWER = { rate: 4 };
const MOBILE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 1.6e6 / 8 };
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What a visit must have shown. */
async function storyHtml() {
  const press = await load();
  const opened = press.open(STORY);
  const html = opened.render();
  opened.close();
  return html;
}

/** One visit in a tab; work looks at the tab when the story is there. Resolves to what the page signalled and work gave. */
async function visit(site, tab, name, want, work = () => null) {
  const { url, shown: signal } = site.visit(name);
  await tab.send("Page.navigate", { url });
  const told = await signal;
  if (want) sameShown(told.html, want, name);
  return { time: told.time, more: await work(tab) };
}

/** The first frame with the story, in milliseconds from the navigation, by page and round; each visit is a reader's first. */
async function coldVisits(chromium, site, names, want, rounds, network) {
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const name of round % 2 ? names : [...names].reverse()) {
      const tab = await chromium.tab();
      await tab.send("Emulation.setCPUThrottlingRate", SLOWER);
      if (network) {
        await tab.send("Network.enable");
        await tab.send("Network.emulateNetworkConditions", network);
      }
      const { time } = await visit(site, tab, name, name === "empty" ? null : want);
      if (round >= 0) times[name].push(time); // the first round warms up
      await tab.close();
    }
  }
  return times;
}

/** The same of a third visit: a profile for each page and round, and five seconds between two visits. */
async function thirdVisits(site, names, want, rounds) {
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const browsers = [];
    try {
      for (const name of names) browsers.push({ name, chromium: await launchChromium() });
      for (const number of [1, 2, 3]) {
        for (const { name, chromium } of browsers) {
          const tab = await chromium.tab({ kept: true });
          await tab.send("Emulation.setCPUThrottlingRate", SLOWER);
          const { time } = await visit(site, tab, name, want);
          if (number === 3) times[name].push(time);
          await sleep(500); // what the browser keeps of the code is written after the page was shown
          await tab.close();
        }
        if (number < 3) await sleep(5000);
      }
    } finally {
      for (const { chromium } of browsers) await chromium.close();
    }
  }
  return times;
}

/** CPU up to the story's first frame, in milliseconds, at full speed: of layout and style, and of all on the page's thread. */
async function cpuVisits(chromium, site, names, want, rounds) {
  const times = { layout: {}, cpu: {} };
  for (const kind of Object.values(times)) for (const name of names) kind[name] = [];
  for (let round = -1; round < rounds; round++) {
    for (const name of round % 2 ? names : [...names].reverse()) {
      const tab = await chromium.tab();
      await tab.send("Performance.enable", { timeDomain: "threadTicks" });
      const { more } = await visit(site, tab, name, name === "empty" ? null : want, () => tab.send("Performance.getMetrics"));
      const value = (metric) => more.metrics.find((one) => one.name === metric).value * 1000;
      if (round >= 0) {
        times.layout[name].push(value("LayoutDuration") + value("RecalcStyleDuration"));
        times.cpu[name].push(value("TaskDuration"));
      }
      await tab.close();
    }
  }
  return times;
}

const PAUSE = 600; // milliseconds after the page was loaded, in which all is shown and its scripts have ended

/** CPU of the page's thread, at a fourth of the speed, for pages that a server rendered; none of them signals anything. */
async function serverVisits(chromium, site, names, rounds) {
  const times = Object.fromEntries(names.map((name) => [name, []]));
  let loaded = () => {};
  const off = chromium.on("Page.loadEventFired", () => loaded());
  for (let round = -1; round < rounds; round++) {
    for (const name of round % 2 ? names : [...names].reverse()) {
      const tab = await chromium.tab();
      await tab.send("Emulation.setCPUThrottlingRate", SLOWER);
      await tab.send("Performance.enable", { timeDomain: "threadTicks" });
      await tab.send("Page.enable");
      site.asked.length = 0;
      const load = new Promise((resolve) => (loaded = resolve));
      await tab.send("Page.navigate", { url: site.addressOf(name) });
      await load;
      await sleep(PAUSE);
      const { metrics } = await tab.send("Performance.getMetrics");
      if (round >= 0) times[name].push(metrics.find((one) => one.name === "TaskDuration").value * 1000);
      const { result } = await tab.send("Runtime.evaluate", { expression: 'document.querySelector("broadsheet-article").dataset.state' });
      assert.deepEqual([result.value, site.asked.filter((path) => /\.(wasm|json)$/.test(path))], [name === "server" ? undefined : "ready", []]);
      await tab.close();
    }
  }
  off();
  return times;
}

/** Markdown renderers in a page, which measures by itself and signals its samples. */
async function markdownVisit(chromium, site, rounds) {
  const tab = await chromium.tab();
  const { url, shown: signal } = site.visit("markdown", 600_000);
  await tab.send("Page.navigate", { url: `${url}&${rounds}` });
  const { error, samples, html } = await signal;
  await tab.close();
  assert.equal(error, undefined);
  for (const name of Object.keys(MARKDOWN)) {
    for (const [who, text] of Object.entries(html[name])) sameTexts(text, html[name].ours, `${who}, ${name}`);
  }
  return samples;
}

/** The rows whose names are chosen: [name, { ours, peer }], in milliseconds. */
export async function* chromiumRows(chosen, rounds) {
  const any = (...names) => names.some(chosen);
  const markdown = Object.keys(MARKDOWN).flatMap((name) => [`commonmark, ${name}`, `markdown-it, ${name}`]);
  if (!any("adopted", "cold", "preloads", "third", "third, preloads", "network", "network, no preloads", "network, both", "layout", "cpu", "cpu, preloads", ...markdown)) return;
  const more = {
    "/markdown.js": await bundled("peer/markdown-page.js"),
    "/markdown.html": Buffer.from('<!DOCTYPE html><title>Markdown</title><script type="module" src="markdown.js"></script>'),
    "/inputs.json": Buffer.from(JSON.stringify(MARKDOWN)),
  };
  const site = await serve(more, READER);
  const chromium = await launchChromium();
  try {
    const want = await storyHtml();
    if (any("cold", "preloads")) {
      const times = await coldVisits(chromium, site, ["empty", "peer", "ours", "ours with preloads"], want, rounds);
      yield ["cold", { ours: times.ours, peer: times.peer, empty: times.empty }];
      yield ["preloads", { ours: times["ours with preloads"], peer: times.peer }];
    }
    if (any("network", "network, no preloads", "network, both")) {
      const names = ["peer", "peer with preloads", "ours", "ours with preloads"];
      const times = await coldVisits(chromium, site, names, want, Math.ceil(rounds / 2), MOBILE);
      yield ["network", { ours: times["ours with preloads"], peer: times.peer }];
      yield ["network, no preloads", { ours: times.ours, peer: times.peer }];
      yield ["network, both", { ours: times["ours with preloads"], peer: times["peer with preloads"] }];
    }
    if (any("adopted")) {
      const times = await serverVisits(chromium, site, ["server", "adopted"], rounds);
      yield ["adopted", { ours: times.adopted, peer: times.server }];
    }
    if (any("layout", "cpu", "cpu, preloads")) {
      const { layout, cpu } = await cpuVisits(chromium, site, ["empty", "peer", "ours", "ours with preloads"], want, rounds);
      yield ["layout", { ours: layout.ours, peer: layout.peer }];
      yield ["cpu", { ours: cpu.ours, peer: cpu.peer, empty: cpu.empty }];
      yield ["cpu, preloads", { ours: cpu["ours with preloads"], peer: cpu.peer }];
    }
    if (any(...markdown)) {
      const samples = await markdownVisit(chromium, site, rounds);
      for (const name of Object.keys(MARKDOWN)) {
        for (const peer of ["commonmark", "markdown-it"]) yield [`${peer}, ${name}`, { ours: samples[name].ours, peer: samples[name][peer] }];
      }
    }
    if (any("third", "third, preloads")) {
      const times = await thirdVisits(site, ["peer", "ours", "ours with preloads"], want, Math.ceil(rounds / 3));
      yield ["third", { ours: times.ours, peer: times.peer }];
      yield ["third, preloads", { ours: times["ours with preloads"], peer: times.peer }];
    }
  } finally {
    await chromium.close();
    await site.close();
  }
}
