// A bundle at an address, which is asked for again and again: once for all elements that name it.
const LEAST = 10; // seconds between two requests, whatever an attribute says
const MOST = 600; // seconds, to which errors stretch the time at most, unless the attribute asks for more

const sources = new Map();
const isHidden = () => document.visibilityState === "hidden";
const equal = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

/** The seconds that an answer asks for (Retry-After): a number of them, or a date, by the server's clock where it is told. */
function secondsToWait({ headers }) {
  const after = headers.get("retry-after");
  const now = Date.parse(headers.get("date")) || Date.now();
  return Math.min(Number(after) || (Date.parse(after) - now) / 1000 || 0, 3600);
}

class Source {
  bytes = null; // as they came last; null: they are not known here
  asked = 0; // when these were asked for, by performance.now()
  #users = new Map(); // with the seconds of each; 0: it does not ask by itself
  #tools;
  #etag = null;
  #timer = null;
  #due = Infinity;
  #last = -Infinity; // when it was asked last
  #errors = 0;
  #abort = null;

  constructor(address, tools) {
    this.address = address;
    this.#tools = tools;
  }

  /** An element that asks each so many seconds, 0: not by itself; and what it has of this address, since when. */
  join(user, seconds, bytes, asked) {
    const before = this.#seconds;
    this.#users.set(user, seconds);
    this.#last = Math.max(this.#last, asked);
    if (bytes && bytes !== this.bytes && asked >= this.asked) {
      this.#etag = null;
      this.#take(bytes, asked);
    }
    if (this.#seconds !== before) this.#plan(this.#pause());
  }

  #take(bytes, asked) {
    this.bytes = bytes;
    this.asked = asked;
    this.#users.forEach((_, user) => user.changed());
  }

  leave(user) {
    this.#users.delete(user);
    if (this.#users.size) return;
    clearTimeout(this.#timer);
    this.#abort?.abort();
    sources.delete(this.address);
  }

  /** Asks within some seconds, and not sooner than it may. */
  soon(within) {
    const seconds = Math.max(Math.random() * within, LEAST - (performance.now() - this.#last) / 1000);
    if (performance.now() + seconds * 1000 < this.#due) this.#plan(seconds);
  }

  /** Shown again after it was hidden: what is due meanwhile is asked for, not by all readers at once. */
  resume() {
    if (this.#due < Infinity) this.#plan(Math.max((this.#due - performance.now()) / 1000, Math.random() * 2));
  }

  stop() {
    clearTimeout(this.#timer);
  }

  get #seconds() {
    const wanted = [...this.#users.values()].filter((seconds) => seconds > 0);
    return wanted.length ? Math.max(LEAST, Math.min(...wanted)) : Infinity;
  }

  /** Seconds up to the next request: up to a quarter more than asked for, so that readers who came together part. */
  #pause(least = 0) {
    const seconds = this.#seconds;
    if (seconds === Infinity && !this.#errors) return seconds; // asked when somebody wants it
    const longer = Math.min((seconds === Infinity ? LEAST : seconds) * 2 ** this.#errors, Math.max(MOST, seconds));
    return Math.max(longer, least) * (1 + Math.random() / 4);
  }

  #plan(seconds) {
    clearTimeout(this.#timer);
    this.#due = performance.now() + seconds * 1000;
    if (seconds === Infinity || isHidden() || this.#abort) return;
    this.#timer = setTimeout(() => this.#ask(), Math.min(seconds * 1000, 2 ** 31 - 1));
  }

  async #ask() {
    const asked = performance.now();
    const abort = (this.#abort = new AbortController());
    let least = 0;
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => abort.abort(), this.#tools.PATIENCE);
    };
    this.#last = asked;
    wait();
    try {
      // A header of our own would make a request to another host ask for leave first: there the browser's cache asks.
      const own = this.#etag && new URL(this.address).origin === location.origin;
      const headers = own ? { __proto__: null, "if-none-match": this.#etag } : {};
      const response = await fetch(this.address, { __proto__: null, headers, signal: abort.signal, cache: own ? "no-store" : "no-cache" });
      if (response.status !== 304) {
        if (!response.ok) least = secondsToWait(response);
        const bytes = await this.#tools.readAll(response, 1 << 22, wait);
        this.#etag = response.headers.get("etag");
        if (!this.bytes || !equal(bytes, this.bytes)) this.#take(bytes, asked);
      }
      this.#errors = 0;
    } catch {
      this.#errors = Math.min(this.#errors + 1, 20);
    }
    clearTimeout(timer);
    this.#abort = null;
    if (!this.#users.size) return;
    this.#plan(this.#pause(least));
  }
}

/** The source of an address, of which a page has one. From here on the browser's cache may have an older version than the page. */
export function sourceOf(address, tools) {
  tools.living.add(address);
  if (!sources.has(address)) sources.set(address, new Source(address, tools));
  return sources.get(address);
}

document.addEventListener("visibilitychange", () => sources.forEach((source) => (isHidden() ? source.stop() : source.resume())));
addEventListener("online", () => sources.forEach((source) => source.soon(2)));
