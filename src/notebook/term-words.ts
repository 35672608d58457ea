import { listWords } from "../engine/words/name-words.ts";
import { fixedSpace, shownPounds } from "../report/shown-number.ts";
import type { NumberTerm, Terms } from "./terms.ts";

/** What a lever shows of a term: shares are percentages. */
export const shownTerms: Readonly<
  Record<NumberTerm, { label: string; unit: string; max: number; step: number; hint: string }>
> = {
  serviceFeeShare: {
    label: "Service fee",
    unit: "%",
    max: 100,
    step: 1,
    hint: "Share of the contract’s value that is paid whatever happens, and taken out of unit prices.",
  },
  serviceFeeMonths: {
    label: "Months of service fee",
    unit: "months",
    max: 120,
    step: 1,
    hint: "Equal monthly parts from month 1, at most to the contract’s last. No effect without a service fee.",
  },
  triggerShare: {
    label: "Cancellation trigger",
    unit: "%",
    max: 100,
    step: 1,
    hint: "The provider may leave when referrals to date stay under this share of what was indicated. 0 is no such right.",
  },
  noticeMonths: {
    label: "Notice made good",
    unit: "months",
    max: 12,
    step: 1,
    hint: "Months of unavoidable cost that the cancellation fee covers at an early end.",
  },
  cancellationCap: {
    label: "Cap on the cancellation fee",
    unit: "£",
    max: 20_000,
    step: 50,
    hint: "The most that is due for set-up cost not recovered and for notice. 0 is no cancellation fee.",
  },
  guaranteeShare: {
    label: "Minimum guarantee",
    unit: "%",
    max: 100,
    step: 1,
    hint: "Share of the indicated referrals that is paid for, whether people come or not.",
  },
};

export const numberTerms = Object.keys(shownTerms) as NumberTerm[];

/** Is a term shown as a percentage? */
export const isShare = (name: NumberTerm) => shownTerms[name].unit === "%";

/** A term without which another has no effect. */
const needed: Partial<Record<NumberTerm, NumberTerm>> = {
  serviceFeeMonths: "serviceFeeShare",
  noticeMonths: "cancellationCap",
};

/** The terms that are not the same in two sets, leaving out those that have no effect in either of them. */
function changed(before: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>) {
  return numberTerms.flatMap((name) => {
    const [was, is] = [before[name] ?? 0, now[name] ?? 0] as [number, number];
    const need = needed[name];
    const isIdle = need !== undefined && !(before[need] && now[need]);
    return was === is || isIdle ? [] : [{ name, was, is }];
  });
}

/** What moved between two sets of a policy's parameters, in words: "Moving service fee from 20 % to 35 %". */
export function movedTerms(
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
): string {
  const moves = changed(before, now).map(
    ({ name, was, is }) =>
      `${shownTerms[name].label.toLowerCase()} from ${termWords(name, was)} to ${termWords(name, is)}`,
  );
  return moves.length === 0 ? "" : `Moving ${moves.join(" and ")}`;
}

/** Where the levers stand at first, against the terms of a policy: all as there, or what was put in. */
export function startWords(title: string, own: Terms, start: Terms): string {
  const put = changed(own, start).map(({ name, was, is }) => {
    const instead = was === 0 ? "" : ` in the place of ${termWords(name, was)}`;
    return `${shownTerms[name].label.toLowerCase()} ${termWords(name, is)}${instead}`;
  });
  return put.length === 0
    ? `The levers begin at the terms of “${title}”: until one is moved, nothing differs from that policy.`
    : `The levers begin at the terms of “${title}” with an example put in: ${listWords(put)}.`;
}

function termWords(name: NumberTerm, value: number): string {
  const { unit } = shownTerms[name];
  if (unit === "£") return shownPounds(value);
  const number = isShare(name) ? Math.round(value * 10_000) / 100 : value;
  return `${number}${fixedSpace}${unit === "months" && number === 1 ? "month" : unit}`;
}
