import { inputFault } from "../engine/input-fault.ts";
import { problemText } from "../engine/problem.ts";
import { blocksTogether, blockWidth } from "../sim/block.ts";
import { blocksFor } from "../sim/gather.ts";
import type { RunSpec } from "../sim/run-spec.ts";
import { groupsFor } from "../sim/tally/group-blocks.ts";
import { openTallyMerging } from "../sim/tally/merge-tallies.ts";
import { blocksOfGroup } from "../sim/tally/tally-plan.ts";
import type { Host, Progress } from "./host.ts";
import { openSentGathering } from "./sent-columns.ts";
import { openSharedGathering } from "./shared-columns.ts";
import { unpackTally } from "./tally-packet.ts";
import type { WorkerAnswer, WorkerRequest } from "./worker-task.ts";

/** One worker as a pool sees it: something that takes requests and answers them, and may die. */
export type Port = {
  readonly post: (request: WorkerRequest) => void;
  readonly onAnswer: (listener: (answer: WorkerAnswer) => void) => void;
  readonly onDead: (listener: (reason: string) => void) => void;
  readonly kill: () => Promise<void>;
};

/** A block or a group that a worker has in hand, and the round that asked for it: a failed round leaves some behind. */
type Held = { readonly id: number; readonly job: number };

type Member = {
  port: Port;
  ready: boolean;
  holds: Held[];
  /** The last round of which it was told what its jobs have in common. */
  knows: number;
};

/** What a round is to do: numbered jobs, each of so many futures. */
type Work = {
  readonly jobs: readonly number[];
  readonly paths: number;
  readonly pathsOfJob: number;
  /** What a worker must know before it is asked for a job. */
  readonly begin: (id: number) => WorkerRequest;
  readonly ask: (held: Held) => WorkerRequest;
  readonly take: (answer: WorkerAnswer) => void;
};

type Round = {
  id: number;
  work: Work;
  waiting: number[];
  lives: Map<number, number>;
  left: number;
  onProgress: ((progress: Progress) => void) | undefined;
  done: () => void;
  failed: (error: Error) => void;
};

/** Jobs that one worker holds at a time: one to work on and one that waits, so that it is never idle. */
const heldAtOnce = 2;
const mostLives = 3;
/** Blocks of each member below which they are run one by one. */
const fewBlocks = 8;

export type PoolOptions = {
  readonly spec: RunSpec;
  /** Members of the pool. */
  readonly threads: number;
  /** Starts a member; asked again for each that dies. */
  readonly openPort: () => Port;
  /** Milliseconds. */
  readonly now: () => number;
  /** Names of the columns that are kept of each future. */
  readonly columns: readonly string[];
  /** Can members share memory? Columns are then written where they belong, and else sent. */
  readonly sharesMemory?: boolean;
};

/**
 * Runs blocks on a pool of workers: from the first that is ready, joined by the others as they are. A worker that dies is
 * replaced and its blocks are done again, at most three times.
 *
 * Results are put in place by block number, so that neither the number of workers nor their order matters.
 */
