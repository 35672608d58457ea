import { describe, expect, it } from "vitest";
import { onScreen } from "../../src/cli/on-screen.ts";
import { screenWidth } from "../../src/cli/screen-width.ts";
import { visibleWidth } from "../../src/report/visible-width.ts";
import { wrappedLines } from "../../src/report/wrapped-lines.ts";
import { riskshare } from "./run-riskshare.ts";

const piped = { isTTY: false, columns: 0 } as const;

describe("the width of text", () => {
  it("is the terminal's, else what COLUMNS asks for, else 100", () => {
    expect(screenWidth({ isTTY: true, columns: 132 }, { COLUMNS: "80" })).toBe(132);
    expect(screenWidth(piped, { COLUMNS: "80" })).toBe(80);
    for (const odd of ["", "0", "wide", "-5", "1e3", undefined])
      expect(screenWidth(piped, { COLUMNS: odd })).toBe(100);
  });

  const addressAlone = /^\s*\S*https?:\/\/\S*$/;
  const commands = [
    ["scenarios"],
    ["scenarios", "dps-2017"],
    ["rules"],
    ["rules", "minimum-guarantee"],
    ["rules", "above-baseline"],
    ["rules", "--facts"],
    ["explain", "dps-2017", "--policy", "both", "--path", "5"],
    ["statement", "dps-2017", "--policy", "both", "--path", "5", "--with-costs"],
    ["--help"],
    ...["new", "check", "compare", "explain", "statement", "draws", "rules", "scenarios", "calibrate"].map(
      (name) => [name, "--help"],
    ),
  ];
  it.each(commands.map((args) => [args.join(" "), args] as const))(
    "fits into 80 columns: %s",
    async (_, args) => {
      const { code, stdout } = await riskshare(args, undefined, { COLUMNS: "80" });
      expect(code).toBe(0);
      for (const line of stdout.split("\n"))
        if (!addressAlone.test(line)) expect(visibleWidth(line), line).toBeLessThanOrEqual(80);
      expect(stdout).not.toMatch(/https?:\S*…/);
    },
  );
});

describe("an address", () => {
  it("is never cut: it stands on a line of its own", () => {
    const address = `https://example.org/${"chapter/".repeat(9)}`;
    expect(wrappedLines(`see ${address} there`, 30)).toEqual(["see", address, "there"]);
    expect(wrappedLines(`see ${"word".repeat(9)} there`, 30)[1]).toMatch(/…$/);
  });
});

describe("a problem", () => {
  const problem = `a.yaml: unknown ruleset: fee; expected ${"a ruleset of the library ".repeat(6)}; ${"path/".repeat(20)}`;

  it("is one line in a pipe, and set in under its first line on a terminal, every word whole", () => {
    expect(onScreen(problem, piped)).toBe(problem);
    const lines = onScreen(problem, { isTTY: true, columns: 80 }).split("\n");
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines.slice(1)) expect(line).toMatch(/^ {4}\S/);
    expect(lines.map((line) => line.trim()).join(" ")).toBe(problem.replace(/ +/g, " "));
  });
});
