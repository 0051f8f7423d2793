// Where the module is when nobody says: beside this script. (The build puts inline.js the bytes themselves in its place.)

export function standard() {
  // Bundlers look for this very expression, so it must stay as it is. (In the classic build: classic-address.js.)
  if (import.meta.url) return new URL("./broadsheet.wasm", import.meta.url);
  throw new Error("its address is not known");
}
