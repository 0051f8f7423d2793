// Which texts the parts of a story must show, computed from the bundle alone: see expected-texts.mjs.
import MarkdownIt from "markdown-it";
import { captionOf, forFootnotes, notesOf, raised, withFootnotes } from "./expected-notation.mjs";
import { LANGUAGES, wordsOf } from "./expected-words.mjs";

const WORDS = Object.fromEntries(LANGUAGES.map((language) => [language, wordsOf(language)]));

// What a pattern must hold, and how many words a list of them has.
const DATES = ["date-time", "date-day", "date-month", "date-year", "date-line"];
const MONTH = ["month", "month-2", "month-name"];
const DAY = [...MONTH, "day", "day-2", "weekday"];
const TIME = [...DAY, "hour", "minute", "zone"];
/** What else a pattern may hold. */
const MAY = { "date-time": TIME, "date-line": TIME, "date-day": DAY, "date-month": MONTH, "gallery-position": ["count"], "series-part-of": ["count"], rating: ["count"] };
const NEEDS = {
  ...Object.fromEntries(DATES.map((key) => [key, "{year}"])),
  byline: "{names}",
  ...Object.fromEntries(["text", "photo", "video", "audio", "translation", "production", "editing", "other"].map((kind) => [`credit-${kind}`, "{names}"])),
  "more-by-author": "{names}",
  "font-size": "{percent}",
  "gallery-count": "{count}",
  "gallery-position": "{number}",
  subsections: "{label}",
  "notice-later": "{hours}",
  "reading-time": "{minutes}",
  "frame-show": "{host}",
  "series-part": "{number}",
  "series-part-of": "{number}",
  rating: "{number}",
  "age-years": "{years}",
  "comments-count": "{count}",
  "updates-new-few": "{count}",
  "updates-new-many": "{count}",
  "updates-new-other": "{count}",
};
const WORD_COUNTS = { "month-names": 12, "weekday-names": 7 };

/** What a paragraph may place, and the version of the format that has brought it. */
const PLACED = { figure: 1, related: 1, media: 2, box: 2, gallery: 2, quote: 2, slot: 2 };
/** Of these, what may stand in a box. */
const BOXED = ["figure", "related", "media", "quote"];

const TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;
export const list = (value) => (Array.isArray(value) ? value : []);
export const record = (value) => (typeof value === "object" && value !== null && !Array.isArray(value) ? value : {});

const NO_TEXT = /(?![\t\n\r])[\x01-\x1f\x7f-\x9f]/g;
const NONCHARACTERS = /[\0\ufdd0-\ufdef\ufffe\uffff]/g;

const NOT_IN_MARKUP = /[\u202a-\u202e\u206a-\u206f\ufff9-\ufffb\u{e0001}]|(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0020}-\u{e007f}]+/gu;
const ISOLATES = /[\u2066-\u2069]/g;
const STACKS = /([\p{Mn}\p{Me}\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2065\ufeff\u{1d173}-\u{1d17a}\u{e0020}-\u{e007f}]{8})[\p{Mn}\p{Me}\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2065\ufeff\u{1d173}-\u{1d17a}\u{e0020}-\u{e007f}]+/gu;

/** The characters of a text that are shown; isolates are not compared. */
export const characters = (text) =>
  text
    .replace(NONCHARACTERS, "\ufffd")
    .replace(NO_TEXT, "")
    .replace(NOT_IN_MARKUP, "")
    .replace(ISOLATES, "")
    .replace(STACKS, "$1")
    .replace(/[\u2028\u2029]/g, " ");

/** A number as the text that it is taken for. */
export const written = (value) => (typeof value === "number" ? String(value) : value);

/** Text as it is shown; "" for what is none. */
export function shown(given) {
  const value = written(given);
  if (typeof value !== "string") return "";
  return characters(value).replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, "");
}

/** Whether an address may stand in a link, or in a picture. One with a control character in it may not. */
function allowed(given, schemes) {
  const address = written(given);
  if (typeof address !== "string") return false;
  const plain = address.replace(/^[\0- ]+|[\0- ]+$|[\t\n\r]/g, "");
  const scheme = plain.match(/^([a-z][a-z0-9+.-]*):/i)?.[1].toLowerCase();
  return plain !== "" && !/[\0-\x1f\x7f]/.test(plain) && (scheme === undefined || schemes.includes(scheme));
}
export const isLink = (address) => allowed(address, ["http", "https", "mailto", "tel"]);
export const isMedia = (address) => allowed(address, ["http", "https"]);

/** The kinds of credit, in the order of their lines; a kind that is none of them is "other". */
const CREDITS = ["text", "photo", "video", "audio", "translation", "production", "editing", "other"];

/** The word for each kind of correction. */
const KINDS_OF_CORRECTIONS = { correction: "correction", clarification: "clarification", update: "correction-update", note: "correction-note" };

