import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance } from "../../src/engine/edit-distance.ts";
import { didYouMean, nearestName } from "../../src/engine/nearest-name.ts";

describe("the nearest name", () => {
  test.each([
    ["referals", "referrals"],
    ["Title", "title"],
    ["titel", "title"],
    ["strats", "starts"],
  ])("of %s is %s", (written, meant) => {
    expect(nearestName(written, ["starts", "referrals", "title", "month"])).toBe(meant);
  });

  test("is none where nothing is near", () => {
    expect(nearestName("salary", ["starts", "referrals"])).toBeUndefined();
    expect(nearestName("a", ["b"])).toBeUndefined();
    expect(nearestName("", ["a"])).toBeUndefined();
    expect(nearestName("month", [])).toBeUndefined();
  });

  test("that differs only in case goes before a nearer spelling", () => {
    expect(nearestName("startrate", ["startrat", "startRate"])).toBe("startRate");
  });

  test("that differs only in spaces, hyphens and case goes before a nearer spelling", () => {
    const known = ["minimum-guarantees", "minimum-guarantee"];
    expect(nearestName("Minimum guarantee", known)).toBe("minimum-guarantee");
    expect(nearestName("start_rate", ["startRate"])).toBe("startRate");
  });

  test("is the first of those equally near", () => {
    expect(nearestName("card", ["cart", "care"])).toBe("cart");
  });

  test("allows three edits at most, however long the name", () => {
    expect(nearestName("indicativereferrals", ["indicativeReferral_xyz"])).toBeUndefined();
    expect(nearestName("indicativereferrxyz", ["indicativeReferrals"])).toBe("indicativeReferrals");
  });

  test("is bounded for long input", () => {
    const long = "x".repeat(1_000_000);
    expect(nearestName(long, [long])).toBeUndefined();
    expect(nearestName("abc", [long])).toBeUndefined();
  });

  test("is worded as a question", () => {
    expect(didYouMean("titel", ["title"])).toBe('did you mean "title"?');
    expect(didYouMean("salary", ["title"])).toBeUndefined();
  });
});

describe("the edit distance", () => {
  test.each([
    ["", "", 0],
    ["abc", "", 3],
    ["rate", "raet", 1],
    ["kitten", "sitting", 3],
    ["ca", "abc", 3],
  ])("of %j and %j is %i", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  test("is symmetric, zero only for equal texts and at most the longer length", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b);
        expect(editDistance(b, a)).toBe(distance);
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });
});
