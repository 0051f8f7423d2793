// Offsets from UTC and names, from the host's time zone data. C has no such data: it lists instants, and gets answers.

let last = {}; // the last zone and its formatter, which takes longer to make than a story to render

function formatter(zone) {
  if (last.zone !== zone) {
    last = { zone, format: new Intl.DateTimeFormat("en-US", { __proto__: null, timeZone: zone, timeZoneName: "longOffset" }) };
  }
  return last.format;
}

/**
 * The zone's offset in seconds at an instant (seconds since 1970, UTC). The formatter writes it as in
 * "1/2/2026, GMT+09:00", or as "GMT" or "GMT-00:01:15".
 */
function offsetAt(format, seconds) {
  const [, name] = format.format(seconds * 1000).split("GMT");
  const [sign, hours = 0, minutes = 0, rest = 0] = name.match(/[+-]|\d+/g) ?? [];
  const size = hours * 3600 + minutes * 60 + Number(rest);
  return sign === "-" ? -size : size;
}

/**
 * The offset in seconds that belongs to a reading of the wall clock (seconds since 1970 on that clock), chosen as by
 * Temporal's "compatible": a reading that comes twice is the earlier instant; one that the clock skips has the offset
 * from before the gap.
 */
function offsetOnClock(format, seconds) {
  const before = offsetAt(format, seconds - 86400);
  const after = offsetAt(format, seconds + 86400);
  const fits = (offset) => offsetAt(format, seconds - offset) === offset;
  const fitting = [before, after].filter(fits);
  return fitting.length ? Math.max(...fitting) : before;
}

/** The same by Temporal, which answers at once, where Intl first loads all that it knows of a language. */
function temporalOffset(zone, { seconds, local }) {
  if (!local) return Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(zone).offsetNanoseconds / 1e9;
  // Not the offset of the result: a reading in a gap is moved behind it, and C moves it by what this gives.
  const there = new Temporal.PlainDateTime(1970, 1, 1).add({ seconds }).toZonedDateTime(zone);
  return seconds - there.epochMilliseconds / 1000;
}

/**
 * The offsets by Temporal; null: ask Intl, which has the last word on which names there are. Temporal knows some that
 * Intl does not, and the reverse, but none in these regions.
 */
function temporalOffsets(zone, instants) {
  if (!/^(A\w+|Europe|Indian|Pacific)\//.test(zone)) return null;
  try {
    return instants.map((instant) => temporalOffset(zone, instant));
  } catch {
    return null;
  }
}

/**
 * @param {string} zone an IANA name
 * @param {{ seconds: number, local?: boolean }[]} instants since 1970; local: on the zone's wall clock, else UTC
 * @returns {number[] | null} offsets in seconds; null when the host does not know the zone
 */
export function zoneOffsets(zone, instants) {
  if (zone === "UTC") return instants.map(() => 0);
  let format;
  try {
    if (/^[+-]/.test(zone)) return null; // only some engines take "+09:00", and all must render alike
    const known = globalThis.Temporal && temporalOffsets(zone, instants);
    if (known) return known;
    format = formatter(zone);
  } catch {
    return null;
  }
  return instants.map(({ seconds, local }) => (local ? offsetOnClock : offsetAt)(format, seconds));
}

/** The short names of the zone at these instants in a language, such as "EST"; none where the host does not know that language. */
export function zoneNames(timeZone, instants, offsets, locale) {
  try {
    const style = { __proto__: null, timeZone, timeZoneName: "short", numberingSystem: "latn" };
    const format = new Intl.DateTimeFormat(Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? "", style); // "" is refused
    return instants.map(({ seconds, local }, i) => format.formatToParts((seconds - (local ? offsets[i] : 0)) * 1000).find(({ type }) => type === "timeZoneName").value);
  } catch {
    return [];
  }
}