export async function openPoolHost({
  spec,
  threads,
  openPort,
  now,
  columns,
  sharesMemory = false,
}: PoolOptions): Promise<Host> {
  let members: Member[] = [];
  let round: Round | undefined;
  let closed = false;
  let elapsed = 0;
  let rounds = 0;
  let opening: { done: () => void; failed: (error: Error) => void } | undefined;
  let deaths = 0;
  let broken: Error | undefined;

  const fail = (error: Error) => {
    opening?.failed(error);
    const failed = round?.failed;
    round = undefined;
    failed?.(error);
  };
  const feed = (member: Member) => {
    if (round === undefined || !member.ready) return;
    // The last jobs are not held by one while another has none.
    const most = () => (round!.waiting.length > members.length ? heldAtOnce : 1);
    while (member.holds.length < most()) {
      const job = round.waiting.shift();
      if (job === undefined) return;
      const held = { id: round.id, job };
      if (member.knows !== round.id) {
        member.port.post(round.work.begin(round.id));
        member.knows = round.id;
      }
      member.holds.push(held);
      member.port.post(round.work.ask(held));
    }
  };
  const take = (member: Member, answer: WorkerAnswer) => {
    if (answer.kind === "failed") {
      handIn(member, answer);
      // A round that has failed already may have blocks on the way that fail too.
      if (answer.id === undefined || answer.id === round?.id) fail(errorOf(answer));
      return feed(member);
    }
    if (answer.kind === "ready") {
      member.ready = true;
      opening?.done();
      return feed(member);
    }
    handIn(member, answer);
    if (round !== undefined && answer.id === round.id) {
      const { take: takeIn, paths, pathsOfJob } = round.work;
      takeIn(answer);
      round.left -= 1;
      round.onProgress?.({ done: paths - round.left * pathsOfJob, of: paths });
      if (round.left === 0) {
        const { done } = round;
        round = undefined;
        return done();
      }
    }
    feed(member);
  };
  const add = () => {
    const member: Member = { port: openPort(), ready: false, holds: [], knows: 0 };
    members.push(member);
    member.port.onAnswer((answer) => take(member, answer));
    member.port.onDead((reason) => {
      if (closed || !members.includes(member)) return;
      members = members.filter((other) => other !== member);
      deaths += 1;
      if (deaths > mostLives * threads) {
        broken = new Error(`workers keep dying: ${reason}`);
        return fail(broken);
      }
      for (const { id, job } of member.holds) {
        if (id !== round?.id) continue;
        const lives = (round.lives.get(job) ?? 0) + 1;
        if (lives >= mostLives) return fail(new Error(`job ${job} ended ${lives} workers: ${reason}`));
        round.lives.set(job, lives);
        round.waiting.unshift(job);
      }
      add();
    });
    member.port.post({ kind: "open", spec });
  };
  const close = async () => {
    closed = true;
    await Promise.all(members.map((member) => member.port.kill()));
  };
  try {
    await new Promise<void>((done, failed) => {
      opening = { done, failed };
      for (let i = 0; i < threads; i++) add();
    });
  } catch (error) {
    // A pool that cannot be opened leaves no workers that would keep the process alive.
    await close();
    throw error;
  }
  opening = undefined;

  const run = async (work: Work, onProgress: Round["onProgress"]) => {
    if (broken !== undefined) throw broken;
    if (closed) throw new Error("the pool is closed");
    const began = now();
    rounds += 1;
    if (work.jobs.length > 0)
      await new Promise<void>((done, failed) => {
        const left = work.jobs.length;
        round = {
          id: rounds,
          work,
          waiting: [...work.jobs],
          lives: new Map(),
          left,
          onProgress,
          done,
          failed,
        };
        for (const member of members) feed(member);
      });
    elapsed += now() - began;
  };
  return {
    simulate: async (policies, paths, onProgress, tried) => {
      const gathering = sharesMemory
        ? openSharedGathering(paths, policies.length, columns)
        : openSentGathering(paths, policies.length, columns);
      const { shared } = gathering;
      // A few blocks are shared out one by one, so that every member has its part.
      const together = blocksFor(paths) < fewBlocks * threads ? 1 : blocksTogether;
      const common = { policies, columns, together, ...(tried && { tried }), ...(shared && { shared }) };
      const work: Work = {
        jobs: Array.from({ length: Math.ceil(blocksFor(paths) / together) }, (_, k) => k * together),
        paths,
        pathsOfJob: blockWidth * together,
        begin: (id) => ({ kind: "begin blocks", id, ...common }),
        ask: (held) => ({ kind: "block", ...held, blocks: together }),
        take: (answer) => {
          if (answer.kind === "block") answer.packets.forEach(gathering.note);
        },
      };
      await run(work, onProgress);
      return gathering.ledgers();
    },
    tally: async (policies, paths, plan, firstGroup, onProgress) => {
      const merging = openTallyMerging(plan, firstGroup);
      const work: Work = {
        jobs: Array.from({ length: groupsFor(paths) - firstGroup }, (_, k) => firstGroup + k),
        paths,
        pathsOfJob: blockWidth * blocksOfGroup,
        begin: (id) => ({ kind: "begin tally", id, policies, paths, plan }),
        ask: (held) => ({ kind: "tally", ...held }),
        take: (answer) => {
          if (answer.kind === "tally") merging.add(answer.job, unpackTally(answer.tally));
        },
      };
      await run(work, onProgress);
      return merging.whole();
    },
    elapsedMs: () => elapsed,
    close,
  };
}

function errorOf({ message, problem }: Extract<WorkerAnswer, { kind: "failed" }>): Error {
  return problem === undefined ? new Error(message) : inputFault(problem, problemText(problem));
}

function handIn(member: Member, answer: { readonly id?: number; readonly job?: number }): void {
  member.holds = member.holds.filter(({ id, job }) => id !== answer.id || job !== answer.job);
}