/** The names that languages have for themselves, as they stand in the bundles of the tests. */
const AUTONYMS = { ko: "한국어", en: "English", fr: "Français", ar: "العربية", "zh-Hant": "繁體中文", zh: "中文", "pt-BR": "Português (Brasil)", pt: "Português", de: "Deutsch", ja: "日本語", he: "עברית" };

export class StoryTeller {
  /** options: render's, and what is asked for: { aloud } the texts with those of the pictures between them, { scripted } */
  constructor(bundle, options = {}) {
    this.article = record(bundle.article);
    /** Whether what version 2 of the format has added counts. */
    this.rich = Number(bundle.broadsheet) >= 2;
    this.site = record(bundle.site);
    this.lists = record(bundle.lists);
    this.options = options;
    if (this.rich) this.#look(options.now);
    this.rich = Number(written(bundle.broadsheet)) >= 2;
    const languages = [options.locale, this.site.language, this.article.language, "en"];
    this.locale = languages.find((tag) => typeof tag === "string" && TAG.test(tag));
    this.strings = record(bundle.strings);
    this.zone = [options.timeZone, this.site.timeZone, "UTC"].find((zone) => /^[\w+/-]+$/.test(zone ?? ""));
    try {
      new Intl.DateTimeFormat("en", { timeZone: this.zone });
    } catch {
      this.zone = "UTC";
    }
    this.pictures = [];
  }

