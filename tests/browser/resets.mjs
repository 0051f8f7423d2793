// What pages do to all elements of a kind before they begin: resets as they are in use, written anew.

const HEADINGS = "h1, h2, h3, h4, h5, h6";

/** Everything to nothing, as resets did since 2007. */
const CLASSIC = `
  html, body, div, span, ${HEADINGS}, p, blockquote, pre, a, abbr, address, cite, code, del, em, img, small, strong, sub, sup,
  b, u, i, dl, dt, dd, ol, ul, li, fieldset, form, label, legend, table, caption, tbody, tfoot, thead, tr, th, td, article,
  aside, details, figure, figcaption, footer, header, main, nav, search, section, summary, time {
    margin: 0; padding: 0; border: 0; font-size: 100%; font: inherit; vertical-align: baseline
  }
  article, aside, details, figcaption, figure, footer, header, main, nav, section { display: block }
  body { line-height: 1 }
  ol, ul { list-style: none }
  blockquote, q { quotes: none }
  blockquote::before, blockquote::after, q::before, q::after { content: ""; content: none }
  table { border-collapse: collapse; border-spacing: 0 }`;

const STAR = "* { margin: 0; padding: 0 }";

/** All that is ever reset, and what is drawn before and after too. */
const HARD_STAR = `
  *, *::before, *::after { margin: 0; padding: 0; border: 0; box-sizing: content-box }
  * {
    font: inherit; color: inherit; text-decoration: none; text-align: inherit; list-style: none; vertical-align: baseline;
    background: none; border-radius: 0; letter-spacing: normal; text-transform: inherit
  }`;

/** The same look in all browsers: small repairs, and some opinions. */
const NORMALIZE = `
  html { line-height: 1.15; text-size-adjust: 100% }
  body { margin: 0 }
  main, details { display: block }
  h1 { font-size: 2em; margin: 0.67em 0 }
  hr { box-sizing: content-box; height: 0; overflow: visible }
  pre, code, kbd, samp { font-family: monospace, monospace; font-size: 1em }
  a { background-color: transparent }
  b, strong { font-weight: bolder }
  small { font-size: 80% }
  sub, sup { font-size: 75%; line-height: 0; position: relative; vertical-align: baseline }
  img { border-style: none }
  button, input, optgroup, select, textarea { font-family: inherit; font-size: 100%; line-height: 1.15; margin: 0 }
  button, input { overflow: visible }
  button, select { text-transform: none }
  fieldset { padding: 0.35em 0.75em 0.625em }
  legend { box-sizing: border-box; color: inherit; display: table; max-width: 100%; padding: 0; white-space: normal }
  summary { display: list-item }
  template { display: none }`;

/** Of two layers the earlier one has the stronger !important: a control that waits hidden has no room under it. */
export const HIDDEN = '[hidden]:where(:not([hidden="until-found"])) { display: none !important }';

/** What a utility framework lays under its classes. */
const PREFLIGHT = `
  *, ::after, ::before, ::backdrop, ::file-selector-button { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid }
  html, :host { line-height: 1.5; font-family: ui-sans-serif, system-ui, sans-serif; -webkit-tap-highlight-color: transparent }
  hr { height: 0; color: inherit; border-top-width: 1px }
  ${HEADINGS} { font-size: inherit; font-weight: inherit }
  a { color: inherit; text-decoration: inherit }
  b, strong { font-weight: bolder }
  code, kbd, samp, pre { font-family: ui-monospace, monospace; font-size: 1em }
  small { font-size: 80% }
  table { text-indent: 0; border-color: inherit; border-collapse: collapse }
  summary { display: list-item }
  ol, ul, menu { list-style: none }
  img, svg, video, canvas, audio, iframe, embed, object { display: block; vertical-align: middle }
  img, video { max-width: 100%; height: auto }
  button, input, select, optgroup, textarea {
    font: inherit; letter-spacing: inherit; color: inherit; border-radius: 0; background-color: transparent; opacity: 1
  }
  ::placeholder { opacity: 1 }
  button, input:where([type="button"], [type="reset"], [type="submit"]) { appearance: button }
  ${HIDDEN}`;

/** The older one, with colours of its own. */
const OLD_PREFLIGHT = `
  *, ::before, ::after { box-sizing: border-box; border-width: 0; border-style: solid; border-color: #e5e7eb }
  blockquote, dl, dd, ${HEADINGS}, hr, figure, p, pre { margin: 0 }
  ${PREFLIGHT.slice(PREFLIGHT.indexOf("hr {"))}
  fieldset, legend { margin: 0; padding: 0 }
  ol, ul, menu { list-style: none; margin: 0; padding: 0 }
  button, [role="button"] { cursor: pointer }`;

