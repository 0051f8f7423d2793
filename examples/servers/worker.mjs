// The same at the edge, in workerd. The bundles come from the service "stories" (worker.capnp). A page that was made once is
// kept in memory: for a minute it is sent as it is, after that once more while the next is made (stale-while-revalidate), and
// while the service fails.
import { load } from "broadsheet";
import { answerTo, page } from "./answer.mjs";

const FRESH = 60_000; // milliseconds
const MOST = 200; // pages that one isolate keeps
const kept = new Map();

/** The bytes of a bundle; null: there is none. */
async function bundle(env, name) {
  const response = await env.stories.fetch(`http://stories/${name}.json`);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`the service answered ${response.status}`);
  return response.arrayBuffer();
}

/** Makes the page of a story and keeps it; null: there is none. */
async function make(env, name) {
  const [site, story] = await Promise.all(["site", name].map((one) => bundle(env, one)));
  kept.delete(name);
  if (!story || name === "site") return null;
  const answer = await page(await load(), [site ?? "{}", story]);
  kept.set(name, { answer, time: Date.now() });
  if (kept.size > MOST) kept.delete(kept.keys().next().value);
  return answer;
}

export default {
  async fetch(request, env, context) {
    const { method, headers } = request;
    const path = new URL(request.url).pathname;
    const { status, headers: more, body } = await answerTo({ method, path, ifNoneMatch: headers.get("if-none-match") }, async (name) => {
      const old = kept.get(name);
      if (!old) return make(env, name);
      const age = Date.now() - old.time;
      if (age > (env.FRESH ?? FRESH)) {
        old.time = Date.now(); // the others do not ask as well
        context.waitUntil(make(env, name).catch((error) => console.error(`${path}: ${error.message}`)));
      }
      return { ...old.answer, headers: { ...old.answer.headers, age: String(Math.floor(age / 1000)) } };
    });
    return new Response(body, { status, headers: more });
  },
};
