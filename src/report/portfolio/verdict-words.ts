import type { AssessedPortfolio } from "../../offer/before/assess-portfolio.ts";
import type { JointLimits } from "../../offer/before/joint-limits.ts";
import type { OutcomeMeasures } from "../../offer/before/measure-offer.ts";
import type { PortfolioMeasures } from "../../offer/before/measure-portfolio.ts";
import type { Kept, LimitsKept, RareLimitsKept } from "../../offer/before/portfolio-verdict.ts";
import type { Estimate } from "../../sim/risk/estimate.ts";
import { fixedSpace } from "../shown-number.ts";
import { shownName } from "../visible-width.ts";
import { aboutPounds, futuresWords, wholePounds } from "./chance-words.ts";
import { standingCount } from "./standing-count.ts";

type Limit = keyof LimitsKept;
const rareLimits = ["cash", "loss"] as const;
const limitNames: readonly Limit[] = ["margin", ...rareLimits];

/** The verdict in a sentence or two: do the offers stay within the limits of who makes them, and if not, why. */
export function verdictWords(assessed: AssessedPortfolio): string {
  const { verdict, ownLuck, sharedFate } = assessed;
  const count = standingCount(assessed);
  const alone = count === 1;
  const subject = alone ? "This offer" : `These ${count} standing offers`;
  const stay = alone ? "stays" : "stay";
  const where = (holds: (own: Kept, shared: Kept) => boolean) =>
    limitNames.filter((name) => holds(verdict.ownLuck[name], verdict.sharedFate[name]));
  const say = (names: readonly Limit[], ends: readonly PortfolioMeasures[]) =>
    `${alone ? "it" : "they"} ${listed(names.map((name) => reason(name, assessed, ends, alone)))}${
      names.some((name) => name !== "margin") ? allowed(assessed.limits) : ""
    }`;
  const broken = where((own, shared) => own === "broken" && shared === "broken");
  if (broken.length > 0)
    return `${subject} ${alone ? "does" : "do"} not stay within your limits: ${say(broken, [ownLuck, sharedFate])}.`;
  const shared = where((_, end) => end === "broken");
  if (shared.length > 0)
    return `${subject} ${stay} within your limits only if the fortunes of the contracts differ: if all share one fate, ${say(shared, [sharedFate])}.`;
  const own = where((end) => end === "broken");
  if (own.length > 0)
    return `${subject} ${stay} within your limits only if all contracts share one fate: if each has luck of its own, ${say(own, [ownLuck])}.`;
  const unclear = where((first, second) => first === "unclear" || second === "unclear");
  if (unclear.length > 0)
    return `${subject} ${alone ? "comes" : "come"} too near to your limits to tell from these futures: ${say(unclear, [ownLuck, sharedFate])}. More futures (--paths) would tell.`;
  const kept = alone
    ? `${subject} ${stay} within your limits, counted from the day you make it.`
    : `${subject} ${stay} within your limits, whether their contracts share one fate or not.`;
  return [kept, ...ifWonWords(assessed)].join(" ");
}

/** What a contract would do to the limits that call-offs are too rare to show. */
function ifWonWords({ verdict, offers, limits }: AssessedPortfolio): string[] {
  return offers.flatMap(({ offer, measures }, place) => {
    const kept = verdict.ifWon[place]!;
    const names = rareLimits.filter((name) => kept[name] === "broken");
    if (names.length === 0) return [];
    const of = offers.length > 1 ? ` of ${shownName(offer.id)}` : "";
    const why = listed(names.map((name) => rareReason(name, limits, [measures.ifWon], true)));
    return [`But that is because few are called off: a contract${of}, once won, ${why}${allowed(limits)}.`];
  });
}

function reason(
  limit: Limit,
  { limits }: AssessedPortfolio,
  ends: readonly PortfolioMeasures[],
  alone: boolean,
): string {
  if (limit !== "margin") return rareReason(limit, limits, ends, alone);
  const margins = likely(ends.map(({ meanMargin }) => meanMargin));
  if (margins.every((margin) => margin < 0))
    return `${alone ? "loses" : "lose"} ${aboutPounds(margins.map((margin) => 0 - margin))} on average`;
  const needed = `${Math.round(limits.marginShare * 10_000) / 100}${fixedSpace}%`;
  const share = likely(ends.map(({ meanMargin, meanPayment }) => shareOf(meanMargin, meanPayment)));
  return `${alone ? "earns" : "earn"} ${aboutPounds(margins)} on average, ${percentWords(share)} of income where you need ${needed}`;
}

function rareReason(
  limit: keyof RareLimitsKept,
  limits: JointLimits,
  ends: readonly OutcomeMeasures[],
  alone: boolean,
): string {
  const often = (of: (measures: OutcomeMeasures) => Estimate) =>
    futuresWords(ends.map((end) => of(end).value ?? 0));
  if (limit === "loss")
    return `${alone ? "loses" : "lose"} more than ${wholePounds(limits.lossPence)} in ${often((end) => end.probabilityOfLossBeyondLimit)}`;
  const of = limits.overdraftPence > 0 ? "cash and overdraft" : "cash";
  return `${alone ? "needs" : "need"} more than your ${wholePounds(limits.cashPence + limits.overdraftPence)} of ${of} in ${often((end) => end.probabilityOutOfCash)}`;
}

function allowed({ oneIn }: JointLimits): string {
  return `, where you allow 1 in ${oneIn}`;
}

/** The first of two values alone where their intervals meet: luck may be all that lies between them. */
function likely(ends: readonly Estimate[]): number[] {
  const [first, second] = ends;
  const values = ends.map(({ value }) => value ?? 0);
  if (first === undefined || second === undefined) return values;
  const meet = (first.low ?? 0) <= (second.high ?? 0) && (second.low ?? 0) <= (first.high ?? 0);
  return meet ? values.slice(0, 1) : values;
}

/** What share one average is of another, with the interval of the first. */
function shareOf(part: Estimate, whole: Estimate): Estimate {
  const of = (amount: number | null) => (amount === null || !whole.value ? 0 : amount / whole.value);
  return { value: of(part.value), se: null, low: of(part.low), high: of(part.high), unit: "share" };
}

function percentWords(shares: readonly number[]): string {
  const shown = shares.map((share) => Math.round(share * 1000) / 10);
  return `${[...new Set(shown)].join(" to ")}${fixedSpace}%`;
}

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
}
