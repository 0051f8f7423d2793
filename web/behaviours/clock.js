// The clock of the date line: shows the time anew each minute, in the paper's time zone and by the pattern of its
// data attributes.
import { openTimer } from "./timer.js";

const MINUTE = 60_000;
const CLOCK = "time[data-bs-clock]";
const FIELDS = { hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" };
const two = (number) => String(number).padStart(2, "0");

/**
 * The reading of a clock in a time zone.
 * @param {string} zone an IANA name; a RangeError is thrown for one that the browser does not know
 * @param {number} now milliseconds since 1970
 * @returns the fields of date and time as numbers, weekday from 0 (Sunday), offset from UTC in minutes
 */
function read(zone, now) {
  const format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", { __proto__: null, ...FIELDS, timeZone: zone });
  const at = {};
  for (const { type, value } of format.formatToParts(now)) at[type] = Number(value);
  const reading = Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute);
  return { ...at, weekday: new Date(reading).getUTCDay(), offset: Math.round((reading - now) / MINUTE) };
}

/** A reading as the attribute datetime: ISO 8601 with its offset. */
function machine({ year, month, day, hour, minute, offset }) {
  const size = Math.abs(offset);
  const zone = offset ? `${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}` : "Z";
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}${zone}`;
}

/** The zone's short name in the language of the words, as the server asks its host for it; else its offset, as C writes it. */
function zoneName(timeZone, now, { offset }, locale) {
  if (timeZone === "UTC") return timeZone;
  const style = { __proto__: null, timeZone, timeZoneName: "short", numberingSystem: "latn" };
  try {
    const [known] = Intl.DateTimeFormat.supportedLocalesOf(locale);
    if (known) return new Intl.DateTimeFormat(known, style).formatToParts(now).find(({ type }) => type === "timeZoneName").value;
  } catch {
    // The page's author wrote a language that is none.
  }
  const size = Math.abs(offset);
  const minutes = size % 60 ? `:${two(size % 60)}` : "";
  return `GMT${size ? `${offset < 0 ? "-" : "+"}${Math.floor(size / 60)}${minutes}` : ""}`;
}

function show(time) {
  const { bsPattern = "", bsZone, bsMonths = "", bsWeekdays = "" } = time.dataset;
  const now = Math.floor(Date.now() / MINUTE) * MINUTE;
  let at;
  try {
    at = read(bsZone, now);
  } catch {
    return; // the text that the server wrote stays
  }
  const values = {
    __proto__: null, // the bundle chooses the names, and must not reach Object.prototype
    year: at.year,
    month: at.month,
    "month-2": two(at.month),
    day: at.day,
    "day-2": two(at.day),
    hour: two(at.hour),
    minute: two(at.minute),
    "month-name": bsMonths.split("|")[at.month - 1],
    weekday: bsWeekdays.split("|")[at.weekday],
    zone: bsPattern.includes("{zone}") && zoneName(bsZone, now, at, time.closest("[lang]")?.lang),
  };
  time.dateTime = machine(at);
  time.textContent = bsPattern.replace(/\{([^}]*)\}/g, (all, name) => values[name] ?? "");
}

export function clock(page) {
  const start = openTimer(
    page,
    () => MINUTE - (Date.now() % MINUTE),
    () => {
      const clocks = page.root.querySelectorAll(CLOCK);
      clocks.forEach(show);
      return clocks.length > 0;
    },
  );
  return {
    found: {
      [CLOCK](time) {
        show(time);
        start();
      },
    },
  };
}
