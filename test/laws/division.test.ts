import { afterAll, describe, expect, it } from "vitest";
import type { Host } from "../../src/host/host.ts";
import { openInlineHost } from "../../src/host/inline-host.ts";
import { openNodePort } from "../../src/host/node-port.ts";
import { openPoolHost } from "../../src/host/pool-host.ts";
import { openBlocks } from "../../src/sim/block.ts";
import { blocksFor, openGathering } from "../../src/sim/gather.ts";
import { columnsOfRun } from "../../src/sim/ledger-columns.ts";
import { openRun, type RunSpec } from "../../src/sim/run-spec.ts";
import { featureScenario, features } from "./feature-scenario.ts";
import { differingColumns, fingerprint } from "./ledger-bytes.ts";
import { shippedRulesets, shippedText } from "./shipped-scenarios.ts";

type Divided = RunSpec & { paths: number; pieces: readonly number[]; threads: readonly number[] };

// `npm run soak:division` sets it: as many times the futures.
const times = Number(process.env.DIVISION_TIMES ?? 1);
// Law 3: any division, the same bytes. 3,300 futures are 7 blocks, 2,300 are 5; the last of them is not full. So 64 pieces
// are each block on its own. What threads share does not depend on the scenario: each number of them is tried on one.
const specs: Divided[] = [
  {
    name: "dps-2017.yaml",
    text: shippedText("dps-2017"),
    format: "yaml",
    library: shippedRulesets(),
    changes: {},
    policies: ["today", "both-and-training", "flat-service-fee"],
    seed: "division",
    paths: 3_300 * times,
    pieces: [2, 64],
    threads: [1, 4],
  },
  {
    name: "features.json",
    text: JSON.stringify(featureScenario(Object.keys(features).filter((name) => name !== "expected counts"))),
    format: "json",
    library: [],
    changes: {},
    seed: "division",
    paths: 2_300 * times,
    pieces: [2, 64],
    threads: [2],
  },
];
const [programme, feature] = specs as [Divided, Divided];
// Two blocks of each scrambling, and one: fewer ways, as who runs a block does not know where its luck comes from.
const quasi = { sampling: "quasi", pieces: [7], threads: [2] } as const;
specs.push(
  { ...programme, ...quasi, threads: [], policies: ["today", "flat-service-fee"], paths: 16_384 },
  { ...feature, ...quasi, policies: ["trigger", "leave"], paths: 8192 },
);
const now = () => performance.now();
const hosts: Host[] = [];
afterAll(() => Promise.all(hosts.map((host) => host.close())));

for (const { paths, pieces: divisions, threads: pools, ...spec } of specs) {
  const sampled = spec.sampling === undefined ? spec.name : `${spec.name}, quasi-random,`;
  describe(`law 3: ${sampled} leaves the same bytes however it is divided`, async () => {
    const checked = openRun(spec).checked!;
    const policies = checked.policies.map((_, place) => ({ place, priceScale: 1.01 }));
    const whole = await openInlineHost(checked, spec.seed, { now, rest: async () => undefined }).simulate(
      policies,
      paths,
    );
    const expected = fingerprint(whole);

    for (const pieces of divisions) {
      it(`in ${pieces} pieces, each on its own, the last first`, () => {
        const gathering = openGathering(paths, policies.length, columnsOfRun(checked));
        // Of 64 pieces those without a block are nothing to run.
        for (let piece = Math.min(pieces, blocksFor(paths)) - 1; piece >= 0; piece--) {
          const blocks = openBlocks(checked, policies, undefined, { blocks: 1 });
          const mine = Array.from({ length: blocksFor(paths) }, (_, b) => b).filter(
            (b) => b % pieces === piece,
          );
          for (const block of mine.reverse()) gathering.add(block, blocks.run({ seed: spec.seed, block }));
          blocks.close();
        }
        expect(fingerprint(gathering.ledgers())).toBe(expected);
      });
    }

    for (const threads of pools) {
      it(`on ${threads} worker threads`, async () => {
        const host = await openPoolHost({
          ...{ spec, threads, openPort: openNodePort, now, columns: columnsOfRun(checked) },
          sharesMemory: true,
        });
        hosts.push(host);
        expect(fingerprint(await host.simulate(policies, paths))).toBe(expected);
        // Once more on workers that are warm, with other work in between.
        await host.simulate(policies.slice(1), 600);
        expect(fingerprint(await host.simulate(policies, paths))).toBe(expected);
      });
    }

    it("the first futures are the same however many are asked for", async () => {
      for (const few of [1, 511, 512, 513, 2000]) {
        const host = openInlineHost(checked, spec.seed, { now, rest: async () => undefined });
        const ledgers = await host.simulate(policies, few);
        for (const [p, ledger] of ledgers.entries()) {
          expect(ledger.margin!.length).toBe(few);
          expect(differingColumns(ledger, whole[p]!)).toEqual([]);
        }
      }
    });

    it("another seed or another block is other luck", async () => {
      const host = openInlineHost(checked, "another", { now, rest: async () => undefined });
      expect(fingerprint(await host.simulate(policies, paths))).not.toBe(expected);
      const { referrals } = whole[0]!;
      expect(referrals!.subarray(0, 512).join()).not.toBe(referrals!.subarray(512, 1024).join());
    });
  });
}
