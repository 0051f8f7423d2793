// Random documents of Markdown for whole.test.mjs: the pieces that are dangerous, put together by a seeded generator.

/** A generator of numbers from 0 to below 1 (mulberry32). */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const QUOTES = ['""', "''", "“”", "‘’", "「」", "『』", "《》", "〈〉", "（）", "()", "[]", "«»", "„“", "<>"];
const PARTICLES = ["은", "는", "이라고", "에서", "로", "を", "的", "の", "", "", " ", ",", ".", "…", "!", "，", "。"];
const RUNS = ["*", "**", "***", "_", "__", "~~", "~", "**_", "~~**"];
const NOISE = [..."*_~`[]()!<>|&#:;@\\\"'-+=.,/ \t", "\n", "  \n", "\\\n", "\u000b", "\u000c", "\u0085", "\u2028", "\u00a0", "\u3000", "\u200b", "\u0001", "\u007f", "\ufdd0", "\ufddf", "\ufffc", "\ufffd", "\ufe0e", "\ufe0f", "\u{e0100}", "😀", "&amp;", "&copy;", "&#x41;", "&#0;", "&nope;", "://", "www.", "![", "](", "]:", "<!--", "-->", "5*3=15, 2*4=8"];

/** The first letter of a word, and the first of eight that follow it. */
const LATIN = ["Q", 0x61];
const SCRIPTS = [LATIN, LATIN, ["큐", 0xac00], ["漢", 0x5b57], ["カ", 0x3042], ["ق", 0x0641], ["ß", 0x3b1]];

