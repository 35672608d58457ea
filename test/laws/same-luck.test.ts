import { describe, expect, it } from "vitest";
import { openBlocks } from "../../src/sim/block.ts";
import type { CheckedScenario } from "../../src/sim/check-scenario.ts";
import { openGathering } from "../../src/sim/gather.ts";
import { columnsOfRun } from "../../src/sim/ledger-columns.ts";
import type { LedgerColumns } from "../../src/sim/risk/ledger-columns.ts";
import { checkModel } from "../models/run-model.ts";
import { plain, terms } from "../models/terms.ts";
import { featureScenario, features } from "./feature-scenario.ts";
import { differingColumns } from "./ledger-bytes.ts";

// Law 4: same luck, other terms. One scenario with almost every feature is changed in one place at a time.
type Written = {
  policies: { id: string; rulesets: string[]; levers?: string[] }[];
  rulesets: { id: string }[];
  levers: { id: string; quantity: string }[];
  drawn?: object;
  delivery: { stages: object[] };
  volume: object;
};
const names = Object.keys(features).filter((name) => !["expected counts", "certain counts"].includes(name));
const changed = (features: readonly string[], change: (scenario: Written) => void): CheckedScenario => {
  const scenario = structuredClone(featureScenario(features)) as Written;
  change(scenario);
  return checkModel(scenario);
};
const written = (change: (scenario: Written) => void = () => undefined) => changed(names, change);
const run = (checked: CheckedScenario, luck: object = {}): Record<string, LedgerColumns> => {
  const gathering = openGathering(512, checked.policies.length, columnsOfRun(checked));
  const blocks = openBlocks(
    checked,
    checked.policies.map((_, place) => ({ place, priceScale: 1 })),
  );
  gathering.add(0, blocks.run({ seed: "same luck", block: 0, ...luck }));
  return Object.fromEntries(checked.policies.map(({ spec }, p) => [spec.id, gathering.ledgers()[p]!]));
};
const before = run(written());
/** Names of the columns that a change moved, for each policy that was there before. */
const moved = (after: Record<string, LedgerColumns>, ids = Object.keys(before)) =>
  Object.fromEntries(ids.map((id) => [id, differingColumns(before[id]!, after[id]!)]));
const nothing = (ids = Object.keys(before)) => Object.fromEntries(ids.map((id) => [id, [] as string[]]));
const people = ["referrals", "starts", "jobOutcomes"] as const;

describe("law 4: a change of terms never shifts a draw", () => {
  it("a policy added in front or taken away leaves every bit of the others", () => {
    const added = run(
      written((s) =>
        s.policies.unshift({ ...s.policies[3]!, id: "added", levers: ["coaching", "training"] }),
      ),
    );
    expect(moved(added)).toEqual(nothing());
    const taken = run(written((s) => s.policies.splice(1, 1)));
    expect(moved(taken, ["plain", "exit", "leave"])).toEqual(nothing(["plain", "exit", "leave"]));
  });

  it("a policy simulated alone leaves the bits that it leaves among others", () => {
    for (const [place, id] of Object.keys(before).entries()) {
      const gathering = openGathering(512, 1, columnsOfRun(written()));
      gathering.add(
        0,
        openBlocks(written(), [{ place, priceScale: 1 }]).run({ seed: "same luck", block: 0 }),
      );
      expect(differingColumns(before[id]!, gathering.ledgers()[0]!)).toEqual([]);
    }
  });

  it("a ruleset bound by one policy leaves the others, and that policy's people where nothing ends", () => {
    const fee = terms(
      "service-fee",
      "another-fee",
      [
        {
          name: "each month",
          conditions: { all: [] },
          event: {
            type: "pay",
            params: { output: "another", amount: { mul: [{ param: "weight" }, { fact: "budgetPence" }] } },
          },
        },
      ],
      { parameters: { weight: plain(0.01) } },
    );
    const added = run(
      written((s) => {
        s.rulesets.push(fee);
        s.policies.push({ ...s.policies[0]!, id: "plain-again" });
        s.policies[1]!.rulesets.push(fee.id);
      }),
    );
    const others = ["plain", "exit", "leave"];
    expect(moved(added, others)).toEqual(nothing(others));
    expect(moved(added).trigger).toContain("serviceFee");
    // Policies whose levers agree share a world, whoever else is there.
    expect(differingColumns(added.plain!, added["plain-again"]!)).toEqual([]);
  });

  it("a drawn fact, a lever that nobody pulls and an outcome stage added leave every bit", () => {
    const added = run(
      written((s) => {
        s.drawn = {
          coin: { value: { bernoulli: { p: 0.5 } }, sentence: "A coin.", each: "month" },
          number: { type: "number", value: { uniform: { min: 0, max: 1 } }, sentence: "A number." },
        };
        s.levers.unshift({ ...s.levers[0]!, id: "unused" });
        s.delivery.stages.push({ id: "kept", of: "jobs", rate: 0.5, delayMonths: 1 });
      }),
    );
    expect(moved(added)).toEqual(nothing());
  });
});

