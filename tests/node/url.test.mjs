// Addresses against the WHATWG's URL: what is taken leads where its author's text leads, by one of the schemes that may,
// and what is printed is the same address when it is read and printed again. What is refused is listed or hostile.
import assert from "node:assert/strict";
import test from "node:test";
import { domainToUnicode } from "node:url";
import { parseFragment } from "parse5";
import { load } from "../../dist/broadsheet.js";
import { vectors } from "../attack/xss-vectors.mjs";

const press = await load();
const BASE = "https://paper.example/news/today?page=2";
const SCHEMES = ["http:", "https:", "mailto:", "tel:"];

/** What becomes of each address as a tag's: the printed one, null for a refused one. */
function printed(addresses) {
  const tags = addresses.map((url) => ({ label: "x", url }));
  const story = press.open({ article: { id: "a", headline: "x", body: "x", tags } }, { limits: { listItems: 1e6, jsonNodes: 1e6, bundleBytes: 1e8, outputBytes: 1e8 } });
  const section = parseFragment(story.render("tags")).childNodes[0];
  story.close();
  const items = section.childNodes.find(({ tagName }) => tagName === "ul").childNodes.filter(({ tagName }) => tagName === "li");
  return items.map(({ childNodes: [first] }) => first.attrs?.find(({ name }) => name === "href").value ?? null);
}

// Not URL.canParse, which in Node 20 takes the letters of Latin-1 for bytes of UTF-8 once it is compiled.
function resolve(address) {
  try {
    return new URL(address, BASE);
  } catch {
    return null;
  }
}

