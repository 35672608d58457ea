import { describe, expect, it } from "vitest";
import { readOfferBase } from "../../src/cli/checked-offer.ts";
import { askOffer } from "../../src/cli/offer-form.ts";
import { offerQuestions } from "../../src/offer/questions/all-questions.ts";

const { checked } = readOfferBase("dps-2017", () => "").base!;

/** Answers the form from a list of lines, as a pipe does; gives what was answered and all that was said. */
async function answered(lines: readonly string[], numbers: Record<string, number> = {}, named = true) {
  const waiting = [...lines];
  let said = "";
  const talk = {
    ask: async (prompt: string) => {
      const line = waiting.shift();
      said += `${prompt}${line}\n`;
      return line;
    },
    say: async (text: string) => {
      said += text;
    },
  };
  const start = { names: { provider: "Lark" }, place: 0, numbers: new Map(Object.entries(numbers)) };
  const answers = await askOffer(talk, checked, start, named);
  return { ...answers, numbers: Object.fromEntries(answers.numbers), said, left: waiting.length };
}

const limits = { "limits.cash": 1, "limits.loss": 1 };
const names = ["", ""];
const skips = ["skip", "skip", "skip", "skip", "skip", "skip"];

describe("the form", () => {
  it("asks every question once, in order, and Enter leaves each as the scenario has it", async () => {
    const count = offerQuestions(checked, checked.policies[0]!).flatMap(({ questions }) => questions).length;
    // Likely and many referrals are not asked for where few were not answered.
    const { complete, numbers, said } = await answered([...names, ...Array(count - 2).fill("")], limits);
    expect([complete, numbers]).toEqual([true, limits]);
    const places = [...said.matchAll(/Question (\d+) of (\d+)\./g)].map(([, place, of]) => [
      Number(place),
      Number(of),
    ]);
    expect(places).toEqual(
      Array.from({ length: count }, (_, at) => [at + 1, count]).filter(
        ([place]) => place !== 7 && place !== 8,
      ),
    );
  });

  it("says at once what is wrong with an answer, and asks it again", async () => {
    const { numbers, said } = await answered([...names, "lots", "6 days", "-1", "?", "7", ...skips], limits);
    expect(numbers["contract.referralsPerMonth"]).toBe(7);
    expect(said).toContain("That does not work: lots. It must be a number of people, such as 6.");
    expect(said).toContain("That does not work: -1. It must be between 0 and 100,000.");
    expect(said).toContain("A number from 0 to 100,000. In the file it is contract.referralsPerMonth.");
    expect(said.match(/How many people a month/g)).toHaveLength(1);
  });

  it("goes back, as far as the terms, and keeps what was answered", async () => {
    const { place, numbers, said } = await answered(
      ["", "", "", "7", "back", "back", "both", "", "back", "8", ...skips],
      limits,
      false,
    );
    expect(checked.policies[place]!.spec.id).toBe("both");
    expect(numbers["contract.referralsPerMonth"]).toBe(8);
    expect(said).toContain("Press Enter to keep your answer, 7 people.");
    expect(said).toContain("The terms are: Service fee and cancellation fee.");
    const first = await answered(["back", "", "back", "", "", ...skips], limits);
    expect([first.complete, first.said.includes("This is the first question.")]).toEqual([true, true]);
  });

  it("asks for likely and many referrals once few were answered, in rising order", async () => {
    const { numbers, said, complete } = await answered(
      [...names, "skip", "50", "", "40", "60", "55", "75", ...skips],
      limits,
    );
    expect(complete).toBe(true);
    expect(numbers).toMatchObject({
      "referrals.lowPer100": 50,
      "referrals.likelyPer100": 60,
      "referrals.highPer100": 75,
    });
    expect(said).toContain("This one needs an answer.");
    expect(said).toContain("That does not work: 40. It must be at least 50, the answer before it.");
  });

  it("takes an answer back, and asks whether a share of 1 was meant", async () => {
    const { numbers, said } = await answered(
      [...names, "none", "skip", "", "0.75", "back", "75%", "", ...skips],
      {
        ...limits,
        "contract.referralsPerMonth": 7,
      },
    );
    expect(numbers).toEqual({ ...limits, "delivery.startsPer100": 75 });
    expect(said).toContain("Noted as 0.75 of 100. If you meant 75 of 100, type back.");
  });

  it("does not go on without what must be answered, even where a part is skipped", async () => {
    const { complete, numbers, said } = await answered([
      ...names,
      "skip",
      "skip",
      "skip",
      "skip",
      "skip",
      "8000",
      "skip",
      "5000",
      "skip",
      "skip",
    ]);
    expect(complete).toBe(true);
    expect(numbers).toEqual({ "limits.cash": 8000, "limits.loss": 5000 });
    expect(said.match(/This one needs an answer/g)).toHaveLength(1);
  });

  it("ends where nothing more comes, and gives what was answered", async () => {
    expect(await answered([...names, "7"])).toMatchObject({
      complete: false,
      numbers: { "contract.referralsPerMonth": 7 },
    });
    expect(await answered([])).toMatchObject({ complete: false, names: { provider: "Lark" } });
  });
});
