import type { Column } from "../engine/column.ts";
import type { Loops } from "../engine/loops.ts";
import { type Luck, luckOf } from "./luck.ts";
import { nativeDrawsOf } from "./native/native-draws.ts";
import { openPoissonCounts } from "./random/poisson-counts.ts";
import type { Stream } from "./random/stream.ts";

/** Tables by mean, built as means are met and the same for every run. */
const poisson = openPoissonCounts();

/** Draws how many are referred, month by month in their order, on the luck of referrals. */
export type ReferralCounts = {
  readonly begin: (luck: Luck) => void;
  /** Draws the next months of a block, all at one mean a path, which is 0 or more. */
  readonly draw: (mean: Column, referrals: readonly Column[]) => void;
};

/** Opens the drawing of at most so many months, in blocks of so many paths. */
export function openReferralCounts(months: number, width: number, loops: Loops): ReferralCounts {
  const native = nativeDrawsOf(loops);
  const words = Array.from({ length: native === undefined ? 0 : months }, () => loops.words(width));
  const uniforms = new Float64Array(native === undefined ? width : 0);
  let stream: Stream | undefined;
  return {
    begin: (luck) => {
      stream = luckOf(luck, "referrals");
    },
    draw: (mean, referrals) => {
      if (mean.uniform) mean.data.fill(mean.value);
      const counts = referrals.map(({ data }) => data);
      if (native !== undefined) {
        const own = words.slice(0, counts.length);
        for (const month of own) stream!.words(month, width);
        native.poissons(mean.data, own, counts, width);
      } else {
        for (const month of counts) {
          stream!.fill(uniforms, width);
          poisson(mean.data, uniforms, month, width);
        }
      }
      for (const column of referrals) {
        column.uniform = false;
        column.count = true;
      }
    },
  };
}
