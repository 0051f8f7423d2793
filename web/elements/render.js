// Opens the story of an element and renders its part.
import { load } from "../module/press.js";
import { nameLayer } from "./layers.js";

function make(press, layers, { options, part, id, nameOf, keep }) {
  let story;
  try {
    story = press.open(layers, options);
  } catch (error) {
    nameLayer(error, nameOf(error.layer), layers[error.layer]);
    throw error;
  }
  try {
    return { story, html: keep ? null : story.render(part, { id }) };
  } catch (error) {
    story.close();
    throw error;
  }
}

/**
 * @param {{ press: Press, small: boolean }} chosen what a small module does not show, the whole shows or says why
 * @param {Layer[]} layers
 * @param {object} how options: of press.open(); part, id: of render(); nameOf(layer): its name, for messages; keep: nothing is
 *   rendered, since the HTML is there
 * @returns {Promise<{ story: Story, html: string | null }>}
 */
export async function renderPart({ press, small }, layers, how) {
  if (small) {
    try {
      return make(press, layers, how);
    } catch (error) {
      if (error.code === "MEMORY") throw error; // there would not be enough for the whole either
    }
    press = await load();
  }
  return make(press, layers, how);
}
