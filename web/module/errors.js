// The one error that Broadsheet throws. A field that does not apply is null.

/** The codes of errors that only JavaScript has; the others are C's. The build makes the type ErrorCode of both. */
export const OWN_CODES = ["LOAD"];

export class BroadsheetError extends Error {
  /**
   * @param {string} code a status of C (src/report/status.def), or one of OWN_CODES
   * @param {string} message English; holds no text of the bundle
   * @param {object} [where] layer, offset, line, column, pointer; cause as in Error
   */
  constructor(code, message, where = {}) {
    super(message, where.cause && where);
    this.code = code;
    for (const field of ["layer", "offset", "line", "column", "pointer"]) this[field] = where[field] ?? null;
  }

  get name() {
    return "BroadsheetError";
  }
}

/** The message of what was thrown, which may be anything. */
export function messageOf(cause) {
  try {
    return String(cause?.message ?? cause);
  } catch {
    return "it cannot be read why";
  }
}

/** Runs work; whatever else it throws leaves as a BroadsheetError of that code. */
export function guarded(code, message, where, work) {
  try {
    return work();
  } catch (cause) {
    throw cause instanceof BroadsheetError ? cause : new BroadsheetError(code, message, { ...where, cause });
  }
}
