// Elements that are kept fresh, while their attributes change, they leave and they come back. Time is the test's own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { at, served, start, streamed, tag } from "./fresh.mjs";
import { bundle } from "./harness.mjs";

test("bytes of one address are never taken for those of another that the element names meanwhile", async (t) => {
  const one = served(bundle({ id: "1", headline: "One", modified: at(50) }));
  const two = served(bundle({ id: "2", headline: "Two", modified: at(10) }));
  const visit = await start(t, tag(`id="other" src="${two.path}" refresh="30"`));
  await visit.page.evaluate(
    ([first, second]) => {
      const element = Object.assign(document.createElement("broadsheet-article"), { id: "moving", src: first, refresh: 30 });
      // Between the rendering and what is done behind it.
      element.addEventListener("broadsheet-render", () => (element.src = second), { once: true });
      document.body.append(element);
    },
    [one.path, two.path],
  );
  await visit.until(() => document.querySelector("#moving h1")?.textContent === "Two");
  await visit.pass(1);
  assert.deepEqual([await visit.text("#moving h1"), await visit.text("#other h1")], ["Two", "Two"]);
});

test("put back, or made anew, an element shows no older version out of the browser's cache", async (t) => {
  const [source, stream] = [served(bundle({ headline: "First", modified: at(1) })), streamed()];
  source.headers = { "cache-control": "max-age=3600" };
  const visit = await start(t, tag(`src="${source.path}" live="${stream.path}"`));
  await stream.listened(visit);
  source.body = bundle({ headline: "Second", modified: at(2) });
  stream.say("", source.body);
  await visit.until(() => document.querySelector("h1").textContent === "Second");
  const seen = await visit.page.evaluate(async () => {
    const element = document.querySelector("broadsheet-article");
    const back = async (node) => {
      element.remove();
      await new Promise((resolve) => queueMicrotask(resolve));
      document.body.append(node);
      await node.rendered;
      return node.querySelector("h1").textContent;
    };
    return [await back(element), await back(element.cloneNode())];
  });
  assert.deepEqual(seen, ["Second", "Second"]);
});
