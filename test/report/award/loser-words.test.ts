import { expect, it } from "vitest";
import { roundOf, shippedRound } from "../../award/round-of.ts";
import { noticesOf } from "./noticed.ts";

it("who ranked below the winners reads by how many marks, and nobody else does", async () => {
  const notices = await noticesOf(shippedRound("dps-lone-parents"));
  const said = (id: string) => notices.get(id)!.standing.sentences.join(" ");
  // Kale, the lowest-ranked winner, has 75.00 and Birch 74.89.
  expect(said("birch")).toContain("You were 0.11 marks short of the lowest-ranked winner.");
  // Elm ranked above Kale; Alder won; Hazel was left out.
  for (const id of ["elm", "alder", "hazel"]) expect(said(id)).not.toMatch(/short of/);
});

it("what a criterion goes by besides ratings is said to have been held", async () => {
  const round = (rule: string, more: object = {}) =>
    roundOf(
      {
        id: "held",
        title: "A criterion without a rating",
        commissioner: { name: "A district" },
        published: "2026-05-01",
        budget: 60_000,
        jobcentres: ["North", "South"],
        criteria: [
          { id: "reach", title: "Reach", weight: 50, rule },
          { id: "price", title: "Price", weight: 50, rule: "lowest-over-price" },
        ],
      },
      ["a", "b"].map((id, k) => ({
        id,
        bidder: { name: id },
        price: 20_000 + k * 5000,
        jobcentres: ["North"],
        ...more,
      })),
    );
  const said = async (open: ReturnType<typeof roundOf>) =>
    (await noticesOf(open)).get("b")!.nearestSentences.join(" ");
  expect(await said(round("broad-reach"))).toMatch(
    /Reach goes by the jobcentres that you serve too: that was held/,
  );
  // Who serves all that is named has nothing to change there.
  expect(await said(round("broad-reach", { jobcentres: ["North", "South"] }))).not.toMatch(/held/);
  const rated = { quality: { reach: { rating: 50 } } };
  expect(await said(round("specialist-fit", rated))).toMatch(/whether your offer is a specialist's/);
  expect(await said(round("rated-share", rated))).not.toMatch(/held/);
});
