import { nearestFlips } from "../../engine/cases/nearest-flips.ts";
import { openEvaluate } from "../../engine/evaluate.ts";
import { isInputFault } from "../../engine/input-fault.ts";
import { tellPath } from "../../report/told-path.ts";
import { describe } from "../live/described.ts";
import { openRequest } from "../live/open-request.ts";
import { openSources, readLibrary, version } from "../live/read-source.ts";
import { openFutures } from "./found-future.ts";
import type { FromReasons, ToReasons } from "./reasons-request.ts";
import { runExamples } from "./run-examples.ts";

/** What the worker needs from where it runs: a clock, a way to let messages in, and one to answer. */
export type ReasonsSurroundings = {
  readonly now: () => number;
  readonly rest: () => Promise<void>;
  readonly say: (message: FromReasons) => void;
};

/** Milliseconds of work between two looks for messages. */
const turnMs = 20;
const progressMs = 120;

/**
 * Opens what the worker of reasons does with messages: it tells futures and looks for nearest changes, both on
 * json-rules-engine. Of each kind the newest request waits and older ones are dropped.
 */
export function openReasonsTask({ now, rest, say }: ReasonsSurroundings): (message: ToReasons) => void {
  const read = openSources();
  const find = openFutures(version, { now, rest });
  const evaluate = openEvaluate();
  const waiting = new Map<ToReasons["kind"], ToReasons>();
  let busy = false;

  const answer = async (message: ToReasons): Promise<void> => {
    const { id } = message;
    if (message.kind === "flips") {
      const { ruleset: name, example } = message.request;
      const ruleset = readLibrary().find((one) => one.id === name)!;
      let turn = now();
      const isWanted = async () => {
        if (now() - turn < turnMs) return true;
        await rest();
        turn = now();
        return !waiting.has("flips");
      };
      const flips = await nearestFlips(ruleset, example, evaluate, isWanted);
      // What was broken off for a newer question is no answer.
      if (!waiting.has("flips")) say({ kind: "flips", id, answer: { request: message.request, flips } });
      return;
    }
    if (message.kind === "examples")
      return say({ kind: "examples", id, examples: await runExamples(message.request, evaluate) });
    const source = read(message.request.source);
    const { opened, problems } = openRequest(asked(message), source);
    if (opened === undefined) return say({ kind: "problems", id, problems });
    if (message.kind === "describe")
      return say({ kind: "described", id, described: describe(opened.checked, source.library) });
    let said = now();
    const found = await find(opened, message.request, ({ done, of }) => {
      if (now() - said < progressMs) return;
      said = now();
      say({ kind: "progress", id, done, of });
    });
    const told = await tellPath(opened.checked, found);
    say({ kind: "told", id, told });
  };

  const work = async () => {
    if (busy) return;
    busy = true;
    for (;;) {
      await rest();
      const [next] = waiting.values();
      if (next === undefined) break;
      waiting.delete(next.kind);
      try {
        await answer(next);
      } catch (error) {
        const { id } = next;
        if (isInputFault(error)) say({ kind: "problems", id, problems: [error.problem] });
        else say({ kind: "failed", id, message: error instanceof Error ? error.message : String(error) });
      }
    }
    busy = false;
  };

  return (message) => {
    waiting.set(message.kind, message);
    void work();
  };
}

function asked({ request }: Extract<ToReasons, { kind: "describe" | "tell" }>) {
  const { source, added, seed, variant } = request;
  return {
    source,
    ...(added && { added }),
    ...(seed !== undefined && { seed }),
    ...(variant !== undefined && { variant }),
  };
}
