import type { Loops } from "../engine/loops.ts";
import { openNativeLoops } from "../engine/native/native-loops.ts";
import { nativeMemoryFull } from "../engine/native/region.ts";
import { plainLoops } from "../engine/plain-loops.ts";
import { blockWidth, type OpenWorlds, openWorlds } from "./block.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import { openWorld } from "./draw-world.ts";
import type { Lever } from "./lever.ts";
import type { Luck } from "./luck.ts";
import type { World } from "./world.ts";

/** The worlds of a few blocks of one scenario, each drawn once and kept: terms and prices do not change them. */
export type KeptWorlds = {
  readonly open: OpenWorlds;
  /** The world of a block under levers that were drawn already. */
  readonly drawn: (levers: string, block: number) => World | undefined;
  readonly scenario: CheckedScenario["scenario"];
  /** Gives the memory back: no world of it may be used any more. */
  readonly close: () => void;
};

/**
 * Keeps the worlds of a scenario for one seed. What it has in common with the scenario of worlds kept `beside` is not
 * drawn again. Worlds of several contracts are large, and are drawn each time.
 */
export function keepWorlds(checked: CheckedScenario, beside?: KeptWorlds): KeptWorlds {
  const native = openNativeLoops();
  const kept = new Map<string, Map<number, World>>();
  const { scenario, timeline } = checked;
  const draw = (levers: readonly Lever[], key: string, luck: Luck): World => {
    const before = beside?.drawn(key, luck.block);
    const inLoops = (loops: Loops) =>
      openWorld(
        scenario,
        timeline,
        levers,
        blockWidth,
        loops,
        before && { scenario: beside!.scenario, world: before },
      )(luck);
    try {
      return inLoops(native ?? plainLoops);
    } catch (error) {
      if (error !== nativeMemoryFull) throw error;
      return inLoops(plainLoops);
    }
  };
  return {
    scenario,
    drawn: (levers, block) => kept.get(levers)?.get(block),
    open: (asked, levers, loops) => {
      if (asked.contracts.length > 0) return openWorlds(asked, levers, loops);
      const key = JSON.stringify(levers[0]);
      const worlds = kept.get(key) ?? new Map<number, World>();
      kept.set(key, worlds);
      return (luck) => {
        const world = worlds.get(luck.block) ?? draw(levers[0]!, key, luck);
        worlds.set(luck.block, world);
        return [world];
      };
    },
    close: () => {
      kept.clear();
      native?.release();
    },
  };
}
