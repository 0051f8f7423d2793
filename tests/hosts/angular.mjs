// Angular, built by its own command line, with the package as it is packed.
import assert from "node:assert/strict";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { steps } from "./frameworks.mjs";
import { STORY, caseFolder, root, serveFolder, shownIn, tool, visit } from "./lib.mjs";

const build = (more) => ({
  builder: "@angular/build:application",
  options: { browser: "src/main.ts", tsConfig: "tsconfig.json", styles: ["src/styles.css"], assets: [{ glob: "**/*", input: "public" }], outputPath: "out", outputHashing: "none", ...more },
});
const COMPILER = { strict: true, skipLibCheck: true, experimentalDecorators: true, importHelpers: true, target: "ES2022", module: "preserve", moduleResolution: "bundler", lib: ["ES2022", "DOM", "DOM.Iterable"], types: [] };
const PAGE = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>App</title><base href="/"></head><body><app-root></app-root></body></html>';
const { "src/story.ts": story, "src/styles.css": styles, ...rest } = shownIn("Angular 20");
assert.deepEqual(rest, {});

const guide = readFileSync(join(root, "web/frameworks.md"), "utf8");

/** What every application has; options: more of those of the builder. */
const application = (files, options = {}) => ({
  "package.json": '{ "private": true, "name": "app", "type": "module" }',
  "angular.json": JSON.stringify({ version: 1, cli: { analytics: false }, projects: { app: { projectType: "application", root: "", sourceRoot: "src", architect: { build: build(options) } } } }),
  "tsconfig.json": JSON.stringify({ compilerOptions: COMPILER, angularCompilerOptions: { strictTemplates: true }, include: ["src/**/*.ts"] }),
  "public/story.json": STORY,
  "src/index.html": PAGE,
  "src/styles.css": styles,
  "src/story.ts": story,
  ...files,
});

const main = (body) => `import { ApplicationRef, CUSTOM_ELEMENTS_SCHEMA, Component, provideZonelessChangeDetection, signal } from "@angular/core";
import { bootstrapApplication, provideClientHydration } from "@angular/platform-browser";
import type { Bundle } from "broadsheet";
${body}`;

// The steps of frameworks.mjs.
const STEPS = main(`import { define } from "broadsheet/inline";
define();
const app: any = ((globalThis as any).app = { renders: 0 });
@Component({ selector: "app-root", schemas: [CUSTOM_ELEMENTS_SCHEMA], template: \`<main>
  <broadsheet-article [src]="bundle() ? null : './story.json'" [bundle]="bundle()" [now]="now" [signedIn]="false" [timeZone]="'Asia/Seoul'" (broadsheet-render)="count()">
    @if (n() >= 0) { @if (n() % 2) { <b>Fallback {{ n() }}</b> } @else { <p>Fallback {{ n() }}</p> } }
  </broadsheet-article><footer>n={{ n() }}</footer></main>\` })
class App {
  readonly n = signal(0);
  readonly bundle = signal<Bundle | null>(null);
  readonly now = new Date(0);
  count() { app.renders++; }
}
bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] }).then((reference: ApplicationRef) => {
  const { n, bundle } = reference.components[0].instance as App;
  const after = (work: () => void) => (work(), reference.tick());
  Object.assign(app, { change: () => after(() => n.update((one) => one + 1)), drop: () => after(() => n.set(-1)), give: (one: Bundle | null) => after(() => bundle.set(one)), unmount: () => reference.destroy() });
});
void provideClientHydration;
`);

/** Builds an application, opens a page of it and looks; nothing may throw, nothing be asked elsewhere. */
async function inPage(folder, name, files, options, look) {
  const path = caseFolder(folder, name, application(files, options));
  symlinkSync(join(folder, "node_modules"), join(path, "node_modules")); // where a line of assets looks
  tool(folder, "@angular/cli/bin/ng.js", ["build"], path, { NG_CLI_ANALYTICS: "false", CI: "1" });
  const server = await serveFolder(join(path, "out/browser"));
  const seen = await visit(`${server.origin}/`);
  try {
    const evidence = await look(seen);
    assert.deepEqual([seen.errors, seen.foreign], [[], []]);
    assert.deepEqual(seen.console.filter((line) => /NG0|error/i.test(line)), []);
    return evidence;
  } catch (error) {
    throw new Error(`${error.message} ${seen.errors.join(" | ")} ${seen.console.join(" | ")}`);
  } finally {
    await seen.close();
    server.close();
  }
}

