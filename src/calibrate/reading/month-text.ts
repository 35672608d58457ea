/** A month as a file has it: of the calendar, as years × 12 + month − 1, or counted from the contract's first. */
export type MonthRead = { readonly kind: "calendar" | "counted"; readonly place: number };

const names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const fullNames = [
  ...["january", "february", "march", "april", "may", "june", "july", "august", "september"],
  ...["october", "november", "december"],
];

/**
 * Reads a month: `2022-04`, `2022-04-30`, `04/2022`, `30/04/2022`, `Apr-22`, `April 2022`, `30 Apr 2022`, or its number
 * `1`, `month 1`. Days come before months, as in Britain. Undefined where it is none of these.
 */
export function readMonth(text: string): MonthRead | undefined {
  // Times of day stand behind dates that a spreadsheet wrote out.
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[ t]00:00(:00(\.0+)?)?z?$/, "");
  const counted = /^(?:(?:m|month)[ .-]?)?0*(\d{1,3})$/.exec(plain);
  if (counted !== null) {
    const place = Number(counted[1]);
    return place >= 1 && place <= 240 ? { kind: "counted", place } : undefined;
  }
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(plain);
  if (iso !== null) return calendar(Number(iso[1]), Number(iso[2]), iso[3]);
  const british = /^(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(plain);
  if (british !== null && !(british[1] === undefined && british[3]!.length === 2))
    return calendar(yearOf(british[3]!), Number(british[2]), british[1]);
  const words = /^(?:(\d{1,2})(?:st|nd|rd|th)?[-/. ]+)?([a-z]{3,9})[-/., ']+(\d{4}|\d{2})$/.exec(plain);
  if (words !== null) return calendar(yearOf(words[3]!), monthOf(words[2]!), words[1]);
  const turned = /^(\d{4})[-/. ]+([a-z]{3,9})$/.exec(plain);
  if (turned !== null) return calendar(Number(turned[1]), monthOf(turned[2]!), undefined);
  return undefined;
}

/** A month of the calendar or a counted one, as people write it. */
export function monthWords({ kind, place }: MonthRead): string {
  if (kind === "counted") return `month ${place}`;
  const month = (place % 12) + 1;
  return `${Math.floor(place / 12)}-${month < 10 ? "0" : ""}${month}`;
}

function yearOf(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function monthOf(word: string): number {
  const found = fullNames.indexOf(word);
  return (found >= 0 ? found : names.indexOf(word === "sept" ? "sep" : word)) + 1;
}

function calendar(year: number, month: number, day: string | undefined): MonthRead | undefined {
  const isDay = day === undefined || (Number(day) >= 1 && Number(day) <= 31);
  if (!isDay || month < 1 || month > 12 || year < 1990 || year > 2100) return undefined;
  return { kind: "calendar", place: year * 12 + month - 1 };
}
