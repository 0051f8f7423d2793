// Which texts a part must show, computed from the bundle alone. Written from the bundle's description and not from
// src/, with which it shares no code: dates come from Intl, Markdown from markdown-it.
//
//   expectedTexts(part, bundle, options, id)   the texts, in the order in which they are read
//   expectedPictures(part, bundle, options, id)   the alternative texts of its pictures, in order
import { PageTeller } from "./expected-page.mjs";

const method = (part, options) => (part === "document" ? (options?.document ?? "story") : part);

export function expectedTexts(part, bundle, options, id) {
  return new PageTeller(bundle, options)[method(part, options)](id).filter(Boolean);
}

export function expectedPictures(part, bundle, options, id) {
  const teller = new PageTeller(bundle, options);
  teller[method(part, options)](id);
  return teller.pictures;
}
