import type { Loops } from "../loops.ts";
import { columnLoopsBase64 } from "./column-loops-wasm.ts";
import { machineOfThread, openModule } from "./machine.ts";
import type { Region } from "./region.ts";
import type { NativeExports } from "./web-assembly.ts";

let columnLoops: NativeExports | "none" | undefined;

/**
 * Opens the loops in WebAssembly, with a region of memory for one run; undefined where there is none.
 * The number of paths must be a multiple of 16, and every column that loops read or write must come from these loops.
 */
export function openNativeLoops(): Loops | undefined {
  const machine = machineOfThread();
  if (machine === undefined) return undefined;
  columnLoops ??= openModule(machine, columnLoopsBase64) ?? "none";
  if (columnLoops === "none") return undefined;
  return loopsIn(machine.openRegion(), machine.memory.buffer, columnLoops);
}

type Run = NativeExports[string];
type Columns = (o: Float64Array, a: Float64Array, b: Float64Array, n: number) => void;

function loopsIn(region: Region, buffer: ArrayBuffer, w: NativeExports): Loops {
  const columns = (run: Run): Columns => {
    return (o, a, b, n) => run(o.byteOffset, a.byteOffset, b.byteOffset, n);
  };
  const columnNumber = (run: Run) => (o: Float64Array, a: Float64Array, b: number, n: number) =>
    run(o.byteOffset, a.byteOffset, b, n);
  const numberColumn = (run: Run) => (o: Float64Array, a: number, b: Float64Array, n: number) =>
    run(o.byteOffset, a, b.byteOffset, n);
  const compareColumns = (run: Run) => {
    return (o: Uint8Array, a: Float64Array, b: Float64Array, n: number) =>
      run(o.byteOffset, a.byteOffset, b.byteOffset, n);
  };
  const compareNumber = (run: Run) => (o: Uint8Array, a: Float64Array, b: number, n: number) =>
    run(o.byteOffset, a.byteOffset, b, n);
  return {
    numbers: (length) => new Float64Array(buffer, region.take(length * 8), length),
    flags: (length) => new Uint8Array(buffer, region.take(length), length),
    words: (length) => new Uint32Array(buffer, region.take(length * 4), length),
    columns: {
      add: columns(w.addColumns!),
      sub: columns(w.subColumns!),
      mul: columns(w.mulColumns!),
      div: columns(w.divColumns!),
      min: columns(w.minColumns!),
      max: columns(w.maxColumns!),
    },
    columnNumber: {
      add: columnNumber(w.addNumber!),
      sub: columnNumber(w.subNumber!),
      mul: columnNumber(w.mulNumber!),
      div: columnNumber(w.divNumber!),
      min: columnNumber(w.minNumber!),
      max: columnNumber(w.maxNumber!),
    },
    numberColumn: {
      add: numberColumn(w.numberAdd!),
      sub: numberColumn(w.numberSub!),
      mul: numberColumn(w.numberMul!),
      div: numberColumn(w.numberDiv!),
      min: numberColumn(w.numberMin!),
      max: numberColumn(w.numberMax!),
    },
    compareColumns: {
      equal: compareColumns(w.equalColumns!),
      notEqual: compareColumns(w.notEqualColumns!),
      lessThan: compareColumns(w.lessThanColumns!),
      lessThanInclusive: compareColumns(w.lessThanInclusiveColumns!),
      greaterThan: compareColumns(w.greaterThanColumns!),
      greaterThanInclusive: compareColumns(w.greaterThanInclusiveColumns!),
    },
    compareNumber: {
      equal: compareNumber(w.equalNumber!),
      notEqual: compareNumber(w.notEqualNumber!),
      lessThan: compareNumber(w.lessThanNumber!),
      lessThanInclusive: compareNumber(w.lessThanInclusiveNumber!),
      greaterThan: compareNumber(w.greaterThanNumber!),
      greaterThanInclusive: compareNumber(w.greaterThanInclusiveNumber!),
    },
    both: (o, x, y, n) => w.both!(o.byteOffset, x.byteOffset, y.byteOffset, n),
    either: (o, x, y, n) => w.either!(o.byteOffset, x.byteOffset, y.byteOffset, n),
    opposite: (o, x, n) => w.opposite!(o.byteOffset, x.byteOffset, n),
    chooseColumns: (o, m, a, b, n) =>
      w.chooseColumns!(o.byteOffset, m.byteOffset, a.byteOffset, b.byteOffset, n),
    chooseColumnNumber: (o, m, a, b, n) =>
      w.chooseColumnNumber!(o.byteOffset, m.byteOffset, a.byteOffset, b, n),
    chooseNumberColumn: (o, m, a, b, n) =>
      w.chooseNumberColumn!(o.byteOffset, m.byteOffset, a, b.byteOffset, n),
    chooseNumbers: (o, m, a, b, n) => w.chooseNumbers!(o.byteOffset, m.byteOffset, a, b, n),
    countOn: (o, m, n) => w.countOn!(o.byteOffset, m.byteOffset, n),
    round: (o, a, n) => w.round!(o.byteOffset, a.byteOffset, n),
    tidy: (o, a, n) => w.tidy!(o.byteOffset, a.byteOffset, n),
    memory: { buffer },
    release: region.release,
  };
}
