import { z } from "zod";
import { type DistributionSpec, distributionSchema, toDistribution } from "./distribution-schema.ts";
import { type Distribution, distributionFunction, meanOf } from "./random/distribution.ts";

const text = z.string().min(1).max(1000);
const finite = z.number().finite();

const marks = {
  source: text.optional().describe("the document that the figure comes from"),
  url: z.string().max(500).optional(),
  derived: text.optional().describe("how the figure follows from sourced figures"),
  judgement: text.optional().describe("why we think so, where no source says it"),
  believed: finite
    .optional()
    .describe("what the bidder believed, where the truth is uncertain; prices follow belief"),
};

/** Asks something of a law; of one whose own parameters are wrong nothing more is asked, as they are told already. */
const asks = (law: z.ZodType<DistributionSpec>, holds: (d: Distribution) => boolean, message: string) =>
  law.refine(
    (spec) => {
      try {
        return holds(toDistribution(spec));
      } catch {
        return false;
      }
    },
    { message, when: ({ issues }) => issues.length === 0 },
  );

const spread = asks(distributionSchema, (d) => meanOf(d) <= 1e12, "a distribution with a finite mean");

/** The least and the most that a figure can be. */
export type FigureRange = {
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
  readonly money?: boolean;
};

function rangeWords({ min, max }: FigureRange): string {
  if (min === undefined) return max === undefined ? "of any range" : `of at most ${max}`;
  return max === undefined ? `of at least ${min}` : `between ${min} and ${max}`;
}

const inRange = (range: FigureRange) => {
  let value: z.ZodNumber = range.whole ? z.int() : finite;
  if (range.min !== undefined) value = value.min(range.min);
  if (range.max !== undefined) value = value.max(range.max);
  return range.money
    ? value.refine(
        (x) => Math.abs(x * 100 - Math.round(x * 100)) < 1e-6 * Math.max(1, Math.abs(x)),
        "pounds with at most two decimals",
      )
    : value;
};

/**
 * A figure of a scenario: a number or a distribution, with where it comes from.
 *
 * A bare number or distribution is accepted and reported as unsourced.
 */
export function figureSchema(range: FigureRange = {}) {
  const value = inRange(range);
  const within = asks(spread, (d) => supportWithin(d, range), `a distribution ${rangeWords(range)}`);
  return z
    .union([value, within, z.strictObject({ value: z.union([value, within]), ...marks })])
    .transform((spec): Figure => {
      const full =
        typeof spec === "object" && "value" in spec
          ? (spec as { value: number | DistributionSpec } & Partial<
              Record<keyof typeof marks, string & number>
            >)
          : { value: spec as number | DistributionSpec };
      const distribution: Distribution =
        typeof full.value === "number" ? { kind: "fixed", value: full.value } : toDistribution(full.value);
      const [mark, note] = markOf(full);
      return {
        distribution,
        mean: meanOf(distribution),
        believed: full.believed ?? meanOf(distribution),
        mark,
        note,
        ...(full.url !== undefined && { url: full.url }),
        ...(range.min !== undefined && { least: range.min }),
        ...(range.max !== undefined && { most: range.max }),
      };
    });
}

function markOf(spec: { source?: string; derived?: string; judgement?: string }): [Figure["mark"], string] {
  if (spec.judgement !== undefined) return ["judgement", spec.judgement];
  if (spec.derived !== undefined) return ["derived", spec.derived];
  if (spec.source !== undefined) return ["source", spec.source];
  return ["unsourced", ""];
}

/** A figure with its distribution, its mean, what was believed, and where it comes from. */
export type Figure = {
  readonly distribution: Distribution;
  readonly mean: number;
  readonly believed: number;
  readonly mark: "source" | "derived" | "judgement" | "unsourced";
  readonly note: string;
  readonly url?: string;
  /** The least and the most that such a figure can be. */
  readonly least?: number;
  readonly most?: number;
};

/** Is the figure one number, the same in every future? */
export function isFixed(figure: Figure): boolean {
  return figure.distribution.kind === "fixed";
}

/** A number with no doubt about it, for what a scenario leaves out. */
export function plainFigure(value: number): Figure {
  return {
    distribution: { kind: "fixed", value },
    mean: value,
    believed: value,
    mark: "derived",
    note: "left out",
  };
}

function supportWithin(d: Distribution, range: FigureRange): boolean {
  const least = range.min ?? Number.NEGATIVE_INFINITY;
  const most = range.max ?? Number.POSITIVE_INFINITY;
  const cdf = distributionFunction(d);
  const below = Number.isFinite(least) ? cdf(least - 1e-9 * Math.max(1, Math.abs(least))) : 0;
  const upTo = Number.isFinite(most) ? cdf(most) : 1;
  // A tail of one in a million above the range is cut off when drawn; more than that is a mistake.
  return below <= 1e-12 && upTo >= 1 - 1e-6;
}
