// The peer's story: what a page without Broadsheet would write itself, by template literals, in our markup. It serves the
// summit story and its like, and nothing beyond them: no other language, no tolerance for a bundle that is wrong.
//
//   story(bundle, body)      bundle: { article, site }; body: the HTML of article.body, by the Markdown renderer
//   renderer(bundle)         marked's extension for the pictures and cards that the body places

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escape = (text) => String(text).replace(/[&<>"]/g, (character) => ENTITIES[character]);

const formats = new Map();
function format(timeZone, options) {
  const key = `${timeZone} ${Object.keys(options)}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat("en-US", { ...options, timeZone }));
  return formats.get(key);
}
const DAY = { year: "numeric", month: "long", day: "numeric" };
export const MINUTE = { ...DAY, hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

/** What a <time> holds: a day as it stands, an instant on the paper's clock. */
export function timeOf(date, timeZone, options = MINUTE) {
  const shown = date.length === 10 ? format("UTC", DAY) : format(timeZone, options);
  return { datetime: date.replace(/(T\d\d:\d\d):\d\d/, "$1"), words: shown.format(new Date(date)).replace(" at ", ", ") };
}

function time(date, timeZone) {
  const { datetime, words } = timeOf(date, timeZone);
  return `<time datetime="${escape(datetime)}">${words}</time>`;
}

export function sectionOf(sections, id) {
  for (const section of sections) {
    const found = section.id === id ? section : sectionOf(section.children ?? [], id);
    if (found) return found;
  }
  return null;
}

const third = (share) => Math.min(2, Math.floor(share * 3));
export const focusOf = ({ x, y }) => 1 + 3 * third(y) + third(x);
export const srcsetOf = (sources) => sources.map(({ src, width }) => `${src} ${width}w`).join(", ");

function picture({ src, sources, width, height, alt, focus }, sizes, more) {
  return `<img class="bs-picture bs-focus-${focusOf(focus)}" src="${escape(src)}" srcset="${escape(srcsetOf(sources))}" sizes="${sizes}" width="${width}" height="${height}" alt="${escape(alt)}" ${more} decoding="async">`;
}

const caption = ({ caption, credit }) =>
  `<figcaption class="bs-figcaption"><span class="bs-caption">${escape(caption)}</span> <span class="bs-credit">${escape(credit)}</span></figcaption>`;

const figure = (picked) =>
  `<figure class="bs-figure" data-part="figure">${picture(picked, "(min-width: 48em) 42rem, 100vw", 'loading="lazy"')}${caption(picked)}</figure>\n`;

const related = ({ kicker, headline, url, published, section }, { article, site }) =>
  `<div class="bs-related" data-part="related"><p class="bs-related__title"><a href="${escape(url)}" class="bs-related__link" data-bs-address="${escape(new URL(url, article.url))}"><span class="bs-related__kicker">${escape(kicker)}</span> <span class="bs-related__headline">${escape(headline)}</span></a></p>
<p class="bs-related__meta">${time(published, site.timeZone)} | <span class="bs-related__section">${escape(sectionOf(site.sections, section).label)}</span></p></div>\n`;

export const renderer = ({ article, site }) => ({
  renderer: {
    paragraph({ tokens }) {
      const [, kind, id] = (tokens.length === 1 && /^(figure|related):(.+)/.exec(tokens[0].href)) || [];
      if (kind === "figure") return figure(article.figures[id]);
      if (kind === "related") return related(article.related[id], { article, site });
      return `<p>${this.parser.parseInline(tokens)}</p>\n`;
    },
  },
});

const author = ({ name, url }) => `<a rel="author" href="${escape(url)}"><bdi>${escape(name)}</bdi></a>`;

const contact = ({ name, role, email, url }) => `<div class="bs-contact__author"><bdi class="bs-contact__name">${escape(name)}</bdi>
<span class="bs-contact__role">${escape(role)}</span>
<a class="bs-contact__mail" href="mailto:${escape(email)}">${escape(email)}</a>
<a class="bs-contact__more" rel="author" href="${escape(url)}">More articles by this reporter</a></div>`;

export function story({ article, site }, body) {
  const section = sectionOf(site.sections, article.section.at(-1));
  const lead = article.figures[article.lead];
  return `<article class="bs-story" data-part="story" lang="${escape(article.language)}" dir="${escape(article.direction)}" aria-labelledby="bs-headline">
<header class="bs-story__head">
<p class="bs-section-label" data-part="section-label"><a href="${escape(section.url)}">${escape(section.label)}</a></p>
<p class="bs-kicker" data-part="kicker">${escape(article.kicker)}</p>
<h1 class="bs-headline" id="bs-headline" data-part="headline">${escape(article.headline)}</h1>
<p class="bs-standfirst" data-part="standfirst">${escape(article.standfirst)}</p>
<p class="bs-byline" data-part="byline"><span class="bs-byline__names">By ${article.authors.map(author).join(", ")}</span></p>
<p class="bs-dates" data-part="dates"><span class="bs-dates__item"><span class="bs-dates__label">Posted</span> ${time(article.published, site.timeZone)}</span>
<span class="bs-dates__item"><span class="bs-dates__label">Updated</span> ${time(article.modified, site.timeZone)}</span></p>
</header>
<figure class="bs-lead-figure" data-part="lead-figure">${picture(lead, "(min-width: 64em) 60rem, 100vw", 'fetchpriority="high"')}${caption(lead)}</figure>
<div class="bs-body" data-part="body">
<p class="bs-dateline">${escape(article.dateline)}</p>
${body}</div>
<section class="bs-corrections" data-part="corrections" aria-labelledby="bs-corrections">
<h2 id="bs-corrections">Corrections</h2>
${article.corrections.map(({ date, text }) => `<p class="bs-corrections__item">${time(date, site.timeZone)} ${escape(text)}</p>`).join("\n")}
</section>
<address class="bs-contact" data-part="contact">
${article.authors.map(contact).join("\n")}
</address>
<section class="bs-tags" data-part="tags" aria-labelledby="bs-tags">
<h2 id="bs-tags">Topics</h2>
<ul>
${article.tags.map(({ label, url }) => `<li><a rel="tag" href="${escape(url)}">${escape(label)}</a></li>`).join("\n")}
</ul>
</section>
<p class="bs-rights">${escape(article.rights)}</p>
</article>`;
}
