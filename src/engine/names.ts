import { z } from "zod";

/** A name in camelCase: of a fact, parameter, output or ground. */
export const camelName = z
  .string()
  .max(60)
  .regex(/^[a-z][A-Za-z0-9]*$/, "a name in camelCase: a lower-case letter, then letters and digits");

/** A name in kebab-case: of a ruleset, scenario, policy or lever. */
export const kebabName = z
  .string()
  .max(60)
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    "a name in kebab-case: lower-case letters and digits, joined by hyphens",
  );

/** A day of the calendar, as 2017-04-01. */
export const day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "a date as YYYY-MM-DD");

/** One line or a few of text for people. */
export const sentence = z.string().min(1).max(2000);