  /** What may be seen of the article at a time. */
  #look(now) {
    const moment = (text) => (/^\d{4}-\d\d-\d\d[Tt ][\d:.]+([Zz]|[+-][\d:]+)$/.test(shown(text)) ? Date.parse(text) : NaN);
    const { status, until, expires } = this.article;
    const reached = (time) => moment(now) >= moment(time);
    const isGiven = status !== undefined && status !== null;
    const embargo = isGiven ? typeof status !== "string" || /^embargo/i.test(shown(status)) : (until ?? null) !== null;
    this.hidden = embargo && !reached(until);
    this.gone = status === "withdrawn" ? "withdrawn" : reached(expires) ? "expired" : "";
    const kept = ["id", "url", "language", "direction", "section", "headline", "published", "modified", "corrections", "rights"];
    if (this.hidden) {
      this.lists = this.#without(this.article, this.lists);
      this.article = {};
    }
    if (this.gone) this.article = Object.fromEntries(kept.map((key) => [key, this.article[key]]));
  }

  /** The lists without a story. */
  #without({ headline, headlines, url }, lists) {
    // A headline is known by its letters and digits; a page by its path, by its host where both have one, and by its
    // parameters, of which one address may have more than the other.
    const words = (text) => (shown(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [shown(text)]).join("").replace(/[A-Z]/g, (c) => c.toLowerCase());
    const said = [headline, ...["short", "search", "social"].map((key) => record(headlines)[key])].map(words).filter(Boolean);
    const page = (address) => new URL(address, this.site.url ?? "https://none.invalid/");
    const path = (at) => decodeURIComponent(at.pathname).replace(/\/+$/, "");
    const host = ({ hostname }) => hostname.replace(/^www\./, "").replace(/^m\./, "");
    const parameters = (at) => new Set(at.search.slice(1).split("&").filter(Boolean));
    const among = (one, other) => [...one].every((parameter) => other.has(parameter));
    const meet = (one, other) => among(one, other) || among(other, one);
    const same = (one, other) => path(one) === path(other) && ([one, other].some(({ hostname }) => hostname === "none.invalid") || host(one) === host(other)) && meet(parameters(one), parameters(other));
    const is = (item) => said.includes(words(record(item).headline ?? record(item).title)) || (isLink(record(item).url) && isLink(url) && same(page(item.url), page(url)));
    const less = (value) => (Array.isArray(value) ? value.map((item) => (is(item) ? null : item)) : value);
    const inside = (owner) => Object.fromEntries(Object.entries(record(owner)).map(([key, value]) => [key, less(value)]));
    const { ranked, galleries } = lists;
    return { ...inside(lists), galleries: inside(galleries), ranked: Object.fromEntries(Object.entries(record(ranked)).map(([id, one]) => [id, inside(one)])) };
  }

  word(key) {
    const locale = this.locale.toLowerCase();
    const language = locale.split("-")[0];
    const fills = (value) => !NEEDS[key] || [...value.matchAll(/\{([^}]*)\}/g)].every(([all, name]) => all === NEEDS[key] || MAY[key]?.includes(name));
    const good = (value) =>
      typeof value === "string" && value !== "" && fills(value) && value.includes(NEEDS[key] ?? "") && (!WORD_COUNTS[key] || value.split("|").length === WORD_COUNTS[key]);
    const tagged = (tag) => Object.keys(this.strings).find((own) => own.toLowerCase() === tag);
    const own = [locale, language].map((tag) => written(record(this.strings[tagged(tag)])[key])).find(good);
    return characters(own ?? (WORDS[language] ?? WORDS.en)[key]);
  }

  pattern(key, values) {
    return this.word(key).replace(/\{([^}]*)\}/g, (_, name) => values[name] ?? "");
  }

  /** A date as the language writes it, on the zone's clock; a time by the pattern of that name. */
  date(text, timePattern = "date-time") {
    const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?([Zz]|[+-]\d\d(?::?\d\d)?)?)?)?)?$/.exec(text);
    if (!match || typeof written(text) !== "string") return "";
    let [, year, month, day, hour, minute] = match.map((part) => (part === undefined ? undefined : Number(part)));
    const last = new Date(Date.UTC(year, month ?? 1, 0)).getUTCDate();
    if (month < 1 || month > 12 || day < 1 || day > last || hour > 23 || minute > 59) return "";
    if (match[6]) {
      const at = {};
      const fields = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", hourCycle: "h23" };
      const format = new Intl.DateTimeFormat("en-US", { timeZone: this.zone, ...fields });
      for (const { type, value } of format.formatToParts(new Date(text.replace(" ", "T")))) at[type] = Number(value);
      ({ year, month, day, hour, minute } = at);
    }
    const two = (number) => String(number).padStart(2, "0");
    const key = hour !== undefined ? timePattern : day !== undefined ? "date-day" : month !== undefined ? "date-month" : "date-year";
    const zone = () => new Intl.DateTimeFormat(this.locale, { timeZone: this.zone, timeZoneName: "short", numberingSystem: "latn" }).formatToParts(new Date(text.replace(" ", "T"))).find(({ type }) => type === "timeZoneName").value;
    const named = hour !== undefined && this.word(timePattern).includes("{zone}");
    const values = { year, month, "month-2": two(month), day, "day-2": two(day), zone: named && zone(), hour: two(hour), minute: two(minute), "month-name": this.word("month-names").split("|")[month - 1] };
    if (day !== undefined) values.weekday = this.word("weekday-names").split("|")[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
    return this.pattern(key, values) + (hour !== undefined && this.zone === "UTC" && !named ? " UTC" : "");
  }

  sectionLabels() {
    const known = new Map();
    const walk = (sections) => {
      for (const { id, label, children } of list(sections).map(record)) {
        if (shown(id) && shown(label) && !known.has(shown(id))) known.set(shown(id), shown(label));
        walk(children);
      }
    };
    walk(this.site.sections);
    return known;
  }

  sectionLabel(id) {
    return this.sectionLabels().get(shown(id)) ?? shown(id);
  }

  authors() {
    return list(this.article.authors).map(record).filter(({ name }) => shown(name));
  }

  /** A picture with that alternative text, which is a text where it is all read aloud. */
  see(alt) {
    this.pictures.push(alt);
    return this.options.aloud ? [alt] : [];
  }

  /** A text of one line as it is shown: line Markdown in version 2. */
  line(value) {
    const text = shown(value);
    if (!this.rich || !text) return text;
    const lines = text.split(/[\n\r\v\f]+/).map((line) => line.replace(/^[ \t]+/, "")).filter(Boolean);
    const markdown = Object.assign(new MarkdownIt({ html: false }), { validateLink: () => true });
    const [{ children }] = markdown.parseInline(lines.join("\n"), {});
    const said = ({ type, content }) => (type === "softbreak" || type === "hardbreak" ? "\n" : content);
    const whole = children.map((token) => (token.type === "text" ? raised(token.content) : said(token))).join("");
    return shown(whole.replace(/<!--.*?-->/gs, ""));
  }

  picture(figure) {
    const size = (value) => (Number.isInteger(value) && value >= 1 && value <= 100000 ? value : 0);
    const whole = size(figure.width) && size(figure.height) > 2 * figure.width ? this.word("whole-picture") : "";
    if (isMedia(figure.src)) return [...this.see(shown(figure.alt)), this.line(figure.caption), this.line(figure.credit), whole];
    return [shown(figure.alt), this.line(figure.caption), this.line(figure.credit)];
  }

  "section-label"() {
    return [this.sectionLabel(list(this.article.section).filter(shown).at(-1))];
  }

  kicker() {
    return [shown(this.article.kicker)];
  }

  headline() {
    return [shown(this.article.headline)];
  }

  standfirst() {
    return [this.line(this.article.standfirst)];
  }

  dates() {
    const [published, modified] = [this.date(this.article.published), this.date(this.article.modified)];
    return [published && `${this.word("posted")} ${published}`, modified && modified !== published && `${this.word("updated")} ${modified}`];
  }

  /** What an author has given; only those of the text are the story's authors. */
  credit({ credit }) {
    if (!this.rich || credit === undefined || credit === null) return "text";
    return CREDITS.includes(written(credit)) ? written(credit) : "other";
  }

  writers() {
    return this.authors().filter((one) => this.credit(one) === "text");
  }

  /** Names in the words' language. */
  joined(names) {
    const before = names.slice(0, -1).join(this.word("name-separator"));
    return before ? before + this.word("name-last-separator") + names.at(-1) : names.at(-1);
  }

  /** The authors of the text, as a part of a sentence. */
  names() {
    return this.joined(this.writers().map(({ name }) => shown(name)));
  }

  byline() {
    if (!this.rich) return this.authors().length ? [this.pattern("byline", { names: this.names() })] : [];
    const everybody = list(this.article.authors).map((one) => (shown(record(one).name) ? record(one) : undefined));
    const wording = shown(this.article.byline);
    const numbers = [...wording.matchAll(/\{(\d+)\}/g)].map(([, digits]) => everybody[Number(digits) - 1]);
    const again = numbers.filter((one, i) => one && numbers.indexOf(one) < i);
    const short = again.reduce((sum, { name }) => sum + shown(name).length, 0) <= 1024;
    const worded = wording && short && numbers.every((one) => one) ? numbers : null;
    const line = (kind) => {
      const names = this.authors().filter((one) => this.credit(one) === kind && !worded?.includes(one));
      const placed = names.map(({ name, place }) => shown(name) + (shown(place) ? ` (${shown(place)})` : ""));
      return names.length ? this.pattern(kind === "text" && !worded ? "byline" : `credit-${kind}`, { names: this.joined(placed) }) : "";
    };
    return [worded && wording.replace(/\{(\d+)\}/g, (_, digits) => shown(everybody[Number(digits) - 1].name)), ...CREDITS.map(line)];
  }

  "lead-figure"() {
    const figures = record(this.article.figures);
    const id = shown(this.article.lead);
    if (id && Object.hasOwn(figures, id)) return this.picture(record(figures[id]));
    const [, kind, named] = (this.rich && /^(figure|media|box|gallery|quote|slot):(.*)$/s.exec(id)) || [];
    return kind ? this[kind](named) : [];
  }

  figure(id) {
    const figures = record(this.article.figures);
    return !id?.startsWith("_") && Object.hasOwn(figures, id) ? this.picture(record(figures[id])) : [];
  }

  related(id) {
    const stories = record(this.article.related);
    const card = !id?.startsWith("_") && Object.hasOwn(stories, id) ? record(stories[id]) : {};
    if (!shown(card.headline)) return [];
    if (isMedia(card.image)) this.pictures.push("");
    const meta = [this.date(card.published), this.sectionLabel(card.section)].filter(Boolean).join(" | ");
    return [this.rich ? this.labelled(card.label) : "", shown(card.kicker), shown(card.headline), meta];
  }

  /** A medium of an id that can be shown; its texts in order. */
  #medium(id) {
    const all = record(this.article.media);
    const one = this.rich && !id?.startsWith("_") && Object.hasOwn(all, id) ? record(all[id]) : {};
    const isPage = (address) => isMedia(address) && /^\s*https?:/i.test(written(address));
    const files = list(one.sources).map(record).filter(({ src }) => isMedia(src));
    const home = URL.canParse(this.site.url) ? new URL(this.site.url).hostname : "";
    const frame = isPage(one.frame) && URL.canParse(one.frame) && !new URL(one.frame).username ? new URL(one.frame) : null;
    const framed = frame && frame.protocol === "https:" && !frame.port && frame.hostname !== home ? frame : null;
    const url = isMedia(one.url) ? written(one.url) : framed?.href;
    const kind = shown(one.type);
    const shows = { video: files.length || url, audio: files.length || url, frame: url, post: shown(one.text) };
    if (!Object.hasOwn(shows, kind) || !shows[kind]) return null;
    return { ...one, kind, files, framed, url, home };
  }

  media(id) {
    const one = this.#medium(id);
    if (!one) return [];
    const { kind, files, framed, url, home } = one;
    const [title, provider] = [shown(one.title), shown(one.provider)];
    const host = (address) => /^\s*(https?:)?\/\/([^/?#:]*)/i.exec(address ?? "")?.[2] ?? "";
    const texts = shown(one.warning) ? [`${this.word("media-warning")} ${shown(one.warning)}`] : [];
    const said = typeof one.transcript === "string" ? this.#markdown(one.transcript, false) : [];
    const transcript = said.length ? [this.word("transcript"), ...said] : [];
    const caption = [this.line(one.caption), this.line(one.credit)];
    const plays = files.length && (kind === "video" || kind === "audio");
    if (kind === "post") {
      const when = this.date(one.published) || (url && (host(url) || url));
      texts.push(shown(one.text), ...transcript, shown(one.author), shown(one.handle), provider, when, ...caption);
    } else {
      const own = !host(one.poster) || host(one.poster).toLowerCase() === home;
      if (isMedia(one.poster) && (plays ? kind === "audio" : own || kind !== "frame")) texts.push(...this.see(""));
      if (plays) {
        const length = Number(written(one.duration));
        const two = (number) => String(number).padStart(2, "0");
        const [hours, minutes, seconds] = [Math.floor(length / 3600), Math.floor(length / 60) % 60, length % 60];
        const clock = Number.isInteger(length) && length >= 1 && length <= 1e6 ? (hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`) : "";
        // What a browser that plays nothing shows stands in the player.
        texts.push(title || url || written(files[0].src), ...transcript, title, clock, ...caption);
      } else {
        texts.push(title || provider || host(url) || url, title && provider, title || provider ? host(url) : "");
        if (framed) texts.push(this.pattern("frame-show", { host: framed.hostname }), this.word("frame-close"));
        texts.push(...transcript, ...caption);
      }
    }
    return texts;
  }

  contact() {
    const order = [...this.writers(), ...this.authors().filter((one) => this.credit(one) !== "text")];
    return order.flatMap((one) => {
      const { name, role, email, url, image } = one;
      const [place, bio] = this.rich ? [shown(one.place), shown(one.bio)] : ["", ""];
      if (!shown(email) && !isLink(url) && !bio && !(this.rich && shown(role) && one.quiet !== true)) return [];
      if (isMedia(image)) this.pictures.push("");
      const wrote = this.credit(one) === "text" && !(this.rich && one.organization === true);
      return [shown(name), shown(role), place, bio, shown(email), isLink(url) ? this.word(wrote ? "more-by" : "more-by-person") : ""];
    });
  }

  /** The pictures that a gallery of the body names, each with the rest of what a figure is. */
  #pictures(gallery) {
    const isShown = ({ src, alt, caption, credit }) => isMedia(src) || shown(alt) || this.line(caption) || this.line(credit);
    const named = list(gallery.figures).map((id) => record(record(this.article.figures)[shown(id)]));
    return named.filter(isShown);
  }

  gallery(id) {
    const given = this.rich ? record(record(this.article.galleries)[id]) : {};
    const pictures = this.#pictures(given);
    const label = shown(given.label);
    if (!pictures.length) return [];
    if (given.layout !== "viewer" || !label) return [...pictures.flatMap((one) => this.picture(one)), label];
    const cover = isMedia(pictures[0].src) ? this.see(shown(pictures[0].alt)) : [];
    return [...cover, label, this.pattern("gallery-count", { count: pictures.length }), ...(this.options.aloud ? [] : this.viewer(label, pictures))];
  }

  /** What a gallery's viewer shows, once it is open. */
  viewer(title, figures) {
    return [
      title,
      this.word("gallery-close"),
      ...figures.flatMap((figure, i) => [
        ...this.picture(figure),
        this.pattern("gallery-position", { number: i + 1, count: figures.length }),
        i ? this.word("gallery-previous") : "",
        i + 1 < figures.length ? this.word("gallery-next") : "",
      ]),
    ];
  }

  /** The texts of a box's Markdown. */
  #boxed(source) {
    this.inBox = true;
    const texts = this.#markdown(shown(source));
    this.inBox = false;
    return texts;
  }

  box(id) {
    const all = record(this.article.boxes);
    const one = this.rich && !id?.startsWith("_") && Object.hasOwn(all, id) ? record(all[id]) : {};
    const [kicker, title, kind] = [shown(one.kicker), this.line(one.title), shown(one.kind)];
    const isNote = ["correction", "warning", "notice"].includes(kind);
    const items = list(one.items).map(record).flatMap((item) => {
      const [date, label, body] = [this.date(item.date), this.line(item.title), this.#boxed(item.body)];
      if (!label && !body.length) return [];
      return kind === "numbers" ? [label, date, ...body] : [[date, label].filter(Boolean).join(" "), ...body];
    });
    const address = isLink(one.url) ? written(one.url) : "";
    const host = /^\s*(?:https?:)?\/\/([^/?#:]*)/i.exec(address)?.[1];
    const link = shown(one.label) || (address && (title || host || address));
    const texts = [kicker, title, ...this.#boxed(one.body), ...items, link].filter(Boolean);
    if (!texts.length) return [];
    const word = (one.paid ?? false) !== false ? this.word("advertisement") : isNote && !kicker && !title ? this.word(`box-${kind}`) : "";
    const [first, ...rest] = kicker ? texts : ["", ...texts];
    return [[word, first].filter(Boolean).join(" "), ...rest];
  }

  /** The live updates that are shown, in order: [id, entry]. */
  #updates() {
    const { pinned, order } = record(this.article.live);
    const all = Object.entries(this.rich ? record(this.article.updates) : {}).filter(([id, one]) => !id.startsWith("_") && record(one) === one);
    const [oldest, turn] = shown(order) === "oldest" ? [true, 1] : [false, -1];
    const time = ([, { published }]) => (this.date(published) ? Date.parse(published) : -Infinity);
    const rank = ([id]) => (id === shown(pinned) ? 0 : 1);
    const sorted = all.sort((a, b) => rank(a) - rank(b) || (time(a) === time(b) ? 0 : turn * (time(a) - time(b))));
    return { oldest, shown: sorted.filter(([, one]) => this.line(one.title) || this.#peek(one.body).length) };
  }

  /** The texts of Markdown, of which nobody has seen the pictures yet. */
  #peek(source) {
    const pictures = [...this.pictures];
    const texts = this.#markdown(shown(source));
    this.pictures = pictures;
    return texts;
  }

  update(id) {
    const [, one] = this.#updates().shown.find(([known]) => known === id) ?? [];
    if (!one) return [];
    const [published, modified, title] = [this.date(one.published), this.date(one.modified), this.line(one.title)];
    const changed = modified && modified !== published && `${this.word("updated")} ${modified}`;
    const link = published || changed || this.word("update");
    const when = [title && link, id === shown(record(this.article.live).pinned) && this.word("update-pinned"), one.key === true && this.word("update-key"), published && changed].filter(Boolean).join(" ");
    const people = [...new Set(list(one.authors).filter((i) => /^\d+$/.test(written(i))).map(Number))].map((i) => record(list(this.article.authors)[i])).filter(({ name }) => shown(name));
    const credit = (kind) => {
      const names = people.filter((one) => this.credit(one) === kind).map(({ name }) => shown(name));
      return names.length ? this.pattern(kind === "text" ? "byline" : `credit-${kind}`, { names: this.joined(names) }) : "";
    };
    return [...(title ? [when, title] : [link, when]), ...CREDITS.map(credit), ...this.#markdown(shown(one.body))];
  }

  updates() {
    const { shown: all, oldest } = this.#updates();
    if (!all.length) return [];
    const { state, page, older, newer, pinned } = record(this.article.live);
    const states = ["live", "paused", "ended"];
    const said = [shown(state), shown(this.article.status)].find((one) => states.includes(one));
    const texts = [this.word("updates"), said ? this.word(`live-${said === "live" ? "going" : said}`) : ""];
    const keys = all.filter(([, { key }]) => key === true);
    if (keys.length) texts.push(this.word("updates-key"));
    for (const [, one] of keys) texts.push([this.date(one.published), this.line(one.title)].filter(Boolean).join(" ") || this.word("update"));
    if (said !== "ended") texts.push(this.word("updates-new-one"));
    const first = all[0][0] === shown(pinned) ? 1 : 0;
    const most = Number(written(page));
    const folded = Number.isInteger(most) && most >= 1 && most <= 100000 ? Math.max(0, all.length - first - most) : 0;
    const at = folded === 0 ? 0 : oldest ? first : first + most;
    const entries = all.map(([id]) => this.update(id));
    const [onward, back] = [isLink(older) ? this.word(folded ? "updates-further" : "updates-older") : "", isLink(newer) ? this.word("updates-newer") : ""];
    if (folded) entries[at].unshift(this.word("updates-older"), oldest ? onward : "");
    if (folded && !oldest) entries.at(-1).push(onward);
    const ends = [back, folded ? "" : onward];
    if (oldest) ends.reverse();
    return [...texts, ends[0], ...entries.flat(), ends[1]];
  }

  quote(id) {
    const { text, source } = this.rich ? record(record(this.article.quotes)[id]) : {};
    return this.line(text) ? [this.line(text), this.line(source)] : [];
  }

  labelled(given) {
    const { kind, text } = record(given);
    const known = ["sponsored", "opinion", "analysis", "review", "breaking", "live"].find((one) => one === shown(kind));
    const paid = known === "sponsored" || (!known && typeof kind === "string" && /^(sponsor|paid|advert|promot|partner)/i.test(kind));
    if (paid) return [this.word("label-sponsored"), shown(text)].filter(Boolean).join(" ");
    return shown(text) || (known ? this.word(`label-${known}`) : "");
  }

  "story-label"() {
    return this.rich ? [this.labelled(this.article.label)] : [];
  }

  series() {
    const { label, part, of } = this.rich ? record(this.article.series) : {};
    const whole = (value) => (Number.isInteger(value) && value >= 1 && value <= 10000 ? value : 0);
    if (!shown(label)) return [];
    if (!whole(part)) return [shown(label)];
    const count = whole(of) >= whole(part) ? whole(of) : 0;
    return [`${shown(label)} ${this.pattern(count ? "series-part-of" : "series-part", { number: part, count })}`];
  }

  rating() {
    const { value, max } = this.rich ? record(this.article.rating) : {};
    const count = Number.isInteger(max) && max >= 1 && max <= 100 ? max : 5;
    const digits = String(value ?? "").trim();
    if (!["number", "string"].includes(typeof value) || !/^\d+(\.\d+)?$/.test(digits) || digits.length > 16 || Number(digits) > count) return [];
    return [this.pattern("rating", { number: digits.replace(".", this.word("decimal-point")), count })];
  }

  /** The published story's age in days at the time of rendering. */
  #days() {
    const [published, now] = [this.article.published, this.options.now].map((text) => Date.parse(text));
    return Math.max(0, Math.floor((now - published) / 86400000)) || 0;
  }

  notices() {
    if (!this.rich) return [];
    const years = Math.floor(this.#days() / 365.25);
    const age = () => (years > 1 ? this.pattern("age-years", { years }) : this.word(years ? "age-year" : "age"));
    const words = { affiliate: () => this.word("notice-affiliate"), ai: () => this.word("notice-ai"), age };
    const given = list(this.article.notices).map(record);
    const said = given.map(({ kind, text }) => {
      const known = words[shown(kind)];
      if (known) return shown(text) || known();
      return shown(text) && `${this.word("media-warning")} ${shown(text)}`;
    });
    const days = Number(written(this.site.ageDays) instanceof Object ? NaN : this.site.ageDays);
    const old = days >= 1 && days <= 36500 && this.#days() >= days && !given.some(({ kind }) => kind === "age");
    return [...said, old ? age() : ""];
  }

  alternates() {
    if (!this.rich || !this.article.id) return [];
    const all = list(this.article.alternates).map(record);
    const own = String(this.article.language ?? this.site.language ?? "").toLowerCase();
    const isShown = ({ language, url, hidden }) => TAG.test(language) && language !== "x-default" && language.toLowerCase() !== own && /^\s*https?:/i.test(url) && hidden !== true;
    const names = all.filter(isShown).map(({ language, label }) => shown(label) || AUTONYMS[language] || AUTONYMS[language.split("-").slice(0, 2).join("-")] || AUTONYMS[language.split("-")[0]] || language);
    return names.length ? [this.word("alternates"), ...names] : [];
  }

  points() {
    const items = this.rich ? list(this.article.points).map((one) => this.line(one)).filter(Boolean) : [];
    return items.length ? [this.word("points"), ...items] : [];
  }

  "more-stories"() {
    const ids = this.rich ? [...new Set(list(this.article.more).map(shown).filter(Boolean))] : [];
    const cards = ids.map((id) => this.related(id)).filter((card) => card.some((one) => one && one.length < 9000));
    return cards.length ? [this.word("more"), ...cards.flat()] : [];
  }

  comments() {
    const { url, count } = this.rich ? record(this.article.comments) : {};
    if (!isLink(url)) return [];
    const number = Number(count);
    const counted = ["number", "string"].includes(typeof count) && Number.isInteger(number) && number >= 0 && number <= 1e9;
    return [counted ? this.pattern("comments-count", { count }) : this.word("comments")];
  }

  corrections() {
    const items = list(this.article.corrections).map(record).filter(({ text }) => shown(text));
    return items.length ? [this.word("corrections"), ...items.flatMap(({ date, text, kind }) => [this.date(date), this.rich && KINDS_OF_CORRECTIONS[shown(kind)] ? this.word(KINDS_OF_CORRECTIONS[shown(kind)]) : "", this.line(text)])] : [];
  }

  tags() {
    const labels = list(this.article.tags).map((tag) => shown(record(tag).label)).filter(Boolean);
    return labels.length ? [this.word("tags"), ...labels] : [];
  }

  "reading-time"() {
    // Someone else reads, so that this one has seen no pictures.
    const { status, until, expires, ...article } = this.article;
    const reader = new this.constructor({ broadsheet: this.rich ? 2 : 1, article, site: { slots: this.site.slots } });
    let text = reader.#markdown(shown(this.article.body), false).join("\n").normalize("NFC");
    const take = (pattern) => {
      const count = text.match(pattern)?.length ?? 0;
      text = text.replace(pattern, " ");
      return count;
    };
    const letters = take(/[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー]/gu);
    const spaceless = take(/(?=[\p{L}\p{M}\p{N}])[\p{Script=Thai}\p{Script=Lao}\p{Script=Tibetan}\p{Script=Myanmar}\p{Script=Khmer}]/gu);
    const words = text.split(/[\s\u2014]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length + spaceless / 5;
    const minutes = Math.max(1, Math.round(words / 238 + letters / 500));
    return words + letters ? [this.pattern("reading-time", { minutes })] : [];
  }

  body() {
    if (this.gone) return [this.word(this.gone)];
    const inserts = this.rich ? list(this.site.inBody).map(record) : [];
    this.behind = new Map();
    for (const { slot, after } of inserts) if (shown(slot)) this.behind.set(Number(written(after)), [...(this.behind.get(Number(written(after))) ?? []), shown(slot)]);
    const texts = this.#markdown(shown(this.article.body), true, true);
    return [shown(this.article.dateline), ...texts];
  }

  /** The story, with what a page has besides between its head and its lead figure. */
  story(besides = []) {
    if (this.hidden) return [];
    const head = ["story-label", "series", "section-label", "kicker", "headline", "rating", "standfirst", "byline", "dates"];
    if (this.site.readingTime === true) head.push("reading-time");
    head.push("alternates", "notices");
    const rest = ["lead-figure", "points", "body", "updates", "corrections", "contact", "tags", "more-stories", "comments"];
    return [...[...head, ...besides, ...rest].flatMap((part) => this[part]()), shown(this.article.rights)];
  }

  /** The texts of Markdown, with those of what is placed in it or without them. */
  #markdown(source, placing = true, whole = false) {
    const markdown = new MarkdownIt({ html: false });
    // What an address may be is said above, and ids are not to be encoded.
    Object.assign(markdown, { validateLink: () => true, normalizeLink: (address) => address });
    let itemOpens = false;
    // Nothing of a comment is shown; a line end between letters of Chinese and Japanese, or beside their points, is nothing.
    const bare = source.replace(/<!--[^]*?-->/g, "");
    if (this.rich) withFootnotes(markdown);
    const read = markdown.parse(this.rich ? forFootnotes(bare) : bare, {});
    const tail = read.findIndex(({ type }) => type === "footnote_block_open");
    const tokens = tail < 0 ? read : read.slice(0, tail);
    // The paragraphs of running text, behind which the paper's slots stand.
    const isPicture = ({ type }) => ["image", "softbreak", "hardbreak"].includes(type);
    const isRunning = ({ type, level, children }, i) => type === "inline" && level === 1 && tokens[i - 1].type === "paragraph_open" && !children.every(isPicture) && !this.#placement(children) && !(this.rich && captionOf(tokens, i));
    const seen = [...this.pictures];
    const running = whole && this.behind.size ? tokens.filter(isRunning) : [];
    this.pictures = seen; // what was only counted was not seen
    const slots = (token) => {
      const number = running.indexOf(token) + 1;
      return number && number + 3 <= running.length ? (this.behind.get(number) ?? []).flatMap((id) => this.slot(id)) : [];
    };
    const textsOf = (token, i, all) => {
      const opens = itemOpens;
      itemOpens = token.type === "list_item_open" || (itemOpens && token.type === "paragraph_open");
      if (token.type === "fence" || token.type === "code_block") return [token.content];
      if (token.type !== "inline") return [];
      const placed = all[i - 1].type === "paragraph_open" && this.#placement(token.children);
      if (placed) return placing ? placed : [];
      const caption = this.rich && captionOf(all, i);
      const text = (caption ? caption(this.#inline(token.children)) : this.#inline(token.children)).replace(/(?<=(.))\n(?=(.))/gu, (end, before, after) => (this.#joins(before, after) ? "" : end));
      const task = opens ? /^\[([ xX])\]\s+/.exec(text) : null;
      return [task ? `${task[1] === " " ? "☐" : "☑"} ${text.slice(task[0].length)}` : text, ...slots(token)];
    };
    return [...tokens.flatMap(textsOf), ...notesOf(read, textsOf)];
  }

  #joins(before, after) {
    const both = before + after;
    const [letters, points] = [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, /[\u3000-\u303f\uff01-\uff0f\uff1a-\uff20]/u];
    if (/\p{Script=Hangul}/u.test(both)) return false;
    const wide = [before, after].every((one) => letters.test(one) || points.test(one));
    if (/^ko\b/.test(this.article.language)) return wide && /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(both);
    return wide || points.test(both);
  }

  /** The texts of what is placed, where a paragraph is a placement and nothing else. */
  #placement(tokens) {
    const [first] = tokens;
    const closes = tokens.findIndex(({ type }) => type === "link_close");
    let address = null;
    if (first?.type === "image" && tokens.length === 1) address = /^(figure):(.*)$/s.exec(first.attrGet("src"));
    if (first?.type === "link_open" && closes === tokens.length - 1) address = /^([a-z-]+):(.*)$/s.exec(first.attrGet("href"));
    if (!address || !PLACED[address[1]] || PLACED[address[1]] > (this.rich ? 2 : 1)) return null;
    const [, kind, id] = address;
    if (this.inBox && !BOXED.includes(kind)) return null;
    const texts = this[kind](id);
    const exists = kind === "figure" ? texts.some(Boolean) || isMedia(record(record(this.article.figures)[id]).src) : texts.length > 0;
    return exists ? texts : null;
  }

  #inline(tokens) {
    let out = "";
    let link = null;
    for (const token of tokens) {
      if (token.type === "text") out += this.rich ? raised(token.content) : token.content;
      else if (token.type === "code_inline") out += token.content;
      else if (token.type === "footnote_ref") out += ` ${token.meta.id + 1} `;
      else if (token.type === "softbreak" || token.type === "hardbreak") out += "\n";
      // What is refused in angle brackets stands there as it is written.
      else if (/^link_/.test(token.type) && token.markup === "autolink" && !isLink((link ?? { address: token.attrGet("href") }).address)) {
        out += token.type === "link_open" ? "<" : ">";
        link = token.type === "link_open" ? { start: -1, address: token.attrGet("href") } : null;
      } else if (token.type === "link_open") link = { start: out.length, address: token.attrGet("href"), pictures: this.pictures.length };
      else if (token.type === "link_close") {
        const unnamed = out.length === link.start && this.pictures.length === link.pictures;
        if (unnamed && isLink(link.address)) out += link.address;
      } else if (token.type === "image") {
        const src = token.attrGet("src");
        const alt = this.#inline(token.children);
        out += isMedia(src) && !src.startsWith("figure:") ? this.see(alt).join("") : alt;
      }
    }
    return out;
  }
}
