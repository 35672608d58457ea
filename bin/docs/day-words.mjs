import { calendarMonths } from "../../src/engine/words/value-words.ts";

/** A day as people write it: 2017-04-01 is 1 April 2017. */
export function dayWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${calendarMonths[month - 1]} ${year}`;
}
