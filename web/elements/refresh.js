// Keeps the stories of elements fresh: asks the server again (refresh="30"), and takes what a server pushes
// (live="/events/1"). Loaded where an element has one of these attributes, and by no other page.
//
// Of two versions that one is newer whose article.modified says so, or else the one that was asked for later: a request
// counts from when it was sent, a push from when it came. An older version is never shown over a newer one.
import { announce } from "./announce.js";
import { change } from "./apply.js";
import { sourceOf } from "./source.js";
import { streamOf } from "./stream.js";
import { hold } from "./updates.js";

const PUSHES = 1000; // that are kept, for when attributes change; the server is asked where there are more

class Life {
  #element;
  #tools;
  #sources = []; // of its addresses, in their order; null: the life is over
  #stream = null;
  #used = []; // the bytes that were shown, or could not be; null: not known
  #asked = 0; // when the story that is shown was asked for
  #queue = []; // pushes that are to be applied
  #pushes = []; // those that were, since the bytes came
  #busy = false;
  #again = false;

  constructor(element, tools) {
    this.#element = element;
    this.#tools = tools;
  }

  /** Whether the element shows what it will show: no run of its own is under way. */
  get #rests() {
    return this.#sources !== null && this.#tools.rests();
  }

  /** What the element has shown: of the layers at these addresses, if that is known, and when it asked for them. */
  shown(addresses, bytes, asked) {
    const element = this.#element;
    const seconds = Number(element.getAttribute("refresh")) || 0;
    const before = this.#sources;
    if (!before) return;
    const isSame = before.map(({ address }) => address).join("\n") === addresses.join("\n");
    this.#sources = addresses.map((address) => sourceOf(address, this.#tools));
    this.#used = bytes ?? addresses.map(() => null);
    this.#sources.forEach((source, i) => source.join(this, seconds, this.#used[i], asked));
    before.forEach((source) => this.#sources.includes(source) || source.leave(this));
    if (!isSame) [this.#queue, this.#pushes] = [[], []];
    this.#asked = isSame ? Math.max(asked, this.#asked) : asked;
    const live = element.getAttribute("live");
    const stream = live ? streamOf(new URL(live, element.baseURI).href) : null;
    if (stream !== this.#stream) {
      this.#stream?.leave(this);
      this.#stream = stream;
      stream?.join(this);
    }
    this.changed();
  }

  /** A source has other bytes, something was pushed, or the element rests again. */
  async changed() {
    this.#again = true;
    if (this.#busy) return;
    this.#busy = true;
    while (this.#again && this.#rests) {
      this.#again = false;
      try {
        await this.#renew();
        await this.#catchUp();
      } catch (error) {
        console.error(error);
      }
    }
    this.#busy = false;
  }

  /** A server pushes a change; kind is "merge" or "patch", as in Story.update. */
  pushed(kind, data) {
    this.#queue.push({ kind, data, asked: performance.now() });
    this.changed();
  }

  /** The server is asked for the bundles within some seconds. */
  ask(within) {
    this.#sources?.forEach((source) => source.soon(within));
  }

  /** The bytes of the layers as they are now; null: some are not known. */
  get #now() {
    const now = this.#sources.map((source, i) => source.bytes ?? this.#used[i]);
    return now.includes(null) ? null : now;
  }

  async #open(bytes) {
    const { own, load, optionsOf, layersOf, nameLayer, shown } = this.#tools;
    const press = (await own()) ?? (await load());
    if (!this.#rests) return null;
    const layers = layersOf(this.#element, bytes);
    try {
      return press.open(layers, optionsOf(this.#element, shown().prefix));
    } catch (error) {
      nameLayer(error, layers, (layer) => this.#sources[layer]?.address ?? "the bundle of the page");
      throw error;
    }
  }

  /** Shows what the addresses have now, if it is not what is shown. */
  async #renew() {
    const { shown, layersOf, renewLayer } = this.#tools;
    const now = this.#now;
    if (!now || now.every((bytes, i) => bytes === this.#used[i])) return;
    const asked = Math.max(...this.#sources.map((source) => source.asked));
    const { adopted } = shown();
    if (adopted?.isMadeOf(layersOf(this.#element, now))) return void (this.#used = now);
    const story = await this.#open(now).catch((error) => {
      if (error.code !== "LOAD") this.#used = now; // what cannot be shown is not tried again
      throw error;
    });
    if (!story) return;
    this.#used = now;
    if (!this.#take(story, asked)) return;
    this.#pushes = this.#pushes.filter((push) => push.asked > asked);
    this.#sources.forEach(({ address }, i) => renewLayer(address, now[i]));
  }

  /** Applies what was pushed. */
  async #catchUp() {
    const { shown, keep, follow } = this.#tools;
    while (this.#queue.length && this.#rests) {
      if (!shown().story) {
        // What a server rendered was taken over: now its story is needed.
        const now = this.#now;
        if (!now) return this.ask(0);
        const story = await this.#open(now);
        if (!story) return;
        keep(story);
        continue;
      }
      const push = this.#queue.shift();
      try {
        if (this.#take(follow(shown().story, { [push.kind]: push.data }), push.asked)) this.#pushes.push(push);
      } catch (error) {
        // It is for another version than the one that is here.
        if (!this.#sources.length) throw error;
        this.ask(0);
      }
      if (this.#pushes.length > PUSHES) {
        this.#pushes.shift();
        this.ask(60);
      }
    }
  }

  /** Shows a story, unless it is older than the one that is shown. */
  #take(story, asked) {
    const { shown, compare, keep, show, parsed, idOf, tell } = this.#tools;
    const element = this.#element;
    const { story: before, part } = shown();
    try {
      const { order, said, changes } = compare(before ?? story, story);
      if (order < 0 || (order === 0 && asked < this.#asked)) return story.close(), false;
      const id = { id: idOf(element) };
      const html = story.render(part, id);
      const old = before && before.render(part, id);
      if (html === old) keep(story);
      else {
        let fresh = null;
        show(story, html, (_, text, nodes) => {
          const after = parsed(text);
          const held = hold(element, after);
          return nodes.length ? change(element, nodes, old === null ? null : parsed(old), after, () => (fresh = held())) : null;
        });
        if (fresh || !element.constructor.furniture) announce(fresh ?? said);
        tell(element, "broadsheet-update", { part, changes });
      }
    } catch (error) {
      if (shown().story !== story) story.close();
      throw error;
    }
    this.#asked = Math.max(asked, this.#asked);
    return true;
  }

  /**
   * What the element has opened and rendered anew, with what was pushed since its bytes came.
   * @param {{ story: Story, html: string }} made
   * @param {boolean} anew whether only its bytes are new: then story null says that the one which is shown is newer
   */
  renewed(made, anew, part, id) {
    const story = this.#over(made.story, anew);
    return story && story !== made.story ? { story, html: story.render(part, { id }) } : { ...made, story };
  }

  #over(story, anew) {
    const { follow, compare, shown } = this.#tools;
    let last = story;
    for (const { kind, data } of this.#pushes) {
      try {
        const next = follow(last, { [kind]: data });
        last.close();
        last = next;
      } catch {
        break; // these bytes are of another version
      }
    }
    const before = shown().story;
    if (!anew || !before || compare(before, last).order >= 0) return last;
    last.close();
    return null;
  }

  /** The element has left the document, or wants no more of it. */
  end() {
    this.#sources?.forEach((source) => source.leave(this));
    this.#stream?.leave(this);
    this.#sources = null;
    this.#queue = [];
  }
}

export const keep = (element, tools) => new Life(element, tools);
