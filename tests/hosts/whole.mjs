// Frameworks with servers and builds of their own, with the package as it is packed.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { STORY, caseFolder, looksRight, serveFolder, serveProgram, tool } from "./lib.mjs";

const NEXT = {
  "package.json": '{ "private": true, "name": "app" }',
  "public/story.json": STORY,
  "app/layout.jsx": 'import "broadsheet/broadsheet.css";\nexport default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }\n',
  // A client component: the fallback is given as HTML, so that React does not look into the element.
  "app/story.jsx": `"use client";
import { useEffect } from "react";
export default function Story({ src, fallback }) {
  useEffect(() => void import("broadsheet/define"), []);
  return <broadsheet-article src={src} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: fallback }} />;
}
`,
  "app/page.jsx": 'import Story from "./story.jsx";\nexport default function Page() { return <Story src="/story.json" fallback="<p>Fallback</p>" />; }\n',
};
const SERVER = {
  "app/server/page.jsx": `import { load } from "broadsheet";
export default async function Page() {
  const story = (await load()).open(${JSON.stringify(STORY)});
  const html = story.render();
  story.close();
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}
`,
};
const quiet = { NEXT_TELEMETRY_DISABLED: "1", ASTRO_TELEMETRY_DISABLED: "1", NUXT_TELEMETRY_DISABLED: "1", CI: "1" };

async function withServer(start, look) {
  const server = await start;
  try {
    return await look(server.origin);
  } finally {
    server.close();
  }
}

/** What a server sent, without any script. */
async function sent(address) {
  const html = await (await fetch(address)).text();
  assert.match(html, /<h1 [^>]*bs-headline[^>]*>A story<\/h1>/);
  return "the story is in the server's HTML";
}

export const whole = [
  {
    name: "Next.js 16, static export",
    host: "next",
    async run(folder) {
      const path = caseFolder(folder, "next-export", { ...NEXT, "next.config.mjs": 'export default { output: "export" };\n' });
      tool(folder, "next/dist/bin/next", ["build", "--webpack"], path, quiet);
      return withServer(serveFolder(join(path, "out")), (origin) => looksRight(`${origin}/`));
    },
  },
  {
    name: "Next.js 16, server and client component",
    host: "next",
    async run(folder) {
      const path = caseFolder(folder, "next-server", { ...NEXT, ...SERVER, "next.config.mjs": 'export default { serverExternalPackages: ["broadsheet"] };\n' });
      tool(folder, "next/dist/bin/next", ["build", "--webpack"], path, quiet);
      const start = serveProgram(folder, "next/dist/bin/next", ["start", "-p", "0"], path, { ...quiet, NODE_ENV: "production" });
      return withServer(start, async (origin) => `${await looksRight(`${origin}/`)}; ${await sent(`${origin}/server`)}, with serverExternalPackages`);
    },
  },
  {
    name: "Astro 5",
    host: "astro",
    async run(folder) {
      const path = caseFolder(folder, "astro", {
        "package.json": '{ "private": true, "name": "app", "type": "module" }',
        "public/story.json": STORY,
        "src/pages/index.astro": `---\nimport "broadsheet/broadsheet.css";\n---\n<html lang="en"><head><meta charset="utf-8"><title>App</title></head><body><broadsheet-article src="/story.json"><p>Fallback</p></broadsheet-article><script>import "broadsheet/define";</script></body></html>\n`,
        "src/pages/server.astro": `---\nimport { load } from "broadsheet";\nconst story = (await load()).open(${JSON.stringify(STORY)});\n---\n<html lang="en"><head><title>App</title></head><body><Fragment set:html={story.render()} /></body></html>\n`,
        "astro.config.mjs": 'export default { vite: { ssr: { external: ["broadsheet"] } } };\n',
      });
      tool(folder, "astro/astro.js", ["build"], path, quiet);
      return withServer(serveFolder(join(path, "dist")), async (origin) => `${await looksRight(`${origin}/`)}; ${await sent(`${origin}/server/`)}, with vite.ssr.external`);
    },
  },
  {
    name: "Nuxt 4",
    host: "nuxt",
    async run(folder) {
      const path = caseFolder(folder, "nuxt", {
        "package.json": '{ "private": true, "name": "app", "type": "module" }',
        "public/story.json": STORY,
        "nuxt.config.ts": 'export default { ssr: true, telemetry: false, css: ["broadsheet/broadsheet.css"], vue: { compilerOptions: { isCustomElement: (tag: string) => tag.startsWith("broadsheet-") } } };\n',
        "app/plugins/broadsheet.client.ts": 'export default defineNuxtPlugin((app) => { app.hook("app:mounted", () => void import("broadsheet/define")); });\n',
        "app/app.vue": '<template><broadsheet-article src="/story.json"><p>Fallback</p></broadsheet-article></template>\n',
      });
      execFileSync(process.execPath, [join(folder, "node_modules/nuxt/bin/nuxt.mjs"), "generate"], { cwd: path, env: { ...process.env, ...quiet }, stdio: "pipe", timeout: 300_000 });
      return withServer(serveFolder(join(path, ".output/public")), (origin) => looksRight(`${origin}/`));
    },
  },
];
