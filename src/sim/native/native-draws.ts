import type { Loops } from "../../engine/loops.ts";
import { type Machine, machineOfThread, openModule } from "../../engine/native/machine.ts";
import type { NativeExports } from "../../engine/native/web-assembly.ts";
import { drawLoopsBase64 } from "./draw-loops-wasm.ts";
import { openNativeBinomials } from "./native-binomials.ts";
import { openNativePoissons } from "./native-poissons.ts";

/** Draws and cash in WebAssembly, on the memory of the column loops; every array must lie in it. */
export type NativeDraws = {
  readonly loops: NativeExports;
  readonly buffer: ArrayBuffer;
  /** As `openPoissonCounts`, at words of luck. */
  readonly poissons: (means: Float64Array, words: Uint32Array, out: Float64Array, length: number) => void;
  /** As `openBinomialCounts` of a rate inside (0, 1), at words of luck. */
  readonly binomials: (
    rate: number,
    trials: Float64Array,
    words: Uint32Array,
    out: Float64Array,
    length: number,
  ) => void;
  /** As `binomialCountsVaryingRate`, at words of luck. */
  readonly binomialsVaryingRate: (
    trials: Float64Array,
    rates: Float64Array,
    words: Uint32Array,
    out: Float64Array,
    length: number,
  ) => void;
  /** Brings a state (carry and three numbers, times 2^32) forward by the numbers that fill `out`. */
  readonly fill: (out: Float64Array | Uint32Array, length: number, state: Float64Array) => void;
};

let draws: NativeDraws | "none" | undefined;

/** The native draws of this thread, where the loops are native; undefined where they are plain. */
export function nativeDrawsOf(loops: Loops): NativeDraws | undefined {
  return loops.memory === undefined ? undefined : nativeDrawsOfThread();
}

/** The native draws of this thread; undefined where there is no WebAssembly. */
export function nativeDrawsOfThread(): NativeDraws | undefined {
  draws ??= openNativeDraws() ?? "none";
  return draws === "none" ? undefined : draws;
}

function openNativeDraws(): NativeDraws | undefined {
  const machine = machineOfThread();
  const loops = machine && openModule(machine, drawLoopsBase64);
  if (loops === undefined) return undefined;
  const { buffer } = machine!.memory;
  const region = machine!.openRegion();
  const check = inMemory(machine!);
  const poissons = openNativePoissons(loops, buffer, region);
  const { counts, countsVaryingRate } = openNativeBinomials(loops, buffer, region);
  const state = new Float64Array(buffer, region.take(32), 4);
  return {
    loops,
    buffer,
    poissons: (means, words, out, length) => {
      check(means, words, out);
      poissons(means, words, out, length);
    },
    binomials: (rate, trials, words, out, length) => {
      check(trials, words, out);
      counts(rate, trials, words, out, length);
    },
    binomialsVaryingRate: (trials, rates, words, out, length) => {
      check(trials, rates, words, out);
      countsVaryingRate(trials, rates, words, out, length);
    },
    fill: (out, length, of) => {
      check(out);
      state.set(of);
      if (out instanceof Uint32Array) loops.fillWords!(out.byteOffset, length, state.byteOffset);
      else loops.fillFractions!(out.byteOffset, length, state.byteOffset);
      of.set(state);
    },
  };
}

/** An address says nothing of the memory that it is of: an array from elsewhere would be read as something else. */
function inMemory({ memory }: Machine): (...arrays: (Float64Array | Uint32Array)[]) => void {
  return (...arrays) => {
    for (const array of arrays)
      if (array.buffer !== memory.buffer) throw new Error("an array that is not in native memory");
  };
}
