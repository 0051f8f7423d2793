// The peer's script, as its page ships it: bundled and minified with marked and DOMPurify (pages.mjs).
import DOMPurify from "dompurify";
import { Marked } from "marked";
import { renderer, story } from "./story.js";

const json = async (address) => (await fetch(address)).json();

async function show(element) {
  const [site, article] = await Promise.all([json(element.dataset.site), json(element.dataset.src)]);
  const bundle = { ...site, ...article };
  const marked = new Marked(renderer(bundle));
  const html = story(bundle, marked.parse(bundle.article.body));
  // DOMPurify knows all that our markup has but this attribute. A fragment spares a second parsing.
  element.replaceChildren(DOMPurify.sanitize(html, { ADD_ATTR: ["fetchpriority"], RETURN_DOM_FRAGMENT: true }));
  element.dispatchEvent(new CustomEvent("shown", { bubbles: true }));
}

show(document.querySelector("#story"));