/** A document: its source, and the words that it must not lose. */
export function document(seed) {
  const random = generator(seed);
  const below = (most) => Math.floor(random() * most);
  const one = (list) => list[below(list.length)];
  const words = [];
  let count = 0;

  /** A word that stands nowhere else. No other begins as it does, and none is a part of another. */
  function word(scripts = SCRIPTS) {
    const digits = (first, size) => String.fromCodePoint(first + (Math.floor(count / (size * size)) % size), first + (Math.floor(count / size) % size), first + (count % size));
    count++;
    const [head, first] = one(scripts);
    const made = head + digits(first, 8);
    words.push({ word: made });
    return made;
  }

  function number() {
    const made = String(100 + below(900000));
    words.push({ word: made, number: true });
    return made;
  }

  const quoted = (inside) => {
    const [open, close] = [...one(QUOTES)];
    return open + inside + close;
  };
  const mirrored = (run) => [...run].reverse().join("");

  const inline = {
    word: () => word(),
    words: () => `${word()} ${word()}`,
    quotation: () => quoted(word()),
    emphasis() {
      const run = one(RUNS);
      return run + (random() < 0.6 ? quoted(some(1)) : some(1)) + mirrored(run) + one(PARTICLES);
    },
    code: () => one(["`", "``"]).replace(/`+/, (ticks) => `${ticks}${one(["", " "])}${word()}${one(["", "~x~", "**", "https://a.example/_b_"])}${ticks}`),
    link: () => `[${some(1)}](/${word()}${one(["", ` "${word()}"`, ` '${word()}'`])})`,
    longer: () => `[${some(1)}](<${word()} ${word()}>)`,
    refused: () => `[${some(1)}](javascript:${word()} "${word()}")`,
    picture: () => `![${some(1)}](${word()}.png${one(["", ` "${word()}"`])})`,
    address: () => `${one(["https://a.example/", "http://a.example/?b=", "www.a.example/", "HTTPS://a.example:80/"])}${word()}${one(["", "_b_", "~c", "*d*", "(e)", "&amp;f", "&g", ";h", "[i]", "|j"])}${one(PARTICLES)}`,
    mail: () => `${one(["", "mailto:"])}desk@${word([LATIN])}.example${one(PARTICLES)}`,
    autolink: () => `<${one(["https://a.example/", "SBS:", "mailto:a@b.example?subject=", "javascript:"])}${word()}>`,
    html: () => `<${one(["b", "/p", "a href=x", "br", "!x", "?y"])} ${word()}>${word()}`,
    reference: () => `${one(["&amp;", "&lt;", "&copy;", "&#45;"])}${word()}`,
    escaped: () => `\\${one([..."*_~`[]()<>|&#\\"])}${word()}`,
    tildes: () => `${word()}~${word()} ~${word()}`,
    noted: () => `${word()}[^${one(["1", "b", "주", "*", word()])}]`,
    raised: () => `${word([LATIN])}${one(["^", "~"])}${number()}${one(["^", "~", "^", "~"])}${one(["", word(), word([LATIN])])}`,
    language: () => `[${some(1)}](lang:${one(["fr", "ar", "ko-KR", "?", ""])}${one(["", ` "${word()}"`])})`,
    line: () => `${word()}${one(["\n", "  \n", "\\\n"])}${word()}`,
    comment: () => `${word()}${one(["", " "])}<!--${one(["", " ", "\n", "\n\n"])}${word()}${one([" ", "\n", "`", "**", " <!-- "])}-->${one(["", " ", "\n"])}${word()}`,
    broken: () => `${word()}${one(["<br>", "<br/>", "<BR />"])}${word()}`,
    noise: () => one(NOISE),
    noises: () => one(NOISE) + word() + one(NOISE),
  };
  const kinds = Object.keys(inline);
  let depth = 0;
  function some(most) {
    let made = "";
    depth++;
    for (let left = 1 + below(most); left > 0; left--) made += inline[depth > 3 ? "word" : one(kinds)]() + one(["", "", " "]);
    depth--;
    return made;
  }
  const flat = (most) => some(most).replace(/\s+/g, " ");

  const blocks = {
    paragraph: () => some(8),
    heading: () => `${one(["#", "##", "####"])} ${flat(3)}`,
    under: () => `${flat(3)}\n${one(["===", "---"])}`,
    items: () => Array.from({ length: 1 + below(3) }, () => `${one(["-", "*", "+"])} ${one(["", "[x] ", "[ ] "])}${flat(3)}`).join("\n"),
    quotation: () => `> ${some(4).replaceAll("\n", "\n> ")}`,
    fence: () => `${one(["```", "~~~"])}${one(["", "", "js", ` ${word()} ${word()}`, `\\*&amp;${word()}`])}\n${word()} **${word()}** ~${word()}\n`.replace(/^(...)([^]*)$/, "$1$2$1"),
    indented: () => `    ${flat(2)}`,
    table: () => `| ${cell()} | ${cell()} |\n| --- | :-: |\n|${cell()}|${cell()}|\n`,
    rule: () => "***",
    ragged: () => `| ${cell()} | ${cell()} | ${cell()} |\n| --- ${one(["", "| - ", "| - | - | :- "])}|\n|${cell()}|${cell()}|${cell()}|${cell()}|${one(["", ` ${cell()} |`])}\n`,
    below: () => `${word()}\n| ${cell()} | ${cell()} |\n| --- | --- |\n`,
    numbers: () => Array.from({ length: 1 + below(4) }, () => `${number()}${one([".", ")"])} ${one(["", "", "17. "])}${flat(2)}`).join("\n"),
    definition: () => `[${one([word(), "label", "^1"])}]:${one([" ", " ", "\n", "\n  "])}${one([`/${word()}`, `<${word()} x>`, `javascript:${word()}`, `02-${word()} "${word()}"`, `https://a.example/${word()}_b`])}${one(["", "", `\n"${word()}"`, `\n  (${word()}\n${word()})`])}`,
    comment: () => `${word()}<!-- ${word()} ${one(["-->", "-- -->", "-->"])} ${word()}`,
    comments: () => `<!--\n${word()}\n\n**${word()}**\n-->\n${word()}`,
    nested: () => `> - ${flat(2)}\n>   ${one(["1. ", "> ", "    ", "", "| a | b |"])}${flat(2)}`,
    counted: () => Array.from({ length: 1 + below(4) }, () => `${number()}${one([". ", ") "])}${flat(2)}`).join("\n"),
    dates: () => Array.from({ length: 1 + below(3) }, () => `${number()}. ${number()}. ${flat(2)}`).join("\n"),
    columns: () => Array.from({ length: 2 + below(4) }, (_, i) => (i === 1 ? `|${"-|".repeat(1 + below(3))}` : `|${Array.from({ length: 1 + below(4) }, cell).join("|")}|`)).join("\n"),
    beneath: () => `${flat(2)}\n| ${cell()} | ${cell()} |\n|-|-|\n| ${cell()} | ${cell()} |`,
    noted: () => `[${one(["", "^"])}${word()}]: ${one(["/", "sms:", "javascript:", "<", ""])}${word()}`,
    defined: () => {
      const label = word();
      return `[${label}] ${some(1)}\n\n[${label}]: ${one(["/a", "<b>", "/c?d=e&amp;f", "javascript:g"])}`;
    },
    commented: () => `${one(["", "> ", "- "])}<!-- ${word()}\n${one(["", "\n"])}${word()} -->\n${word()}`,
    note: () => `${one(["", "> ", "- "])}[^${one(["1", "b", "주", "*", word()])}]:${one(["", " "])}${flat(3)}${one(["", `\n${word()}`, `\n\n    ${flat(2)}`, `\n    - ${word()}\n\n      ${word()}`, `\n    [^b]: ${word()}`])}\n`, // what follows is no part of it: a note that nothing refers to hides the use of a definition
    noteFence: () => `[^1]: ${word()}\n\n    ${one(["```", "~~~"])}\n    ${word()}`,
    noteUnder: () => `${word()}\n[^1]: ${word()}\n${one(["---", "===", "# ", "2. "])}${word()}`,
    caption: () => `${one(["Table:", "표 :", "Tableau :"])} ${flat(2)}\n${one(["", "\n"])}| ${one(["", cell()])} | ${cell()} |\n|-|-|\n| ${cell()} | ${cell()} |`,
    attributed: () => `> ${flat(2)}\n>\n> — ${flat(2)}`,
    within: () => `- ${flat(2)}\n  ${number()}. ${flat(2)}\n  ${number()}. ${flat(2)}`,
  };
  function cell() {
    return flat(1).replaceAll("|", "");
  }
  let source = random() < 0.05 ? `---\ntitle: ${word()}\n${word()}: ${word()}\n---\n` : "";
  for (let left = 1 + below(4); left > 0; left--) source += blocks[one(Object.keys(blocks))]() + one(["\n\n", "\n\n", "\n"]);
  return { source, words };
}
