import type { Sampling } from "../sampling.ts";
import type { Estimator, Metric } from "./metric.ts";

/** How a measure is computed and how its interval is, in words and plain formulas for reports. */
export type MetricMethod = {
  readonly formula: string;
  readonly interval: string;
  /** Of the difference between two policies on the same futures. */
  readonly differenceInterval: string;
};

const SCRAMBLINGS =
  "Student's t on the estimates of 16 scramblings; where they agree, or one sees none of an event, as for random futures";
const PAIRED_SCRAMBLINGS =
  "paired: Student's t on the differences of 16 scramblings; where they agree, or one sees none of an event, as for random futures";
const INFLUENCE = "Student's t on the influence function, lengthened on the side of its skew";
const PAIRED =
  "paired: Student's t on the difference of influence functions, lengthened on the side of its skew";

/**
 * Says the formula and the 95 % intervals of a measure, of random futures or of quasi-random ones. L is the loss (−margin), E a mean over futures,
 * p a level, F the distribution function.
 */
export function methodOf(metric: Metric, sampling: Sampling = "random"): MetricMethod {
  const method = randomMethodOf(metric);
  if (sampling === "random" || metric.estimator.kind === "breakEven") return method;
  return { ...method, interval: SCRAMBLINGS, differenceInterval: PAIRED_SCRAMBLINGS };
}

function randomMethodOf(metric: Metric): MetricMethod {
  const { estimator } = metric;
  switch (estimator.kind) {
    case "breakEven":
      return { formula: "margin(volume) = 0", interval: "exact", differenceInterval: "exact" };
    case "chance":
      return {
        formula: `P(${conditionOf(estimator)})`,
        interval: "Clopper–Pearson (exact binomial)",
        differenceInterval: "paired: Bonett–Price (add-one adjusted)",
      };
    case "quantile":
      return {
        formula: quantileFormula(estimator),
        interval: "order statistics (exact binomial ranks)",
        differenceInterval: "paired: order statistics at jointly normal ranks",
      };
    default:
      return { formula: smoothFormula(estimator), interval: INFLUENCE, differenceInterval: PAIRED };
  }
}

function conditionOf(estimator: Extract<Estimator, { kind: "chance" }>): string {
  if (estimator.event === "aboveReserves") return `${estimator.columns.join(" or ")} > reserves`;
  return `${estimator.columns.join(" or ")} ${estimator.event === "belowZero" ? "< 0" : "> 0"}`;
}

function quantileFormula(estimator: Extract<Estimator, { kind: "quantile" }>): string {
  const quantity = estimator.side === "loss" ? "L" : estimator.column;
  const level = `${estimator.percent} %`;
  return estimator.definition === "smallest"
    ? `smallest x with F_${quantity}(x) ≥ ${level}`
    : `${level} quantile of ${quantity} (type 7)`;
}

function smoothFormula(
  estimator: Extract<Estimator, { kind: "mean" | "deviation" | "meanLoss" | "shortfall" | "ratio" }>,
): string {
  switch (estimator.kind) {
    case "mean":
      return `E[${estimator.column}]`;
    case "deviation":
      return `√ E[(${estimator.column} − E[${estimator.column}])²]`;
    case "meanLoss":
      return "E[max(0, L)]";
    case "shortfall":
      return `mean of the worst ${100 - estimator.percent} % of ${estimator.side === "loss" ? "L" : estimator.column}, atoms split exactly`;
    case "ratio":
      return estimator.lessDeadweightOf === undefined
        ? `E[${estimator.column}] ÷ E[${estimator.per}]`
        : `E[${estimator.column}] ÷ (E[${estimator.per}] − deadweight rate × E[${estimator.lessDeadweightOf}])`;
  }
}
