// Which texts the parts around a story must show, computed from the bundle alone: see expected-texts.mjs.
import { StoryTeller, isLink, isMedia, list, record, shown } from "./expected-story.mjs";

/** A number, or the digits of one in a text. */
const counted = (value) => (/^\s*\d{1,20}\s*$/.test(value) && typeof value === "string" ? Number(value) : value);
const whole = (given, most) => [counted(given)].find((value) => Number.isInteger(value) && value >= 1 && value <= most) ?? 0;
const has = (key) => (object) => shown(object[key]) !== "";
const entries = (value) => Object.entries(record(value)).filter(([id]) => !id.startsWith("_"));

/** Sections that have an id and a label; what is in one that has not stands in its place. */
const usable = (sections) =>
  list(sections)
    .map(record)
    .flatMap((one) => (has("id")(one) && has("label")(one) ? [one] : usable(one.children)));

/** Items with a headline, each with its rank, which is data: an item's place in the list only where it has none. */
const items = (value) =>
  list(value)
    .map((item, i) => ({ ...record(item), rank: whole(record(item).rank, 100000) || i + 1 }))
    .filter(has("headline"));
const byRank = (value) => items(value).sort((a, b) => a.rank - b.rank);

export class PageTeller extends StoryTeller {
  /** Whether the controls that need JavaScript stay away. */
  get scriptless() {
    return this.options.aloud && !this.options.scripted;
  }

  page() {
    if (this.hidden) return [];
    const slots = entries(this.site.slots).map(([id]) => id).filter((id) => this.slot(id, false).length);
    // A banner is too wide for the side, so it stands above the footer.
    const isBanner = (id) => record(new Map(entries(this.site.slots)).get(id)).size === "banner";
    const others = slots.slice(1);
    const lists = entries(this.lists.ranked).map(([id]) => id).filter((id) => this["ranked-list"](id, false).length);
    const top = ["skip-links", "masthead", "navigation", "sub-navigation"];
    return [
      ...top.flatMap((part) => this[part]()),
      ...this.story(["share", "tools"]),
      ...slots.slice(0, 1).flatMap((id) => this.slot(id)),
      ...this.breadcrumbs(),
      ...this["more-by-author"](),
      ...this.notice(),
      ...this.ticker(),
      ...lists.slice(0, 1).flatMap((id) => this["ranked-list"](id)),
      ...others.filter((id) => !isBanner(id)).flatMap((id) => this.slot(id)),
      ...lists.slice(1).flatMap((id) => this["ranked-list"](id)),
      ...this.galleries(),
      ...others.filter(isBanner).flatMap((id) => this.slot(id)),
      ...this.footer(),
    ];
  }

  "skip-links"() {
    return [this.word("skip-to-story"), this.navigation().length ? this.word("skip-to-navigation") : ""];
  }

  // --- the head of the page ---------------------------------------------------------------------

  masthead() {
    const menu = ["section-tree", "quick-links", "follow"].flatMap((part) => this[part]());
    const rest = () => ["date-line", "search", "account"].flatMap((part) => this[part]());
    return [menu.length ? this.word("menu") : "", ...menu, ...this.#name(), ...rest()];
  }

  /** The logo stands for the name; a logo is nothing where there is no text for it. */
  #name() {
    const logo = record(this.site.logo);
    const name = shown(this.site.name);
    const alt = shown(logo.alt) || name;
    if (!isMedia(logo.src) || !alt) return [name];
    return this.see(alt);
  }

  "section-tree"() {
    const walk = (sections) =>
      usable(sections).flatMap(({ label, children }) => {
        const inside = walk(children);
        // The mark that opens them has a name and no text.
        const expander = this.options.aloud && inside.length ? [this.pattern("subsections", { label: shown(label) })] : [];
        return [shown(label), ...expander, ...inside];
      });
    return walk(this.site.sections);
  }

