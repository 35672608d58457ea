import type { Loops } from "./loops.ts";
import { round, tidy } from "./money.ts";

// Each loop is written out by hand: a function passed in would cost a call an element.

const columns: Loops["columns"] = {
  add: (o, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! + b[i]!;
  },
  sub: (o, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! - b[i]!;
  },
  mul: (o, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! * b[i]!;
  },
  div: (o, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! / b[i]!;
  },
  min: (o, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = b[i]! < a[i]! ? b[i]! : a[i]!;
  },
  max: (o, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = b[i]! > a[i]! ? b[i]! : a[i]!;
  },
};

const columnNumber: Loops["columnNumber"] = {
  add: (o, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! + b;
  },
  sub: (o, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! - b;
  },
  mul: (o, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! * b;
  },
  div: (o, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! / b;
  },
  min: (o, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = b < a[i]! ? b : a[i]!;
  },
  max: (o, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = b > a[i]! ? b : a[i]!;
  },
};

const numberColumn: Loops["numberColumn"] = {
  add: (o, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = a + b[i]!;
  },
  sub: (o, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = a - b[i]!;
  },
  mul: (o, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = a * b[i]!;
  },
  div: (o, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = a / b[i]!;
  },
  min: (o, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = b[i]! < a ? b[i]! : a;
  },
  max: (o, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = b[i]! > a ? b[i]! : a;
  },
};

// Each comparison counts its hits, so that a mask that is all yes or all no becomes uniform.

const compareColumns: Loops["compareColumns"] = {
  equal: (o, a, b, n) => {
    let hits = 0;
    for (let i = 0; i < n; i++) hits += o[i] = a[i]! === b[i]! ? 1 : 0;
    return hits;
  },
  notEqual: (o, a, b, n) => {
    let hits = 0;
    for (let i = 0; i < n; i++) hits += o[i] = a[i]! !== b[i]! ? 1 : 0;
    return hits;
  },
  lessThan: (o, a, b, n) => {
    let hits = 0;
    for (let i = 0; i < n; i++) hits += o[i] = a[i]! < b[i]! ? 1 : 0;
    return hits;
  },
  lessThanInclusive: (o, a, b, n) => {
    let hits = 0;
    for (let i = 0; i < n; i++) hits += o[i] = a[i]! <= b[i]! ? 1 : 0;
    return hits;
  },
  greaterThan: (o, a, b, n) => {
    let hits = 0;
    for (let i = 0; i < n; i++) hits += o[i] = a[i]! > b[i]! ? 1 : 0;
    return hits;
  },
  greaterThanInclusive: (o, a, b, n) => {
    let hits = 0;
    for (let i = 0; i < n; i++) hits += o[i] = a[i]! >= b[i]! ? 1 : 0;
    return hits;
  },
};

const compareNumber: Loops["compareNumber"] = {
  equal: (o, a, b, n) => {
    let hits = 0;
    for (let i = 0; i < n; i++) hits += o[i] = a[i]! === b ? 1 : 0;
    return hits;
  },
  notEqual: (o, a, b, n) => {
    let hits = 0;
    for (let i = 0; i < n; i++) hits += o[i] = a[i]! !== b ? 1 : 0;
    return hits;
  },
  lessThan: (o, a, b, n) => {
    let hits = 0;
    for (let i = 0; i < n; i++) hits += o[i] = a[i]! < b ? 1 : 0;
    return hits;
  },
  lessThanInclusive: (o, a, b, n) => {
    let hits = 0;
    for (let i = 0; i < n; i++) hits += o[i] = a[i]! <= b ? 1 : 0;
    return hits;
  },
  greaterThan: (o, a, b, n) => {
    let hits = 0;
    for (let i = 0; i < n; i++) hits += o[i] = a[i]! > b ? 1 : 0;
    return hits;
  },
  greaterThanInclusive: (o, a, b, n) => {
    let hits = 0;
    for (let i = 0; i < n; i++) hits += o[i] = a[i]! >= b ? 1 : 0;
    return hits;
  },
};

/** The loops in plain JavaScript, on memory of its own: for any number of paths, and the witness of the native ones. */
export const plainLoops: Loops = {
  numbers: (length) => new Float64Array(length),
  flags: (length) => new Uint8Array(length),
  words: (length) => new Uint32Array(length),
  columns,
  columnNumber,
  numberColumn,
  compareColumns,
  compareNumber,
  both: (o, x, y, n) => {
    let hits = 0;
    for (let i = 0; i < n; i++) hits += o[i] = x[i]! & y[i]!;
    return hits;
  },
  either: (o, x, y, n) => {
    let hits = 0;
    for (let i = 0; i < n; i++) hits += o[i] = x[i]! | y[i]!;
    return hits;
  },
  opposite: (o, x, n) => {
    for (let i = 0; i < n; i++) o[i] = x[i]! ^ 1;
  },
  chooseColumns: (o, m, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = m[i] === 1 ? a[i]! : b[i]!;
  },
  chooseColumnNumber: (o, m, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = m[i] === 1 ? a[i]! : b;
  },
  chooseNumberColumn: (o, m, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = m[i] === 1 ? a : b[i]!;
  },
  chooseNumbers: (o, m, a, b, n) => {
    for (let i = 0; i < n; i++) o[i] = m[i] === 1 ? a : b;
  },
  countOn: (o, m, n) => {
    for (let i = 0; i < n; i++) o[i] = (o[i]! + 1) * m[i]!;
  },
  round: (o, a, n) => {
    for (let i = 0; i < n; i++) {
      const value = a[i]!;
      o[i] = Math.floor(value) === value ? value + 0 : round(value);
    }
  },
  tidy: (o, a, n) => {
    for (let i = 0; i < n; i++) o[i] = tidy(a[i]!);
  },
  memory: undefined,
  release: () => undefined,
};
