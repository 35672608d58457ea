import { tidy } from "../../engine/money.ts";
import { namesFor } from "./imported-names.ts";
import { importedLine, importedText } from "./imported-text.ts";
import type { ReleaseCriterion } from "./release-shape.ts";

/** A criterion of a requirement as far as a release tells it; the rule is ours, as the standard names no formula. */
export type ImportedCriterion = {
  readonly id: string;
  readonly title: string;
  /** Per cent; undefined where the release gives no weight. */
  readonly weight: number | undefined;
  readonly assessed: string | undefined;
  readonly rule: "lowest-over-price" | "rated-share";
};

/** Reads criteria with their weights in per cent, whether these are given in per cent, as shares or as points. */
export function importCriteria(criteria: readonly ReleaseCriterion[]): ImportedCriterion[] {
  const nameOf = namesFor("camel", ["lot"]);
  const weights = weightsOf(criteria);
  return criteria.map(({ type, name, description }, c) => {
    const title = importedLine(name) ?? `Criterion ${c + 1}`;
    return {
      id: nameOf(title, "criterion"),
      title,
      weight: weights[c],
      assessed: importedText(description),
      rule: type === "price" ? "lowest-over-price" : "rated-share",
    };
  });
}

function weightsOf(criteria: readonly ReleaseCriterion[]): (number | undefined)[] {
  const points = criteria.map((criterion) => numberUnder(criterion, "points"));
  const given = points.filter((point) => point !== undefined);
  const whole = given.reduce((sum, point) => sum + point, 0);
  if (given.length === criteria.length && whole > 0 && given.every((point) => point >= 0)) {
    // Each ends where its cumulated share does, so that they come to 100 exactly.
    let [so, upTo] = [0, 0];
    return given.map((point) => {
      so += point;
      const before = upTo;
      upTo = Math.round((10_000 * so) / whole);
      return (upTo - before) / 100;
    });
  }
  return criteria.map((criterion) => {
    const share = numberUnder(criterion, "decimal");
    const weight = numberUnder(criterion, "percentage") ?? (share === undefined ? undefined : share * 100);
    return weight !== undefined && weight >= 0 && weight <= 100
      ? Math.round(tidy(weight * 100)) / 100
      : undefined;
  });
}

/** A number under a kind of weight, exact or the middle of a range. */
function numberUnder(
  { numbers }: ReleaseCriterion,
  kind: "percentage" | "decimal" | "points",
): number | undefined {
  for (const { number, weight } of numbers)
    if (typeof number === "number" && (weight === `${kind}Exact` || weight === `${kind}RangeMiddle`))
      return number;
  return undefined;
}
