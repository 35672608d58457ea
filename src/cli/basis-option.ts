import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";
import { type Basis, bases } from "../sim/basis.ts";

/** Reads the name of a basis of comparison; nothing where the option was left out. */
export function readBasis(text: string | undefined): { value?: Basis; problem?: Problem } {
  if (text === undefined) return {};
  const basis = bases.find((known) => known === text);
  if (basis !== undefined) return { value: basis };
  const hint = didYouMean(text, bases);
  return {
    problem: {
      where: "--basis",
      adjective: "unknown",
      noun: "basis",
      found: text,
      expected: `one of ${bases.join(", ")}`,
      ...(hint && { hint }),
    },
  };
}
