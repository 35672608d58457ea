import { describe, expect, it } from "vitest";
import { answerWords } from "../../src/offer/answer-words.ts";
import type { AnswerUnit, Question } from "../../src/offer/questions/question.ts";
import { typedAnswer } from "../../src/offer/typed-answer.ts";
import { typedNumber } from "../../src/offer/typed-number.ts";

const asked = (unit: AnswerUnit, more: Partial<Question> = {}): Question => {
  return { path: "a.b", ask: "?", guidance: ".", unit, least: 0, most: 1e9, required: false, ...more };
};

describe("a number that is typed", () => {
  it("is read where its meaning is plain", () => {
    for (const [text, value] of [
      ["5000", 5000],
      ["£5,000", 5000],
      [" £ 5,000.50 ", 5000.5],
      ["1,234,567", 1234567],
      ["1 200", 1200],
      ["1\u00a0200", 1200],
      ["75%", 75],
      ["75 per cent", 75],
      ["-3", -3],
      ["\u22123", -3],
      ["0", 0],
      ["-0", 0],
    ] as const)
      expect([text, typedNumber(text).value]).toEqual([text, value]);
  });

  it("is refused where it could be two things, or none", () => {
    for (const text of [
      "5,00",
      "1.234,56",
      "12,34",
      "1,2345",
      "5k",
      "(500)",
      "1e3",
      "0x10",
      "",
      "£",
      "5000 or 6000",
      "1/2/2024",
      "=1+1",
      "1..2",
      "+5",
      "--5",
      "9".repeat(60),
      "٣",
    ])
      expect([text, typedNumber(text).value]).toEqual([text, undefined]);
    expect(typedNumber("£5.5k")).toEqual({ hint: "write 5500 in full" });
    expect(typedNumber("31/05/2024")).toEqual({ hint: "this looks like a date" });
  });
});

describe("an answer that is typed", () => {
  it("may have its unit behind it, and no other", () => {
    expect(typedAnswer("10 months", asked("months"))).toEqual({ value: 10 });
    expect(typedAnswer("1 month", asked("months"))).toEqual({ value: 1 });
    expect(typedAnswer("23 of 100", asked("of 100"))).toEqual({ value: 23 });
    expect(typedAnswer("23 out of 100", asked("of 100"))).toEqual({ value: 23 });
    expect(typedAnswer("23 %", asked("of 100"))).toEqual({ value: 23 });
    for (const [text, unit] of [
      ["10 days", "months"],
      ["£10", "months"],
      ["10%", "pounds"],
      ["10%", "people"],
    ] as const)
      expect(typedAnswer(text, asked(unit)).fault).toMatchObject({
        adjective: "invalid",
        noun: "answer",
        found: text,
      });
  });

  it("must be in range, whole where people are, pence at the finest and posts in halves", () => {
    const expected = (text: string, question: Question) => typedAnswer(text, question).fault?.expected;
    expect(expected("101", asked("of 100", { most: 100 }))).toBe("between 0 and 100");
    expect(expected("1.5", asked("months", { whole: true }))).toBe("a whole number");
    expect(expected("1.005", asked("pounds"))).toBe("pounds with at most two decimals");
    expect(expected("1.3", asked("posts"))).toBe("whole or half posts, such as 1.5");
    expect(typedAnswer("1.5", asked("posts"))).toEqual({ value: 1.5 });
    expect(expected("x", asked("pounds", { standard: 5000 }))).toBe("a number of pounds, such as £5,000");
  });

  it("is said with its unit, one of a thing by its own word", () => {
    expect(answerWords(1234567.5, "pounds")).toBe("£1,234,567.50");
    expect(answerWords(-20, "pounds")).toBe("-£20");
    expect(answerWords(1, "people")).toBe("1 person");
    expect(answerWords(1.5, "posts")).toBe("1.5 posts");
    expect(answerWords(75, "of 100")).toBe("75 of 100");
    // What is written can be typed again.
    for (const value of [0, 0.01, 999, 1000, 1e6, 1e9, 12345.67])
      expect(typedAnswer(answerWords(value, "pounds"), asked("pounds"))).toEqual({ value });
  });
});
