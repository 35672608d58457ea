import { delayRange } from "./delay.ts";
import { type Course, type DelayFit, delayFit } from "./delay-fit.ts";
import { fitShare, type ShareFit } from "./fit-share.ts";
import type { ContractHistory, HistoryStage } from "./history.ts";
import { ripeGroups, ripePeople } from "./ripe-people.ts";
import { thinnedInterval } from "./thinned-interval.ts";

/** What a history says of one stage of outcomes. */
export type StageFit = {
  readonly stage: HistoryStage;
  /** Absent where nobody has had the time for this outcome yet. */
  readonly fit?: ShareFit;
  /** People of the step before, all in all; those too recent for any outcome; those too recent for some. */
  readonly began: number;
  readonly tooRecent: number;
  readonly partlyRecent: number;
  readonly delay?: DelayFit;
};

/** Fits the rate of a stage, and holds the months of its outcomes against its delay. */
export function fitStage(contracts: readonly ContractHistory[], stage: HistoryStage): StageFit {
  const rate = fitStageRate(contracts, stage);
  const delay = rate.fit && delayFit(coursesOf(contracts, stage), stage.delay, stage.id);
  return { ...rate, ...(delay && { delay }) };
}

/** Fits the rate of a stage, counting people by the share of the delay that the history leaves them. */
export function fitStageRate(contracts: readonly ContractHistory[], stage: HistoryStage): StageFit {
  const courses = coursesOf(contracts, stage);

  const groups = courses.map(({ began, ended }) => ripeGroups(began, ended.length, stage.delay));
  const people = courses.map(({ ended }, c) => ({ hits: total(ended), of: ripePeople(groups[c]!) }));
  const began = courses.reduce((sum, course) => sum + total(course.began), 0);
  const { longest } = delayRange(stage.delay);
  const fully = courses.reduce(
    (sum, course) => sum + total(course.began.slice(0, Math.max(0, course.ended.length - longest))),
    0,
  );
  const some = groups.flat().reduce((sum, group) => sum + group.people, 0);
  const about = { stage, began, tooRecent: began - some, partlyRecent: some - fully };
  if (some === 0) return about;
  const fit = fitShare(people, ({ hits }) => thinnedInterval(hits, groups.flat()));
  return { ...about, fit };
}

function coursesOf(contracts: readonly ContractHistory[], stage: HistoryStage): Course[] {
  return contracts.map((contract): Course => {
    const before = stage.of === "starts" ? contract.starts : contract.outcomes.get(stage.of)!;
    const ended = contract.outcomes.get(stage.id)!;
    // Outcomes are of people: what is not known of the people yet cannot be set against them.
    const known = Math.min(before.length, ended.length);
    return { began: before.slice(0, known), ended: ended.slice(0, known) };
  });
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0);
