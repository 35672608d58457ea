import { describe, expect, it } from "vitest";
import { isInputFault } from "../../src/engine/input-fault.ts";
import { problemText } from "../../src/engine/problem.ts";
import type { Host, Progress } from "../../src/host/host.ts";
import type { Port } from "../../src/host/pool-host.ts";
import { openRun, type RunSpec } from "../../src/sim/run-spec.ts";
import { compareTallied } from "../../src/sim/tally/compare-tallied.ts";
import { fingerprint } from "../laws/ledger-bytes.ts";
import { shippedRulesets, shippedText } from "../laws/shipped-scenarios.ts";
import { model, pays, perStart, pounds, terms, where } from "../models/terms.ts";
import { hosts, openKillable } from "./opened-hosts.ts";

// Law 7: every host passes one suite.
const shipped: RunSpec = {
  name: "standard-workload.yaml",
  text: shippedText("standard-workload"),
  format: "yaml",
  library: shippedRulesets(),
  changes: { set: [{ policy: "*", parameter: "startPrice", value: 420 }] },
  seed: "hosts",
};
const written = (scenario: unknown): RunSpec => ({
  name: "written.json",
  text: JSON.stringify(scenario),
  format: "json",
  library: [],
  changes: {},
  seed: "hosts",
});
const clash = written(
  model("clash", 6, {
    volume: { indicative: 5 },
    policies: [
      { id: "clashing", title: "Clashing", rulesets: ["per-start", "twice"] },
      { id: "fine", title: "Fine", rulesets: ["per-start"] },
    ],
    rulesets: [
      perStart(100),
      terms("service-fee", "twice", [], {
        parameters: { fee: pounds(10) },
        stages: [
          {
            hitPolicy: "unique",
            rules: [
              { ...pays("fee", { param: "fee" }), name: "always" },
              {
                ...pays("fee", { param: "fee" }, { when: { all: [where("referrals", "greaterThan", 9)] } }),
                name: "many",
              },
            ],
          },
        ],
      }),
    ],
  }),
);
const policies = [0, 1, 2, 3].map((place) => ({ place, priceScale: 1 + place / 100 }));
const paths = 5000;
const expected = await (async () => {
  const host = await hosts.inline!(shipped);
  return fingerprint(await host.simulate(policies, paths));
})();

/** A comparison by tally as it is written: 5 groups, of which the pilot is one and the last is not full. */
async function talliedBy(host: Host): Promise<string> {
  const checked = openRun(shipped).checked!;
  const { result } = await compareTallied(
    checked,
    { basis: "same-unit-prices", paths: 36_000, pilot: 8192, requirement: checked.scenario.requirement },
    (...args) => host.simulate(...args),
    (...args) => host.tally(...args),
  );
  return JSON.stringify(result);
}
const expectedTally = await (async () => talliedBy(await hosts.inline!(shipped)))();

for (const [name, open] of Object.entries(hosts)) {
  describe(`law 7: the ${name} host`, () => {
    it("leaves the bytes that every host leaves, run after run", async () => {
      const host = await open(shipped);
      try {
        expect(fingerprint(await host.simulate(policies, paths))).toBe(expected);
        const one = await host.simulate([policies[2]!], 700);
        expect(one[0]!.margin!.length).toBe(700);
        expect(fingerprint(await host.simulate(policies, paths))).toBe(expected);
        expect(host.elapsedMs()).toBeGreaterThan(0);
      } finally {
        await host.close();
      }
    });

    it("leaves the tally that every host leaves", async () => {
      const host = await open(shipped);
      try {
        expect(await talliedBy(host)).toBe(expectedTally);
      } finally {
        await host.close();
      }
    });

    it("counts futures up to all that were asked for", async () => {
      const host = await open(shipped);
      try {
        const told: Progress[] = [];
        await host.simulate(policies, paths, (progress) => told.push(progress));
        expect(told.length).toBeGreaterThan(0);
        expect(told.at(-1)).toEqual({ done: paths, of: paths });
        for (const [k, { done, of }] of told.entries()) {
          expect(of).toBe(paths);
          expect(done).toBeGreaterThanOrEqual(told[k - 1]?.done ?? 0);
          expect(done).toBeLessThanOrEqual(paths);
        }
      } finally {
        await host.close();
      }
    });

    it("tells a fault of the input as one, with its problem, and is of use after it", async () => {
      const host = await open(clash);
      try {
        for (const time of ["first", "second"]) {
          const error = await host.simulate([{ place: 0, priceScale: 1 }], 2000).then(
            () => undefined,
            (failed: unknown) => failed,
          );
          expect(isInputFault(error), time).toBe(true);
          expect(isInputFault(error) && problemText(error.problem)).toMatch(
            /^clashing twice stages\[0\]: ambiguous rules on fee: "always" and "many" in month \d+ of future \d+; expected at most one rule/,
          );
          const [fine] = await host.simulate([{ place: 1, priceScale: 1 }], 2000);
          expect(fine!.payment!.some((pence) => pence > 0)).toBe(true);
        }
      } finally {
        await host.close();
      }
    });

    it("fails where a run cannot be opened, and leaves nothing running", async () => {
      const before = handles();
      await expect(open({ ...shipped, text: "id: [" })).rejects.toThrow(Error);
      await expect(open({ ...shipped, policies: ["nobody"] })).rejects.toThrow(Error);
      expect(await handlesFrom(before)).toEqual([]);
    });

    it("leaves nothing running when it is closed", async () => {
      const before = handles();
      const host = await open(shipped);
      await host.simulate(policies, 600);
      await host.close();
      expect(await handlesFrom(before)).toEqual([]);
    });
  });
}

describe("law 7: a pool of worker threads", () => {
  it("does again what a worker that was killed had in hand, to the same bytes", async () => {
    const { host, ports, killOne } = await openKillable(shipped, 2);
    try {
      let killed: Promise<void> | undefined;
      const ledgers = await host.simulate(policies, paths, () => {
        killed ??= killOne();
      });
      await killed;
      expect(killed).toBeDefined();
      expect(fingerprint(ledgers)).toBe(expected);
      expect(ports.length).toBe(3);
      expect(fingerprint(await host.simulate(policies, paths))).toBe(expected);
    } finally {
      await host.close();
    }
  });

  it("gives up when workers keep dying, rather than wait for ever", async () => {
    const { host, ports } = await openKillable(shipped, 1);
    try {
      const killed = new Set<Port>();
      const killer = setInterval(() => {
        const port = ports.at(-1)!;
        if (!killed.has(port)) void port.kill();
        killed.add(port);
      }, 5);
      const run = host.simulate(policies, 2_000_000).finally(() => clearInterval(killer));
      await expect(run).rejects.toThrow(/workers? keep dying|ended 3 workers/);
    } finally {
      await host.close();
    }
  });
});

/** What keeps the process alive, beside what the test runner itself holds. */
function handles(): string[] {
  return process.getActiveResourcesInfo().filter((kind) => /Worker|MessagePort/.test(kind));
}

async function handlesFrom(before: readonly string[]): Promise<string[]> {
  for (let wait = 0; wait < 100 && handles().length > before.length; wait++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return handles().slice(before.length);
}
