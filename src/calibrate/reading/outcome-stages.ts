import type { Delay } from "../delay.ts";
import type { HistoryStage } from "../history.ts";

/** An outcome by its name in scenarios; `weeks` in work, 0 for the start of a job. */
export type StageName = { readonly id: string; readonly title: string; readonly weeks: number };

const weeksHeader =
  /^(?:actual )?(?:(?:job|sustained|employment|paid)? ?outcomes? )?(?:at |of )?(\d{1,3}) ?(?:weeks?|wks?|wk)(?: (?:in work|(?:job |sustained |employment |paid )?outcomes?|sustained|sustainments?))?$/;
const jobStarts = new Set(["job starts", "job entries", "into work", "jobs started", "started work"]);
const jobOutcomes = new Set([
  ...["job outcomes", "job outcome", "outcomes", "outcome", "jobs", "actual outcomes", "actual job outcomes"],
  "employment outcomes",
]);
const sustained = new Set(["sustained outcomes", "sustained job outcomes", "sustained", "sustainments"]);

/** The outcome that a plain header names: job starts, job outcomes, outcomes after so many weeks, sustained ones. */
export function stageOf(header: string): StageName | undefined {
  const weeks = Number(weeksHeader.exec(header)?.[1] ?? 0);
  if (weeks >= 1 && weeks <= 156)
    return { id: `outcomes${weeks}Weeks`, title: `${weeks} weeks in work`, weeks };
  if (jobStarts.has(header)) return { id: "jobStarts", title: "Job starts", weeks: 0 };
  // An outcome without a time of its own is taken to come as one after 13 weeks does.
  if (jobOutcomes.has(header)) return { id: "jobOutcomes", title: "Job outcomes", weeks: 13 };
  if (sustained.has(header)) return { id: "sustainedOutcomes", title: "Sustained outcomes", weeks: 26 };
  return undefined;
}

/** Months from a start to a job: as scenarios/dps-2017.yaml judges them. */
const jobSearch: Delay = [0.45, 0.25, 0.15, 0.1, 0.05].map((share, months) => ({ months, share }));

/**
 * Puts outcomes in their order, each of the one before, with the delay that is stated or else usual: months of the weeks
 * between two outcomes, and from a start the months that finding a job takes on top.
 */
export function chainOfStages(
  names: readonly StageName[],
  stated: ReadonlyMap<string, Delay>,
): HistoryStage[] {
  const inOrder = [...names].sort((a, b) => a.weeks - b.weeks || rank(a) - rank(b));
  return inOrder.map(({ id, title, weeks }, place) => {
    const before = inOrder[place - 1];
    const months = Math.round(((weeks - (before?.weeks ?? 0)) * 3) / 13);
    const usual: Delay =
      before === undefined
        ? jobSearch.map((part) => ({ months: part.months + months, share: part.share }))
        : [{ months, share: 1 }];
    return {
      id,
      title,
      of: before?.id ?? "starts",
      delay: stated.get(id) ?? usual,
      isStated: stated.has(id),
    };
  });
}

/** Of outcomes after as many weeks, one without a stated time comes first. */
function rank({ id }: StageName): number {
  return id === "jobOutcomes" ? 0 : id === "sustainedOutcomes" ? 2 : 1;
}
