// Prints the matrix of hosts: host, version, whether it works, and the evidence; from the package as it is packed.
//
//   node tests/hosts/matrix.mjs [--whole]      ONLY=text: only hosts whose name holds it
import { fileURLToPath } from "node:url";
import { bundlers } from "./bundlers.mjs";
import { documents } from "./documents.mjs";
import { frameworks } from "./frameworks.mjs";
import { closeBrowser, install, versionOf } from "./lib.mjs";
import { many } from "./many.mjs";
import { packaging } from "./packaging.mjs";
import { servers } from "./servers.mjs";
import { whole } from "./whole.mjs";

/** Runs the cases of a manifest, and gives each row to told: { name, version, works, evidence }. */
export async function matrix(manifest, cases, told) {
  const folder = install(manifest);
  for (const { name, host, run } of cases) {
    if (!name.includes(process.env.ONLY ?? "")) continue;
    let works = true;
    const evidence = await run(folder).catch((error) => {
      works = false;
      return String(error.stdout || error.stderr || error.message).replace(/\s+/g, " ").slice(0, 700);
    });
    told({ name, version: host ? versionOf(folder, host) : "", works, evidence });
  }
}

export const QUICK = [...packaging, ...bundlers, ...frameworks, ...documents];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const print = ({ name, version, works, evidence }) => {
    console.log(`${works ? "works" : "FAILS"}  ${name.padEnd(34)} ${version.padEnd(10)} ${evidence}`);
    if (!works) process.exitCode = 1;
  };
  await matrix("quick", QUICK, print);
  await matrix("servers", servers, print);
  await matrix("many", many(), print);
  if (process.argv.includes("--whole")) await matrix("whole", whole, print);
  await closeBrowser();
}
