// Opens the story of an element and renders its part.
import { loadWhole } from "../module/press.js";
import { nameLayer } from "./layers.js";
import { chooseRicher } from "./modules.js";

function make(press, layers, { options, part, id, nameOf, keep }) {
  let story;
  try {
    story = press.open(layers, options);
    return { story, html: keep ? null : story.render(part, { id }) };
  } catch (error) {
    if (story) story.close();
    else nameLayer(error, layers, nameOf);
    throw error;
  }
}

/** The same with a small module; null where a larger one is to be asked. Memory would not be enough there either. */
function attempt(...given) {
  try {
    return make(...given);
  } catch (error) {
    if (error.code === "MEMORY") throw error;
    return null;
  }
}

/**
 * @param {{ press: Press, small: boolean }} chosen what a small module does not show, a larger one shows, or the whole says why
 * @param {Layer[]} layers
 * @param {object} how options: of press.open(); part, id: of render(); nameOf(layer): its name, for messages; keep: nothing is
 *   rendered, since the HTML is there
 * @returns {Promise<{ story: Story, html: string | null }>}
 */
export async function renderPart({ press, small }, layers, how) {
  if (!small) return make(press, layers, how);
  const made = attempt(press, layers, how);
  const richer = made ? null : await chooseRicher(press);
  return made ?? (richer && attempt(richer, layers, how)) ?? make(await loadWhole(), layers, how);
}
