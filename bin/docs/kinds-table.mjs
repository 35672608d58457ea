import { awardKinds, contractKinds, kindsUntilEnd, singleKinds } from "../../src/engine/kind.ts";
import { code, table } from "./markdown.mjs";
import { wordsFor } from "./words-for.mjs";

export function kindsTable() {
  const words = wordsFor("kinds", contractKinds, {
    fault: ["sets `fault`, `faultShare`", "Who is at fault, by what both sides can see."],
    "service-fee": ["pays", "Fees that do not depend on how many people come."],
    "start-fee": ["pays", "Prices for starts."],
    "outcome-payment": ["pays", "Prices for outcomes."],
    volume: ["pays", "Guarantees and bands on the number of people."],
    indexation: ["pays", "What the kinds before owe, raised by an index."],
    adjustment: ["pays", "Gain and pain shares, clawbacks, withheld payments."],
    limit: ["pays (usually less than 0)", "Caps and collars on what the kinds before owe."],
    cancellation: ["sets `settlementPence`", "What would be due if the contract ended after this month."],
    termination: ["ends the contract", "Whether it ends after this month, and on which ground."],
  });
  const rows = contractKinds.map((kind, k) => [
    k + 1,
    code(kind),
    words(kind)[0],
    singleKinds.includes(kind) ? "at most one" : "any number",
    kindsUntilEnd.includes(kind) ? "no" : "yes",
    words(kind)[1],
  ]);
  return table(
    ["order", "kind", "what it may do", "in a policy", "runs on after an end", "what it is for"],
    rows,
  );
}

export function awardKindsTable() {
  const words = wordsFor("kinds of an award", awardKinds, {
    admission: ["`exclude`", "Gates: what an offer must have to be looked at."],
    quality: ["`score` points", "How the quality of an offer is scored, criterion by criterion."],
    standard: ["`exclude`", "The quality below which no offer wins."],
    "price-check": ["`ask`", "Prices that a bidder is asked to explain; nothing is left out by it."],
    price: ["`score` points", "How a price is scored."],
  });
  const rows = awardKinds.map((kind, k) => [k + 1, code(kind), words(kind)[0], words(kind)[1]]);
  return table(["order", "kind", "what it may do", "what it is for"], rows);
}
