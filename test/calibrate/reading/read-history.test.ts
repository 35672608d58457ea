import { describe, expect, it } from "vitest";
import { readCount } from "../../../src/calibrate/reading/count-text.ts";
import { csvRows } from "../../../src/calibrate/reading/csv-rows.ts";
import { monthWords, readMonth } from "../../../src/calibrate/reading/month-text.ts";
import { readHistory } from "../../../src/calibrate/reading/read-history.ts";
import { problemText } from "../../../src/engine/problem.ts";

const read = (text: string, choice = {}) => readHistory("h.csv", text, choice);
const problemsOf = (text: string) => read(text).problems.map(problemText);
const contractsOf = (text: string) => {
  const { history, problems } = read(text);
  expect(problems.map(problemText)).toEqual([]);
  return history!.contracts;
};
const heads = "month,indicative,referrals";

describe("a month", () => {
  it.each([
    ["2022-04", "2022-04"],
    ["2022-04-30", "2022-04"],
    ["2022-04-01T00:00:00", "2022-04"],
    ["30/04/2022", "2022-04"],
    ["1.4.22", "2022-04"],
    ["04/2022", "2022-04"],
    ["Apr-22", "2022-04"],
    ["April 2022", "2022-04"],
    ["30 Sept 2022", "2022-09"],
    ["2022 April", "2022-04"],
    ["Dec'22", "2022-12"],
    ["3", "month 3"],
    ["Month 12", "month 12"],
    ["M03", "month 3"],
  ])("%s is %s", (text, month) => {
    expect(monthWords(readMonth(text)!)).toBe(month);
  });

  it.each(["", "43191", "04/31", "13/2022", "32/01/2022", "Apr", "Smarch 2022", "2022", "0", "-1", "1e1"])(
    "%s is none",
    (text) => {
      expect(readMonth(text)).toBeUndefined();
    },
  );
});

describe("a number of people", () => {
  it("is read with thousands marked, and blanks are known as such", () => {
    expect(readCount("1,234", ",", "whole")).toEqual({ value: 1234 });
    expect(readCount("12 345", ",", "whole")).toEqual({ value: 12345 });
    expect(readCount("1,234,567", ",", "whole")).toMatchObject({ adjective: "invalid" });
    expect(readCount("12.0", ",", "whole")).toEqual({ value: 12 });
    expect(readCount("12,5", ";", "fractions")).toEqual({ value: 12.5 });
    for (const blank of ["", " - ", "n/a"]) expect(readCount(blank, ",", "whole")).toEqual({ blank: true });
  });

  it.each([
    ["£5", "this is money, and the column holds people"],
    ["60%", "write the number of people, not a percentage"],
    ["<5", "a number that is withheld cannot be read"],
    ["*", "a number that is withheld cannot be read"],
    ["=SUM(A1:A9)", "save the file with values, not formulas"],
    ["12.5", "people come whole"],
    ["2000000", "that is more than a million"],
    ["12,34", undefined],
    ["-3", undefined],
    ["1e3", undefined],
    ["NaN", undefined],
  ])("is not %s", (text, hint) => {
    expect(readCount(text, ",", "whole")).toEqual({ adjective: "invalid", ...(hint && { hint }) });
  });

  it("is ambiguous where a comma could be a point", () => {
    expect(readCount("1,234", ";", "fractions")).toMatchObject({ adjective: "ambiguous" });
    expect(readCount("1,234", ";", "whole")).toEqual({ value: 1234 });
  });

  it("is ambiguous where a point could mark thousands", () => {
    for (const allows of ["whole", "fractions"] as const) {
      expect(readCount("1.200", ";", allows)).toEqual({
        adjective: "ambiguous",
        hint: "write 1200 if the point marks thousands, 1.2 if it is a decimal point",
      });
      expect(readCount("1.000", "\t", allows)).toMatchObject({ adjective: "ambiguous" });
      expect(readCount("1,200", ",", allows)).toEqual({ value: 1200 });
      expect(readCount("1.000", ",", allows)).toEqual({ value: 1 });
      expect(readCount("1.200,00", ";", allows)).toEqual({ adjective: "invalid" });
    }
    expect(readCount("0.500", ";", "fractions")).toEqual({ value: 0.5 });
    expect(readCount("1200.500", ";", "fractions")).toEqual({ value: 1200.5 });
    expect(readCount("1.25", ";", "fractions")).toEqual({ value: 1.25 });
  });
});

