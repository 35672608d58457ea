import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readCheckedOffer } from "../../src/cli/checked-offer.ts";
import { readOfferFile } from "../../src/cli/offer-file.ts";
import { riskshare } from "./run-riskshare.ts";

const folder = mkdtempSync(join(tmpdir(), "riskshare-offer-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
const shipped = readFileSync("scenarios/own-offers/lone-parents-charity.yaml", "utf8");

describe("riskshare offer", () => {
  it("goes from questions to a file, to a workbook and back, and checks each of them", async () => {
    const answers = [
      "Larkfield",
      "",
      "",
      "7",
      ...Array(4).fill("skip"),
      "8,000",
      "skip",
      "£5,000",
      "skip",
      "skip",
    ];
    // The first skip leaves the rest of the contract, the others people, prices and costs.
    const init = await riskshare(["offer", "init", at("mine.yaml")], ({ stdin }) =>
      stdin!.end(`${answers.join("\n")}\n`),
    );
    expect([init.code, init.stderr]).toEqual([0, ""]);
    expect(init.stdout).toContain(`riskshare offer test ${at("mine.yaml")}`);
    const { offer } = await readOfferFile(at("mine.yaml"));
    expect(offer).toMatchObject({
      id: "mine",
      provider: "Larkfield",
      terms: "today",
      contract: { referralsPerMonth: 7 },
    });
    expect(offer!.limits).toMatchObject({ cash: 8000, loss: 5000 });
    const workbook = await riskshare(["offer", "workbook", at("mine.yaml"), "--out", at("mine.xlsx")]);
    expect([workbook.code, workbook.stderr]).toEqual([0, ""]);
    expect((await readOfferFile(at("mine.xlsx"))).offer).toEqual(offer);
    const again = await riskshare(["offer", "init", at("again.yaml"), "--from", at("mine.xlsx"), "--yes"]);
    expect([again.code, again.stderr]).toEqual([0, ""]);
    expect((await readOfferFile(at("again.yaml"))).offer).toEqual({ ...offer, id: "again" });
    for (const name of ["mine.yaml", "mine.xlsx"]) {
      const check = await riskshare(["offer", "check", at(name)]);
      expect([check.code, check.stderr]).toEqual([0, ""]);
      expect(check.stdout).toContain("Larkfield. It is tested in dps-2017");
      expect(check.stdout).toContain(
        "- £5,000: What do you spend before the first person comes? (costs.setUp)",
      );
      // What follows from an answer is nobody else's figure.
      expect(check.stdout).not.toContain("contract.places");
    }
    // Nothing but what was asked for is left behind.
    expect(readdirSync(folder).sort()).toEqual(["again.yaml", "mine.xlsx", "mine.yaml"]);
  });

  it("writes over nothing unless it is told to, and nothing at all where answers are missing", async () => {
    writeFileSync(at("taken.yaml"), "mine");
    writeFileSync(at("taken.xlsx"), "mine");
    for (const words of [
      ["init", at("taken.yaml"), "--yes"],
      ["workbook", "--out", at("taken.xlsx")],
    ]) {
      const { code, stdout, stderr } = await riskshare(["offer", ...words]);
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toContain("duplicate file");
    }
    expect(readFileSync(at("taken.yaml"), "utf8") + readFileSync(at("taken.xlsx"), "utf8")).toBe("minemine");
    expect((await riskshare(["offer", "init", at("taken.yaml"), "--yes", "--force"])).code).toBe(0);
    const { code, stderr } = await riskshare(["offer", "init", at("short.yaml")], ({ stdin }) =>
      stdin!.end("Larkfield\n"),
    );
    expect(code).toBe(1);
    expect(stderr.split("\n").filter((line) => line.includes("missing answer"))).toHaveLength(2);
    expect(readdirSync(folder)).not.toContain("short.yaml");
  });

  it("says what is unusual, does not go together or was left, as JSON too", async () => {
    const odd = shipped
      .replace("outcomes13Weeks: 23", "outcomes13Weeks: 45")
      .replace("places: 60", "places: 200")
      .replace("  setUp: 5000\n", "");
    writeFileSync(at("odd.yaml"), odd);
    const { code, stdout } = await riskshare(["offer", "check", at("odd.yaml"), "--json"]);
    expect(code).toBe(0);
    const json = JSON.parse(stdout);
    expect(json).toMatchObject({
      schema: "riskshare.offer-check/1",
      inOrder: true,
      offer: { id: "lone-parents-charity", terms: "today" },
    });
    const of = (field: string) =>
      json.doubts.find(({ fields }: { fields: string[] }) => fields.includes(field));
    expect(of("delivery.outcomesPer100.outcomes13Weeks")).toMatchObject({
      kind: "unusual",
      answer: 45,
      typical: { low: 12, high: 32 },
    });
    expect(of("delivery.outcomesPer100.outcomes13Weeks").places[0]).toMatch(/odd\.yaml:\d+:\d+ delivery/);
    expect(of("contract.places")).toMatchObject({ kind: "odd" });
    expect(of("costs.setUp")).toMatchObject({ kind: "left", standard: 5000 });
  });

  it("refuses by line, all at once, what is wrong in an offer", async () => {
    const wrong = shipped
      .replace("cash: 8000", 'cash: "£8,000"')
      .replace("startsPer100: 75", "startsPer100: 175")
      .replace("posts: 1\n", "posts: 1.3\n");
    writeFileSync(at("wrong.yaml"), wrong);
    const { problems } = await readCheckedOffer(at("wrong.yaml"));
    expect(problems.map(({ where }) => where.replace(/^.*:(\d+):\d+ /, "$1 "))).toEqual([
      "16 delivery.startsPer100",
      "26 costs.posts",
      "35 limits.cash",
    ]);
    const refusals = async (text: string) => {
      writeFileSync(at("wrong.yaml"), text);
      return (await readCheckedOffer(at("wrong.yaml"))).problems.map(
        ({ adjective, noun }) => `${adjective} ${noun}`,
      );
    };
    expect(await refusals(shipped.replace("scenario: dps-2017", "scenario: dps-2018"))).toEqual([
      "unknown scenario",
    ]);
    expect(await refusals(shipped.replace("startPrice", "startPrise"))).toEqual(["unknown price"]);
    expect(await refusals(shipped.replace("outcomes26Weeks: 18", "outcomes26Weeks: 24"))).toEqual([
      "invalid value",
    ]);
    expect(await refusals(readFileSync("scenarios/dps-2017.yaml", "utf8"))).toEqual(["invalid offer"]);
    const { code, stdout, stderr } = await riskshare(["offer", "check", "lone-parent"]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("unknown offer: lone-parent; expected a file, or one of lone-parents-charity");
  });
});
