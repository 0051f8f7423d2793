// The address of the CommonJS build, put in the place of import.meta.url by the build.
export const commonjsAddress = `file://${__filename.startsWith("/") ? "" : "/"}${encodeURI(__filename.replaceAll("\\", "/")).replace(/[?#]/g, encodeURIComponent)}`;
