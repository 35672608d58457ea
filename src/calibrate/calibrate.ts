import { clopperPearson } from "../sim/risk/clopper-pearson.ts";
import { type Dispersion, dispersionTest } from "./dispersion-test.ts";
import { fitShare, type ShareFit } from "./fit-share.ts";
import { fitStage, type StageFit } from "./fit-stage.ts";
import { fitVolume, type VolumeFit } from "./fit-volume.ts";
import type { History } from "./history.ts";
import type { Interval } from "./interval.ts";
import { type MonthFit, monthFit } from "./month-fit.ts";
import { fitRamp, type RampFit, underRamp } from "./ramp.ts";
import { judgeVolumeModels, type VolumeModels } from "./volume-models.ts";
import { volumeMonths } from "./volume-months.ts";

/** All that a history says, each figure with its interval, and how well the laws fit. */
export type Calibration = {
  readonly history: History;
  /** Contracts, and months of contracts, that volume is fitted to. */
  readonly contracts: number;
  readonly months: number;
  readonly referred: number;
  readonly indicated: number;
  readonly unindicated: number;
  readonly withoutAny: number;
  /** The chance of a contract without any referral; absent where there was none. */
  readonly chanceOfNone?: Interval;
  readonly ramp?: RampFit;
  readonly volume: VolumeFit;
  readonly models: VolumeModels;
  readonly dispersion?: Dispersion;
  readonly monthFit?: MonthFit;
  readonly starts?: ShareFit;
  /** Months in which more people started than were referred: some start later than the month of referral. */
  readonly lateStarts: number;
  readonly stages: readonly StageFit[];
};

/** Fits all that a scenario needs to a history. */
export function calibrate(history: History): Calibration {
  const { contracts: read, hasStarts } = history;
  const { contracts: plain, withoutAny, unindicated } = volumeMonths(read);
  const ramp = fitRamp(plain);
  const contracts = ramp?.found ? plain.map((contract) => underRamp(contract, ramp.ramp)) : plain;
  const models = judgeVolumeModels(contracts);
  const dispersion = dispersionTest(contracts);
  const fit = monthFit(contracts);
  const all = contracts.length + withoutAny;
  const starts = hasStarts
    ? fitShare(
        read.map((contract) => ({
          hits: total(contract.starts),
          of: total(contract.referrals.slice(0, contract.starts.length)),
        })),
      )
    : undefined;
  return {
    history,
    contracts: contracts.length,
    months: plain.reduce((sum, { means }) => sum + means.length, 0),
    referred: plain.reduce((sum, { counts }) => sum + total(counts), 0),
    indicated: plain.reduce((sum, { means }) => sum + total(means), 0),
    unindicated,
    withoutAny,
    ...(withoutAny > 0 && { chanceOfNone: { value: withoutAny / all, ...clopperPearson(withoutAny, all) } }),
    ...(ramp && { ramp }),
    volume: fitVolume(contracts, models.law),
    models,
    ...(dispersion && { dispersion }),
    ...(fit && { monthFit: fit }),
    ...(starts && { starts }),
    lateStarts: read.reduce(
      (sum, contract) => sum + contract.starts.filter((count, i) => count > contract.referrals[i]!).length,
      0,
    ),
    stages: history.stages.map((stage) => fitStage(read, stage)),
  };
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0);
