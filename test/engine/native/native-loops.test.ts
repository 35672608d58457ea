import { describe, expect, it } from "vitest";
import type { BinaryOp, Comparison, Loops } from "../../../src/engine/loops.ts";
import { openNativeLoops } from "../../../src/engine/native/native-loops.ts";
import { plainLoops } from "../../../src/engine/plain-loops.ts";
import { openStream } from "../../../src/sim/random/stream.ts";

const width = 512;
// Numbers at which arithmetic, comparisons and rounding turn; the rest of a column is drawn.
const edges = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  1.5,
  2.5,
  -2.5,
  0.49999999999999994,
  2.4999999999,
  0.55 * 100,
  0.1 + 0.2,
  1e-7,
  -1e-7,
  4e6,
  4000000.5,
  -4000000.5,
  2 ** 52 + 1,
  2 ** 53,
  -(2 ** 31) - 0.5,
  1e300,
  5e-324,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NaN,
];

function drawn(purpose: string): Float64Array {
  const luck = new Float64Array(2 * width);
  openStream("native loops", purpose, 0).fill(luck, 2 * width);
  return Float64Array.from({ length: width }, (_, i) => {
    // Every third pair meets an edge on one side; all pairs of edges are met over the rotations below.
    if (luck[i]! < 0.3) return edges[Math.floor(luck[width + i]! * edges.length)]!;
    const scale = [1, 1000, 1e6, 1e-3][i % 4]!;
    const value = (luck[i]! - 0.65) * scale;
    return luck[width + i]! < 0.5 ? Math.round(value) : value;
  });
}

const columnA = drawn("a");
const columnB = drawn("b");
const flags = Uint8Array.from(drawn("m"), (x) => (x > 0 ? 1 : 0));
const otherFlags = Uint8Array.from(drawn("k"), (x) => (x > 0 ? 1 : 0));
const none = new Uint8Array(width);
const all = new Uint8Array(width).fill(1);

/** Runs on memory of the loops' own, with the arguments copied into it, and gives what was written and returned. */
function run(
  loops: Loops,
  work: (l: Loops, o: Float64Array, a: Float64Array, b: Float64Array, m: Uint8Array) => unknown,
  masks: Uint8Array = flags,
) {
  const [o, a, b] = [loops.numbers(width), loops.numbers(width), loops.numbers(width)];
  const m = loops.flags(width);
  a.set(columnA);
  b.set(columnB);
  m.set(masks);
  o.set(columnB);
  const given = work(loops, o, a, b, m);
  return { given, o: [...o], m: [...m] };
}

function expectSame(
  native: Loops,
  work: Parameters<typeof run>[1],
  name: string,
  masks: Uint8Array = flags,
): void {
  const [ours, witness] = [run(native, work, masks), run(plainLoops, work, masks)];
  expect(ours.given, name).toBe(witness.given);
  expect(ours.m, name).toEqual(witness.m);
  for (const [i, value] of ours.o.entries())
    if (!Object.is(value, witness.o[i]))
      expect.fail(`${name}: ${value} instead of ${witness.o[i]} for ${columnA[i]} and ${columnB[i]}`);
}

describe("native loops give what plain ones give, to the last bit", () => {
  const native = openNativeLoops()!;
  const operations: BinaryOp[] = ["add", "sub", "mul", "div", "min", "max"];
  const comparisons: Comparison[] = [
    "equal",
    "notEqual",
    "lessThan",
    "lessThanInclusive",
    "greaterThan",
    "greaterThanInclusive",
  ];

  it("runs in WebAssembly here", () => {
    expect(native.memory).toBeDefined();
  });

  it.each(operations)("%s, of columns and of numbers", (op) => {
    expectSame(native, (l, o, a, b) => l.columns[op](o, a, b, width), op);
    // In place, as sums are kept.
    expectSame(native, (l, o, a) => l.columns[op](o, o, a, width), `${op} in place`);
    for (const edge of edges) {
      expectSame(native, (l, o, a) => l.columnNumber[op](o, a, edge, width), `${op} ${edge}`);
      expectSame(native, (l, o, a) => l.numberColumn[op](o, edge, a, width), `${edge} ${op}`);
    }
  });

  it.each(comparisons)("%s, with the number of hits", (op) => {
    expectSame(native, (l, _, a, b, m) => l.compareColumns[op](m, a, b, width), op);
    expectSame(native, (l, _, a, _b, m) => l.compareColumns[op](m, a, a, width), `${op} itself`);
    for (const edge of edges)
      expectSame(native, (l, _, a, _b, m) => l.compareNumber[op](m, a, edge, width), `${op} ${edge}`);
  });

  it("both, either and the opposite", () => {
    for (const masks of [flags, none, all]) {
      const other = (l: Loops) => {
        const k = l.flags(width);
        k.set(otherFlags);
        return k;
      };
      expectSame(native, (l, _, _a, _b, m) => l.both(m, m, other(l), width), "both", masks);
      expectSame(native, (l, _, _a, _b, m) => l.either(m, m, other(l), width), "either", masks);
      expectSame(native, (l, _, _a, _b, m) => l.opposite(m, m, width), "opposite", masks);
    }
  });

  it("choices, of columns and of numbers", () => {
    for (const masks of [flags, none, all]) {
      expectSame(native, (l, o, a, b, m) => l.chooseColumns(o, m, a, b, width), "columns", masks);
      expectSame(native, (l, o, a, _, m) => l.chooseColumnNumber(o, m, a, -0, width), "column", masks);
      expectSame(
        native,
        (l, o, _, b, m) => l.chooseNumberColumn(o, m, Number.NaN, b, width),
        "number",
        masks,
      );
      expectSame(native, (l, o, _a, _b, m) => l.chooseNumbers(o, m, 3, -0, width), "numbers", masks);
      const count = (l: Loops, o: Float64Array, m: Uint8Array) => {
        o.fill(7);
        l.countOn(o, m, width);
      };
      expectSame(native, (l, o, _a, _b, m) => count(l, o, m), "count on", masks);
    }
  });

  it("whole units and billionths", () => {
    expectSame(native, (l, o, a) => l.round(o, a, width), "round");
    expectSame(native, (l, o, a) => l.tidy(o, a, width), "tidy");
    // Halves, and what binary fractions make of them.
    const halves = (l: Loops, o: Float64Array, a: Float64Array, to: "round" | "tidy") => {
      for (let i = 0; i < width; i++) a[i] = (i - 256) / 2 + [0, 1e-9, -1e-9, 1e-5][i % 4]!;
      l[to](o, a, width);
    };
    expectSame(native, (l, o, a) => halves(l, o, a, "round"), "halves rounded");
    expectSame(native, (l, o, a) => halves(l, o, a, "tidy"), "halves tidied");
  });
});

describe("the memory of native loops", () => {
  it("is 0 when it is taken, also where another run has used it", () => {
    const first = openNativeLoops()!;
    first.numbers(width).fill(3);
    first.release();
    const second = openNativeLoops()!;
    expect([...second.numbers(width)]).toEqual([...new Float64Array(width)]);
    second.release();
  });

  it("is refused when it is used up, and given back whole", () => {
    const greedy = openNativeLoops()!;
    const take = () => {
      let taken = 0;
      try {
        for (; taken < 1e6; taken++) greedy.numbers(width);
      } catch (error) {
        expect((error as Error).message).toBe("native memory is used up");
      }
      greedy.release();
      return taken;
    };
    const most = take();
    expect(most).toBeGreaterThan(10_000);
    expect(take()).toBe(most);
  });
});
