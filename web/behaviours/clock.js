// The date line's clock ticks on, each minute, on the paper's own zone and by the pattern that stands beside it.
import { openTimer } from "./timer.js";

const MINUTE = 60_000;
const CLOCK = "time[data-bs-clock]";
const FIELDS = { hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" };
const two = (number) => String(number).padStart(2, "0");

/** What a clock in a zone shows at an instant; throws a RangeError for a zone that the browser does not know. */
function read(zone, now) {
  const format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", { __proto__: null, ...FIELDS, timeZone: zone });
  const at = {};
  for (const { type, value } of format.formatToParts(now)) at[type] = Number(value);
  const reading = Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute);
  return { ...at, weekday: new Date(reading).getUTCDay(), offset: Math.round((reading - now) / MINUTE) };
}

function machine({ year, month, day, hour, minute, offset }) {
  const size = Math.abs(offset);
  const zone = offset ? `${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}` : "Z";
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}${zone}`;
}

function show(time) {
  const { bsPattern = "", bsZone, bsMonths = "", bsWeekdays = "" } = time.dataset;
  let at;
  try {
    at = read(bsZone, Math.floor(Date.now() / MINUTE) * MINUTE);
  } catch {
    return; // what the server wrote stays
  }
  const values = {
    __proto__: null, // the names come from the bundle
    year: at.year,
    month: at.month,
    day: at.day,
    hour: two(at.hour),
    minute: two(at.minute),
    "month-name": bsMonths.split("|")[at.month - 1],
    weekday: bsWeekdays.split("|")[at.weekday],
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
