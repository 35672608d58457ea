import { expect, it } from "vitest";
import { awardReport } from "../../../src/report/award/award-report.ts";
import { rankingCsv } from "../../../src/report/award/ranking-csv.ts";
import { roundOf } from "../../award/round-of.ts";
import { elementsOf } from "../markup-check.ts";

const open = roundOf(
  {
    id: "two",
    title: "Two <b>bids</b>",
    commissioner: { name: "An authority" },
    published: "2025-03-01",
    budget: 100,
    criteria: [{ id: "quality", title: "Quality", weight: 100, rule: "rated-share" }],
  },
  [
    { id: "a", bidder: { name: "=1+1" }, price: 50, quality: { quality: { rating: 60 } } },
    {
      id: "b",
      bidder: { name: '@b, "the" <i>other</i>' },
      price: 40.5,
      quality: { quality: { rating: 50 } },
    },
  ],
);

it("no cell of the ranking starts a formula", () => {
  expect(rankingCsv(open.bound, open.judge())).toBe(
    [
      "rank,offer,bidder,pricePounds,totalMarks,quality,awarded,excluded,asked",
      "1,a,'=1+1,50,60,60,yes,,",
      `2,b,"'@b, ""the"" <i>other</i>",40.5,50,50,no,,`,
      "",
    ].join("\r\n"),
  );
});

it("a name of several lines is one line, and still starts no formula", () => {
  const names = ["A\r\nTrust", "\t=1+1", "One\tTwo\u2028Three"];
  const made = roundOf(
    {
      id: "three",
      title: "Three",
      commissioner: { name: "An authority" },
      published: "2025-03-01",
      budget: 100,
      criteria: [{ id: "quality", title: "Quality", weight: 100, rule: "rated-share" }],
    },
    names.map((name, k) => ({
      id: `o${k}`,
      bidder: { name },
      price: 50,
      quality: { quality: { rating: 60 - k } },
    })),
  );
  const csv = rankingCsv(made.bound, made.judge());
  expect(csv.split("\r\n").map((row) => row.split(",")[2])).toEqual([
    "bidder",
    "A Trust",
    "'=1+1",
    "One Two Three",
    undefined,
  ]);
  expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n\t]/);
});

it("the report of the round is well formed, and names stay text", () => {
  const names = elementsOf(
    awardReport(open.bound, open.judge(), { pulls: undefined, paradox: undefined, unread: [] }),
  ).map(({ name }) => name);
  expect(names.filter((name) => name === "b" || name === "i")).toEqual([]);
  expect(names.filter((name) => name === "svg")).toHaveLength(2);
});
