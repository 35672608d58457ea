import { describe, expect, it } from "vitest";
import type { LimitCheck } from "../../../src/offer/test/limit-check.ts";
import type { OfferTest } from "../../../src/offer/test/test-offer.ts";
import { verdictNotes, verdictSentence } from "../../../src/report/offer/verdict-words.ts";

const chance = (limit: "cash" | "loss", value: number, standing: LimitCheck["standing"]): LimitCheck => ({
  limit,
  pounds: 5000,
  wanted: 0.05,
  standing,
  estimate: { value, se: 0, low: value, high: value, unit: "probability" },
});
const margin = (value: number, standing: LimitCheck["standing"]): LimitCheck => ({
  limit: "margin",
  wanted: 0.03,
  standing,
  estimate: { value, se: 0, low: value, high: value, unit: "share" },
});

describe("the verdict in one sentence", () => {
  it("names what is broken and nothing that is kept", () => {
    const limits = [chance("cash", 0.89, "broken"), chance("loss", 0.02, "kept"), margin(-0.08, "broken")];
    expect(verdictSentence("beyond", limits)).toBe(
      "Not viable as it stands: more than £5,000 of your cash is tied up in 89 in 100 futures, where you asked for at most 1 in 20; you keep −8.0\u00a0% of income on average where you need at least 3.0\u00a0%.",
    );
  });

  it("says yes with what each limit comes to", () => {
    const limits = [chance("cash", 0.004, "kept"), chance("loss", 0.02, "kept"), margin(0.05, "kept")];
    expect(verdictSentence("within", limits)).toBe(
      "Viable within your limits: more than £5,000 of your cash is tied up in fewer than 1 in 100 futures and you lose more than £5,000 in 2 in 100 futures, where you asked for at most 1 in 20; you keep +5.0\u00a0% of income on average where you need at least 3.0\u00a0%.",
    );
  });

  it("says no more than it knows", () => {
    const limits = [chance("cash", 0.05, "unclear"), margin(0.05, "kept")];
    expect(verdictSentence("unclear", limits)).toMatch(
      /^Too close to tell on so few futures: .* 5 in 100 futures/,
    );
  });
});

describe("what stands beside a verdict", () => {
  const notes = (gainsWhenFewCome: boolean, chance: number) =>
    verdictNotes({
      gainsWhenFewCome,
      own: 0,
      terms: [{ measures: { probabilityProviderExits: { value: chance } } }],
    } as unknown as OfferTest);

  it("names a fee that makes fewer people a gain, and contracts that are often handed back", () => {
    expect(notes(false, 0.09)).toEqual([]);
    expect(notes(true, 0)[0]).toMatch(/^Under these terms you gain when fewer people come/);
    expect(notes(false, 0.45)[0]).toMatch(
      /^In 45 in 100 futures your cash runs out and you hand the contract back/,
    );
  });
});
