import type { BoundRequirement, Leaf } from "./bound-requirement.ts";
import { openCompiledAnswers } from "./compiled-answers.ts";

/** A criterion that scores one kind of offer above the other, all else equal. */
export type Pull = {
  readonly criterion: string;
  readonly towards: "broad" | "specialist";
  readonly weight: number;
};

/** What a requirement asks for in words, and the criteria that score the other kind of offer higher. */
export type PullsBothWays = {
  readonly asked: "broad" | "specialist";
  /** Does the requirement state its scope, or was it read from its words? */
  readonly isStated: boolean;
  readonly pulls: readonly Pull[];
};

const broadWords =
  /\b(generalist|broad(?:ly)?|breadth|district[- ]wide|all (?:claimants|groups|customers)|whole (?:of the )?district|wide range)\b/i;
const specialistWords = /\b(specialists?|specific(?:ally)?|tailored|expertise|bespoke)\b/i;

/**
 * Does the text ask for one kind of offer while the weights favour the other?
 *
 * Criteria are tried, not read: each is asked of an offer for everyone, which serves all jobcentres and groups named, and
 * of a specialist's, which serves one of each; they are alike otherwise, rated at the top of the scale.
 */
export function pullsBothWays(bound: BoundRequirement): PullsBothWays | undefined {
  const { requirement } = bound;
  const words = [
    requirement.title,
    requirement.summary ?? "",
    ...requirement.needs,
    ...requirement.priorities,
  ].join("\n");
  const read = broadWords.test(words) ? "broad" : specialistWords.test(words) ? "specialist" : undefined;
  const asked = requirement.scope ?? read;
  if (asked === undefined) return undefined;
  const pulls = bound.leaves.flatMap((leaf): Pull[] => {
    const [generalist, specialist] = pointsByKind(leaf, requirement);
    if (leaf.marks === 0 || generalist === specialist) return [];
    const towards = specialist! > generalist! ? "specialist" : "broad";
    const weight = leaf.marks / requirement.marks;
    return [{ criterion: leaf.id, towards, weight }];
  });
  const against = pulls.filter(({ towards }) => towards !== asked);
  return against.length === 0
    ? undefined
    : { asked, isStated: requirement.scope !== undefined, pulls: against };
}

/** Points of an offer for everyone and of a specialist's, rated alike. */
function pointsByKind(leaf: Leaf, { jobcentres, claimantGroups }: BoundRequirement["requirement"]): number[] {
  const both = (value: number) => Float64Array.of(value, value);
  const served = (asked: readonly string[]) => Float64Array.of(asked.length, Math.min(1, asked.length));
  const columns = new Map([
    ["focus", Float64Array.of(0, 1)],
    ["jobcentresAsked", both(jobcentres.length)],
    ["jobcentresServed", served(jobcentres)],
    ["groupsAsked", both(claimantGroups.length)],
    ["groupsServed", served(claimantGroups)],
    ["pointsAvailable", both(leaf.outOf / 100)],
    ["rating", both(leaf.ratingTop)],
    ["ratingTop", both(leaf.ratingTop)],
  ]);
  const answers = openCompiledAnswers(2)({ rule: leaf, columns, asked: Uint8Array.of(1, 1) });
  return [answers.value("points", 0), answers.value("points", 1)];
}
