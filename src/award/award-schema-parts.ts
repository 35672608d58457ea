import { z } from "zod";
import { penceOf } from "../engine/money.ts";
import { camelName, kebabName } from "../engine/names.ts";
import { seenText } from "./seen-text.ts";

const money = z.number().finite().max(1e10);
const isWholePence = (value: number) => penceOf(value) !== undefined;
const inPence = { params: { problem: { noun: "value", expected: "pounds with at most two decimals" } } };

/** Pounds as people write them, at most two decimals. */
export const pounds = money.min(0, { abort: true }).refine(isWholePence, inPence);

/** An amount of pounds above 0. */
export const someMoney = money.gt(0, { error: "pounds above 0", abort: true }).refine(isWholePence, inPence);

/** Something that can be seen. */
const isSeen = z.string().regex(seenText, "text that is not blank");

/** A name of one line for people. */
export const line = isSeen.max(200);

/** Some text for people. */
export const text = isSeen.max(4000);

/** A percentage of at most two decimals. */
export const percent = z
  .number()
  .min(0)
  .max(100)
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, {
    params: { problem: { noun: "weight", expected: "per cent with at most two decimals" } },
  });

/** A value of a fact or of a parameter. */
export const literal = z.union([z.number().finite(), z.boolean(), z.string().max(60)]);

/** A ruleset of an award by its id, with values for its parameters where they differ from the file's. */
export const ruleUse = z.union([
  kebabName,
  z.strictObject({
    rule: kebabName.describe("a ruleset of the library, or of the requirement's own"),
    parameters: z.record(camelName, literal).default({}).describe("its parameters, money in pounds"),
  }),
]);

/** Who buys, or who offers. */
export const organisation = z.strictObject({
  name: line.describe("the organisation's name"),
  identifier: line.optional().describe("its number in a public register"),
  address: isSeen.max(400).optional().describe("its address"),
  small: z.boolean().optional().describe("is it a small or medium-sized enterprise?"),
});
