// Frameworks with servers and builds of their own, with the package as it is packed.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { angular } from "./angular.mjs";
import { vite } from "./bundlers.mjs";
import { jest } from "./documents.mjs";
import { STORY, caseFolder, looksRight, serveFolder, serveProgram, shownIn, tool } from "./lib.mjs";
import { repository } from "./packaging.mjs";

const LAYOUT = 'import "broadsheet/broadsheet.css";\nexport default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }\n';
const { "app/story.jsx": component, ...server } = shownIn("Next.js 16");
const NEXT = {
  "package.json": '{ "private": true, "name": "app" }',
  "public/story.json": STORY,
  "app/layout.jsx": LAYOUT,
  "app/story.jsx": component,
  "app/page.jsx": 'import Story from "./story.jsx";\nexport default function Page() { return <Story src="/story.json" fallback="<p>Fallback</p>" />; }\n',
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
  ...vite(6, true),
  ...vite(7, true),
  ...angular,
  ...jest,
  ...repository,
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
      const path = caseFolder(folder, "next-server", { ...NEXT, ...server });
      tool(folder, "next/dist/bin/next", ["build"], path, quiet); // by Turbopack; the export is built by webpack
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
        ...shownIn("Astro 5"),
      });
      tool(folder, "astro/astro.js", ["build"], path, quiet);
      return withServer(serveFolder(join(path, "dist")), async (origin) => `${await looksRight(`${origin}/`)}; ${await sent(`${origin}/server/`)}`);
    },
  },
  {
    name: "Nuxt 4",
    host: "nuxt",
    async run(folder) {
      const path = caseFolder(folder, "nuxt", {
        "package.json": '{ "private": true, "name": "app", "type": "module" }',
        "public/story.json": STORY,
        ...shownIn("Nuxt 4"),
      });
      execFileSync(process.execPath, [join(folder, "node_modules/nuxt/bin/nuxt.mjs"), "generate"], { cwd: path, env: { ...process.env, ...quiet }, stdio: "pipe", timeout: 900_000 });
      return withServer(serveFolder(join(path, ".output/public")), (origin) => looksRight(`${origin}/`));
    },
  },
];
