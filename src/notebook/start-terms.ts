import type { Described } from "./live/described.ts";
import type { RefusedTerms } from "./refused-terms.ts";
import { firstTerms, type Terms } from "./terms.ts";

/** The scenario that pages open with: its own terms side by side with themselves would show a reader nothing. */
const shownFirst = "dps-2017";
const example: Partial<Terms> = { serviceFeeShare: 0.2, serviceFeeMonths: 6, triggerShare: 0.5 };

/**
 * The terms at which levers begin: those of the scenario's first policy, with an example put in where the scenario is the
 * one that pages open with, or with `putIn`. What the scenario refuses, or has itself, is not put in.
 */
export function startTerms(scenario: Described, refused: RefusedTerms, putIn: Partial<Terms> = {}): Terms {
  const own = firstTerms(scenario);
  const { cancellationCap: cap } = scenario.parameters;
  const shown =
    scenario.id === shownFirst
      ? { ...example, cancellationCap: typeof cap === "number" ? cap : scenario.setUpCost }
      : {};
  const put = Object.entries({ ...putIn, ...shown }).filter(([name]) => {
    const term = name as keyof Terms;
    const isOwn = own[term] !== 0 && term !== "serviceFeeMonths";
    return refused[term] === undefined && !isOwn;
  });
  return { ...own, ...Object.fromEntries(put) };
}

/** An exit right, without which a cancellation fee is never due. */
export const withExitRight: Partial<Terms> = { triggerShare: 0.5 };