// Each piece with each: what parsers of addresses have been at odds about.
const STARTS = ["", "http:", "https:", "HTTPS:", "http:/", "https://", "https:///", "//", "///", "/", "\\", "/\\", "\\\\", "https:\\\\", "mailto:", "tel:", "javascript:", "java\tscript:", " \u0001javascript:", "data:", "blob:https://", "file://", "ftp://", "?", "#", "./", "../", ".//", "/.//", "/..//"];
const MIDDLES = [
  "", "a", "a.example", "A.EXAMPLE:80", "a.example:443", "a.example:", "a.example:0", "a.example:65535", "a.example:65536", "a.example:1a", "user@a.example", "user:pw@a.example", "@a.example", "a%40b", "a%2eb", "a%2fb",
  "127.1", "0x7f.1", "1.2.3.4", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4.", "0", "[::1]", "[::1", "[::1]:8080", "[1:2]", "[::1.2.3.4]", "[::1%25a]", "a..b", ".", "..", "a_b", "a b", "a\tb", "a\nb", "a|b", "a^b", "a`b", "a'b", 'a"b', "a<b", "a[b", "a\\b",
  "한국.example", "xn--3e0b707e.example", "аррӏе.example", "a\u00adb.example", "a\u200db.example", "a。example", "ａ.example", "a／b", "a℀b", "ß.example", "%ED%95%9C.example", "%FF", "%", "%zz", "%00", "a:b", "a@b.example?subject=x", "a@b.example?bcc=c@d.example", "a@b.example%0Abcc:c", "+82-2-123", "*100#", "alert(1)", "text/html,x",
];
const ENDS = ["", "/", "/b", "\\b", "/../b", "/%2e%2e/b", "?q=1&r=%", "#f", "#f#g", "/b c", "/é", "/\u{1f600}", "/%", "/%g", "/a'b\"c<d>e`f{g}|h\\i^j", "\u0000", " "];

const grid = STARTS.flatMap((start) => MIDDLES.flatMap((middle) => ENDS.map((end) => start + middle + end)));
const hostile = vectors.filter(({ kind }) => kind === "url" || kind === "text").map(({ payload }) => payload);
const long = ["https://a.example/" + "a/".repeat(50_000), "https://" + "a".repeat(50_000) + ".example/", "%".repeat(50_000), "//" + "@".repeat(50_000)];
const addresses = [...grid, ...hostile, ...long];

/** What is wrong with a printed address; undefined when all is well. */
function fault(address, href) {
  const [there, asked] = [resolve(href), resolve(address)];
  if (!there || !asked) return "leads nowhere";
  if (!SCHEMES.includes(there.protocol)) return `leads by ${there.protocol}`;
  if (there.protocol !== asked.protocol) return `leads by ${there.protocol}, not ${asked.protocol}`;
  // A port is not the host's, but is part of where one comes to.
  if (there.host !== asked.host) return `leads to ${there.host}, not ${asked.host}`;
  if (there.username || there.password) return "has a user";
  if (/[^!#-;=?-Z[\]_a-z~]/.test(href) || href.includes("'")) return "has a character of its own in it";
}

test("what is taken leads where it says, by a scheme that may", () => {
  const hrefs = printed(addresses);
  const wrong = addresses.flatMap((address, i) => {
    const why = hrefs[i] === null ? undefined : fault(address, hrefs[i]);
    return why ? [`${JSON.stringify(address)} → ${hrefs[i]}: ${why}`] : [];
  });
  assert.deepEqual(wrong.slice(0, 20), []);
  const taken = hrefs.filter((href) => href !== null);
  assert.ok(taken.length > addresses.length / 10 && taken.length < addresses.length * 0.9, `${taken.length} of ${addresses.length}`);
  // And again, from what was printed: nothing changes any more.
  assert.deepEqual(printed(taken), taken);
});

test("what is refused leads by another scheme, or is one of a few", () => {
  const hrefs = printed(grid);
  // With what a browser would follow and we do not: a user, a host that does not show itself, http without slashes,
  // slashes that turn back, control characters, mail with other headers and codes for a telephone.
  const known = /^[\s\0]*(https?:(?!\/\/[^/\\])|[/\\]{2,}|mailto:|tel:)|[@\0\\]|%|[\u00ad\u200d。／℀ａ\u{1f600}]|\d\.\d|0x7f|\/\/0|\t|\n|\[/iu;
  const surprising = grid.filter((address, i) => {
    const asked = resolve(address);
    return hrefs[i] === null && address.trim() && asked && SCHEMES.includes(asked.protocol) && !known.test(address);
  });
  assert.deepEqual(surprising, []);
});

// What a browser makes of a character of a host; null when it takes none such. Alone where it may not stand between
// letters that are written from left to right.
function read(character) {
  const alone = (host) => host && domainToUnicode(host.hostname);
  return alone(resolve(`https://q${character}q/`))?.slice(1, -1) ?? alone(resolve(`https://${character}/`));
}

test("a host has no character that is ASCII to a browser, or nothing at all", () => {
  const others = Array.from({ length: 0x110000 - 0x80 }, (_, i) => String.fromCodePoint(i + 0x80));
  const reads = others.map(read);
  const wrong = others.filter((_, i) => reads[i] === "" || /[\0-\x7f]/.test(reads[i] ?? "") || /^\p{DI}$/u.test(others[i]));
  const right = others.filter((c, i) => reads[i] === c && /^[\p{L}\p{Nd}]$/u.test(c) && /[\p{sc=Hang}\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}\p{sc=Deva}\p{sc=Thai}]/u.test(c));
  assert.ok(wrong.length > 4000 && right.length > 100_000, `${wrong.length} and ${right.length}`);
  const taken = (list) => printed(list.map((c) => `https://${c}.example/`)).flatMap((href, i) => (href === null ? [] : [list[i].codePointAt(0).toString(16)]));
  assert.deepEqual(taken(wrong), []);
  const refused = right.length - taken(right).length; // two letters of today, which stand among symbols
  assert.ok(refused < 10, `${refused} letters refused`);
});

test("the comparison sees an address that leads elsewhere", () => {
  assert.equal(fault("https://a.example/", "https://a.example/"), undefined);
  assert.match(fault("https://a.example/", "https://b.example/"), /leads to/);
  assert.match(fault("/a", "javascript:alert(1)"), /leads by javascript/);
  assert.match(fault("https://a.example/", "https://a@a.example/"), /user/);
  assert.match(fault("/a", "/a'b"), /of its own/);
});
