import { describe, expect, it } from "vitest";
import { readParameter } from "../../src/engine/contract.ts";
import { readsOf } from "../../src/engine/scope.ts";
import type { CheckedPolicy, CheckedScenario } from "../../src/sim/check-scenario.ts";
import type { Replay } from "../../src/sim/replay.ts";
import { kernelLedgers, replays } from "./replayed-paths.ts";
import { shippedNames, shippedScenario } from "./shipped-scenarios.ts";

// Law 2, the last sentence: no pound of cost is recovered twice (model.md, section 8).
//
// A settlement makes good evidenced set-up cost that neither the set-up fee nor margin to date has recovered, and the
// unavoidable cost of notice. What is asked here is worked out from the payments and costs of the replayed months,
// not from the facts that the clause itself reads.
const both = shippedNames.flatMap((name) => {
  const checked = shippedScenario(name);
  return checked.policies.flatMap((policy, place) =>
    bindsBoth(policy) ? [{ name, checked, policy, place }] : [],
  );
});

describe("law 2: no pound of cost is recovered twice", () => {
  it("is asked of every shipped policy that binds a service fee and a settlement of evidenced cost", () => {
    expect(both.map(({ name, policy }) => `${name} ${policy.spec.id}`)).toEqual(
      expect.arrayContaining(["dps-2017 both", "dps-2017-small both", "dps-2017 both-and-training"]),
    );
    // The benchmark settles half of an agreed sum, whatever was spent or paid: its workload says so.
    expect(both.some(({ name }) => name === "standard-workload")).toBe(false);
  });

  for (const { name, checked, policy, place } of both) {
    it(`by ${name} under ${policy.spec.id}`, async () => {
      const ledger = kernelLedgers(checked, "twice", 4096)[place]!;
      const settled = [...ledger.cancellationFee!.keys()]
        .filter((path) => ledger.cancellationFee![path]! > 0)
        .sort((a, b) => ledger.cancellationFee![b]! - ledger.cancellationFee![a]!);
      // The largest settlements, and every so many of the others.
      const chosen = settled.filter((_, k) => k < 15 || k % Math.ceil(settled.length / 15) === 0);
      expect(chosen.length).toBeGreaterThan(10);
      for (const { path, replay } of await replays(checked, place, "twice", chosen)) {
        const { settlement, most } = settlementOf(checked, policy, replay);
        expect(settlement, `path ${path}`).toBeGreaterThan(0);
        expect(settlement, `path ${path}`).toBeLessThanOrEqual(most);
      }
    });
  }
});

function bindsBoth({ contract }: CheckedPolicy): boolean {
  const settles = contract.rulesets.find((ruleset) => ruleset.kind === "cancellation");
  const evidenced = settles !== undefined && readsOf(settles).includes("setUpCostToDatePence");
  return evidenced && contract.rulesets.some((ruleset) => ruleset.kind === "service-fee");
}

/** What was settled on a replayed path, and the most that it may be: rounded up to the penny. */
function settlementOf(checked: CheckedScenario, policy: CheckedPolicy, { contracts }: Replay) {
  const { months } = contracts[0]!;
  const last = months.findIndex((month) => month.settlement > 0);
  const toDate = months.slice(0, last + 1);
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const paid = (wanted: (kind: string) => boolean) =>
    sum(toDate.flatMap((month) => month.payments.filter((p) => wanted(p.kind)).map((p) => p.pence)));
  const setUp = sum(toDate.map((month) => Number(month.facts.setUpCostPence)));
  const cost = sum(toDate.map((month) => month.cost));
  const fee = paid((kind) => kind === "serviceFee");
  const margin = Math.max(0, paid((kind) => kind !== "serviceFee") - (cost - setUp));
  const notice = checked.scenario.costs.posts?.noticeMonths ?? 0;
  const noticeMonths = policy.contract.parameters.has("noticeMonths")
    ? Number(readParameter(policy.contract, "noticeMonths", 1))
    : notice;
  const unavoidable = noticeMonths * Number(months[last]!.facts.unavoidableCostPence);
  return {
    settlement: months[last]!.settlement,
    most: Math.ceil(Math.max(0, setUp - fee - margin) + unavoidable),
  };
}
