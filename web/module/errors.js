// The one error that Broadsheet throws. A field that does not apply is null.
import { shared } from "./shared.js";

/** The error codes of JavaScript alone; C has the others. The build makes the type ErrorCode from both. */
export const OWN_CODES = ["LOAD"];

class Own extends Error {
  static name = "BroadsheetError"; // whatever a minifier calls the class: Node prints it before an uncaught error

  /**
   * The message is the reason and the place: the pointer, if it is in letters, digits, - and _ alone, since no other text of
   * a bundle may stand in a message, the operation of a patch, and the line and column.
   * @param {string} code a status of C (src/report/status.def), or one of OWN_CODES
   * @param {string} reason English; holds no text of the bundle
   * @param {object} [where] layer, offset, line, column, pointer, operation; cause as in Error
   */
  constructor(code, reason, where = {}) {
    const at = [
      /^(\/[\w-]+)+$/.test(where.pointer) && where.pointer,
      (where.operation ?? null) !== null && `operation ${where.operation}`,
      where.line && `line ${where.line}, column ${where.column}`,
    ].filter(Boolean);
    super(at[0] ? `${reason} (${at.join(", ")})` : reason, where.cause && where);
    this.code = code;
    this.reason = reason;
    for (const field of ["layer", "offset", "line", "column", "pointer", "operation"]) this[field] = where[field] ?? null;
  }

  get name() {
    return "BroadsheetError";
  }
}

/** One class for all copies in a page, so that instanceof holds whoever throws. */
export const BroadsheetError = shared("error", Own);

/** The message of a thrown value, which may be of any type. */
export function messageOf(cause) {
  try {
    return String(cause?.message ?? cause);
  } catch {
    return "it cannot be read why";
  }
}

/** Runs work. Whatever it throws but a BroadsheetError becomes the cause of one with this code, message and where. */
export function guarded(code, message, where, work) {
  try {
    return work();
  } catch (cause) {
    throw cause instanceof BroadsheetError ? cause : new BroadsheetError(code, message, { ...where, cause });
  }
}
