import { isInputFault } from "../engine/input-fault.ts";
import type { Problem } from "../engine/problem.ts";
import { type BlockRunner, openBlocks, type ScaledPolicy } from "../sim/block.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { openRun, type RunSpec } from "../sim/run-spec.ts";

/** What a worker is asked: to open a run, or to settle one block of it. */
export type WorkerRequest =
  | { readonly kind: "open"; readonly spec: RunSpec }
  | {
      readonly kind: "block";
      readonly id: number;
      readonly block: number;
      readonly policies: readonly ScaledPolicy[];
    };

/** What a worker answers. */
export type WorkerAnswer =
  | { readonly kind: "ready" }
  | { readonly kind: "block"; readonly id: number; readonly block: number; readonly results: Float64Array }
  | {
      readonly kind: "failed";
      readonly message: string;
      readonly problem?: Problem;
      /** The block that could not be settled, and the round it belongs to; none where the run could not be opened. */
      readonly id?: number;
      readonly block?: number;
    };

/** Opens what a worker does with requests, wherever it runs; answers come back in the order of the requests. */
export function openWorkerTask(): (request: WorkerRequest) => WorkerAnswer {
  let run: { checked: CheckedScenario; seed: string } | undefined;
  let blocks: { key: string; runner: BlockRunner } | undefined;
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
      const key = JSON.stringify(request.policies);
      if (blocks?.key !== key) {
        blocks?.runner.close();
        blocks = undefined;
        blocks = { key, runner: openBlocks(run.checked, request.policies) };
      }
      const results = blocks.runner.run({ seed: run.seed, block: request.block });
      return { kind: "block", id: request.id, block: request.block, results };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return {
        kind: "failed",
        message,
        ...(isInputFault(error) && { problem: error.problem }),
        ...(request.kind === "block" && { id: request.id, block: request.block }),
      };
    }
  };
}
