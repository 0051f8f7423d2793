// Which texts a part must show, computed from the bundle alone. Written from the bundle's description and not from
// src/, with which it shares no code: dates come from Intl, Markdown from markdown-it.
//
//   expectedTexts(part, bundle, options, id)   the texts, in the order in which they are read
//   expectedPictures(part, bundle, options, id)   the alternative texts of its pictures, in order
import { PageTeller } from "./expected-page.mjs";

const method = (part, options) => (part === "document" ? (options?.document ?? "story") : part);

/** A teller, and what it tells of a part. */
function tell(part, bundle, options, id) {
  const teller = new PageTeller(bundle, options);
  const name = method(part, options);
  if (!teller[name]) throw new Error(`the oracle does not know the part ${part}: give a class of expected-story.mjs or expected-page.mjs a method "${name}", which returns its texts in order`);
  return { teller, texts: teller[name](id) };
}

export const expectedTexts = (part, bundle, options, id) => tell(part, bundle, options, id).texts.filter(Boolean);

export const expectedPictures = (part, bundle, options, id) => tell(part, bundle, options, id).teller.pictures;
