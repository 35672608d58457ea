import { fixedSpace, shownPounds } from "../report/shown-number.ts";
import { choices } from "./choice.ts";
import { element } from "./element.ts";
import { lever } from "./lever.ts";
import type { Described } from "./live/described.ts";
import { type RefusedTerms, type Terms, termsOf } from "./terms.ts";

type Number = Exclude<keyof Terms, "levers">;

/** What a lever shows of a term: shares are percentages. */
const shown: Readonly<
  Record<Number, { label: string; unit: string; max: number; step: number; hint: string }>
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
    max: 36,
    step: 1,
    hint: "Equal monthly parts from month 1. No effect without a service fee.",
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

const names = Object.keys(shown) as Number[];

/** Terms from which a reader starts where the scenario's own first policy does not have them. */
function startOf(scenario: Described): Terms {
  const { cancellationCap } = scenario.parameters;
  const cap =
    typeof cancellationCap === "number" ? cancellationCap : Math.round(scenario.setUpCost / 50) * 50;
  return {
    serviceFeeShare: 0.2,
    serviceFeeMonths: 6,
    triggerShare: 0.5,
    noticeMonths: 1,
    cancellationCap: cap,
    guaranteeShare: 0,
    levers: [],
  };
}

const isShare = (name: Number) => shown[name].unit === "%";

/**
 * The levers of all terms as one element with the terms as its value, for `view(openTermLevers(scenario, refused))`; those
 * that the scenario refuses stay at 0 and say why. Terms that are moved in another way have no lever, and their value at
 * first.
 */
export function openTermLevers(
  scenario: Described,
  refused: RefusedTerms = {},
  movedElsewhere: readonly Number[] = [],
): HTMLElement & { value: Terms } {
  const start = termsOf(scenario.policies[0]!, startOf(scenario));
  const levers = names
    .filter((name) => !movedElsewhere.includes(name))
    .map((name) => {
      const { label, unit, max, step, hint } = shown[name];
      const scale = isShare(name) ? 100 : 1;
      const fixed = refused[name];
      const value = fixed === undefined ? Math.round(start[name] * scale * 100) / 100 : 0;
      const ceiling =
        name === "cancellationCap" ? niceCeiling(2.5 * Math.max(value, scenario.setUpCost, 1000)) : max;
      const coarse = name === "cancellationCap" ? Math.max(step, ceiling / 400) : step;
      return {
        name,
        scale,
        box: lever({
          name,
          label,
          unit,
          min: 0,
          max: Math.max(ceiling, value),
          step: coarse,
          value,
          hint,
          fixed,
        }),
      };
    });
  const pulled = choices({
    name: "levers",
    label: "Better referral practice",
    options: scenario.levers,
    value: start.levers,
    hint: scenario.levers.length === 0 ? "This scenario has none." : "At the commissioner’s cost.",
  });
  const root = element(
    "div",
    { class: "levers" },
    ...levers.map(({ box }) => box),
    pulled,
  ) as unknown as HTMLElement & {
    value: Terms;
  };
  const value = (): Terms => {
    const numbers = Object.fromEntries(levers.map(({ name, scale, box }) => [name, box.value / scale]));
    return { ...start, ...numbers, levers: pulled.value };
  };
  for (const part of [...levers.map(({ box }) => box), pulled])
    part.addEventListener("input", () => root.dispatchEvent(new Event("input")));
  Object.defineProperty(root, "value", { get: value });
  return root;
}

/** What moved between two sets of a policy's parameters, in words: "Moving service fee from 20 % to 35 %". */
export function movedTerms(
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
): string {
  const moves = names.flatMap((name) => {
    const [was, is] = [before[name] ?? 0, now[name] ?? 0] as [number, number];
    if (was === is) return [];
    return [`${shown[name].label.toLowerCase()} from ${termWords(name, was)} to ${termWords(name, is)}`];
  });
  return moves.length === 0 ? "" : `Moving ${moves.join(" and ")}`;
}

function termWords(name: Number, value: number): string {
  const { unit } = shown[name];
  if (unit === "£") return shownPounds(value);
  return `${isShare(name) ? Math.round(value * 10_000) / 100 : value}${fixedSpace}${unit}`;
}

/** The next of 1, 2 and 5 times a power of ten. */
export function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((times) => times * power).find((nice) => nice >= value)!;
}
