// One way to drive the three engines, for tests that run the same in each of them.
//
//   const engine = await launch("webkit");
//   await engine.goto(url);
//   await engine.evaluate((a, b) => fetch(a).then((r) => r.status + b), "/x", 1);     promises are waited for
//   await engine.press("Tab"); await engine.click("#button");
//   await engine.init("globalThis.early = 1");       runs first in every document and frame; not in WebKit
//   await engine.close();
//
// Chromium is driven by playwright-core, Firefox by puppeteer-core over WebDriver BiDi, WebKit by WebKitWebDriver, which
// speaks WebDriver (W3C) over HTTP and needs a display. engine.prompts counts the dialogs that a page opened; each is
// dismissed. What must be there before a page's first script is best a script of the page: WebKit knows no other way.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";
import { ARGUMENTS } from "./arguments.mjs";

export const ENGINES = ["chromium", "firefox", "webkit"];

/** An engine by its browser and page, in which puppeteer and playwright are alike. */
function driven(browser, page, version, init) {
  const engine = {
    version,
    prompts: 0,
    init,
    goto: (url) => page.goto(url),
    // An expression, which both take; playwright passes one argument only.
    evaluate: (work, ...args) => page.evaluate(`(${work})(...${JSON.stringify(args)})`),
    press: (key) => page.keyboard.press(key === "Space" ? " " : key),
    click: (selector) => page.click(selector),
    close: () => browser.close(),
  };
  page.on("dialog", (dialog) => {
    engine.prompts++;
    dialog.dismiss().catch(() => {}); // its page may be gone
  });
  return engine;
}

async function launchChromium() {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ARGUMENTS });
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  return driven(browser, page, `Chromium ${browser.version()}`, (content) => page.addInitScript({ content }));
}

async function launchFirefox() {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: "/usr/bin/firefox-esr",
    headless: true,
    protocolTimeout: 600_000,
    extraPrefsFirefox: { "dom.disable_open_during_load": true },
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 700 });
  return driven(browser, page, await browser.version(), (content) => page.evaluateOnNewDocument(content));
}

// WebKit -----------------------------------------------------------------------------------

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** A program that ends with us at the latest. */
function start(program, args, options) {
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "ignore", "pipe"], ...options });
  const kill = () => child.kill();
  const leave = () => process.exit(1);
  process.once("exit", kill);
  for (const signal of SIGNALS) process.once(signal, leave);
  child.once("exit", () => {
    process.off("exit", kill);
    for (const signal of SIGNALS) process.off(signal, leave);
  });
  return child;
}

const ended = (child) => child.exitCode !== null || child.signalCode !== null;
async function stop(child) {
  if (ended(child)) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  await gone;
}

/** A display that nobody sees. Xvfb finds a free number itself, and tells it through the descriptor. */
async function openDisplay() {
  const child = start("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
  const number = await new Promise((resolve, reject) => {
    let text = "";
    child.once("error", reject);
    child.once("exit", () => reject(new Error("Xvfb ended")));
    child.stdio[3].on("data", (data) => (text += data).endsWith("\n") && resolve(text.trim()));
  });
  return { child, display: `:${number}` };
}

function miniBrowser() {
  const folders = readdirSync("/usr/lib", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const paths = folders.flatMap(({ name }) =>
    ["6.0", "4.1", "4.0"].map((version) => `/usr/lib/${name}/webkit2gtk-${version}/MiniBrowser`),
  );
  const found = paths.find(existsSync);
  if (!found) throw new Error("WebKit's MiniBrowser is not here: webkit2gtk-driver");
  return found;
}

// The keys that have no character of their own (WebDriver, section 17.4.2).
const KEYS = {
  Tab: "\uE004",
  Enter: "\uE007",
  Escape: "\uE00C",
  Space: " ",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowRight: "\uE014",
};

async function call(port, method, path, body) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: body && JSON.stringify(body),
  });
  const { value } = await response.json();
  if (value?.error) throw Object.assign(new Error(`${value.error}: ${value.message}`), { code: value.error });
  return value;
}

// What a script of a page gave comes back through the callback that the driver adds to the arguments.
const asyncScript = (work) => `const [args, done] = arguments;
  Promise.resolve().then(() => (${work})(...args))
    .then((value) => done({ value }), (error) => done({ error: String(error) + "\\n" + (error?.stack ?? "") }));`;

async function launchWebKit() {
  const { child: xvfb, display } = await openDisplay();
  const port = await freePort();
  // Without the two its web process wants a graphics card, and, for root in a container, a sandbox that is not there.
  const env = {
    ...process.env,
    DISPLAY: display,
    LIBGL_ALWAYS_SOFTWARE: "1",
    WEBKIT_DISABLE_COMPOSITING_MODE: "1",
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
  };
  const driver = start("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], { env });
  const quit = async () => {
    await stop(driver);
    await stop(xvfb);
  };
  try {
    for (let tries = 0; ; tries++) {
      const error = await call(port, "GET", "/status").then(() => null, (reason) => reason);
      if (!error) break;
      if (tries > 100 || ended(driver)) throw error;
      await sleep(100);
    }
    return await webKitSession(port, quit);
  } catch (error) {
    await quit();
    throw error;
  }
}

async function webKitSession(port, quit) {
  const alwaysMatch = {
    browserName: "MiniBrowser",
    unhandledPromptBehavior: "dismiss and notify",
    timeouts: { script: 280_000, pageLoad: 60_000, implicit: 0 },
    "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] },
  };
  const { sessionId, capabilities } = await call(port, "POST", "/session", { capabilities: { alwaysMatch } });
  const session = (method, path, body) => call(port, method, `/session/${sessionId}${path}`, body);
  const engine = {
    version: `WebKitGTK ${capabilities.browserVersion}`,
    prompts: 0,
    goto: (url) => command("POST", "/url", { url }),
    async evaluate(work, ...args) {
      const { value, error } = await command("POST", "/execute/async", { script: asyncScript(work), args: [args] });
      if (error !== undefined) throw new Error(error);
      return value;
    },
    press(key) {
      const value = KEYS[key] ?? key;
      const actions = [{ type: "key", id: "keys", actions: ["keyDown", "keyUp"].map((type) => ({ type, value })) }];
      return command("POST", "/actions", { actions });
    },
    async click(selector) {
      const element = await command("POST", "/element", { using: "css selector", value: selector });
      await command("POST", `/element/${Object.values(element)[0]}/click`, {});
    },
    async close() {
      await session("DELETE", "").catch(() => {}); // the browser may be gone; its driver must go anyway
      await quit();
    },
  };
  // A dialog is told to the command that comes after it, which has to be given again.
  async function command(...request) {
    for (;;) {
      try {
        return await session(...request);
      } catch (error) {
        if (error.code !== "unexpected alert open") throw error;
        engine.prompts++;
      }
    }
  }
  return engine;
}

/** An engine by its name, with one page. */
export const launch = (name) => ({ chromium: launchChromium, firefox: launchFirefox, webkit: launchWebKit })[name]();
