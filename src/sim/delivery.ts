import { type Column, setUniform } from "../engine/column.ts";
import type { Loops } from "../engine/loops.ts";
import { plainLoops } from "../engine/plain-loops.ts";
import { multiplyInto, openFigure, ownColumn } from "./draw-figure.ts";
import type { Figure } from "./figure.ts";
import { type Lever, openLevered } from "./lever.ts";
import { type Luck, luckOf } from "./luck.ts";
import { openJointThinning } from "./quasi/joint-thinning.ts";
import { monthsTogether } from "./quasi/months-together.ts";
import type { Scenario, StageSpec } from "./scenario-schema.ts";
import { openStage, type StageColumns } from "./stage.ts";
import { openThinning, type Thinning } from "./thinning.ts";
import type { Timeline } from "./timeline.ts";
import type { StageWorld } from "./world.ts";

export type DeliveryColumns = { readonly starts: readonly Column[]; readonly stages: readonly StageWorld[] };

/** Prepares the drawing of starts from referrals, and of staged outcomes from starts. */
export function openDelivery(
  scenario: Scenario,
  timeline: Timeline,
  levers: readonly Lever[],
  width: number,
  loops: Loops = plainLoops,
): (luck: Luck, referrals: readonly Column[]) => DeliveryColumns {
  const { delivery } = scenario;
  const months = timeline.months.length;
  const rounded = scenario.counts === "drawn";
  const rate = (figure: Figure, quantity: string) =>
    openLevered(figure, quantity, levers, width, { low: 0, high: 1 });
  const startRate = rate(delivery.startRate, "delivery.startRate");
  const startRates = ownColumn(width, loops);
  const starts = Array.from({ length: months }, () => ownColumn(width, loops));
  const thinStarts = openThinning(width, rounded, loops);
  const together = monthsTogether(scenario, timeline);
  const thinJointly = openJointThinning(width, rounded, thinStarts, loops);
  const truth =
    delivery.outcomeRateFactor &&
    openLevered(delivery.outcomeRateFactor, "delivery.outcomeRateFactor", levers, width, { low: 0 });
  const factor = ownColumn(width, loops);
  const surviving =
    delivery.survivingShare &&
    openFigure(delivery.survivingShare, "delivery.survivingShare", width, { low: 0, high: 1 });
  const survivingShares = ownColumn(width, loops);
  const stages = delivery.stages.map((spec: StageSpec) => ({
    spec,
    rate: rate(spec.rate, `delivery.stages.${spec.id}.rate`),
    rates: ownColumn(width, loops),
    claimed:
      spec.claimedShare &&
      openFigure(spec.claimedShare, `delivery.stages.${spec.id}.claimedShare`, width, { low: 0, high: 1 }),
    claimedShares: ownColumn(width, loops),
    draw: openStage(spec, months, width, rounded, loops, together),
  }));

  return (luck, referrals) => {
    startRate(luck, startRates);
    if (luck.sampling === "quasi")
      thinJointly(referrals, startRates, luckOf(luck, "starts"), starts, together);
    else drawThinned(thinStarts, luck, "starts", referrals, startRates, starts);
    if (truth === undefined) setUniform(factor, 1);
    else truth(luck, factor);
    if (surviving === undefined) setUniform(survivingShares, 1);
    else surviving(luck, survivingShares);
    const done = new Map<string, StageColumns>();
    for (const { spec, rate: drawRate, rates, claimed, claimedShares, draw } of stages) {
      drawRate(luck, rates);
      if (spec.of === "starts") {
        multiplyInto(rates, factor, width);
        atMostOne(rates, width);
      }
      if (claimed === undefined) setUniform(claimedShares, 1);
      else claimed(luck, claimedShares);
      done.set(spec.id, draw(luck, done.get(spec.of) ?? starts, rates, claimedShares, survivingShares));
    }
    return { starts, stages: [...done.values()] };
  };
}

function drawThinned(
  thin: Thinning,
  luck: Luck,
  purpose: string,
  from: readonly Column[],
  rates: Column,
  out: readonly Column[],
): void {
  const stream = luckOf(luck, purpose);
  for (const [m, of] of from.entries()) thin(of, rates, stream, out[m]!);
}

function atMostOne(rates: Column, width: number): void {
  if (rates.uniform) rates.value = Math.min(rates.value, 1);
  else for (let i = 0; i < width; i++) rates.data[i] = Math.min(rates.data[i]!, 1);
}
