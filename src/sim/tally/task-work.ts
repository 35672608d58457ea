import { blockWidth } from "../block.ts";
import { type BlockClaims, distanceBetween } from "./block-claims.ts";
import { type ClassCounts, openPairCounts } from "./class-counts.ts";
import { addTail } from "./class-sums.ts";
import { type Parts, writeParts } from "./influence-parts.ts";
import { addPairCubes, addPairSums, addSingleSums, pairSums } from "./influence-sums.ts";
import { addBetter, addEventPair, addMargins, type BlockEvent, writeEvent } from "./path-counts.ts";
import { addDifferencePowers, addPowers } from "./power-sums.ts";
import { openTailPair } from "./tail-pair.ts";
import { slotsOf, type TallyTask } from "./tally-plan.ts";

/** What the tasks of a tally work with. */
export type Workplace = {
  readonly tasks: readonly TallyTask[];
  /** By place. */
  readonly columns: readonly Float64Array[];
  readonly claims: BlockClaims;
  /** What the block in hand sums. */
  readonly sums: Float64Array;
  /** What the group counts, from the slot `summed` on. */
  readonly counts: Uint16Array;
  readonly summed: number;
  /** By task, what others read of it in this block: its own or, where the columns are the same, its twin's. */
  readonly parts: Parts[];
  readonly events: BlockEvent[];
  readonly classes: readonly (ClassCounts | undefined)[];
  /** By policy: a measure's influences are read only by its own pairs, which follow at once. */
  readonly partsOfPolicy: readonly Parts[];
};

/** Adds the first `count` paths of the block in hand. */
export type TaskWork = {
  readonly add: (count: number) => void;
  /** Adds to the group what was counted apart, and begins anew. */
  readonly take?: () => void;
};

/** The parts where nothing varies. */
export const still: Parts = newParts();

/** Space for the parts of a block's paths. */
export function newParts(): Parts {
  return { p: new Float64Array(blockWidth), x: new Float64Array(blockWidth) };
}

/** Opens the work of one task, by its place in the list. */
export function openTaskWork(t: number, at: Workplace): TaskWork {
  const { columns, claims, sums, counts, summed, parts, events, classes } = at;
  const task = at.tasks[t]!;
  const { places, slot } = task;
  const [a = 0, b = 0] = places;
  const first = columns[a]!;
  const second = columns[b]!;
  const areUnlike = () => claims.original(a) !== claims.original(b);
  switch (task.kind) {
    case "powers": {
      const { centre } = task;
      return {
        add: (count) => {
          if (claims.isSteady(a)) sums[slot + 3] = centre < 0 ? count : 0;
          else addPowers(first, count, centre, sums, slot);
        },
      };
    }
    case "difference": {
      const { centres } = task;
      return {
        add: (count) => {
          if (areUnlike() && !(claims.isSteady(a) && claims.isSteady(b)))
            addDifferencePowers(first, second, count, centres, sums, slot);
        },
      };
    }
    case "better":
      return {
        add: (count) => {
          if (areUnlike()) addBetter(first, second, count, sums, slot);
        },
      };
    case "chance": {
      const own: BlockEvent = { hits: 0, on: new Uint8Array(blockWidth) };
      return {
        add: (count) => {
          events[t] = own;
          sums[slot] = writeEvent(task, columns, count, own);
        },
      };
    }
    case "chancePair":
      return { add: (count) => addEventPair(events[task.a]!, events[task.b]!, count, sums, slot) };
    case "influence":
      return openInfluence(task, t, at);
    case "influencePair": {
      const { cubes, a: one, b: other } = task;
      return {
        add: (count) => {
          const [own, others] = [parts[one]!, parts[other]!];
          if (own === still && others === still) return;
          addPairSums(own, others, count, sums, slot);
          if (cubes) addPairCubes(own, others, count, sums, slot + pairSums);
        },
      };
    }
    case "tailPair": {
      const addTails = openTailPair(task);
      return { add: (count) => addTails(first, second, count, sums, slot) };
    }
    case "classes": {
      const own = classes[t]!;
      return {
        add: (count) => {
          // The one value of the pilot is every window's edge.
          if (claims.isSteady(a)) own.addSteady(first[0]!, count);
          else own.add(first, count);
        },
        take: () => own.take(counts, slot - summed),
      };
    }
    case "joint": {
      const own = openPairCounts(task, classes[task.a]!, classes[task.b]!);
      const last = slot - summed + slotsOf(task) - 1;
      let differing = 0;
      return {
        add: (count) => {
          if (claims.isSteady(a) && claims.isSteady(b)) own.addSteady(count);
          else own.add(count);
          if (areUnlike() && distanceBetween(first, second, count) !== 0) differing += 1;
        },
        take: () => {
          own.take(counts, slot - summed);
          counts[last] = differing;
          differing = 0;
        },
      };
    }
    case "tail":
      return { add: (count) => addTail(first, count, task, sums, slot) };
    case "margins":
      return { add: (count) => addMargins(first, count, task.bins, counts, slot - summed) };
  }
}

function openInfluence(
  task: Extract<TallyTask, { kind: "influence" }>,
  t: number,
  { columns, claims, sums, parts, partsOfPolicy }: Workplace,
): TaskWork {
  const { places, slot, parts: spec } = task;
  const own = partsOfPolicy[Math.floor(places[0]! / (columns.length / partsOfPolicy.length))]!;
  const [first, second] = [columns[places[0]!]!, columns[places[1]!]];
  return {
    add: (count) => {
      parts[t] = places.every(claims.isSteady) ? still : own;
      if (parts[t] === still) return;
      writeParts(spec, first, second, own);
      addSingleSums(own, count, sums, slot);
    },
  };
}
