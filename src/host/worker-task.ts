import { isInputFault } from "../engine/input-fault.ts";
import type { Problem } from "../engine/problem.ts";
import { type BlockRunner, openBlocks, type ScaledPolicy } from "../sim/block.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { openRun, type RunSpec } from "../sim/run-spec.ts";
import { type TriedWorld, withTried } from "../sim/solve/tried-world.ts";
import { type BlockTally, openBlockTally } from "../sim/tally/tally-blocks.ts";
import type { TallyPlan } from "../sim/tally/tally-plan.ts";
import { atOnce, type Parts } from "../sim/turns.ts";
import { type BlockPacket, packBlock } from "./block-packet.ts";
import { openSharedWriting, type SharedColumns, type SharedWriting } from "./shared-columns.ts";
import { packTally, type TallyPacket } from "./tally-packet.ts";
import { tallyGroupInParts } from "./tally-task.ts";

/**
 * What a worker is asked: to open a run, to settle some blocks of it, or to settle and tally one group of blocks, each
 * as the last beginning says; and to give back its memory, where its thread goes on.
 */
export type WorkerRequest =
  | { readonly kind: "open"; readonly spec: RunSpec }
  | BlocksBegin
  | {
      readonly kind: "block";
      readonly id: number;
      /** The number of the first block. */
      readonly job: number;
      readonly blocks: number;
    }
  | TallyBegin
  | {
      readonly kind: "tally";
      readonly id: number;
      /** The number of the group. */
      readonly job: number;
    }
  | { readonly kind: "close" };

/** What all blocks of a round have in common: the policies, the columns that are kept, and where they are shared. */
export type BlocksBegin = {
  readonly kind: "begin blocks";
  readonly id: number;
  readonly policies: readonly ScaledPolicy[];
  readonly columns: readonly string[];
  /** Blocks that are drawn and settled together. */
  readonly together: number;
  /** What is tried on the world of the scenario. */
  readonly tried?: TriedWorld;
  /** Memory that columns are written to; where left out they are sent. */
  readonly shared?: SharedColumns;
};

/** What all groups of a tally have in common. */
export type TallyBegin = {
  readonly kind: "begin tally";
  readonly id: number;
  readonly policies: readonly ScaledPolicy[];
  readonly paths: number;
  readonly plan: TallyPlan;
};

/** What a worker answers; it says nothing to a beginning or an end. */
export type WorkerAnswer =
  | { readonly kind: "ready" }
  | {
      readonly kind: "block";
      readonly id: number;
      readonly job: number;
      readonly packets: readonly BlockPacket[];
    }
  | { readonly kind: "tally"; readonly id: number; readonly job: number; readonly tally: TallyPacket }
  | {
      readonly kind: "failed";
      readonly message: string;
      readonly problem?: Problem;
      /** The job that could not be done, and the round it belongs to; none where the run could not be opened. */
      readonly id?: number;
      readonly job?: number;
    };

/** A tally takes all columns of the world as it is. */
const ofTally = { columns: undefined, together: undefined, tried: undefined };

/** A run that is open already, for a worker on the thread that has opened it. */
export type KnownRun = { readonly checked: CheckedScenario; readonly seed: string };

/** Opens what a worker does with requests, wherever it runs; answers come back in the order of the requests. */
export function openWorkerTask(): (request: WorkerRequest) => WorkerAnswer | undefined {
  const inParts = openWorkerParts();
  return (request) => atOnce(inParts(request));
}

/** Opens the same in parts, between which others may have a turn; with `known` a run is not opened again. */
export function openWorkerParts(
  known?: KnownRun,
): (request: WorkerRequest) => Parts<WorkerAnswer | undefined> {
  let run: KnownRun | undefined;
  let blocks: { key: string; runner: BlockRunner } | undefined;
  let begun: BlocksBegin | TallyBegin | undefined;
  let writing: SharedWriting | undefined;
  let tallying: { id: number; tally: BlockTally } | undefined;

  const runnerOf = ({ checked }: KnownRun): BlockRunner => {
    const { policies } = begun!;
    const { columns, together, tried } = begun!.kind === "begin blocks" ? begun! : ofTally;
    const key = JSON.stringify([policies, columns, together, tried]);
    if (blocks?.key !== key) {
      close();
      const options = { ...(columns && { columns }), ...(together && { blocks: together }) };
      blocks = { key, runner: openBlocks(withTried(checked, tried), policies, undefined, options) };
    }
    return blocks.runner;
  };
  const close = () => {
    blocks?.runner.close();
    blocks = undefined;
  };
  return function* (request) {
    try {
      if (request.kind === "close") {
        close();
        return undefined;
      }
      if (request.kind === "open") {
        const { checked, problems } = known ? { ...known, problems: [] } : openRun(request.spec);
        if (checked === undefined)
          return {
            kind: "failed",
            message: "the run cannot be opened",
            ...(problems[0] && { problem: problems[0] }),
          };
        run = { checked, seed: request.spec.seed };
        close();
        return { kind: "ready" };
      }
      if (run === undefined) return { kind: "failed", message: "no run is open" };
      if (request.kind === "begin blocks") {
        begun = request;
        writing = request.shared && openSharedWriting(request.shared);
        return undefined;
      }
      if (request.kind === "begin tally") {
        begun = request;
        return undefined;
      }
      const { id, job } = request;
      const { seed } = run;
      const runner = runnerOf(run);
      if (request.kind === "block") {
        const packets: BlockPacket[] = [];
        for (let block = job; block < job + request.blocks; block += runner.blocks) {
          const result = runner.run({ seed, block });
          packets.push(writing === undefined ? packBlock(block, result) : writing(block, result));
          yield;
        }
        return { kind: "block", id, job, packets };
      }
      const { plan, paths } = begun as TallyBegin;
      if (tallying?.id !== id) tallying = { id, tally: openBlockTally(plan, runner.places) };
      const tally = yield* tallyGroupInParts(runner, tallying.tally, { seed, group: job, paths });
      return { kind: "tally", id, job, tally: packTally(tally) };
    } catch (error) {
      // What a group left half done must not enter another.
      tallying = undefined;
      const message = error instanceof Error ? error.message : String(error);
      return {
        kind: "failed",
        message,
        ...(isInputFault(error) && { problem: error.problem }),
        ...("job" in request && { id: request.id, job: request.job }),
      };
    }
  };
}

/** Memory that goes over with an answer instead of being copied. */
export function movedWith(answer: WorkerAnswer): ArrayBuffer[] {
  if (answer.kind === "block") return answer.packets.map(({ numbers }) => numbers.buffer as ArrayBuffer);
  if (answer.kind !== "tally") return [];
  const { sums, counts, values } = answer.tally;
  return [sums, counts, values].map(({ buffer }) => buffer as ArrayBuffer);
}
