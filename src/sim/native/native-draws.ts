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
  /** As `openPoissonCounts`, at words of luck: of several months that have their means in common. */
  readonly poissons: (
    means: Float64Array,
    words: readonly Uint32Array[],
    outs: readonly Float64Array[],
    length: number,
  ) => void;
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
  /**
   * Brings a state (carry and three numbers, times 2^32) forward by the numbers that fill `out` from one place up to
   * another; it may lie anywhere.
   */
  readonly fill: (out: Float64Array | Uint32Array, from: number, to: number, state: Float64Array) => void;
};

/** Numbers that pass at a time into memory that is not native. */
const passing = 512;

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
  const { counts, countsVaryingRate } = openNativeBinomials(loops, buffer, machine!.openRegion);
  const state = new Float64Array(buffer, region.take(32), 4);
  const fractions = new Float64Array(buffer, region.take(passing * 8), passing);
  const words = new Uint32Array(buffer, region.take(passing * 4), passing);
  return {
    loops,
    buffer,
    poissons: (means, words, outs, length) => {
      check(means, ...words, ...outs);
      poissons(means, words, outs, length);
    },
    binomials: (rate, trials, words, out, length) => {
      check(trials, words, out);
      counts(rate, trials, words, out, length);
    },
    binomialsVaryingRate: (trials, rates, words, out, length) => {
      check(trials, rates, words, out);
      countsVaryingRate(trials, rates, words, out, length);
    },
    fill: (out, from, to, of) => {
      state.set(of);
      const isWords = out instanceof Uint32Array;
      const run = isWords ? loops.fillWords! : loops.fillFractions!;
      if (out.buffer === buffer)
        run(out.byteOffset + from * out.BYTES_PER_ELEMENT, to - from, state.byteOffset);
      else {
        const through = isWords ? words : fractions;
        for (let at = from; at < to; at += passing) {
          const part = Math.min(passing, to - at);
          run(through.byteOffset, part, state.byteOffset);
          out.set(part === passing ? through : through.subarray(0, part), at);
        }
      }
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