  #labels(links) {
    return list(links).map(record).filter(has("label"));
  }

  navigation() {
    return this.#labels(this.site.navigation).map(({ label }) => shown(label));
  }

  "quick-links"() {
    const links = this.#labels(this.site.quickLinks);
    for (const { icon } of links) if (isMedia(icon)) this.pictures.push("");
    return links.map(({ label }) => shown(label));
  }

  follow() {
    return this.#labels(this.site.follow).map(({ label }) => shown(label));
  }

  account() {
    const words = this.options.reader?.signedIn ? ["profile", "logout"] : ["login", "register", "subscribe"];
    return words.filter((key) => isLink(record(this.site.account)[key])).map((key) => this.word(key));
  }

  search() {
    return isMedia(record(this.site.search).action) ? [this.word("search-label"), this.word("search")] : [];
  }

  "date-line"() {
    return [this.date(this.options.now, "date-line")];
  }

  /** The sections that the story stands in, from the top; one that the site does not have is called by its id,
   * and each stands there once. */
  #path() {
    return [...new Set(list(this.article.section).map(shown).filter(Boolean))];
  }

  breadcrumbs() {
    const path = this.#path();
    return path.length ? [shown(this.site.name), ...path.map((id) => this.sectionLabel(id))] : [];
  }

  "sub-navigation"() {
    const here = this.#path().filter((id) => this.sectionLabels().has(id)).at(-1);
    const holds = ({ id, children }) => shown(id) === here || usable(children).some(holds);
    const top = usable(this.site.sections).find((section) => here && holds(section));
    const children = usable(top?.children);
    return children.length ? [shown(top.label), ...children.map(({ label }) => shown(label))] : [];
  }

  notice() {
    const notice = record(this.site.notice);
    const image = record(notice.image);
    if (!has("id")(notice) || (!has("title")(notice) && !has("body")(notice) && !isMedia(image.src))) return [];
    // A link that is a picture alone needs a name.
    const name = !has("title")(notice) && isLink(notice.url) ? this.word("notice") : "";
    const picture = isMedia(image.src) ? this.see(shown(image.alt) || name) : [];
    if (this.scriptless) return [...picture, shown(notice.title), shown(notice.body)];
    const hours = whole(notice.hours, 8760) || 24;
    const later = hours === 1 ? this.word("notice-later-hour") : this.pattern("notice-later", { hours });
    const open = this.options.aloud ? [] : [this.word("notice-open")]; // while the notice is closed
    return [...picture, shown(notice.title), shown(notice.body), ...open, later, this.word("notice-close")];
  }

  ticker() {
    const all = byRank(this.lists.ticker);
    const headlines = all.slice(0, 20);
    if (!headlines.length) return [];
    const hours = whole(this.lists.tickerHours, 8760);
    const later = hours === 1 ? this.word("ticker-later-hour") : this.pattern("ticker-later", { hours });
    const buttons = this.scriptless ? [] : [this.word("ticker-pause"), hours ? later : "", this.word("ticker-hide")];
    const rest = all.length > headlines.length ? [this.word("cut")] : [];
    return [this.word("ticker"), ...headlines.map(({ rank, label, headline }) => [rank, this.rich ? this.labelled(label) : "", shown(headline)].filter(Boolean).join(" ")), ...buttons, ...rest];
  }

  // --- beside the story -------------------------------------------------------------------------

  tools() {
    return (this.scriptless ? [] : ["print", "font-down", "font-up"]).map((key) => this.word(key));
  }

  share() {
    const page = this.article.url && URL.canParse(this.article.url, this.site.url) && /^https?:/.test(new URL(this.article.url, this.site.url));
    const known = ["facebook", "x", "kakaotalk", "whatsapp", "reddit", "mail", "link", "system"];
    const template = (one) => /^\s*https?:\/\/[^/?#{}]+[/?#](?=.*\{url\})([^{}]|\{url\}|\{title\})*$/i.test(record(one).template);
    const names = list(this.site.share)
      .filter((one) => typeof one === "string" || typeof record(one).network === "string")
      .map((one) => ({ name: shown(typeof one === "string" ? one : one.network), template: template(one) }))
      .filter(({ name, template }) => known.includes(name) && (name !== "kakaotalk" || template));
    const buttons = ["link", "system"];
    if (this.scriptless) names.splice(0, names.length, ...names.filter(({ name }) => !buttons.includes(name)));
    const all = page ? [...new Set(names.map(({ name }) => name))].map((name) => this.word(`share-${name}`)) : [];
    // Read aloud, the word is the group's name alone.
    return all.length && !this.options.aloud ? [this.word("share"), ...all] : all;
  }

  slot(id, seen = true) {
    const slot = id?.startsWith("_") ? {} : record(new Map(entries(this.site.slots)).get(id));
    if (!has("advertiser")(slot) && !isMedia(slot.image)) return [];
    const label = shown(slot.label) || this.word("advertisement");
    // A link that is a picture alone needs a name.
    const name = !has("advertiser")(slot) && isLink(slot.url) ? label : "";
    const picture = seen && isMedia(slot.image) ? this.see(shown(slot.alt) || name) : [];
    return [label, ...picture, shown(slot.advertiser)];
  }

  #item({ label, kicker, headline, published, image }, seen) {
    if (seen && isMedia(record(image).src)) this.pictures.push("");
    return [this.rich ? this.labelled(label) : "", shown(kicker), shown(headline), this.date(published)];
  }

  "ranked-list"(id, seen = true) {
    const { label, items: stories } = id?.startsWith("_") ? {} : record(new Map(entries(this.lists.ranked)).get(id));
    const ranked = byRank(stories);
    if (!shown(label) || !ranked.length) return [];
    return [shown(label), ...ranked.flatMap((item) => [String(item.rank), ...this.#item(item, seen)])];
  }

  "more-by-author"() {
    const stories = items(this.lists.moreByAuthor);
    if (!stories.length) return [];
    const label = this.writers().length ? this.pattern("more-by-author", { names: this.names() }) : this.word(this.authors().length ? "more-by-person" : "more-by");
    return [label, ...stories.flatMap((item) => this.#item(item, true))];
  }

  galleries() {
    const { label, items: all } = record(this.lists.galleries);
    const galleries = list(all).map(record).filter(has("title")).map((gallery) => this.#gallery(gallery));
    if (!galleries.length) return [];
    return [
      shown(label) || this.word("galleries"),
      ...galleries.flatMap((gallery) => gallery.cover()),
      // Closed, where it is read aloud.
      ...(this.options.aloud ? [] : galleries.flatMap((gallery) => gallery.viewer())),
    ];
  }

  /** What is seen of a gallery among the others, and in its viewer. */
  #gallery({ title, cover, count, pictures }) {
    const figures = list(pictures).map(record).filter(({ src, alt, caption }) => isMedia(src) || shown(alt) || shown(caption));
    const total = Math.max(whole(count, 100000), figures.length);
    return {
      cover: () => {
        const picture = isMedia(record(cover).src) ? this.see(shown(cover.alt)) : [];
        return [...picture, shown(title), total ? this.pattern("gallery-count", { count: total }) : ""];
      },
      viewer: () => (figures.length === 0 ? [] : this.viewer(shown(title), figures)),
    };
  }

  // --- the foot ---------------------------------------------------------------------------------

  footer() {
    return [...this["footer-links"](), ...this.imprint(), ...this.copyright()];
  }

  "footer-links"() {
    return list(this.site.footer).map(record).flatMap(({ label, links }) => {
      const labels = this.#labels(links).map((link) => shown(link.label));
      return labels.length ? [shown(label), ...labels] : [];
    });
  }

  imprint() {
    const lines = list(this.site.imprint).map(record).filter((line) => has("label")(line) && has("value")(line));
    return lines.flatMap(({ label, value, kind, date: own }) => {
      const date = !this.date(shown(own)) && kind === "date" && /^[\d-]+$/.test(shown(value)) ? this.date(shown(value)) : "";
      return [shown(label), date || shown(value)];
    });
  }

  copyright() {
    return [shown(this.site.copyright)];
  }
}
