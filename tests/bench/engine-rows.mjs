// The rows that Firefox and WebKit measure: a reader's first visit, in a browser that has shown another page before.
import { load } from "../../dist/broadsheet.js";
import { launch } from "../browser/engines.mjs";
import { STORY } from "../budgets/inputs.mjs";
import { sameShown } from "./shown.mjs";
import { serve } from "./site.mjs";

async function cold(site, engine, names, want, rounds) {
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 ? names : [...names].reverse()) {
      const browser = await launch(engine);
      try {
        for (const page of ["empty", name]) {
          const { url, shown } = site.visit(page);
          await browser.goto(url);
          const { time, html } = await shown;
          if (page !== name) continue;
          sameShown(html, want, `${name} in ${engine}`);
          times[name].push(time);
        }
      } finally {
        await browser.close();
      }
    }
  }
  return times;
}

/** The rows whose names are chosen: [name, { ours, peer }], in milliseconds. */
export async function* engineRows(chosen, rounds) {
  for (const engine of ["firefox", "webkit"]) {
    if (!chosen(engine)) continue;
    const site = await serve();
    const press = await load();
    const want = press.open(STORY).render();
    try {
      const times = await cold(site, engine, ["peer", "ours"], want, Math.ceil(rounds / 2));
      yield [engine, { ours: times.ours, peer: times.peer }];
    } finally {
      await site.close();
    }
  }
}
