import { type Column, setUniform } from "../engine/column.ts";
import type { Loops } from "../engine/loops.ts";
import { plainLoops } from "../engine/plain-loops.ts";
import { openDelivery } from "./delivery.ts";
import { openFigure, openMonthlyFigure, ownColumn } from "./draw-figure.ts";
import type { Lever } from "./lever.ts";
import type { Luck } from "./luck.ts";
import type { Scenario } from "./scenario-schema.ts";
import type { Timeline } from "./timeline.ts";
import { openVolume } from "./volume.ts";
import type { World } from "./world.ts";
import { openCosts, toPence } from "./world-cost.ts";

/** A world drawn before with the same luck and levers: what its scenario has in common with another need not be drawn again. */
export type DrawnBefore = { readonly scenario: Scenario; readonly world: World };

/**
 * Prepares the drawing of worlds: what happens in a block of futures under a set of levers, before any terms.
 *
 * The world that it gives is valid until the next is drawn: its columns are used again. Parts of a world that was drawn
 * `before` are taken over where the scenario has the very same part, by identity.
 */
export function openWorld(
  scenario: Scenario,
  timeline: Timeline,
  levers: readonly Lever[],
  width: number,
  loops: Loops = plainLoops,
  before?: DrawnBefore,
): (luck: Luck) => World {
  const other = before?.scenario;
  const known = other !== undefined && other.contract === scenario.contract ? before!.world : undefined;
  const people = other?.volume === scenario.volume ? known : undefined;
  const delivered = other?.delivery === scenario.delivery ? people : undefined;
  const costs = other?.costs === scenario.costs ? delivered?.costs : undefined;
  const drawn = other?.drawn === scenario.drawn ? known?.drawn : undefined;
  const budget = other?.commissioner === scenario.commissioner ? known?.budget : undefined;
  const volume = people === undefined ? openVolume(scenario, timeline, levers, width, loops) : undefined;
  const delivery =
    delivered === undefined ? openDelivery(scenario, timeline, levers, width, loops) : undefined;
  const openedCosts = costs === undefined ? openCosts(scenario, timeline, width, loops) : undefined;
  const facts = drawn === undefined ? openDrawnFacts(scenario, timeline, width) : undefined;
  const openedBudget = budget === undefined ? openBudget(scenario, width) : undefined;
  return (luck) => {
    const { referrals, refusedByProvider, beyondPlaces, suspended, ready, placesOpen } =
      people ?? volume!(luck);
    const { starts, stages } = delivered ?? delivery!(luck, referrals);
    return {
      width,
      referrals,
      refusedByProvider,
      beyondPlaces,
      suspended,
      ready,
      placesOpen,
      starts,
      stages,
      drawn: drawn ?? facts!(luck),
      costs: costs ?? openedCosts!(luck, referrals, starts),
      budget: budget ?? openedBudget!(luck),
    };
  };
}

/** Prepares the budget of each financial year, in pence: one a contract, alike in all its years. */
function openBudget({ commissioner, counts }: Scenario, width: number): (luck: Luck) => Column {
  const figure = commissioner.budgetPerFinancialYear;
  const out = ownColumn(width);
  if (figure === undefined) return () => out;
  const draw = openFigure(figure, "commissioner.budgetPerFinancialYear", width, { low: 0 });
  return (luck) => {
    draw(luck, out);
    toPence(out, undefined, counts === "drawn", width);
    return out;
  };
}

/** Prepares the declared drawn facts: one value a contract, or one a month. */
function openDrawnFacts(
  scenario: Scenario,
  timeline: Timeline,
  width: number,
): (luck: Luck) => ReadonlyMap<string, readonly Column[]> {
  const facts = Object.entries(scenario.drawn).map(([name, spec]) => {
    const purpose = `drawn.${name}`;
    const whole = spec.type === "boolean";
    const settle = (column: Column) => {
      if (column.uniform) setUniform(column, column.value);
      else column.count = whole;
    };
    if (spec.each === "contract") {
      const draw = openFigure(spec.value, purpose, width);
      const column = ownColumn(width);
      const columns = timeline.months.map(() => column);
      return {
        name,
        draw: (luck: Luck) => {
          draw(luck, column);
          settle(column);
          return columns;
        },
      };
    }
    const open = openMonthlyFigure(spec.value, purpose, width);
    const columns = timeline.months.map(() => ownColumn(width));
    return {
      name,
      draw: (luck: Luck) => {
        const next = open(luck);
        for (const column of columns) {
          next(column);
          settle(column);
        }
        return columns;
      },
    };
  });
  return (luck) => new Map(facts.map(({ name, draw }) => [name, draw(luck)]));
}
