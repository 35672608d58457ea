import { describe, expect, it } from "vitest";
import { disagreements, kernelLedgers, replays, tellingPaths } from "./replayed-paths.ts";
import { programmeNames, shippedScenario } from "./shipped-scenarios.ts";

const paths = 512;

// Programmes are long, or have many contracts: three paths of each policy, or one where there are many contracts. The
// shipped contracts of 2017 and the standard workload are searched at length.
describe("law 1: whole paths of each programme and policy replay through json-rules-engine, to the penny", () => {
  for (const name of programmeNames) {
    const variants = shippedScenario(name).scenario.variants.map(({ id }) => id);
    for (const variant of [undefined, ...variants]) {
      it(`of ${name}${variant ? ` as ${variant}` : ""}`, async () => {
        const checked = shippedScenario(name, { variant });
        const wrong: string[] = [];
        for (const [place, ledger] of kernelLedgers(checked, name, paths).entries()) {
          // One path of 21 contracts is 21 paths.
          const most = variant || checked.contracts.length > 1 ? 1 : 3;
          const chosen = variant ? [0] : [...tellingPaths(ledger, 0).slice(0, 2), paths / 2].slice(0, most);
          expect(chosen).toHaveLength(most);
          for (const each of await replays(checked, place, name, chosen)) {
            for (const line of disagreements(checked, ledger, each))
              wrong.push(`${checked.policies[place]!.spec.id}: ${line}`);
          }
        }
        expect(wrong).toEqual([]);
      }, 300_000);
    }
  }
});
