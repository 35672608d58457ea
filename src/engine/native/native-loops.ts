import type { Loops } from "../loops.ts";
import { columnLoopsBase64 } from "./column-loops-wasm.ts";
import { machineOfThread, openModule } from "./machine.ts";
import { addressOf, placed } from "./placed.ts";
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
    return (o, a, b, n) => run(addressOf(o), addressOf(a), addressOf(b), n);
  };
  const columnNumber = (run: Run) => (o: Float64Array, a: Float64Array, b: number, n: number) =>
    run(addressOf(o), addressOf(a), b, n);
  const numberColumn = (run: Run) => (o: Float64Array, a: number, b: Float64Array, n: number) =>
    run(addressOf(o), a, addressOf(b), n);
  const compareColumns = (run: Run) => {
    return (o: Uint8Array, a: Float64Array, b: Float64Array, n: number) =>
      run(addressOf(o), addressOf(a), addressOf(b), n);
  };
  const compareNumber = (run: Run) => (o: Uint8Array, a: Float64Array, b: number, n: number) =>
    run(addressOf(o), addressOf(a), b, n);
  return {
    numbers: (length) => placed(new Float64Array(buffer, region.take(length * 8), length)),
    flags: (length) => placed(new Uint8Array(buffer, region.take(length), length)),
    words: (length) => placed(new Uint32Array(buffer, region.take(length * 4), length)),
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
    both: (o, x, y, n) => w.both!(addressOf(o), addressOf(x), addressOf(y), n),
    either: (o, x, y, n) => w.either!(addressOf(o), addressOf(x), addressOf(y), n),
    opposite: (o, x, n) => w.opposite!(addressOf(o), addressOf(x), n),
    chooseColumns: (o, m, a, b, n) =>
      w.chooseColumns!(addressOf(o), addressOf(m), addressOf(a), addressOf(b), n),
    chooseColumnNumber: (o, m, a, b, n) =>
      w.chooseColumnNumber!(addressOf(o), addressOf(m), addressOf(a), b, n),
    chooseNumberColumn: (o, m, a, b, n) =>
      w.chooseNumberColumn!(addressOf(o), addressOf(m), a, addressOf(b), n),
    chooseNumbers: (o, m, a, b, n) => w.chooseNumbers!(addressOf(o), addressOf(m), a, b, n),
    countOn: (o, m, n) => w.countOn!(addressOf(o), addressOf(m), n),
    round: (o, a, n) => w.round!(addressOf(o), addressOf(a), n),
    tidy: (o, a, n) => w.tidy!(addressOf(o), addressOf(a), n),
    memory: { buffer },
    release: region.release,
  };
}
