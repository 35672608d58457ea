import type { PilotLikeness } from "./pilot-likeness.ts";
import { isCounted, slotsOf, type TallyTask, type TaskSpec } from "./tally-plan.ts";

/** The tasks of a tally as they are planned, each by its name. */
export type TaskBook = {
  /** Plans a task unless one of that name is planned; gives its place in the list. */
  readonly add: (name: string, spec: TaskSpec) => number;
  readonly tasks: readonly TallyTask[];
  /** The place of each named task in the list. */
  readonly named: ReadonlyMap<string, number>;
  readonly slots: () => number;
};

/** Opens an empty book; a task whose columns equal an earlier one's in the pilot is its twin. */
export function openTaskBook(likeness: PilotLikeness): TaskBook {
  const tasks: TallyTask[] = [];
  const named = new Map<string, number>();
  const byWork = new Map<string, number>();
  let slots = 0;
  const firstOf = (t: number) => tasks[t]!.twin ?? t;
  const workOf = (spec: TaskSpec) =>
    JSON.stringify({
      ...spec,
      places: spec.places.map(likeness.originalOf),
      ...("a" in spec && { a: firstOf(spec.a), b: firstOf(spec.b) }),
    });
  return {
    tasks,
    named,
    slots: () => slots,
    add: (name, spec) => {
      const known = named.get(name);
      if (known !== undefined) return known;
      const work = workOf(spec);
      const twin = isCounted(spec.kind) ? undefined : byWork.get(work);
      const place = tasks.push({ ...spec, slot: slots, twin }) - 1;
      if (twin === undefined) byWork.set(work, place);
      slots += slotsOf(spec);
      named.set(name, place);
      return place;
    },
  };
}