describe("law 4: a lever moves what it names, and draws stay where they were", () => {
  // Nothing here cuts people off or answers to terms, so that what moves is the world itself.
  const cutting = ["hand-back", "a budget that is spent", "a budget that is uncertain", "responses"];
  const uncut = names.filter((name) => !cutting.includes(name));
  const under = (levers: string[], more: object[] = []) => {
    const checked = changed(uncut, (s) => {
      s.levers.push(...(more as Written["levers"]));
      s.policies = [
        { ...s.policies[0]!, id: "with", levers },
        { ...s.policies[0]!, id: "without", levers: [] },
      ];
    });
    const after = run(checked);
    return people.filter((name) => differingColumns(after.with!, after.without!).includes(name));
  };

  it("guidance moves starts and outcomes, coaching outcomes alone, training all three", () => {
    expect(under(["training"])).toEqual(["referrals", "starts", "jobOutcomes"]);
    expect(under(["guidance"])).toEqual(["starts", "jobOutcomes"]);
    expect(under(["coaching"])).toEqual(["jobOutcomes"]);
  });

  it("a lever without effect leaves every draw, even one that replaces a figure by itself", () => {
    const same = { title: "Same", cost: 0 };
    const idle = [
      { ...same, id: "one", quantity: "volume.factors.awareness", scale: 1 },
      { ...same, id: "two", quantity: "delivery.startRate", shift: 0 },
      { ...same, id: "three", quantity: "delivery.stages.jobs.rate", replace: 0.4 },
      { ...same, id: "four", quantity: "volume.factors.awareness", scale: 2, delayMonths: 100 },
    ];
    expect(under(["one", "two", "three", "four"], idle)).toEqual([]);
  });

  it("more awareness never takes a referral away from any future, nor a higher rate a start", () => {
    const { volume, ...rest } = featureScenario(["discounting"]) as Written;
    const scenario = { ...rest, volume } as Written;
    scenario.policies = [
      { ...scenario.policies[0]!, id: "today", levers: [] },
      { ...scenario.policies[0]!, id: "more", levers: ["training"] },
      { ...scenario.policies[0]!, id: "easier", levers: ["guidance"] },
    ];
    const { today, more, easier } = run(checkModel(scenario));
    for (let path = 0; path < 512; path++) {
      expect(more!.referrals![path]).toBeGreaterThanOrEqual(today!.referrals![path]!);
      expect(easier!.starts![path]).toBeGreaterThanOrEqual(today!.starts![path]!);
    }
  });

  it("luck of one purpose drawn anew moves what follows from it and nothing else", () => {
    const world = changed(uncut, (s) => {
      s.policies = [{ ...s.policies[0]!, levers: [] }];
    });
    const here = run(world).plain!;
    const rekeyed = (purpose: string) => {
      const after = run(world, { rekeyed: { [purpose]: "another" } });
      return people.filter((name) => differingColumns(here, after.plain!).includes(name));
    };
    expect(rekeyed("referrals")).toEqual(["referrals", "starts", "jobOutcomes"]);
    expect(rekeyed("starts")).toEqual(["starts", "jobOutcomes"]);
    expect(rekeyed("delivery.stages.jobs.reached")).toEqual(["jobOutcomes"]);
    expect(rekeyed("no such purpose")).toEqual([]);
  });
});
