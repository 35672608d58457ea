import { type Column, setUniform } from "../engine/column.ts";
import type { Loops } from "../engine/loops.ts";
import { plainLoops } from "../engine/plain-loops.ts";
import { multiplyInto, type openFigure, ownColumn } from "./draw-figure.ts";
import { type Lever, type LeveredFigure, openLevered, openLeveredMonths } from "./lever.ts";
import { type Luck, luckOf } from "./luck.ts";
import type { Scenario } from "./scenario-schema.ts";

/** What the indicative volume is multiplied by: drawn once a contract, worked out again where a lever fades. */
export type VolumeLevel = {
  /** Does the level differ between months? */
  readonly varies: boolean;
  readonly draw: (luck: Luck) => void;
  /** The level of a month; valid until the next is asked for. */
  readonly inMonth: (month: number) => Column;
};

/** Prepares the product of all causes of volume that are drawn once a contract. */
export function openVolumeLevel(
  scenario: Scenario,
  levers: readonly Lever[],
  width: number,
  loops: Loops = plainLoops,
): VolumeLevel {
  const { volume } = scenario;
  const parts: LeveredFigure[] = Object.entries(volume.factors).map(([name, figure]) =>
    openLeveredMonths(figure, `volume.factors.${name}`, levers, width, { low: 0 }),
  );
  const plain = (figure: Parameters<typeof openFigure>[0], purpose: string) =>
    parts.push(openLeveredMonths(figure, purpose, [], width, { low: 0 }));
  if (volume.overDispersion?.scope === "contract")
    plain(volume.overDispersion.distribution, "volume.overDispersion");
  // A response of behaviour changes referrals as a whole, whatever their causes.
  for (const { id, quantity, scale } of levers)
    if (quantity === "volume.referrals") plain(scale!, `lever ${id}`);
  const none = openNone(scenario, levers, width);
  const varies = parts.some((part) => part.varies);
  const level = ownColumn(width, loops);
  const part = ownColumn(width);
  const work = (month: number) => {
    setUniform(level, 1);
    for (const { writeMonth } of parts) {
      writeMonth(month, part);
      multiplyInto(level, part, width);
    }
    none?.empty(level);
  };
  return {
    varies,
    draw: (luck) => {
      for (const { draw } of parts) draw(luck);
      none?.draw(luck);
      if (!varies) work(1);
    },
    inMonth: (month) => {
      if (varies) work(month);
      return level;
    },
  };
}

/** Prepares the futures in which no referral ever comes; undefined where the scenario has none. */
function openNone({ volume }: Scenario, levers: readonly Lever[], width: number) {
  if (volume.chanceOfNone === undefined) return undefined;
  const quantity = "volume.chanceOfNone";
  const chance = openLevered(volume.chanceOfNone, quantity, levers, width, { low: 0, high: 1 });
  const chances = ownColumn(width);
  const uniforms = new Float64Array(width);
  return {
    draw: (luck: Luck) => {
      chance(luck, chances);
      luckOf(luck, "volume.none").fill(uniforms, width);
    },
    empty: (level: Column) => {
      if (level.uniform) level.data.fill(level.value);
      level.uniform = false;
      for (let i = 0; i < width; i++)
        if (uniforms[i]! < (chances.uniform ? chances.value : chances.data[i]!)) level.data[i] = 0;
    },
  };
}
