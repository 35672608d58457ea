import { isInputFault } from "../../engine/input-fault.ts";
import { answerRequest, stepsOf } from "./answer-request.ts";
import { describe } from "./described.ts";
import { openKeptLedgers } from "./kept-ledgers.ts";
import type { FromWorker, LiveRequest, ToWorker } from "./live-request.ts";
import { openRequest } from "./open-request.ts";
import { readWrittenRuleset } from "./read-ruleset.ts";
import { openSources, version } from "./read-source.ts";
import { writtenScenario } from "./written-scenario.ts";

/** What a live run needs from where it runs: a clock, and a way to let messages in. */
export type LiveSurroundings = {
  readonly now: () => number;
  readonly rest: () => Promise<void>;
  readonly say: (message: FromWorker) => void;
};

/** Work that is no longer wanted. */
const superseded = new Error("superseded");
/** Milliseconds of work between two looks for messages. */
const turnMs = 5;
/** The same of a first answer, which a newer request does not break off: only `stop` waits for it. */
const firstTurnMs = 50;
const progressMs = 120;

/**
 * Opens what the worker of a live run does with messages.
 *
 * The newest request waits and older ones are dropped. A first answer comes at once and is not interrupted, so that a lever
 * that is dragged shows something at every move; then come more exact ones until a newer request is there or `stop`.
 */
export function openLiveTask({ now, rest, say }: LiveSurroundings): (message: ToWorker) => void {
  const read = openSources();
  const ledgers = openKeptLedgers();
  let waiting: { readonly id: number; readonly request: LiveRequest } | undefined;
  let stopped = false;
  let busy = false;

  const answer = async (id: number, request: LiveRequest) => {
    const { opened, problems } = openRequest(request, read(request.source));
    if (opened === undefined) return say({ kind: "problems", id, problems });
    const steps = stepsOf(request, opened);
    const last = steps.at(-1)!;
    let turn = now();
    let told = now();
    for (const [s, paths] of steps.entries()) {
      const takeTurns = (done?: number) => {
        const time = now();
        if (time - turn < (s === 0 ? firstTurnMs : turnMs)) return undefined;
        if (done !== undefined && time - told > progressMs) {
          told = time;
          say({ kind: "progress", id, done, of: last });
        }
        return rest().then(() => {
          turn = now();
          if (stopped || (s > 0 && waiting !== undefined)) throw superseded;
        });
      };
      const whole = await answerRequest({
        request,
        opened,
        ledgers,
        paths,
        last,
        version,
        now,
        rest: takeTurns,
      });
      say({ kind: "answer", id, answer: whole });
      await rest();
      if (stopped || waiting !== undefined) break;
    }
  };

  const work = async () => {
    if (busy) return;
    busy = true;
    while (waiting !== undefined) {
      const { id, request } = waiting;
      waiting = undefined;
      stopped = false;
      await saying(id, () => answer(id, request));
      if (stopped) say({ kind: "stopped", id });
    }
    busy = false;
  };

  /** Does work that may fail, and says so. */
  const saying = async (id: number, task: () => void | Promise<void>) => {
    try {
      await task();
    } catch (error) {
      if (error === superseded) return;
      if (isInputFault(error)) say({ kind: "problems", id, problems: [error.problem] });
      else say({ kind: "failed", id, message: error instanceof Error ? error.message : String(error) });
    }
  };

  return (message) => {
    if (message.kind === "stop") {
      stopped = true;
      waiting = undefined;
      // Whoever is at work says so when it has stopped.
      if (!busy) say({ kind: "stopped", id: 0 });
      return;
    }
    if (message.kind === "read") {
      const { id, ruleset } = message;
      void saying(id, () => say({ kind: "read", id, read: readWrittenRuleset(ruleset) }));
      return;
    }
    const { id, request } = message;
    if (message.kind === "ask") {
      waiting = { id, request };
      void work();
      return;
    }
    void saying(id, () => {
      const source = read(request.source);
      const { opened, problems } = openRequest(request, source);
      if (opened === undefined) return say({ kind: "problems", id, problems });
      if (message.kind === "write")
        return say({ kind: "written", id, text: writtenScenario(source, request) });
      say({ kind: "described", id, described: describe(opened.checked, source.library) });
    });
  };
}
