import type { Calibration } from "./calibrate.ts";
import type { StageFit } from "./fit-stage.ts";
import { historySpan } from "./history-span.ts";
import { rampShare } from "./ramp.ts";
import { ratioFigure } from "./ratio-figure.ts";
import { rounded } from "./rounded.ts";
import { shareFigure } from "./share-figure.ts";

/** A figure of a scenario as a file has it. */
export type FragmentFigure = {
  readonly value: unknown;
  readonly derived?: string;
  readonly judgement?: string;
};

/** A stage as a file has it. */
export type FragmentStage = {
  readonly id: string;
  readonly title: string;
  readonly of: string;
  readonly rate: FragmentFigure;
  readonly delayMonths: FragmentFigure;
};

/** The parts of a scenario that a history can tell, in the form of scenario files. */
export type Fragment = {
  readonly volume: {
    readonly factors: { readonly referralRatio: FragmentFigure };
    readonly overDispersion?: { readonly distribution: FragmentFigure; readonly scope: "month" };
    readonly ramp?: readonly number[];
    readonly chanceOfNone?: FragmentFigure;
  };
  readonly delivery?: {
    readonly startRate: FragmentFigure;
    readonly stages?: readonly FragmentStage[];
  };
};

/** Writes what was fitted as parts of a scenario; each figure says from which months it comes. */
export function fragmentOf(calibration: Calibration): Fragment {
  const { volume, starts, ramp, chanceOfNone, withoutAny, contracts, history } = calibration;
  const span = historySpan(history);
  const sd = volume.monthlySd.value;
  return {
    volume: {
      factors: { referralRatio: ratioFigure(calibration, span) },
      ...(sd >= 0.005 && {
        overDispersion: {
          distribution: {
            value: { gamma: { mean: 1, shape: rounded(1 / (sd * sd)) } },
            derived: `Swing of months beyond chance, sd ${percent(sd)} (95 % interval ${percent(volume.monthlySd.low)} to ${percent(volume.monthlySd.high)}): ${span}`,
          },
          scope: "month" as const,
        },
      }),
      ...(ramp?.found && {
        ramp: Array.from({ length: ramp.ramp.peakMonth }, (_, i) => rounded(rampShare(ramp.ramp, i + 1))),
      }),
      ...(chanceOfNone && {
        chanceOfNone: {
          value: rounded(chanceOfNone.value),
          derived: `${withoutAny} of ${contracts + withoutAny} contracts had no referral: ${span}`,
        },
      }),
    },
    ...(starts && {
      delivery: {
        startRate: shareFigure(starts, "referrals", "started", span),
        ...(calibration.stages.some(({ fit }) => fit) && { stages: stageFigures(calibration.stages, span) }),
      },
    }),
  };
}

function stageFigures(stages: readonly StageFit[], span: string): FragmentStage[] {
  return stages.flatMap(({ stage, fit }) => {
    if (fit === undefined) return [];
    const { id, title, of, delay } = stage;
    const [only] = delay;
    const people = of === "starts" ? "starts" : `people who had reached ${of}`;
    return [
      {
        id,
        title,
        of,
        rate: shareFigure(fit, `${people} with time enough`, "reached it", span),
        delayMonths: {
          value:
            delay.length === 1
              ? only!.months
              : {
                  empirical: {
                    values: delay.map(({ months }) => months),
                    weights: delay.map(({ share }) => rounded(share)),
                  },
                },
          judgement: stage.isStated
            ? "Months to this outcome as stated for the fit"
            : "Months to this outcome as riskshare takes them where none are stated; not fitted",
        },
      },
    ];
  });
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
