// The release that these scripts belong to. Of package.json only this one member gets into the bundles.
export { version } from "../../package.json";
