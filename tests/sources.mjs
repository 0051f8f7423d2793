// The C sources of src/, from the repository's root: what stands in it and in its rooms. Those of src/wasm exist on
// wasm32 alone and are run by tests/node, so the native tests leave them out.
import { readdirSync } from "node:fs";

/** The rooms of src/, by name. */
export const rooms = () =>
  readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();

/** The folders of src/, itself included. */
export const sourceFolders = () => ["src", ...rooms().map((room) => `src/${room}`)];

/** The paths of all files of a folder whose name has that ending. */
export const filesIn = (folder, ending) =>
  readdirSync(folder).filter((file) => file.endsWith(ending)).map((file) => `${folder}/${file}`);

/** What is compiled natively. */
export const nativeSources = () =>
  sourceFolders().filter((folder) => folder !== "src/wasm").flatMap((folder) => filesIn(folder, ".c"));
