import type { CheckedScenario } from "../../sim/check-scenario.ts";
import type { Replay } from "../../sim/replay.ts";
import { sumPence } from "./balance.ts";
import type { OwnMonth, StatementLine } from "./statement.ts";

/** The provider's own side of each month, place 0 being month 1: costs by kind, cash, and the margin so far. */
export function ownMonths(
  checked: CheckedScenario,
  replay: Replay,
  contract: number,
  lines: readonly StatementLine[],
  last: number,
): OwnMonth[] {
  const several = checked.contracts.length > 0;
  const { months } = replay.contracts[contract]!;
  let margin = 0;
  let cash = 0;
  return Array.from({ length: last }, (_, m): OwnMonth => {
    const month = m + 1;
    const own = months[m];
    const flow = own ?? replay.afterwards.find((after) => after.month === month);
    const costs = own === undefined ? [] : costsByKind(own.costs);
    const costPence = own?.cost ?? 0;
    const interestPence = flow?.interest ?? 0;
    const due = sumPence(lines.filter((line) => line.month === month));
    margin += due - costPence - (several ? 0 : interestPence);
    cash = flow?.cash ?? cash;
    return { costs, costPence, interestPence, cashPence: cash, marginToDatePence: margin };
  });
}

/** Outcome stages have a cost each: of one kind they are told together, and what is nothing is left out. */
function costsByKind(costs: OwnMonth["costs"]): OwnMonth["costs"] {
  const kinds = new Map<string, number>();
  for (const { kind, pence } of costs) kinds.set(kind, (kinds.get(kind) ?? 0) + pence);
  return [...kinds].filter(([, pence]) => pence !== 0).map(([kind, pence]) => ({ kind, pence }));
}

const words: Readonly<Record<string, string>> = {
  setUp: "set-up",
  fixed: "staff and other fixed cost",
  perReferral: "for people referred",
  perStart: "for people who started",
  perOutcome: "for outcomes",
  tracking: "tracking outcomes",
  onEarlyEnd: "notice and redundancy",
};

/** A kind of cost as a provider's accounts would name it. */
export function costWords(kind: string): string {
  return words[kind] ?? kind;
}
