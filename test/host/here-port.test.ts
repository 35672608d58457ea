import { describe, expect, it } from "vitest";
import { openNativeLoops } from "../../src/engine/native/native-loops.ts";
import { openHerePort } from "../../src/host/here-port.ts";
import type { WorkerAnswer } from "../../src/host/worker-task.ts";
import { columnsOfRun } from "../../src/sim/ledger-columns.ts";
import { openRun, type RunSpec } from "../../src/sim/run-spec.ts";
import { shippedRulesets, shippedText } from "../laws/shipped-scenarios.ts";

const spec: RunSpec = {
  name: "dps-2017.yaml",
  text: shippedText("dps-2017"),
  format: "yaml",
  library: shippedRulesets(),
  changes: {},
  seed: "here",
};
const checked = openRun(spec).checked!;
const policies = [0, 3].map((place) => ({ place, priceScale: 1 }));
const columns = columnsOfRun(checked);

/** A port, what it answered, and a way to give it its turns one by one. */
function opened() {
  const turns: (() => void)[] = [];
  const port = openHerePort({ checked, seed: spec.seed }, (work) => turns.push(work));
  const answers: WorkerAnswer[] = [];
  port.onAnswer((answer) => answers.push(answer));
  const turn = () => turns.shift()?.();
  return { port, answers, turn, waiting: () => turns.length };
}

/** Native memory that is left, in MiB. */
function memoryLeft(): number {
  const loops = openNativeLoops()!;
  let mebibytes = 0;
  try {
    for (; ; mebibytes++) loops.numbers(2 ** 17 - 8);
  } catch {
    return mebibytes;
  } finally {
    loops.release();
  }
}

describe("a member of a pool on the thread that opened it", () => {
  it("does nothing before its turn, one run of blocks a turn, and answers in the order of the requests", () => {
    const { port, answers, turn, waiting } = opened();
    port.post({ kind: "open", spec });
    port.post({ kind: "begin blocks", id: 1, policies, columns, together: 2 });
    for (const job of [0, 4]) port.post({ kind: "block", id: 1, job, blocks: 4 });
    expect([answers.length, waiting()]).toEqual([0, 1]);
    turn();
    expect(answers).toEqual([{ kind: "ready" }]);
    // The beginning, two runs of two blocks, and the answer with the end of the second.
    for (let i = 0; i < 3; i++) turn();
    expect(answers.length).toBe(1);
    while (waiting() > 0) turn();
    expect(answers.map((answer) => (answer.kind === "block" ? answer.job : answer.kind))).toEqual([
      "ready",
      0,
      4,
    ]);
  });

  it("takes what a listener posts, and asks for one turn at a time", () => {
    const { port, answers, turn, waiting } = opened();
    port.post({ kind: "open", spec });
    port.post({ kind: "begin blocks", id: 1, policies, columns, together: 2 });
    let next = 0;
    port.onAnswer(() => {
      if (next < 12) port.post({ kind: "block", id: 1, job: next, blocks: 2 });
      next += 2;
    });
    for (let turns = 0; turns < 100 && waiting() > 0; turns++) {
      expect(waiting()).toBe(1);
      turn();
    }
    expect(answers.map(({ kind }) => kind)).toEqual(["ready", ...Array.from({ length: 6 }, () => "block")]);
  });

  it("gives its memory back when it is killed, amid a job or not, and says no more", () => {
    const before = memoryLeft();
    for (const turns of [3, 20]) {
      const { port, answers, turn } = opened();
      port.post({ kind: "open", spec });
      port.post({ kind: "begin blocks", id: 1, policies, columns, together: 2 });
      port.post({ kind: "block", id: 1, job: 0, blocks: 4 });
      for (let i = 0; i < turns; i++) turn();
      expect(memoryLeft()).toBeLessThan(before);
      const said = answers.length;
      void port.kill();
      void port.kill();
      for (let i = 0; i < 5; i++) turn();
      expect(answers.length).toBe(said);
      // What the tables of a thread take is kept; a second run takes no more of it.
      expect(memoryLeft()).toBeGreaterThanOrEqual(before - 4);
    }
  });
});
