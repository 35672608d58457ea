import { z } from "zod";

/** A name in camelCase: of a fact, parameter, output or ground. */
export const camelName = z
  .string()
  .max(60)
  .regex(/^[a-z][A-Za-z0-9]*$/, "a name like startPrice: a lower-case letter, then letters and digits");

/** What a name in kebab-case is expected to be. */
export const kebabWords = "a name like exit-right: lower-case words and digits joined by hyphens";

/** A name in kebab-case: of a ruleset, scenario, policy or lever. */
export const kebabName = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, kebabWords);

/** A day of the calendar, as 2017-04-01. */
export const day = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {
    error: "a day of the calendar as YYYY-MM-DD",
    abort: true,
  })
  .refine(isDay, { params: { problem: { noun: "date", expected: "a day of the calendar" } } });

/** Does the month have that day? Worked out here, as a clock's library belongs to hosts. */
function isDay(text: string): boolean {
  const [year, month, dayOfMonth] = text.split("-").map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return dayOfMonth <= (days[month - 1] ?? 0);
}

/** One line or a few of text for people. */
export const sentence = z.string().min(1).max(2000);
