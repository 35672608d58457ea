import type { Loops } from "../engine/loops.ts";
import { openNativeLoops } from "../engine/native/native-loops.ts";
import { nativeMemoryFull } from "../engine/native/region.ts";
import { plainLoops } from "../engine/plain-loops.ts";
import { type OpenWorlds, openWorlds } from "./block.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import { openWorld } from "./draw-world.ts";
import { keepCounts } from "./kept-counts.ts";
import type { Lever } from "./lever.ts";
import type { Luck } from "./luck.ts";
import { openSampling } from "./quasi/open-sampling.ts";
import type { World } from "./world.ts";

/** The worlds of a few blocks of one scenario, each drawn once and kept: terms and prices do not change them. */
export type KeptWorlds = {
  readonly open: OpenWorlds;
  /** The world of some blocks under levers that were drawn already: their first, and futures in all of them. */
  readonly drawn: (levers: string, block: number, width: number) => World | undefined;
  readonly scenario: CheckedScenario["scenario"];
  /** Gives the memory back: no world of it may be used any more. */
  readonly close: () => void;
};

/** Memory of worlds that are kept: half of what a thread has, so that settling has the other half. */
const mostBytes = 128 * 1024 * 1024;
/** Memory of counts that are kept of worlds that are not. */
const mostCountBytes = 64 * 1024 * 1024;

/**
 * Keeps the worlds of a scenario for one seed, as many as there is memory for. What it has in common with the scenario of
 * worlds kept `beside` is not drawn again. Worlds of several contracts are large: of them the counts of people are kept.
 */
export function keepWorlds(checked: CheckedScenario, beside?: KeptWorlds): KeptWorlds {
  const kept = new Map<string, World>();
  const keyOf = (levers: string, block: number, width: number) => `${block} ${width} ${levers}`;
  const counts = keepCounts(mostCountBytes);
  const opened: Loops[] = [];
  let bytes = 0;
  let largest = 0;
  const { scenario, timeline } = checked;
  const withSampling = openSampling(checked);
  /** Draws a world into memory of its own; nothing where there is not enough. */
  const draw = (levers: readonly Lever[], luck: Luck, width: number): World | undefined => {
    const loops = openNativeLoops() ?? plainLoops;
    const before = beside?.drawn(JSON.stringify(levers), luck.block, width);
    const beginning = before && { scenario: beside!.scenario, world: before };
    try {
      const world = openWorld(scenario, timeline, levers, width, loops, beginning)(withSampling(luck));
      opened.push(loops);
      return world;
    } catch (error) {
      loops.release();
      if (error !== nativeMemoryFull) throw error;
      return undefined;
    }
  };
  return {
    scenario,
    drawn: (levers, block, width) => kept.get(keyOf(levers, block, width)),
    open: (asked, levers, loops, width) => {
      const under = `${width} ${JSON.stringify(levers)}`;
      const recalled = (luck: Luck, draw: (luck: Luck) => World): World => {
        const key = `${luck.contract?.id ?? ""} ${luck.block} ${under}`;
        const drawing = counts.begin(key, luck.open);
        const world = draw({ ...luck, open: drawing.open });
        drawing.end();
        return world;
      };
      if (asked.contracts.length > 0) return openWorlds(asked, levers, loops, width, recalled);
      const own = JSON.stringify(levers[0]);
      let drawAnew: ((luck: Luck) => readonly World[]) | undefined;
      return (luck) => {
        const key = keyOf(own, luck.block, width);
        const known = kept.get(key);
        if (known !== undefined) return [known];
        const world = bytes + largest > mostBytes ? undefined : draw(levers[0]!, luck, width);
        if (world === undefined) {
          bytes = mostBytes;
          largest = mostBytes;
          drawAnew ??= openWorlds(asked, levers, loops, width, recalled);
          return drawAnew(luck);
        }
        const size = bytesOf(world);
        bytes += size;
        largest = Math.max(largest, size);
        kept.set(key, world);
        return [world];
      };
    },
    close: () => {
      kept.clear();
      counts.clear();
      for (const loops of opened.splice(0)) loops.release();
    },
  };
}

/** About how much memory the columns of a world take. */
function bytesOf({ width, stages, referrals }: World): number {
  const cells = stages.reduce((sum, stage) => sum + stage.cells.flat().length, 0);
  // Four columns a cell; a dozen a month for people, conditions and costs, and two for each stage.
  return (4 * cells + (12 + 2 * stages.length) * referrals.length) * width * 8;
}
