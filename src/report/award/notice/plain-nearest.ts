import type { FactChange } from "../../../award/gate-repair.ts";
import type { Besides, NearestWin } from "../../../award/nearest-win.ts";
import type { RatingChange, WinningChange } from "../../../award/winning-change.ts";

/** The nearest changes as plain data: money in pence, marks in hundredths, facts as codes. */
export type NoticeNearest =
  | { readonly won: true; readonly marginMarks?: number }
  | {
      readonly won: false;
      readonly keptInBy?: {
        readonly facts: readonly FactChange[];
        readonly ratings: readonly RatingChange[];
        readonly after: WinningChange["after"];
      };
      /** What singles and the pair need besides: to pass the gates and, where two ratings do not reach it, the standard. */
      readonly besides: Besides;
      readonly singles: readonly WinningChange[];
      readonly pair?: WinningChange;
    };

/** Leaves the rules themselves out of what was found: a notice is data that can be written down. */
export function plainNearest(nearest: NearestWin): NoticeNearest {
  if (nearest.won) {
    const { marginMarks } = nearest;
    return { won: true, ...(marginMarks !== undefined && { marginMarks }) };
  }
  const { repairs, besides, singles, pair } = nearest;
  return {
    won: false,
    ...(repairs !== undefined && {
      keptInBy: {
        facts: repairs.gates.flatMap(({ facts }) => facts),
        ratings: repairs.standard ?? [],
        after: repairs.after,
      },
    }),
    besides,
    singles,
    ...(pair !== undefined && { pair }),
  };
}
