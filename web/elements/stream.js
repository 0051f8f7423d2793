// A stream of changes from a server (EventSource), one for all elements that name its address. README.md has the form of
// the messages.
const MOST = 600; // seconds between two attempts, at most
const streams = new Map();
const isHidden = () => document.visibilityState === "hidden";

class Stream {
  #users = new Set();
  #events = null;
  #last = ""; // the id of the last message
  #errors = 0;
  #timer = null;

  constructor(address) {
    this.address = address;
  }

  join(user) {
    this.#users.add(user);
    if (this.#users.size === 1) this.open();
  }

  leave(user) {
    this.#users.delete(user);
    if (this.#users.size) return;
    this.close();
    streams.delete(this.address);
  }

  close() {
    clearTimeout(this.#timer);
    this.#events?.close();
    this.#events = null;
  }

  open() {
    clearTimeout(this.#timer);
    if (this.#events || isHidden()) return;
    // The browser itself sends the header Last-Event-ID where it goes on with a stream; a new one says so in its address.
    const address = new URL(this.address);
    if (this.#last) address.searchParams.set("last-event-id", this.#last);
    const events = (this.#events = new EventSource(address));
    for (const type of ["message", "merge", "patch", "reload"])
      events.addEventListener(type, ({ data, lastEventId }) => {
        this.#last = lastEventId || this.#last;
        for (const user of this.#users) {
          if (type === "reload") user.ask(Number(data) || 5);
          else user.pushed(type === "patch" ? "patch" : "merge", data);
        }
      });
    events.addEventListener("open", () => {
      this.#errors = 0;
      // What was said before, and nobody says again, is in the bundle.
      if (!this.#last) for (const user of this.#users) user.ask(10);
    });
    events.addEventListener("error", () => {
      if (events !== this.#events || events.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
      this.close();
      const seconds = Math.min(10 * 2 ** this.#errors++, MOST) * (1 + Math.random() / 4);
      this.#timer = setTimeout(() => this.open(), seconds * 1000);
    });
  }
}

/** The stream of an address, of which a page has one. */
export function streamOf(address) {
  if (!streams.has(address)) streams.set(address, new Stream(address));
  return streams.get(address);
}

document.addEventListener("visibilitychange", () => streams.forEach((stream) => (isHidden() ? stream.close() : stream.open())));
