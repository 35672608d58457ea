import { asSentence, listWords } from "../engine/words/name-words.ts";
import { figureAt } from "../sim/held-figure.ts";
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
  const { scenario, variable, solution } = about;
  const { value, low, high, side, whole, nearest, atValue, until, paths } = solution;
  const { words, plural } = solvedName(scenario, variable);
  const amount = solvedAmount(variable, solution);
  const range = `from ${amount(variable.low)} to ${amount(variable.high)}`;
  const brings = `${plural ? "bring" : "brings"} ${limitWords(about)}`;
  if (value === null) {
    const best =
      nearest === null || nearest.estimate.value === null
        ? []
        : [`The nearest is ${amount(nearest.value)}, where it is ${measured(nearest.estimate)}.`];
    return [`No ${words} ${range} ${brings}.`, ...best].join(" ");
  }
  if (whole)
    return `Any ${words} ${range} ${brings}. It is nearest to the limit at ${amount(value)}: ${measured(atValue!)}.`;
  const beyond = side === "from" ? "or more" : "or less";
  const found = asSentence(`${words} of ${amount(value)} ${beyond} ${brings}`);
  const ends =
    until === null
      ? ""
      : ` ${side === "from" ? "Above" : "Below"} about ${amount(until)} it no longer holds.`;
  const interval =
    low === high
      ? "Nothing here is left to luck, so the value is exact."
      : `The value lies between ${amount(low!)} and ${amount(high!)} (95${fixedSpace}% interval, from ${shownCount(paths)} futures).`;
  return [`${found}${ends}`, interval, ...rateWords(about), `There it is ${measured(atValue!)}.`].join(" ");
}

/** "the chance of a loss to 10 % or less". */
function limitWords({ target }: SolutionAbout): string {
  const { title, unit } = metrics.find(({ id }) => id === target.metric)!;
  const exactly: Estimate = { value: target.limit, se: 0, low: target.limit, high: target.limit, unit };
  return `the ${title} to ${measured(exactly)} or ${target.at === "most" ? "less" : "more"}`;
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

function nowWords({ scenario, variable, solution }: SolutionAbout): string {
  const { words, plural } = solvedName(scenario, variable);
  const amount = solvedAmount(variable, solution);
  const measure = measured(solution.now);
  if (variable.kind === "priceScale" || variable.kind === "outcomeRates")
    return `As things stand it is ${measure}.`;
  const drawn =
    variable.kind === "figure" && figureAt(scenario, variable.name)!.distribution.kind !== "fixed";
  const average = drawn || variable.kind === "referrals" ? " on average" : "";
  const held = drawn ? " Each value that is tried is the same in all futures, while now it is drawn." : "";
  return `Now the ${words} ${plural ? "are" : "is"} ${amount(variable.current)}${average}, and it is ${measure}.${held}`;
}

/** What a reader must know before using the value. */
function doubts(about: SolutionAbout): string[] {
  const { scenario, variable, solution, neutralShare } = about;
  const { value, scan, isMonotone, others } = solution;
  const { words } = solvedName(scenario, variable);
  const amount = solvedAmount(variable, solution);
  const said: string[] = [];
  const first = scan[0]!.estimate.value;
  if (scan.every(({ estimate }) => estimate.value === first))
    said.push(`The measure does not depend on the ${words}.`);
  if (!isMonotone)
    said.push(
      others.length > 0
        ? `The measure rises and falls over the range. It also crosses the limit at about ${listWords(others.map(amount))}; the value above is the crossing nearest to what holds now.`
        : "The measure rises and falls over the range, but no other crossing of the limit was seen.",
    );
  if (neutralShare !== undefined) {
    const percent = shownNumber(neutralShare, "share", 0.001);
    said.push(
      value !== null && value > neutralShare
        ? `This is above the volume-neutral share of ${percent}: with it the provider gains when referrals fall.`
        : `The volume-neutral share is ${percent}: above it the provider would gain when referrals fall.`,
    );
  }
  return said;
}

function measured(estimate: Estimate): string {
  return estimate.value === null ? "not known" : estimateWithEnds(estimate);
}