describe("rows", () => {
  it("know their lines behind quotes with line ends, and old line ends", () => {
    const { rows } = csvRows('a,"b\nc"\r\n\r\nd,"say ""x"""\re,f');
    expect(rows).toEqual([
      { line: 1, cells: ["a", "b\nc"] },
      { line: 4, cells: ["d", 'say "x"'] },
      { line: 5, cells: ["e", "f"] },
    ]);
  });
});

describe("a history is read where its meaning is plain", () => {
  it("with a byte-order mark, semicolons, a title, a total row and months out of order", () => {
    const text =
      "\ufeffReport of the year\r\n\r\nMonth ending;Profiled referrals;Actual referrals\r\n31/05/2022;10,5;1 200\r\nApr-22;10;8\r\n30 June 2022;10;7\r\nTotal;30,5;1 215\r\n";
    const [contract] = contractsOf(text);
    expect(contract).toMatchObject({
      months: ["2022-04", "2022-05", "2022-06"],
      indicative: [10, 10.5, 10],
      referrals: [8, 1200, 7],
    });
    expect(read(text).history!.notes).toEqual(["One row of totals was passed over."]);
  });

  it("with thousands in quotes, and money where nothing is read", () => {
    const text = `${heads},income\n1,"1,000",900,"£1,200.50"\n2,"1,000","1,100",£3\n3,1000,950,\n`;
    expect(contractsOf(text)[0]).toMatchObject({
      indicative: [1000, 1000, 1000],
      referrals: [900, 1100, 950],
    });
    expect(read(text).history!.notes).toEqual(["Columns that were not read: income."]);
  });

  it("by contracts, with outcomes in the order of their weeks", () => {
    const rows = ["a", "b"].flatMap((c) => [1, 2, 3].map((m) => `${c},${m},5,5,4,0,1`));
    const text = `Site,Period,Indicative Referrals (people),referralsReceived,Programme starts,26-week outcomes,Outcomes at 13 weeks\n${rows.join("\n")}`;
    const { history } = read(text);
    expect(history!.contracts.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(history!.stages.map(({ id, of }) => [id, of])).toEqual([
      ["outcomes13Weeks", "starts"],
      ["outcomes26Weeks", "outcomes13Weeks"],
    ]);
    expect(read(text, { contract: "b" }).history!.contracts).toHaveLength(1);
    expect(read(text, { contract: "c" }).problems.map(problemText)).toEqual([
      "--contract: unknown contract: c; expected one of a, b",
    ]);
  });

  it("with months to come, outcomes before the first, and starts that are not known yet", () => {
    const text = `${heads},starts,13 weeks\n1,5,5,3,\n2,5,6,4,-\n3,5,5,3,1\n4,5,5,,\n5,5,,,\n`;
    const [contract] = contractsOf(text);
    expect(contract).toMatchObject({ referrals: [5, 6, 5, 5], starts: [3, 4, 3] });
    expect(contract!.outcomes.get("outcomes13Weeks")).toEqual([0, 0, 1]);
    expect(read(text).history!.notes).toEqual([
      "Months after month 4 have no referrals written and are left out.",
    ]);
  });
});

describe("a history is refused, with the line, where its meaning is not plain", () => {
  it.each([
    [
      "points before three digits under semicolons",
      "month;indicative;referrals\n1;1.200;900\n2;1.150;1.000\n3;1200;950\n",
      [
        "h.csv:2 indicative: ambiguous number: 1.200; expected how many people, 0 or more; write 1200 if the point marks thousands, 1.2 if it is a decimal point",
        "h.csv:3 indicative: ambiguous number: 1.150; expected how many people, 0 or more; write 1150 if the point marks thousands, 1.15 if it is a decimal point",
        "h.csv:3 referrals: ambiguous number: 1.000; expected a whole number of people, 0 or more; write 1000 if the point marks thousands, 1 if it is a decimal point",
      ],
    ],
    [
      "a gap and a month twice, and a cell beside them: all at once",
      `${heads}\n2022-04,10,8\n2022-06,10,8\n2022-06,10,8\n2022-07,10,£8\n`,
      [
        "h.csv:5 referrals: invalid number: £8; expected a whole number of people, 0 or more; this is money, and the column holds people",
        "h.csv:3 month: missing month: 2022-05; expected every month up to the last; write 0 where nobody was referred",
        "h.csv:4 month: duplicate month: 2022-06; expected each month once; line 3 has it too; several contracts need a column called contract, and days stand before months",
      ],
    ],
    [
      "dates of another country, and a spreadsheet's own",
      `${heads}\n04/13/2022,1,1\n43191,1,2\n,1,3\n`,
      [
        "h.csv:2 month: invalid month: 04/13/2022; expected a month, such as 2022-04, Apr 2022, 30/04/2022 or 1; days stand before months here",
        "h.csv:3 month: invalid month: 43191; expected a month, such as 2022-04, Apr 2022, 30/04/2022 or 1; a spreadsheet's own number for a day: format the column as a date",
        "h.csv:4 month: missing month; expected a month, such as 2022-04, Apr 2022, 30/04/2022 or 1",
      ],
    ],
    [
      "blanks between months",
      `${heads},starts\n1,5,5,3\n2,5,,4\n3,5,5,\n4,5,4,3\n`,
      [
        "h.csv:3 referrals: missing number; expected how many people; 0 where there were none",
        "h.csv:4 starts: missing number; expected how many people; 0 where there were none",
      ],
    ],
    [
      "columns that are not there",
      "month,indicated,refferals,13 weeks\n1,5,5,1\n",
      [
        "h.csv:1: missing column: indicative; expected a column called indicative; is it “indicated”?",
        "h.csv:1: missing column: referrals; expected a column called referrals; is it “refferals”?",
        "h.csv:1: missing column: starts; expected a column called starts, as outcomes are of starts",
      ],
    ],
    [
      "columns that are there twice",
      "month,indicative,referrals,actual referrals\n1,5,5,5\n",
      ["h.csv:1: ambiguous column: referrals and actual referrals; expected one column of referrals"],
    ],
    [
      "more outcomes than starts",
      `${heads},starts,13 weeks\n1,5,5,2,0\n2,5,5,1,4\n3,5,5,1,4\n`,
      [
        "h.csv:4 outcomes13Weeks: invalid total: 8; expected at most the 4 of starts; people cannot be counted before the step that leads there",
      ],
    ],
    [
      "some months as dates and some as numbers",
      `${heads}\n1,5,5\n2,5,5\n2022-03,5,5\n`,
      ["h.csv:4 month: ambiguous months: some as dates and some as numbers; expected all in one way"],
    ],
    [
      "an open quote",
      `${heads}\n1,5,5\n2,"5,5\n`,
      ["h.csv:3: invalid quote: opened and never closed; expected a closing quote"],
    ],
    ["another encoding", "m\u0000o\u0000", ["h.csv:1: unsupported encoding; expected a CSV file in UTF-8"]],
    [
      "two months",
      `${heads}\n1,5,5\n2,5,5\n`,
      ["h.csv:1: missing months: 2 with referrals; expected at least 3"],
    ],
    [
      "nobody",
      `${heads}\n1,5,0\n2,5,0\n3,5,0\n`,
      ["h.csv:1: missing referrals; expected a history in which someone was referred"],
    ],
    [
      "a sign that acts on a terminal",
      `${heads}\n1,5,\u001b[2J\n`,
      ["h.csv:2 referrals: invalid number: \\u001b[2J; expected a whole number of people, 0 or more"],
    ],
    [
      "too many rows",
      `${heads}\n${"1,1,1\n".repeat(2000)}`,
      ["h.csv:1: invalid size: 2001 rows; expected at most 2000"],
    ],
  ])("%s", (_, text, says) => {
    expect(problemsOf(text)).toEqual(says);
  });
});
