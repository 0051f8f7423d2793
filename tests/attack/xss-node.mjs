// Hostile texts in every part, as parse5 reads what comes out.
import { parse, parseFragment } from "parse5";
import { load } from "../../dist/broadsheet.js";
import { bundlesOf, idOf, markdownsOf } from "./xss-bundles.mjs";
import { data, list } from "./xss-site.mjs";
import { offences, parse5Reader } from "./walk.mjs";

const press = await load();

/** What is not on the list, and how much was rendered. */
export function everyPart(payloads) {
  const found = [];
  let renders = 0;
  function check(story, part, id, where) {
    const whole = part === "document";
    const tree = (whole ? parse : parseFragment)(story.render(part, { id }));
    renders++;
    for (const offence of offences(tree, { reader: parse5Reader, list, parts: press.parts, whole })) found.push(`${where} in ${part}: ${offence}`);
  }
  for (const payload of payloads) {
    for (const { way, bundle } of bundlesOf(payload, data)) {
      for (const signedIn of [false, true]) {
        const story = press.open(bundle, { now: "2025-11-07T10:00:00+09:00", document: "page", reader: { signedIn } });
        const parts = signedIn ? ["account"] : press.parts;
        for (const part of parts) check(story, part, idOf(part, bundle), `${JSON.stringify(payload)} ${way}`);
        story.close();
      }
    }
    for (const body of markdownsOf(payload)) {
      const story = press.open({ article: { id: "a", headline: "H", body } });
      check(story, "body", undefined, JSON.stringify(body));
      story.close();
    }
  }
  return { found, renders };
}
