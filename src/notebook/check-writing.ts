import type { Problem } from "../engine/problem.ts";
import type { Described } from "./live/described.ts";
import type { LiveRequest } from "./live/live-request.ts";
import type { LiveRun, ScenarioProblems } from "./live/live-run.ts";

/** A written scenario checked: what the page needs to know of it, or what is wrong. */
export type CheckedWriting =
  | { readonly scenario: Described; readonly problems: readonly [] }
  | { readonly scenario?: undefined; readonly problems: readonly Problem[] };

/** The longest that a check of a text may take. */
export const longestCheckMs = 10_000;

/** Checks a written scenario. A text over which the check does not come to an end is given up. */
export async function checkWriting(live: LiveRun, request: LiveRequest): Promise<CheckedWriting> {
  const impatience = setTimeout(live.stop, longestCheckMs);
  try {
    return { scenario: await live.describe(request), problems: [] };
  } catch (error) {
    const { problems } = error as Partial<ScenarioProblems>;
    const where = "name" in request.source ? request.source.name : "scenario";
    return { problems: problems ?? [notChecked(where)] };
  } finally {
    clearTimeout(impatience);
  }
}

/** What is said of a text over which the check did not come to an end. */
export function notChecked(where: string): Problem {
  const seconds = longestCheckMs / 1000;
  return {
    where,
    adjective: "unsupported",
    noun: "text",
    found: "one whose check did not come to an end",
    expected: `a text that can be checked in ${seconds} seconds`,
  };
}
