// Run by npm where the package comes from its repository and not from a registry: dist/ is not in it, and is built here.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

if (!existsSync(new URL("../dist/broadsheet.wasm", import.meta.url))) {
  try {
    execFileSync("make", ["dist"], { cwd: new URL("..", import.meta.url), stdio: "inherit" });
  } catch {
    console.error("\nbroadsheet: dist/ could not be built. It needs make, emscripten and binaryen, which `make dist` installs by apt-get on Debian; elsewhere, install a packed release in place of the repository.");
    process.exit(1);
  }
}