/** What a framework of components lays under its own. */
const REBOOT = `
  *, *::before, *::after { box-sizing: border-box }
  body { margin: 0; font-family: system-ui, sans-serif; font-size: 1rem; line-height: 1.5; color: #212529; text-align: start }
  hr { margin: 1rem 0; color: inherit; border: 0; border-top: 1px solid; opacity: 0.25 }
  ${HEADINGS} { margin-top: 0; margin-bottom: 0.5rem; font-weight: 500; line-height: 1.2; color: inherit }
  h1 { font-size: 2.5rem }
  h2 { font-size: 2rem }
  p, ol, ul, dl, pre { margin-top: 0; margin-bottom: 1rem }
  ol, ul { padding-left: 2rem }
  ol ol, ul ul, ol ul, ul ol { margin-bottom: 0 }
  address { margin-bottom: 1rem; font-style: normal; line-height: inherit }
  dt { font-weight: 700 }
  dd { margin-bottom: 0.5rem; margin-left: 0 }
  blockquote, figure { margin: 0 0 1rem }
  b, strong { font-weight: bolder }
  a { color: #0d6efd; text-decoration: underline }
  a:hover { color: #0a58ca }
  pre { display: block; overflow: auto; font-size: 0.875em }
  code { font-size: 0.875em; color: #d63384; word-wrap: break-word }
  img, svg { vertical-align: middle }
  table { caption-side: bottom; border-collapse: collapse }
  th { text-align: inherit; text-align: -webkit-match-parent }
  thead, tbody, tfoot, tr, td, th { border-color: inherit; border-style: solid; border-width: 0 }
  label { display: inline-block }
  button { border-radius: 0; text-transform: none }
  button, input { margin: 0; font-family: inherit; font-size: inherit; line-height: inherit }`;

/** The site's own look of plain elements, as a page without classes has it. */
const SITE = `
  body { font-size: 20px }
  ${HEADINGS} { font-family: fantasy; text-transform: uppercase; letter-spacing: 3px; color: teal; text-align: center }
  p { margin: 0 0 3em; text-align: justify; text-indent: 2em; line-height: 2 }
  a { color: hotpink; font-weight: 800; text-decoration: underline dotted 3px }
  ul, ol { padding-left: 4em; list-style: square inside }
  nav ul { display: flex } nav ul li { padding: 1em; display: inline-block; margin: 0 1em }
  img { display: block; width: 100%; border-radius: 12px; box-shadow: 0 0 9px #000 }
  figure, blockquote, section, article, aside { margin: 1em 40px; padding: 1em; background-color: beige; border: 2px dashed red }
  aside { float: right; width: 30% }
  header, footer { text-align: center; padding: 3em }
  button, input { width: 100%; padding: 1em; border-radius: 8px; background-color: gold; color: navy; font-size: 2em }
  table { width: 100%; border-collapse: separate } td, th { border: 1px solid; padding: 2em; text-align: right }
  pre, code { background-color: black; color: lime; white-space: pre } address { font-style: italic }`;

/** Everything off, and display as the browser has it. */
const UNSET = `
  *:where(:not(html, iframe, canvas, img, svg, video, audio):not(svg *, symbol *)) { all: unset; display: revert }
  *, *::before, *::after { box-sizing: border-box }
  ol, ul, menu, summary { list-style: none }
  ol { counter-reset: revert }
  img { max-inline-size: 100%; max-block-size: 100% }
  table { border-collapse: collapse }`;

/** The site's own layout, written for the elements that it has once. */
const LAYOUT = `
  header { position: sticky; top: 0; z-index: 10; min-height: 4rem; background: linear-gradient(gold, white) }
  nav { position: fixed; inset: 0 auto auto 0; place-content: center; transform: translateX(9px) }
  nav ul, ul { gap: 3rem; flex-wrap: wrap; grid-template-columns: 1fr 1fr }
  main, article { display: grid; grid-template-columns: 12rem 1fr; min-height: 100vh; columns: 2; transform: translateX(20px) }
  section { min-height: 100vh; position: relative; order: 2; clear: both }
  aside { position: absolute; right: 0; flex: 0 0 20rem; align-self: start }
  figure { position: relative; overflow: hidden; filter: grayscale(1) }
  figcaption { position: absolute; bottom: 0; background: rgb(0 0 0 / 50%) }
  ${HEADINGS} { text-shadow: 2px 2px 3px red; animation: none 1s; transition: color 1s }
  footer { position: absolute; bottom: 0; display: flex; gap: 2rem; justify-content: space-between; align-items: end }
  a, button { transition: all 0.3s; outline: 0; background: linear-gradient(silver, gray) }`;

const UNLAYERED = { CLASSIC, STAR, HARD_STAR, NORMALIZE, PREFLIGHT, OLD_PREFLIGHT, REBOOT, UNSET, SITE, LAYOUT };
const LAYERED = {
  "PREFLIGHT in base": `@layer theme, base, components, utilities; @layer base { ${PREFLIGHT} }`,
  "CLASSIC in reset": `@layer reset, page; @layer reset { ${CLASSIC} }`,
  "NORMALIZE in normalize": `@layer normalize { ${NORMALIZE} }`,
  "HARD_STAR in preflights": `@layer preflights { ${HARD_STAR} }`,
  "UNSET in reset": `@layer reset { ${UNSET} }`,
  "REBOOT in reboot": `@layer colors, reboot, helpers; @layer reboot { ${REBOOT} }`,
};

/** Each reset by its name. */
export const RESETS = { ...UNLAYERED, ...LAYERED };
