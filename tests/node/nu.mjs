// The Nu HTML checker over files of a folder.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import vnu from "vnu-jar";

/** Its messages, as objects with url, message and extract. */
export async function nuMessages(folder) {
  const args = ["-jar", vnu, "--format", "json", "--stdout", "--exit-zero-always", folder];
  const { stdout } = await promisify(execFile)("java", args, { maxBuffer: 1 << 28 });
  return JSON.parse(stdout).messages;
}
