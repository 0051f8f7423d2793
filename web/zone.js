// Offsets from UTC, from the host's own time zone data. C knows no zone's rules: it lists instants, this answers.

const formatters = new Map();

function formatter(zone) {
  let format = formatters.get(zone);
  if (!format) {
    const fields = {
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    };
    const fixed = { era: "short", calendar: "gregory", numberingSystem: "latn", hourCycle: "h23", timeZone: zone };
    format = new Intl.DateTimeFormat("en-US", { ...fields, ...fixed });
    if (formatters.size >= 16) formatters.clear(); // names come from bundles, in any mixture of cases
    formatters.set(zone, format);
  }
  return format;
}

/** The zone's offset in seconds at an instant (seconds since 1970, UTC). */
function offsetAt(format, seconds) {
  const at = { era: "AD" };
  for (const { type, value } of format.formatToParts(seconds * 1000)) at[type] = value;
  const year = at.era.startsWith("B") ? 1 - at.year : Number(at.year);
  // Date.UTC moves the years 0 to 99 to 1900; setUTCFullYear does not.
  const clock = new Date(Date.UTC(2000, 0, 1, at.hour, at.minute, at.second)).setUTCFullYear(
    year,
    at.month - 1,
    at.day,
  );
  return clock / 1000 - seconds;
}

/**
 * The offset that a wall clock reading (seconds since 1970 on that clock) stands for, as Temporal's "compatible":
 * of two the one of the earlier instant; in a gap the one from before it.
 */
function offsetOnClock(format, seconds) {
  const before = offsetAt(format, seconds - 86400);
  const after = offsetAt(format, seconds + 86400);
  const fits = (offset) => offsetAt(format, seconds - offset) === offset;
  const fitting = [before, after].filter(fits);
  return fitting.length ? Math.max(...fitting) : before;
}

/**
 * @param {string} zone an IANA name
 * @param {{ seconds: number, local: boolean }[]} instants
 * @returns {number[] | null} null when the host does not know the zone
 */
export function zoneOffsets(zone, instants) {
  if (zone === "UTC") return instants.map(() => 0);
  let format;
  try {
    if (/^[+-]/.test(zone)) return null; // only some engines take "+09:00", and all must render alike
    format = formatter(zone);
  } catch {
    return null;
  }
  return instants.map(({ seconds, local }) => (local ? offsetOnClock : offsetAt)(format, seconds));
}
