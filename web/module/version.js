// The release that these scripts belong to. The build takes nothing but this one member into the bundles.
export { version } from "../../package.json";
