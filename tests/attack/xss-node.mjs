// Hostile texts in every part, as parse5 reads what comes out.
import { parse, parseFragment } from "parse5";
import { load } from "../../dist/broadsheet.js";
import { bundlesOf, idsOf, markdownsOf, misplacedOf } from "./xss-bundles.mjs";
import { data, list } from "./xss-site.mjs";
import { offences, parse5Reader } from "./walk.mjs";

const loaded = await load();

/** What is not on the list, and how much was rendered; press.open opens the bundles. */
export function everyPart(payloads, press = loaded) {
  const found = [];
  let renders = 0;
  const { parts } = loaded;
  function check(html, part, where) {
    const whole = part === "document";
    const tree = (whole ? parse : parseFragment)(html);
    for (const offence of offences(tree, { reader: parse5Reader, list, parts, whole })) found.push(`${where} in ${part}: ${offence}`);
  }

  /** Every part of a bundle, with the ids that another one has. */
  function eachPart(bundle, named, look) {
    for (const signedIn of [false, true]) {
      const story = press.open(bundle, { now: "2025-11-07T10:00:00+09:00", document: "page", reader: { signedIn } });
      for (const part of signedIn ? ["account"] : parts) {
        renders++;
        for (const id of idsOf(part, named)) look(story.render(part, { id }), part);
      }
      story.close();
    }
  }

  const known = new Set(); // what came out for a text before this one
  function news(html, part, where) {
    if (known.has(html)) return;
    known.add(html);
    check(html, part, where);
  }

  for (const payload of payloads) {
    const text = JSON.stringify(payload);
    for (const { way, bundle } of bundlesOf(payload, data)) eachPart(bundle, bundle, (html, part) => check(html, part, `${text} ${way}`));
    for (const { way, bundle } of misplacedOf(payload, data)) {
      try {
        eachPart(bundle, data.full, (html, part) => news(html, part, `${text} ${way}`));
      } catch (error) {
        if (error.code !== "SHAPE") throw error; // no article, nothing to see
      }
    }
    for (const body of markdownsOf(payload)) {
      const story = press.open({ broadsheet: 2, article: { id: "a", headline: "H", body } });
      renders++;
      check(story.render("body"), "body", JSON.stringify(body));
      story.close();
    }
  }
  return { found, renders };
}
