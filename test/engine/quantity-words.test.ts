import { expect, test } from "vitest";
import { quantityWords } from "../../src/engine/words/quantity-words.ts";

test.each([
  [{ unit: "months" }, 3, "3 months"],
  [{ unit: "months" }, 1, "1 month"],
  [{ unit: "people" }, 1, "1 person"],
  [{ unit: "days" }, 0, "0 days"],
  [{ unit: "month" }, 6, "month 6"],
  [{ unit: "month", name: "monthOfYear" }, 1, "January"],
  [{ unit: "share" }, 0.5, "50\u00a0%"],
  [{ unit: "pounds" }, 1511.72, "£1,511.72"],
  [{ unit: "party" }, "provider", "provider"],
  [{ unit: "months" }, true, "yes"],
] as const)("a quantity %j of %j reads %s", (of, value, words) => {
  expect(quantityWords(of, value)).toBe(words);
});
