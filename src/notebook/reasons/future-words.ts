import { listWords } from "../../engine/words/name-words.ts";
import { numberWords, poundsWords } from "../../engine/words/value-words.ts";
import { basisTitle } from "../../report/basis-words.ts";
import type { ClauseAccount } from "../../report/clause-accounts.ts";
import type { ExplainedPath } from "../../report/explained-path.ts";
import { fixedSpace } from "../../report/shown-number.ts";

const whole = (pounds: number) => poundsWords(Math.round(pounds) * 100);

/** Which future it is, and that both ways of working it out agree. */
export function whichFuture(told: ExplainedPath): string {
  const { path, paths, at, policy, seed, version } = told;
  const share = at === null ? "" : at === 0.5 ? "half" : `${numberWords(at * 100)}${fixedSpace}%`;
  const chosen =
    at === null
      ? ""
      : at === 0
        ? " It is the worst of them for the provider."
        : ` Of these futures ${share} leave the provider as little or less.`;
  return `Future ${numberWords(path)} of ${numberWords(paths)} under “${policy.title}”, seed ${seed}, riskshare ${version}.${chosen}${onBasis(told)} Replayed month by month through json-rules-engine and equal to the simulation to the penny.`;
}

/** On which variant and basis, where it is not the scenario as it stands at its own prices. */
function onBasis({ variant, basis, policy }: ExplainedPath): string {
  const scaled = `Unit prices are ${numberWords(Number((100 * policy.priceScale).toFixed(1)))}${fixedSpace}% of the scenario’s, on the basis “${basisTitle[basis].toLowerCase()}”.`;
  return [
    ...(variant === null ? [] : [` Variant: ${variant.title}.`]),
    ...(basis === "same-unit-prices" ? [] : [` ${scaled}`]),
  ].join("");
}

/** The title of the chart of referrals. */
export function referralFinding({ months, totals }: ExplainedPath): string {
  const end = totals.endMonth === 0 ? months.length : (totals.endMonth ?? months.length);
  const until = months.slice(0, end);
  const [made, indicated] = until.reduce(([m, i], one) => [m + one.referrals, i + one.indicativeReferrals], [
    0, 0,
  ] as [number, number]);
  const when = end < months.length || months.some((month) => month.end !== null) ? " until the end" : "";
  const share =
    indicated === 0 ? "" : ` (${numberWords(Math.round((100 * made) / indicated))}${fixedSpace}%)`;
  return `${numberWords(made)} of ${numberWords(indicated)} indicated referrals are made${when}${share}`;
}

/** The title of the chart of cash. */
export function cashFinding({ totals }: ExplainedPath): string {
  const { margin = 0, peakFunding = 0, peakFundingMonth = 0 } = totals;
  const left = margin < 0 ? `loses ${whole(-margin)}` : `keeps ${whole(margin)}`;
  return peakFunding > 0
    ? `The provider is ${whole(peakFunding)} out of pocket in month ${numberWords(peakFundingMonth)} and ${left} in the end`
    : `The provider is never out of pocket and ${left} in the end`;
}

/** The title of the chart of payments. */
export function paidFinding({ totals }: ExplainedPath, accounts: readonly ClauseAccount[]): string {
  const paying = accounts
    .filter(({ pounds }) => pounds !== 0)
    .sort((a, b) => Math.abs(b.pounds) - Math.abs(a.pounds));
  const parts = paying.slice(0, 3).map(({ output, pounds }) => `${whole(pounds)} ${output}`);
  return `The commissioner owes ${whole(totals.payment ?? 0)}${parts.length === 0 ? "" : `: ${listWords(parts)}`}${paying.length > 3 ? ", and more" : ""}`;
}

/** The command that tells the same future in a terminal. */
export function explainCommand(
  { scenario, policy, path, at, seed, contract, basis, variant }: ExplainedPath,
  usualSeed: string,
): string {
  const chosen = at === null ? `--path ${path}` : `--at ${at}`;
  const luck = seed === usualSeed ? "" : ` --seed '${seed.replaceAll("'", "")}'`;
  const part = contract === undefined ? "" : ` --contract ${contract.id}`;
  const prices = basis === "same-unit-prices" ? "" : ` --basis ${basis}`;
  const changed = variant === null ? "" : ` --variant ${variant.id}`;
  return `riskshare explain ${scenario} --policy ${policy.id} ${chosen}${luck}${part}${prices}${changed}`;
}
