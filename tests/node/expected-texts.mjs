// Which texts a part must show, computed from the bundle alone. Written from the bundle's description and not from
// src/, with which it shares no code: dates come from Intl, Markdown from markdown-it.
//
//   expectedTexts(part, bundle, options, id)   the texts, in the order in which they are read
//   expectedPictures(part, bundle, options, id)   the alternative texts of its pictures, in order
import { PageTeller } from "./expected-page.mjs";

/** What the teller says of a part; pictures are in the teller then. */
function told(teller, part, { document = "story" } = {}, id) {
  const method = part === "document" ? document : part;
  if (!teller[method]) throw new Error(`write which texts of the bundle ${part} shows: a method of that name in tests/node/expected-story.mjs, or in expected-page.mjs for what stands around a story`);
  return teller[method](id).filter(Boolean);
}

export function expectedTexts(part, bundle, options, id) {
  return told(new PageTeller(bundle, options), part, options, id);
}

export function expectedPictures(part, bundle, options, id) {
  const teller = new PageTeller(bundle, options);
  told(teller, part, options, id);
  return teller.pictures;
}
