import { openStream, type RecalledCounts } from "./random/stream.ts";

/** Opens streams, as `openStream` does. */
type Open = typeof openStream;

/** One drawing of a world: streams that recall its counts, or note them; `end` keeps what was noted. */
export type Drawing = { readonly open: Open; readonly end: () => void };

/**
 * Keeps the counts of people that worlds are thinned to, where the worlds themselves are too large to keep: a world of the
 * same key asks for the same counts in the same order, and is given them again.
 *
 * A count takes two bytes, and `mostBytes` are kept; a world with a count that does not fit, or that there is no room
 * for, is drawn each time.
 */
export function keepCounts(mostBytes: number): {
  readonly begin: (key: string, open?: Open) => Drawing;
  readonly clear: () => void;
} {
  const kept = new Map<string, readonly Uint16Array[]>();
  let bytes = 0;
  return {
    begin: (key, open = openStream) => {
      const known = kept.get(key);
      const recalled = known === undefined ? noted(() => mostBytes - bytes) : again(known);
      return {
        open: (...of) => ({ ...open(...of), recalled: recalled.counts }),
        end: () => {
          const fresh = recalled.whole();
          if (fresh === undefined) return;
          kept.set(key, fresh);
          bytes += bytesOf(fresh);
        },
      };
    },
    clear: () => {
      kept.clear();
      bytes = 0;
    },
  };
}

type Recall = { readonly counts: RecalledCounts; readonly whole: () => readonly Uint16Array[] | undefined };

function again(known: readonly Uint16Array[]): Recall {
  let next = 0;
  const take = (out: Float64Array) => {
    out.set(known[next]!);
    next += 1;
    return true;
  };
  return { counts: { take, note: () => {} }, whole: () => undefined };
}

function noted(room: () => number): Recall {
  const fresh: Uint16Array[] = [];
  let bytes = 0;
  let fits = true;
  const note = (out: Float64Array, length: number) => {
    bytes += 2 * length;
    fits &&= bytes <= room();
    if (!fits) return void fresh.splice(0);
    const counts = Uint16Array.from(out.subarray(0, length));
    for (let i = 0; i < length && fits; i++) fits = counts[i] === out[i];
    fresh.push(counts);
  };
  return { counts: { take: () => false, note }, whole: () => (fits ? fresh : undefined) };
}

function bytesOf(list: readonly Uint16Array[]): number {
  return list.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
