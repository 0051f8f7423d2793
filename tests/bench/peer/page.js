// The peer's page of the edition, as components: the same words, pictures and links as our part "page", in our markup.
// It serves the English edition of the examples and its like, and leaves the glyphs out, so that it writes a little less.
//
//   page(h, bundle, body, now)   h: Preact's, or another that makes nodes of a tag, properties and children;
//                                body: the HTML of article.body
import { MINUTE, escape, focusOf, sectionOf, srcsetOf, timeOf } from "./story.js";

const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
const WEEKDAYS = "Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday";
const SLOTS = { rectangle: [300, 250], banner: [728, 90] };
const SHARES = {
  facebook: ["Facebook", "https://www.facebook.com/sharer/sharer.php?u={url}"],
  x: ["X", "https://x.com/intent/post?url={url}&text={title}"],
  kakaotalk: ["KakaoTalk", ""],
  whatsapp: ["WhatsApp", "https://wa.me/?text={title}%20{url}"],
  reddit: ["Reddit", "https://www.reddit.com/submit?url={url}&title={title}"],
  mail: ["E-mail", "mailto:?subject={title}&body={url}"],
};

export function page(h, { article, site, lists }, body, now) {
  const path = article.section;
  const link = (url, label, more) => h("a", { ...more, href: url }, label);
  const image = (name, { src, width, height, alt = "" }) =>
    h("img", { class: name, src, width, height, alt, loading: "lazy", decoding: "async" });
  const time = (date, options) => {
    const { datetime, words } = timeOf(date, site.timeZone, options);
    return h("time", { datetime }, words);
  };
  const button = (name, action, label, more) =>
    h("button", { class: name, type: "button", "data-bs-action": action, ...more, hidden: true }, label);

  const skipLinks = h(
    "nav",
    { class: "bs-skip-links", "data-part": "skip-links", "aria-label": "Skip links" },
    link("#bs-main", "Skip to the story", { class: "bs-skip-links__link" }),
    " ",
    link("#bs-site_navigation", "Skip to the main menu", { class: "bs-skip-links__link" }),
  );

  function notice({ id, title, body: text, url, hours }) {
    return h(
      "aside",
      { class: "bs-notice", "data-part": "notice", "data-bs-notice": id, "data-bs-hours": hours, "aria-label": title },
      h("p", { class: "bs-notice__title" }, link(url, title)),
      text.split("\n").map((line) => h("p", { class: "bs-notice__text" }, line)),
      h(
        "div",
        { class: "bs-notice__controls" },
        button("bs-notice__button", "notice-open", "Open"),
        button("bs-notice__button", "notice-later", `Close for ${hours} hours`),
        button("bs-notice__button", "notice-close", "Close"),
      ),
    );
  }

  const current = (id) => (path.includes(id) ? "true" : undefined);
  const treeItem = ({ id, label, url, children }) =>
    h(
      "li",
      { class: "bs-section-tree__item" },
      link(url, label, { "aria-current": path.at(-1) === id ? "true" : undefined }),
      children &&
        h(
          "details",
          { class: "bs-section-tree__more", open: path.includes(id) },
          h("summary", { class: "bs-section-tree__expander", "aria-label": `Subsections of ${label}` }),
          h("ul", null, children.map(treeItem)),
        ),
    );
  const sectionTree = h(
    "nav",
    { class: "bs-section-tree", "data-part": "section-tree", "aria-label": "All sections" },
    h("ul", { class: "bs-section-tree__list" }, site.sections.map(treeItem)),
  );

  const quickLinks = h(
    "nav",
    { class: "bs-quick-links", "data-part": "quick-links", "aria-label": "Quick links" },
    h(
      "ul",
      { class: "bs-quick-links__list" },
      site.quickLinks.map(({ label, url, icon }) =>
        h("li", null, link(url, [image("bs-quick-links__icon", { src: icon, width: 24, height: 24 }), ` ${label}`])),
      ),
    ),
  );
  const follow = h(
    "nav",
    { class: "bs-follow", "data-part": "follow", "aria-label": "Follow us" },
    h(
      "ul",
      { class: "bs-follow__list" },
      site.follow.map(({ network, label, url }) =>
        h("li", { class: `bs-follow__item bs-follow__item--${network}` }, link(url, label, { rel: "noopener" })),
      ),
    ),
  );

  const today = timeOf(now, site.timeZone, { ...MINUTE, weekday: "long" });
  const masthead = h(
    "header",
    { class: "bs-masthead", "data-part": "masthead" },
    h(
      "details",
      { class: "bs-menu" },
      h("summary", { class: "bs-menu__button" }, "Menu"),
      h("div", { class: "bs-menu__panel" }, sectionTree, quickLinks, follow),
    ),
    h(
      "p",
      { class: "bs-masthead__name" },
      link(site.url, h("img", { class: "bs-masthead__logo", src: site.logo.src, width: site.logo.width, height: site.logo.height, alt: site.logo.alt })),
    ),
    h(
      "p",
      { class: "bs-date-line", "data-part": "date-line" },
      h(
        "time",
        {
          datetime: today.datetime,
          "data-bs-clock": "",
          "data-bs-pattern": "{weekday}, {month-name} {day}, {year}, {hour}:{minute}",
          "data-bs-zone": site.timeZone,
          "data-bs-months": MONTHS,
          "data-bs-weekdays": WEEKDAYS,
        },
        today.words,
      ),
    ),
    h(
      "search",
      { class: "bs-search", "data-part": "search" },
      h(
        "form",
        { class: "bs-search__form", action: site.search.action, method: "get" },
        h(
          "label",
          { class: "bs-search__label" },
          h("span", { class: "bs-search__word" }, "Search the news"),
          " ",
          h("input", { class: "bs-search__field", type: "search", name: site.search.parameter }),
        ),
        h("button", { class: "bs-search__button", type: "submit" }, "Search"),
      ),
    ),
    h(
      "nav",
      { class: "bs-account", "data-part": "account", "aria-label": "Account" },
      h(
        "ul",
        { class: "bs-account__list" },
        [["login", "Log in"], ["register", "Register"], ["subscribe", "Subscribe"]].map(([kind, label]) =>
          h("li", null, link(site.account[kind], label)),
        ),
      ),
    ),
  );

  const navigation = h(
    "nav",
    { class: "bs-navigation", "data-part": "navigation", id: "bs-site_navigation", "aria-label": "Main menu" },
    h(
      "ul",
      { class: "bs-navigation__list" },
      site.navigation.map(({ label, url, section }) => h("li", null, link(url, label, { "aria-current": current(section) }))),
    ),
  );
  const top = sectionOf(site.sections, path[0]);
  const subNavigation = h(
    "nav",
    { class: "bs-sub-navigation", "data-part": "sub-navigation", "aria-label": "In this section" },
    h(
      "ul",
      { class: "bs-sub-navigation__list" },
      [top, ...top.children].map(({ id, label, url }) =>
        h("li", path.includes(id) && site.navigation.some(({ section }) => section === id) ? { class: "bs-sub-navigation__said" } : null, link(url, label, { "aria-current": path.at(-1) === id ? "true" : undefined })),
      ),
    ),
  );

  const ticker = h(
    "section",
    { class: "bs-ticker", "data-part": "ticker", "aria-labelledby": "bs-ticker" },
    h("h2", { class: "bs-ticker__label", id: "bs-ticker" }, "Headlines"),
    h(
      "ol",
      { class: "bs-ticker__list" },
      [...lists.ticker]
        .sort((a, b) => a.rank - b.rank)
        .map(({ rank, headline, url }) =>
          h("li", { class: "bs-ticker__item", value: rank }, h("span", { class: "bs-ticker__rank" }, rank), " ", link(url, headline)),
        ),
    ),
    h(
      "div",
      { class: "bs-ticker__controls" },
      button("bs-ticker__button", "ticker-pause", "Pause", { "data-bs-other": "Resume" }),
      button("bs-ticker__button", "ticker-hide", "Hide headlines", { "data-bs-other": "Show headlines" }),
    ),
  );

  const breadcrumbs = h(
    "nav",
    { class: "bs-breadcrumbs", "data-part": "breadcrumbs", "aria-label": "Breadcrumb" },
    h(
      "ol",
      { class: "bs-breadcrumbs__list" },
      [{ label: site.name, url: site.url }, ...path.map((id) => sectionOf(site.sections, id))].map(({ label, url }) =>
        h("li", null, link(url, label)),
      ),
    ),
  );

  const tools = h(
    "div",
    { class: "bs-tools", "data-part": "tools", role: "group", "aria-label": "Reading tools" },
    button("bs-tools__button", "print", h("span", { class: "bs-tools__name" }, "Print")),
    button("bs-tools__button", "font-down", h("span", { class: "bs-tools__name" }, "Smaller text")),
    button("bs-tools__button", "font-up", h("span", { class: "bs-tools__name" }, "Larger text")),
    h("p", { class: "bs-tools__status", role: "status", "data-bs-pattern": "Text size: {percent}%" }),
  );

  function share(entry) {
    const { network, template } = typeof entry === "string" ? { network: entry } : entry;
    const name = `bs-share__item bs-share__item--${network}`;
    const title = article.headlines.social;
    if (network === "link") {
      const data = { "data-bs-url": article.url, "data-bs-title": title };
      return h("li", { class: name }, button("bs-share__button", "share-link", "Copy link", data));
    }
    const [label, standard] = SHARES[network];
    const fill = { "{url}": encodeURIComponent(article.url), "{title}": encodeURIComponent(title) };
    const url = (template ?? standard).replace(/\{\w+\}/g, (place) => fill[place]);
    const named = h("span", { class: "bs-share__name" }, label);
    return h("li", { class: name }, link(url, named, { class: "bs-share__link", rel: network === "mail" ? "nofollow" : "nofollow noopener" }));
  }
  const shares = h(
    "div",
    { class: "bs-share", "data-part": "share", role: "group", "aria-label": "Share" },
    h("span", { class: "bs-share__label", "aria-hidden": "true" }, "Share"),
    h("ul", { class: "bs-share__list" }, site.share.map(share)),
    h("p", { class: "bs-share__status", role: "status", "data-bs-done": "The link is copied.", "data-bs-failed": "The link could not be copied." }),
  );

  const caption = ({ caption: text, credit }) =>
    h(
      "figcaption",
      { class: "bs-figcaption" },
      h("span", { class: "bs-caption" }, text),
      " ",
      h("span", { class: "bs-credit" }, credit),
    );
  const lead = article.figures[article.lead];
  const leadFigure = h(
    "figure",
    { class: "bs-lead-figure", "data-part": "lead-figure" },
    h("img", {
      class: `bs-picture bs-focus-${focusOf(lead.focus)}`,
      src: lead.src,
      srcset: srcsetOf(lead.sources),
      sizes: "(min-width: 64em) 60rem, 100vw",
      width: lead.width,
      height: lead.height,
      alt: lead.alt,
      fetchpriority: "high",
      decoding: "async",
    }),
    caption(lead),
  );

  const authorLink = ({ name, url }) => link(url, h("bdi", null, name), { rel: "author" });
  const section = sectionOf(site.sections, path.at(-1));
  const dateItem = (label, date) =>
    h("span", { class: "bs-dates__item" }, h("span", { class: "bs-dates__label" }, label), " ", time(date));
  const story = h(
    "article",
    { class: "bs-story", "data-part": "story", "aria-labelledby": "bs-headline" },
    h(
      "header",
      { class: "bs-story__head" },
      h("p", { class: "bs-section-label", "data-part": "section-label" }, link(section.url, section.label)),
      h("p", { class: "bs-kicker", "data-part": "kicker" }, article.kicker),
      h("h1", { class: "bs-headline", id: "bs-headline", "data-part": "headline" }, article.headline),
      h("p", { class: "bs-standfirst", "data-part": "standfirst" }, article.standfirst),
      h("p", { class: "bs-byline", "data-part": "byline" }, h("span", { class: "bs-byline__names" }, "By ", article.authors.map(authorLink))),
      h("p", { class: "bs-dates", "data-part": "dates" }, dateItem("Posted", article.published), " ", dateItem("Updated", article.modified)),
      h("div", { class: "bs-story__use" }, shares, tools),
    ),
    leadFigure,
    h("div", {
      class: "bs-body",
      "data-part": "body",
      dangerouslySetInnerHTML: { __html: `<p class="bs-dateline">${escape(article.dateline)}</p>\n${body}` },
    }),
    h(
      "section",
      { class: "bs-corrections", "data-part": "corrections", "aria-labelledby": "bs-corrections" },
      h("h2", { id: "bs-corrections" }, "Corrections"),
      article.corrections.map(({ date, text }) => h("p", { class: "bs-corrections__item" }, time(date), " ", text)),
    ),
    h(
      "address",
      { class: "bs-contact", "data-part": "contact" },
      article.authors.map(({ name, role, email, url }) =>
        h(
          "div",
          { class: "bs-contact__author" },
          h("bdi", { class: "bs-contact__name" }, name),
          " ",
          h("span", { class: "bs-contact__role" }, role),
          " ",
          link(`mailto:${email}`, email, { class: "bs-contact__mail" }),
          " ",
          link(url, "More articles by this reporter", { class: "bs-contact__more", rel: "author" }),
        ),
      ),
    ),
    h(
      "section",
      { class: "bs-tags", "data-part": "tags", "aria-labelledby": "bs-tags" },
      h("h2", { id: "bs-tags" }, "Topics"),
      h("ul", null, article.tags.map(({ label, url }) => h("li", null, link(url, label, { rel: "tag" })))),
    ),
    h("p", { class: "bs-rights" }, article.rights),
  );

  function slot({ label, advertiser, url, image: src, alt, size }) {
    const [width, height] = SLOTS[size];
    return h(
      "div",
      { class: `bs-slot bs-slot--${size}`, "data-part": "slot", role: "group", "aria-label": label },
      h("p", { class: "bs-slot__label" }, label),
      h(
        "div",
        { class: "bs-slot__box" },
        image("bs-slot__image", { src, width, height, alt }),
        h("p", { class: "bs-slot__advertiser" }, link(url, advertiser, { class: "bs-slot__link", rel: "sponsored nofollow noopener" })),
      ),
    );
  }

  const moreByAuthor = h(
    "section",
    { class: "bs-more-by-author", "data-part": "more-by-author", "aria-labelledby": "bs-more-by-author" },
    h("h2", { class: "bs-more-by-author__label", id: "bs-more-by-author" }, "More by ", article.authors.map(authorLink)),
    h(
      "ul",
      { class: "bs-more-by-author__items" },
      lists.moreByAuthor.map(({ kicker, headline, url, published, image: picture }) =>
        h(
          "li",
          { class: "bs-more-by-author__item" },
          image("bs-more-by-author__image", picture),
          h(
            "div",
            { class: "bs-more-by-author__text" },
            h("span", { class: "bs-more-by-author__kicker" }, kicker),
            " ",
            link(url, headline, { class: "bs-more-by-author__link" }),
            " ",
            h("span", { class: "bs-more-by-author__date" }, time(published)),
          ),
        ),
      ),
    ),
  );

  const ranked = ([id, { label, url, items }]) =>
    h(
      "section",
      { class: "bs-ranked-list", "data-part": "ranked-list", "aria-labelledby": `bs-ranked_${id}` },
      h("h2", { class: "bs-ranked-list__label", id: `bs-ranked_${id}` }, link(url, label)),
      h(
        "ol",
        { class: "bs-ranked-list__items" },
        items.map((item) =>
          h(
            "li",
            { class: "bs-ranked-list__item", value: item.rank },
            h("span", { class: "bs-ranked-list__rank" }, item.rank),
            item.image && image("bs-ranked-list__image", item.image),
            h(
              "div",
              { class: "bs-ranked-list__text" },
              item.kicker && [h("span", { class: "bs-ranked-list__kicker" }, item.kicker), " "],
              link(item.url, item.headline, { class: "bs-ranked-list__link" }),
            ),
          ),
        ),
      ),
    );

  function gallery({ id, title, url, pictures }) {
    const step = (number, action, label) => [
      " ",
      link(`#bs-gallery_${id}_${number}`, label, { class: "bs-gallery__step", "data-bs-action": action }),
    ];
    return h(
      "dialog",
      { class: "bs-gallery", id: `bs-gallery_${id}`, "aria-label": title },
      h("h3", { class: "bs-gallery__title" }, link(url, title)),
      link("#bs-galleries", "Close the gallery", { class: "bs-gallery__close", "data-bs-action": "gallery-close" }),
      h(
        "ol",
        { class: "bs-gallery__pictures" },
        pictures.map((picture, i) =>
          h(
            "li",
            { class: "bs-gallery__item" },
            h("figure", { class: "bs-gallery__figure", id: `bs-gallery_${id}_${i + 1}` }, image("bs-picture", picture), caption(picture)),
            h(
              "p",
              { class: "bs-gallery__steps" },
              h("span", { class: "bs-gallery__position" }, `${i + 1} of ${pictures.length}`),
              i > 0 && step(i, "gallery-prev", "Previous picture"),
              i + 1 < pictures.length && step(i + 2, "gallery-next", "Next picture"),
            ),
          ),
        ),
      ),
    );
  }
  const galleries = h(
    "section",
    { class: "bs-galleries", "data-part": "galleries", "aria-labelledby": "bs-galleries" },
    h("h2", { class: "bs-galleries__label", id: "bs-galleries" }, link(lists.galleries.url, lists.galleries.label)),
    h(
      "ul",
      { class: "bs-galleries__items" },
      lists.galleries.items.map(({ id, title, cover, count }) =>
        h(
          "li",
          { class: "bs-galleries__item" },
          image("bs-galleries__cover", cover),
          " ",
          link(`#bs-gallery_${id}_1`, title, { class: "bs-galleries__link", "data-bs-action": "gallery-open" }),
          " ",
          h("span", { class: "bs-galleries__count" }, `Pictures: ${count}`),
        ),
      ),
    ),
    lists.galleries.items.map(gallery),
  );

  const directions = { ar: "rtl" };
  const footerLinks = h(
    "nav",
    { class: "bs-footer-links", "data-part": "footer-links", "aria-label": "About this site" },
    site.footer.map(({ label, links }) =>
      h(
        "div",
        { class: "bs-footer-links__group" },
        h("h2", { class: "bs-footer-links__label" }, label),
        h("ul", null, links.map((one) => h("li", null, link(one.url, one.label, { lang: one.language, dir: directions[one.language] })))),
      ),
    ),
  );
  const imprintValue = {
    text: ({ value, language }) => (language ? h("span", { lang: language }, value) : value),
    email: ({ value }) => link(`mailto:${value}`, value, { dir: "ltr" }),
    telephone: ({ value }) => link(`tel:${value.replaceAll("-", "")}`, value, { dir: "ltr" }),
    date: ({ value }) => time(value),
    url: ({ value, url }) => link(url, value),
  };
  const imprint = h(
    "dl",
    { class: "bs-imprint", "data-part": "imprint" },
    site.imprint.map((line) =>
      h("div", { class: "bs-imprint__line" }, h("dt", null, line.label), h("dd", null, imprintValue[line.kind](line))),
    ),
  );

  return h(
    "div",
    { class: "bs-page", "data-part": "page", lang: article.language, dir: article.direction },
    skipLinks,
    masthead,
    navigation,
    subNavigation,
    h(
      "div",
      { class: "bs-page__columns" },
      h("main", { class: "bs-page__main", id: "bs-main", tabindex: "-1" }, story, slot(site.slots["after-story"]), breadcrumbs, moreByAuthor),
      h(
        "div",
        { class: "bs-page__beside" },
        notice(site.notice),
        h("aside", { class: "bs-page__side", "aria-label": "More stories" }, ticker, Object.entries(lists.ranked).map(ranked)),
      ),
    ),
    galleries,
    h("aside", { class: "bs-page__foot", "aria-label": "Advertisement" }, slot(site.slots["page-foot"])),
    h(
      "footer",
      { class: "bs-footer", "data-part": "footer" },
      footerLinks,
      imprint,
      h("p", { class: "bs-copyright", "data-part": "copyright" }, site.copyright),
    ),
  );
}
