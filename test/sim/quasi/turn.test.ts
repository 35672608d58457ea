import { expect, it } from "vitest";
import { scoresOfWords, wordsOfScores } from "../../../src/sim/quasi/normal-words.ts";
import { turnColumns, turnInto } from "../../../src/sim/quasi/turn.ts";
import { normalDistribution } from "../../../src/sim/special/normal.ts";
import { uniforms } from "../random/uniforms.ts";

const size = 7;
const directions = [1, 2, 3].map((k) =>
  Float64Array.from({ length: size }, (_, i) => ((i * k * 5 + k) % 7) - 2.5),
);

it("a turn keeps lengths and angles, and brings the first coordinates into the directions", () => {
  const turn = turnInto(directions);
  expect(turn.length).toBe(3);
  // The images of the unit vectors, as points of a column for each coordinate.
  const columns = Array.from({ length: size }, (_, c) =>
    Float64Array.from({ length: size }, (_, i) => (i === c ? 1 : 0)),
  );
  turnColumns(turn, columns, new Float64Array(size));
  const image = (i: number) => columns.map((column) => column[i]!);
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, k) => sum + x * b[k]!, 0);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) expect(dot(image(i), image(j))).toBeCloseTo(i === j ? 1 : 0, 12);
  // The first direction is the first image; each later one lies in the space of the images so far.
  for (const [d, direction] of directions.entries()) {
    const along = Array.from({ length: d + 1 }, (_, i) => dot(image(i), [...direction]) ** 2);
    expect(along.reduce((a, b) => a + b)).toBeCloseTo(dot([...direction], [...direction]), 10);
  }
});

it("a direction that adds nothing is passed over", () => {
  const double = directions[0]!.map((x) => 2 * x);
  expect(turnInto([directions[0]!, double, directions[1]!]).length).toBe(2);
});

it("words become normal scores and scores words, to within a word", () => {
  const words = uniforms("normal words", 20_000).map((u) => Math.floor(u * 2 ** 32));
  words.set([0, 1, 2 ** 31, 2 ** 32 - 2, 2 ** 32 - 1]);
  const column = words.slice();
  scoresOfWords(column);
  const scores = column.slice();
  wordsOfScores(column);
  for (let i = 0; i < words.length; i++) {
    expect(Math.abs(column[i]! - words[i]!)).toBeLessThanOrEqual(1);
    expect(Math.abs(column[i]! / 2 ** 32 - normalDistribution(scores[i]!))).toBeLessThan(2 ** -31.9);
  }
  expect([...scores].every(Number.isFinite)).toBe(true);
  const far = Float64Array.of(-9, 9, -6.5, 6.5);
  wordsOfScores(far);
  expect([...far]).toEqual([0, 2 ** 32 - 1, 0, 2 ** 32 - 1]);
});
