// Chromium, driven by its DevTools protocol alone: a driver library puts scripts of its own into each page, which are
// compiled on the page's thread and would be measured.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { ARGUMENTS } from "../browser/arguments.mjs";
import { READER } from "./site.mjs";

/**
 * Starts Chromium with a profile of its own, which is gone when it is closed.
 * @returns {Promise<{ send, on, tab, close, version: string }>} send(method, params, session); on(method, listener)
 */
export async function launchChromium() {
  const profile = mkdtempSync(`${tmpdir()}/bench-chromium-`);
  const flags = ["--headless=new", "--remote-debugging-pipe", "--hide-scrollbars", "--window-size=1000,700", "--no-default-browser-check", `--host-resolver-rules=MAP ${READER} 127.0.0.1`];
  const child = spawn("/usr/bin/chromium", [...ARGUMENTS, ...flags, `--user-data-dir=${profile}`, "about:blank"], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    detached: true, // a group of its own, so that its children end with it
  });
  const kill = () => {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // It has ended.
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once("exit", kill);
  const waiting = new Map();
  const listeners = new Map();
  let last = 0;
  let rest = "";
  child.stdio[4].setEncoding("utf8").on("data", (data) => {
    const messages = (rest + data).split("\0");
    rest = messages.pop();
    for (const { id, result, error, method, params, sessionId } of messages.map((message) => JSON.parse(message))) {
      if (method) listeners.get(method)?.forEach((listener) => listener(params, sessionId));
      const call = waiting.get(id);
      waiting.delete(id);
      if (error) call?.reject(new Error(`${call.method}: ${error.message}`));
      else call?.resolve(result);
    }
  });
  child.once("exit", (code) => {
    for (const { method, reject } of waiting.values()) reject(new Error(`${method}: Chromium ended (${code})`));
  });
  child.stdio[3].on("error", () => {}); // its end is told above
  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { method, resolve, reject });
      child.stdio[3].write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
  const on = (method, listener) => {
    if (!listeners.has(method)) listeners.set(method, new Set());
    listeners.get(method).add(listener);
    return () => listeners.get(method).delete(listener);
  };

  /** A new tab: with a cache of its own, or with what the profile keeps. */
  async function tab({ kept = false } = {}) {
    const context = kept ? undefined : (await send("Target.createBrowserContext")).browserContextId;
    const { targetId } = await send("Target.createTarget", { url: "about:blank", browserContextId: context });
    const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
    return {
      send: (method, params) => send(method, params, sessionId),
      async close() {
        await send("Target.closeTarget", { targetId });
        if (context) await send("Target.disposeBrowserContext", { browserContextId: context });
      },
    };
  }

  async function close() {
    const gone = child.exitCode === null && new Promise((resolve) => child.once("exit", resolve));
    send("Browser.close").catch(() => {});
    const timer = setTimeout(kill, 5000);
    await gone;
    clearTimeout(timer);
    kill();
    process.off("exit", kill);
  }
  const { product } = await send("Browser.getVersion");
  return { send, on, tab, close, version: product };
}
