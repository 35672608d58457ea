import { luckOf } from "../../sim/luck.ts";
import { quantileFunction } from "../../sim/random/distribution.ts";
import type { StandingOffer } from "./standing-offer.ts";

/** One standing offer of a portfolio, with what luck gave it in each future of some blocks. */
export type Slot = {
  /** Place of its offer in the portfolio. */
  readonly offer: number;
  /** 1 where it is called off. */
  readonly isCalledOff: Uint8Array;
  /** Months from the offer to the contract, where there is one. */
  readonly waits: Uint8Array;
};

/**
 * Prepares the drawing of call-offs and waits: luck of its own for each standing offer, so that one more leaves the
 * others as they were.
 */
export function openCallOffs(offers: readonly StandingOffer[], width: number) {
  const uniforms = new Float64Array(width);
  const slots = offers.flatMap(({ before }, offer) => {
    const calledOff = quantileFunction({ kind: "bernoulli", p: before.callOffShare });
    return Array.from({ length: before.standing }, (_, number) => ({
      part: `${offer + 1}.${number + 1}`,
      before,
      calledOff,
      slot: { offer, isCalledOff: new Uint8Array(width), waits: new Uint8Array(width) } satisfies Slot,
    }));
  });
  return {
    slots: slots.map(({ slot }): Slot => slot),
    /** Fills the slots with the luck of the blocks from one on. */
    draw: (seed: string, block: number): void => {
      for (const { part, before, calledOff, slot } of slots) {
        luckOf({ seed, block }, "before.callOff", part).fill(uniforms, width);
        for (let i = 0; i < width; i++) slot.isCalledOff[i] = calledOff(uniforms[i]!);
        luckOf({ seed, block }, "before.delay", part).fill(uniforms, width);
        for (let i = 0; i < width; i++) slot.waits[i] = before.waits.months(uniforms[i]!);
      }
    },
  };
}
