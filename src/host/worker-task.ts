import { isInputFault } from "../engine/input-fault.ts";
import type { Problem } from "../engine/problem.ts";
import { type BlockRunner, openBlocks, type ScaledPolicy } from "../sim/block.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { openRun, type RunSpec } from "../sim/run-spec.ts";
import { type BlockTally, openBlockTally } from "../sim/tally/tally-blocks.ts";
import type { TallyPlan } from "../sim/tally/tally-plan.ts";
import { type BlockPacket, packBlock } from "./block-packet.ts";
import { packTally, type TallyPacket } from "./tally-packet.ts";
import { tallyGroup } from "./tally-task.ts";

/**
 * What a worker is asked: to open a run, to settle some blocks of it, or to settle and tally one group of blocks by the
 * plan that was given last.
 */
export type WorkerRequest =
  | { readonly kind: "open"; readonly spec: RunSpec }
  | {
      readonly kind: "block";
      readonly id: number;
      /** The number of the first block. */
      readonly job: number;
      readonly blocks: number;
      readonly policies: readonly ScaledPolicy[];
    }
  | TallyBegin
  | {
      readonly kind: "tally";
      readonly id: number;
      /** The number of the group. */
      readonly job: number;
    };

/** What all groups of a tally have in common. */
export type TallyBegin = {
  readonly kind: "begin tally";
  readonly id: number;
  readonly policies: readonly ScaledPolicy[];
  readonly paths: number;
  readonly plan: TallyPlan;
};

/** What a worker answers; it says nothing to the beginning of a tally. */
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

/** Opens what a worker does with requests, wherever it runs; answers come back in the order of the requests. */
export function openWorkerTask(): (request: WorkerRequest) => WorkerAnswer | undefined {
  let run: { checked: CheckedScenario; seed: string } | undefined;
  let blocks: { key: string; runner: BlockRunner } | undefined;
  let begun: TallyBegin | undefined;
  let tallying: { id: number; tally: BlockTally } | undefined;
  return (request) => {
    try {
      if (request.kind === "open") {
        const { checked, problems } = openRun(request.spec);
        if (checked === undefined)
          return {
            kind: "failed",
            message: "the run cannot be opened",
            ...(problems[0] && { problem: problems[0] }),
          };
        run = { checked, seed: request.spec.seed };
        blocks?.runner.close();
        blocks = undefined;
        return { kind: "ready" };
      }
      if (run === undefined) return { kind: "failed", message: "no run is open" };
      if (request.kind === "begin tally") {
        begun = request;
        return undefined;
      }
      const { policies } = request.kind === "block" ? request : begun!;
      const key = JSON.stringify(policies);
      if (blocks?.key !== key) {
        blocks?.runner.close();
        blocks = undefined;
        blocks = { key, runner: openBlocks(run.checked, policies) };
      }
      const { id, job } = request;
      const { seed } = run;
      if (request.kind === "block")
        return { kind: "block", id, job, packets: packetsOf(blocks.runner, seed, job, request.blocks) };
      const { plan, paths } = begun!;
      if (tallying?.id !== id) tallying = { id, tally: openBlockTally(plan, blocks.runner.places) };
      const tally = tallyGroup(blocks.runner, tallying.tally, { seed, group: job, paths });
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

function packetsOf(runner: BlockRunner, seed: string, first: number, blocks: number): BlockPacket[] {
  const packets: BlockPacket[] = [];
  for (let block = first; block < first + blocks; block += runner.blocks)
    packets.push(packBlock(block, runner.run({ seed, block })));
  return packets;
}

/** Memory that goes over with an answer instead of being copied. */
export function movedWith(answer: WorkerAnswer): ArrayBuffer[] {
  if (answer.kind === "block") return answer.packets.map(({ numbers }) => numbers.buffer as ArrayBuffer);
  if (answer.kind !== "tally") return [];
  const { sums, counts, values } = answer.tally;
  return [sums, counts, values].map(({ buffer }) => buffer as ArrayBuffer);
}
