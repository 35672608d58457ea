import { describe, expect, it } from "vitest";
import { checkModel } from "../models/run-model.ts";
import { featureScenario, features } from "./feature-scenario.ts";
import { disagreements, kernelLedgers, replays, tellingPaths } from "./replayed-paths.ts";

const names = Object.keys(features);
const met = new Map<string, number>();

describe("law 1: futures with every feature of a scenario are the same on both roads, to the penny", () => {
  for (const [k, name] of names.entries()) {
    // Each feature alone, on the most telling futures, and with some of the others: which ones follows from its place.
    const others = names.filter((_, other) => (other * 7 + k * 5) % 3 === 0 && other !== k);
    it(`with ${name}`, async () => expect(await wrongIn([name], 6)).toEqual([]));
    it(`with ${name} and others`, async () => expect(await wrongIn([name, ...others])).toEqual([]));
  }

  it("meets every way in which a contract ends and is paid", () => {
    for (const what of [
      "terminated",
      "handedBack",
      "cancellationFee",
      "overBudget",
      "otherPayment",
      "paidWithNoReferral",
    ])
      expect(met.get(what) ?? 0, what).toBeGreaterThan(20);
  });
});

async function wrongIn(chosen: readonly string[], most = Number.POSITIVE_INFINITY): Promise<string[]> {
  const checked = checkModel(featureScenario(chosen));
  const seed = chosen.join();
  const wrong: string[] = [];
  for (const [place, ledger] of kernelLedgers(checked, seed, 512, 1.0371).entries()) {
    const paths = tellingPaths(ledger, 1).slice(0, most);
    for (const each of await replays(checked, place, seed, paths, 1.0371)) {
      for (const [name, column] of Object.entries(ledger))
        if (column![each.path] !== 0) met.set(name, (met.get(name) ?? 0) + 1);
      for (const line of disagreements(checked, ledger, each))
        wrong.push(`${checked.policies[place]!.spec.id}: ${line}`);
    }
  }
  return wrong;
}