// What the document shows, from a server: rendered while it is built, hydrated in the browser.
const SHOWN = {
  "src/app.ts": `import { Component, signal } from "@angular/core";
import type { Bundle } from "broadsheet";
import { Story } from "./story";
@Component({ selector: "app-root", imports: [Story], template: '<main><app-story [bundle]="bundle()" (shown)="onShown()" /><button (click)="give()">Other</button></main>' })
export class App {
  readonly bundle = signal<Bundle | null>(${STORY});
  onShown() { (globalThis as any).shown = true; }
  give() { this.bundle.set(${STORY.replace("A story", "Given")}); }
}
`,
  "src/main.ts": main('import { App } from "./app";\nbootstrapApplication(App, { providers: [provideZonelessChangeDetection(), provideClientHydration()] });\n').replace(/ApplicationRef, CUSTOM_ELEMENTS_SCHEMA, Component, |, signal|import type.*\n/g, ""),
};
const SERVED = {
  "src/main.server.ts": `import { provideZonelessChangeDetection } from "@angular/core";
import { bootstrapApplication, provideClientHydration, type BootstrapContext } from "@angular/platform-browser";
import { RenderMode, provideServerRendering, withRoutes } from "@angular/ssr";
import { App } from "./app";
const providers = [provideZonelessChangeDetection(), provideClientHydration(), provideServerRendering(withRoutes([{ path: "**", renderMode: RenderMode.Prerender }]))];
export default (context: BootstrapContext) => bootstrapApplication(App, { providers }, context);
`,
};
// The element is defined, and shows its story, before Angular hydrates; the module stands beside the script as a file.
const EARLY = {
  "src/app.ts": `import { CUSTOM_ELEMENTS_SCHEMA, Component, signal } from "@angular/core";
@Component({ selector: "app-root", schemas: [CUSTOM_ELEMENTS_SCHEMA], template: \`<main><broadsheet-article src="/story.json">@if (n() < 2) { <p>Fallback {{ n() }}</p> } @else { <b>Other</b> }</broadsheet-article>
  @if (n() < 3) { <button (click)="n.set(n() + 1)">{{ n() }}</button> }</main>\` })
export class App { readonly n = signal(0); }
`,
  "src/main.ts": `import "broadsheet/define";
import { provideZonelessChangeDetection } from "@angular/core";
import { bootstrapApplication, provideClientHydration } from "@angular/platform-browser";
import { App } from "./app";
document.querySelector("broadsheet-article")!.rendered.then(() => {
  const before = document.querySelector("h1");
  void bootstrapApplication(App, { providers: [provideZonelessChangeDetection(), provideClientHydration()] }).then((reference) => Object.assign(globalThis, { before, reference }));
});
`,
};
const FILES = { assets: [...build().options.assets, JSON.parse(guide.match(/`(\{ "glob".*?\})`/)[1])] };
const SERVER = { server: "src/main.server.ts", outputMode: "static" };

async function shown({ page }) {
  await page.locator("h1", { hasText: "A story" }).waitFor();
  const article = page.locator("broadsheet-article");
  assert.doesNotMatch(await article.evaluate((node) => node.innerText), /Loading/);
  assert.equal(await article.locator(".bs-body blockquote").evaluate((node) => getComputedStyle(node).borderInlineStartStyle), "solid");
  assert.equal(await page.evaluate(() => globalThis.shown), true, "the event is heard");
  assert.deepEqual(await article.evaluate((node) => [node.getAttribute("time-zone"), node.signedIn]), ["Asia/Seoul", false]);
  await page.locator("button").click();
  await page.locator("h1", { hasText: "Given" }).waitFor();
}

export const angular = [
  {
    name: "Angular 20, in the browser",
    host: "@angular/core",
    run: (folder) =>
      inPage(folder, "angular", { "src/main.ts": STEPS.replace(/, provideClientHydration|void provide.*/g, "") }, {}, async ({ page }) => {
        await steps(page, "app-root main");
        return "properties, events, a fallback that changes, unmounting: nothing throws, the story stays";
      }),
  },
  {
    name: "Angular 20, as the document shows",
    host: "@angular/core",
    run: (folder) =>
      inPage(folder, "angular-shown", { ...SHOWN, ...SERVED }, SERVER, async (seen) => {
        const html = await (await fetch(seen.page.url())).text();
        assert.match(html, /ng-server-context="ssg".*<p[^>]*>Loading…<\/p>/s);
        await shown(seen);
        return "the server's HTML has the fallback, the story is shown after hydration";
      }),
  },
  {
    name: "Angular 20, story shown before hydration",
    host: "@angular/core",
    run: (folder) =>
      inPage(folder, "angular-early", { ...EARLY, ...SERVED }, { ...SERVER, ...FILES }, async ({ page }) => {
        await page.waitForFunction(() => globalThis.reference);
        const text = () => page.locator("main").evaluate((node) => node.innerText);
        for (const n of ["1", "2", "3"]) {
          await page.locator("button").click();
          await page.waitForTimeout(50);
          assert.match(await text(), n === "3" ? /A story[^]*Quoted\.\s*$/ : new RegExp(`A story[^]*${n}$`));
          assert.doesNotMatch(await text(), /Fallback|Other/);
        }
        assert.equal(await page.evaluate(() => globalThis.before === document.querySelector("h1") && document.querySelectorAll("h1").length), 1);
        await page.evaluate(() => globalThis.reference.destroy());
        return "hydrated around the story, which stays as it is; the module is a file, with a line of assets";
      }),
  },
];
