import { openStream, type Stream } from "./random/stream.ts";
import type { Sampling } from "./sampling.ts";

/** Where the luck of a block comes from: a seed, the block, and what is done to single purposes. */
export type Luck = {
  readonly seed: string;
  readonly block: number;
  /** Quasi-random futures draw people of several months together; at random where left out. */
  readonly sampling?: Sampling;
  /** Purposes drawn with another seed. */
  readonly rekeyed?: Readonly<Record<string, string>>;
  /** Purposes held at one quantile, in [0, 1). */
  readonly pinned?: Readonly<Record<string, number>>;
  /** Which of several contracts is drawn, and the purposes that all of them share. */
  readonly contract?: { readonly id: string; readonly common: ReadonlySet<string> };
  /** Opens a stream by seed, name and block; seedrandom's alea where left out. */
  readonly open?: typeof openStream;
};

const TWO_TO_32 = 4294967296;

function pinnedAt(word: number): Stream {
  return {
    fill: (out, length) => void out.fill(word / TWO_TO_32, 0, length),
    words: (out, length) => void out.fill(word, 0, length),
  };
}

/**
 * The uniform numbers of one purpose: one stream for a seed, a purpose and a block, whoever asks. A purpose may be drawn
 * in several parts, each with a stream of its own.
 */
export function luckOf(luck: Luck, purpose: string, part?: string): Stream {
  const pin = luck.pinned?.[purpose];
  if (pin !== undefined) return pinnedAt(Math.floor(pin * TWO_TO_32));
  const { contract } = luck;
  const name = part === undefined ? purpose : `${purpose}|${part}`;
  const stream = contract === undefined || contract.common.has(purpose) ? name : `${contract.id}/${name}`;
  return (luck.open ?? openStream)(luck.rekeyed?.[purpose] ?? luck.seed, stream, luck.block);
}
