import { round, roundingModes } from "../../src/engine/money.ts";
import { code, minus, table } from "./markdown.mjs";
import { wordsFor } from "./words-for.mjs";

export function roundingTable() {
  const words = wordsFor("rounding modes", roundingModes, {
    halfAwayFromZero: "to the nearest; a half away from 0 (the default)",
    halfEven: "to the nearest; a half to the even neighbour",
    up: "towards +∞",
    down: "towards −∞",
    awayFromZero: "away from 0",
    towardsZero: "towards 0",
  });
  const numbers = [2.5, 3.5, 2.4, -2.5, -2.6, 2.0000001];
  const rows = roundingModes.map((mode) => [
    code(mode),
    words(mode),
    ...numbers.map((x) => minus(round(x, mode))),
  ]);
  return table(["mode", "how", ...numbers.map(minus)], rows);
}
