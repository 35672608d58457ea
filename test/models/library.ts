import { readdirSync, readFileSync } from "node:fs";
import type { Terms } from "./terms.ts";

const root = new URL("../../rules/", import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).map((file) =>
  file.replaceAll("\\", "/"),
);

/** Shipped rulesets as their files stand, to be written into a scenario. */
export function library(...ids: string[]): Terms[] {
  return ids.map((id) => {
    const file = files.find((name) => name.endsWith(`/${id}.json`));
    if (file === undefined) throw new Error(`no file rules/*/${id}.json`);
    return JSON.parse(readFileSync(new URL(file, root), "utf8")) as Terms;
  });
}

/** As many people as indicated, month by month. */
export const certain = (indicative: number | number[]) => ({ indicative, counts: "certain" });

/** One outcome stage, reached in the month of the start with this chance. */
export const jobOutcomes = (rate: number, startRate = 1) => ({
  startRate,
  stages: [{ id: "jobOutcomes", rate }],
});

/** The months' letters of a binomial number of n. */
export const binomialLetters = (chances: number[]) => chances.map((chance, value) => ({ value, chance }));
