// What the CommonJS build has in place of import.meta.url, and of classes that the documents of test runners lack; the build
// puts it there.
export const commonjsAddress = `file://${__filename.startsWith("/") ? "" : "/"}${encodeURI(__filename.replaceAll("\\", "/")).replace(/[?#]/g, encodeURIComponent)}`;

const host = globalThis.TextEncoder ? globalThis : globalThis.process.getBuiltinModule("node:util");
export const { TextEncoder, TextDecoder } = host;
