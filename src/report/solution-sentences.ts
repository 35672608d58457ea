import { asSentence, listWords } from "../engine/words/name-words.ts";
import { valueWords } from "../engine/words/value-words.ts";
import type { Estimate } from "../sim/risk/estimate.ts";
import { metrics } from "../sim/risk/metrics.ts";
import { estimateWithEnds } from "./shown-estimate.ts";
import { fixedSpace, shownCount, shownNumber } from "./shown-number.ts";
import type { SolutionAbout } from "./solution-about.ts";
import { solvedAmount } from "./solved-amount.ts";
import { solvedName } from "./solved-name.ts";

/** A solution in paragraphs: what does it, how surely, what is so now, and what to doubt. */
export function solutionSentences(about: SolutionAbout): string[] {
  return [foundWords(about), nowWords(about), ...doubts(about)];
}

/** What the answer is: the value with its interval and the measure there, or that there is none. */
export function foundWords(about: SolutionAbout): string {
  const { variable, solution } = about;
  const { value, side, whole, nearest, atValue, until } = solution;
  const name = solvedName(about);
  const amount = solvedAmount(variable, solution);
  const range = `from ${amount.two(variable.low, "to", variable.high)}`;
  if (value === null) {
    const best =
      nearest === null || nearest.estimate.value === null
        ? []
        : [`The nearest is ${amount.full(nearest.value)}, where it is ${measured(nearest.estimate)}.`];
    return [bringsWords(about, `no ${name.isThings ? name.words : "value"} ${range}`), ...best].join(" ");
  }
  if (whole)
    return `${bringsWords(about, `any ${name.isThings ? name.words : "value"} ${range}`)} It is nearest to the limit at ${amount.full(value)}: ${measured(atValue!)}.`;
  const enough = `${amount.full(value)} ${side === "from" ? amount.orMore : amount.orLess}`;
  const beyond =
    until === null
      ? []
      : [`${beyondWords(side === "from", variable.unit)} about ${amount.full(until)} it no longer does.`];
  return [
    bringsWords(about, name.isThings ? `${name.words} of ${enough}` : enough),
    ...beyond,
    intervalWords(about),
    ...rateWords(about),
    `There the ${titleOf(about)} is ${measured(atValue!)}.`,
  ].join(" ");
}

/** "Unit prices of … bring the chance of a loss to …", or "Price of a start: … brings …". */
function bringsWords(about: SolutionAbout, what: string): string {
  const { words, isThings } = solvedName(about);
  const isPlural = isThings || about.variable.unit === "people";
  const brings = `${what} ${isPlural ? "bring" : "brings"} ${limitWords(about)}`;
  return asSentence(isThings ? brings : `${words}: ${brings}`);
}

function beyondWords(isAbove: boolean, unit: string): string {
  if (unit === "month") return isAbove ? "After" : "Before";
  return isAbove ? "Above" : "Below";
}

/** How surely the value is known. */
function intervalWords({ variable, solution }: SolutionAbout): string {
  const { value, low, high, paths } = solution;
  const { full, two } = solvedAmount(variable, solution);
  const of = `(95${fixedSpace}% interval, from ${shownCount(paths)} futures)`;
  if (low === high) return "Nothing here is left to luck, so the value is exact.";
  const [isOpenBelow, isOpenAbove] = [
    low === variable.low && value !== low,
    high === variable.high && value !== high,
  ];
  if (isOpenBelow && isOpenAbove) return `These futures cannot tell where in the range it lies ${of}.`;
  if (isOpenAbove) return `It is at least ${full(low!)}; these futures set no upper end ${of}.`;
  if (isOpenBelow) return `It is at most ${full(high!)}; these futures set no lower end ${of}.`;
  return `It lies between ${two(low!, "and", high!)} ${of}.`;
}

function titleOf({ target }: SolutionAbout): string {
  return metrics.find(({ id }) => id === target.metric)!.title;
}

/** "the chance of a loss to 10 % or less". */
function limitWords(about: SolutionAbout): string {
  const { metric, at, limit } = about.target;
  const { unit } = metrics.find(({ id }) => id === metric)!;
  // A chance of 1 in 30 has no end of digits.
  const isShare = unit === "probability" || unit === "share";
  const exactly = isShare ? `${Math.round(limit * 1e4) / 100}${fixedSpace}%` : valueWords({ unit }, limit);
  return `the ${titleOf(about)} to ${exactly} or ${at === "most" ? "less" : "more"}`;
}

/** What the outcome rates come to for the first outcome. */
function rateWords({ scenario, solution, firstRate }: SolutionAbout): string[] {
  if (firstRate === undefined || solution.value === null) return [];
  const stage = scenario.delivery.stages.find(({ id }) => id === firstRate.stage)!;
  const percent = (scale: number) => shownNumber(Math.min(1, firstRate.now * scale), "share", 0.001);
  const { value, low, high } = solution;
  const between = low === high ? "" : ` (${percent(low!)} to ${percent(high!)})`;
  return [
    `That is ${percent(value)}${between} of starts for “${stage.title ?? stage.id}”, in place of ${percent(1)}.`,
  ];
}

function nowWords(about: SolutionAbout): string {
  const { variable, solution } = about;
  const measure = `the ${titleOf(about)} is ${measured(solution.now)}`;
  if (variable.kind === "priceScale" || variable.kind === "outcomeRates")
    return `As things stand ${measure}.`;
  const { isDrawn = false } = variable;
  const average = isDrawn || variable.kind === "referrals" ? " on average" : "";
  const held = isDrawn ? " Each value that is tried is the same in all futures; now it is drawn." : "";
  // What stands in a file is not a matter of chance: it has all of its digits.
  const known = isDrawn || variable.kind === "referrals" ? solution : { ...solution, low: null, high: null };
  const current = solvedAmount(variable, known).full(variable.current);
  return `Now it stands at ${current}${average}, and ${measure}.${held}`;
}

/** What a reader must know before using the value. */
function doubts(about: SolutionAbout): string[] {
  const { variable, solution, neutralShare } = about;
  const { scan, isMonotone, others } = solution;
  const { words, isThings } = solvedName(about);
  const amount = solvedAmount(variable, solution);
  const said: string[] = [];
  const first = scan[0]!.estimate.value;
  if (scan.every(({ estimate }) => estimate.value === first))
    said.push(`The measure does not depend on ${isThings ? `the ${words}` : "it"}.`);
  if (others.length > 0)
    said.push(
      `The measure also crosses the limit at about ${listWords(others.map(amount.full))}; the value above is the crossing nearest to what holds now.`,
    );
  if (!isMonotone && others.length === 0)
    said.push("The measure rises and falls over the range, but no other crossing of the limit was seen.");
  said.push(...neutralWords({ solution, neutralShare }));
  return said;
}

function measured(estimate: Estimate): string {
  return estimate.value === null ? "not known" : estimateWithEnds(estimate);
}

/** How a service fee stands to the share above which fewer referrals are a gain. */
export function neutralWords({
  solution,
  neutralShare,
}: Pick<SolutionAbout, "solution" | "neutralShare">): string[] {
  if (neutralShare === undefined) return [];
  const percent = shownNumber(neutralShare, "share", 0.001);
  return [
    solution.value !== null && solution.value > neutralShare
      ? `This is above the volume-neutral share of ${percent}: with it the provider gains when referrals fall.`
      : `The volume-neutral share is ${percent}: above it the provider would gain when referrals fall.`,
  ];
}
