import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { model, perStart } from "../models/terms.ts";
import { riskshare } from "./run-riskshare.ts";

const folder = mkdtempSync(join(tmpdir(), "riskshare-draws-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A table of draws: the cells of one policy under a column, empty ones as null. */
async function drawn(...words: string[]) {
  const { code, stdout, stderr } = await riskshare(["draws", ...words]);
  expect([code, stderr]).toEqual([0, ""]);
  const [head, ...rows] = stdout.trimEnd().split("\r\n");
  const names = head!.split(",");
  const cells = rows.map((row) => row.split(","));
  const column = (policy: string, name: string) => {
    expect(names).toContain(name);
    return cells
      .filter((row) => row[1] === policy)
      .map((row) => row[names.indexOf(name)]!)
      .map((cell) => (cell === "" ? null : Number(cell)));
  };
  return { names, rows, column };
}

const mean = (list: readonly (number | null)[]) =>
  list.reduce((sum: number, value) => sum + value!, 0) / list.length;
/** The mean of money, added up in whole pence as the measure is. */
const meanMoney = (list: readonly (number | null)[]) =>
  mean(list.map((value) => Math.round(value! * 100))) / 100;

describe("riskshare draws", () => {
  it("writes one row a future and policy, from which the numbers of compare follow", async () => {
    const some = ["dps-2017", "--policies", "today,both", "--paths", "300"];
    const { names, rows, column } = await drawn(...some);
    expect(rows.length).toBe(600);
    const compared = JSON.parse((await riskshare(["compare", ...some, "--json"])).stdout);
    const money = {
      meanMargin: "margin",
      meanPayment: "payment",
      meanBill: "bill",
      meanServiceFee: "serviceFee",
      meanStartFee: "startFee",
      meanOutcomePayment: "outcomePayment",
      meanOtherPayment: "otherPayment",
      meanCancellationFee: "cancellationFee",
      meanPeakFunding: "peakFunding",
      meanPaidWithNoReferral: "paidWithNoReferral",
      meanOwedInYear2017: "owed_2017",
    };
    const counts = {
      meanReferrals: "referrals",
      meanStarts: "starts",
      meanJobOutcomes: "jobOutcomes",
      probabilityProviderExits: "handedBack",
      probabilityTerminated: "terminated",
      probabilityEndsWhileReferring: "endedInReferrals",
      probabilityOverBudget: "overBudget",
      meanPostsLost: "postsLost",
    };
    for (const { id, priceScale, metrics } of compared.policies) {
      for (const [metric, name] of Object.entries(money))
        expect(meanMoney(column(id, `${name}_pounds`)), metric).toBeCloseTo(metrics[metric].value, 9);
      for (const [metric, name] of Object.entries(counts))
        expect(mean(column(id, name)), metric).toBeCloseTo(metrics[metric].value, 12);
      const losses = column(id, "margin_pounds").filter((margin) => margin! < 0);
      expect(losses.length / 300).toBe(metrics.probabilityOfLoss.value);
      const ends = column(id, "endMonth").filter((month) => month !== null);
      expect(ends.length / 300).toBe(mean(column(id, "ended")));
      expect(Math.min(...ends.map(Number))).toBeGreaterThan(0);
      expect(mean(ends)).toBeCloseTo(metrics.meanMonthOfEarlyEnd.value, 9);
      expect(new Set(column(id, "priceScale"))).toEqual(new Set([priceScale]));
    }
    expect(column("both", "future")).toEqual(Array.from({ length: 300 }, (_, path) => path + 1));
    const json = (await riskshare(["draws", ...some, "--json"])).stdout.trim().split("\n");
    const first = JSON.parse(json[1]!);
    for (const name of names.slice(2)) expect(first[name], name).toBe(column("both", name)[0]);
  });

  it("names contracts by their ids and leaves empty what does not exist", async () => {
    const spec = model("two", 6, { volume: { indicative: 2 }, rulesets: [perStart(100, "a-start")] });
    const contracts = { each: [{ id: "north" }, { id: "south" }] };
    const path = join(folder, "two.json");
    writeFileSync(path, JSON.stringify({ ...spec, contracts }));
    const policy = (spec as { policies: { id: string }[] }).policies[0]!.id;
    const { names, column } = await drawn(path, "--paths", "40");
    for (const name of ["payment_pounds", "referrals", "jobOutcomes"]) {
      const [north, south] = ["north", "south"].map((id) => column(policy, `${id}.${name}`));
      const whole = (value: number | null) => Math.round(value! * 100);
      expect(north!.map((value, i) => whole(value) + whole(south![i]!))).toEqual(
        column(policy, name).map(whole),
      );
    }
    expect(names.join()).not.toMatch(/[[\]]/);
    // No budget is stated, and nothing ends the contracts.
    for (const name of ["overBudget", "endMonth"])
      expect(new Set(column(policy, name))).toEqual(new Set([null]));
  });

  it("says in its help what each column means", async () => {
    const { names } = await drawn("standard-workload", "--paths", "1");
    const { stdout } = await riskshare(["draws", "--help"]);
    for (const name of names) expect(stdout).toMatch(new RegExp(`^ {2}${name} {2}`, "m"));
  });

  it("writes a whole file or none", async () => {
    const own = mkdtempSync(join(folder, "own-"));
    const file = join(own, "draws.csv");
    const done = await riskshare(["draws", "standard-workload", "--paths", "50", "--out", file]);
    expect([done.code, done.stdout]).toEqual([0, ""]);
    // A head, and a row for each of 50 futures under each of 4 policies.
    expect(readFileSync(file, "utf8").trim().split("\r\n").length).toBe(1 + 50 * 4);
    const none = ["draws", "standard-workload", "--paths", "0", "--out", join(own, "no.csv")];
    expect((await riskshare(none)).code).toBe(1);
    const nowhere = await riskshare(["draws", "standard-workload", "--out", join(own, "no", "no.csv")]);
    expect(nowhere.code).toBe(1);
    expect(nowhere.stderr).toMatch(/^--out: invalid file: .*; no such folder: /);
    expect(readdirSync(own)).toEqual(["draws.csv"]);
    expect(existsSync(join(own, "no"))).toBe(false);
  });
});
