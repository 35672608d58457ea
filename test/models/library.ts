import { ruleFile } from "./rule-file.ts";
import type { Terms } from "./terms.ts";

/** Shipped rulesets as their files stand, to be written into a scenario. */
export const library = (...ids: string[]): Terms[] => ids.map(ruleFile);

/** As many people as indicated, month by month. */
export const certain = (indicative: number | number[]) => ({ indicative, counts: "certain" });

/** One outcome stage, reached in the month of the start with this chance. */
export const jobOutcomes = (rate: number, startRate = 1) => ({
  startRate,
  stages: [{ id: "jobOutcomes", rate }],
});

/** The months' letters of a binomial number of n. */
export const binomialLetters = (chances: number[]) => chances.map((chance, value) => ({ value, chance }));
