import type { Calibration } from "./calibrate.ts";
import type { ShareFit } from "./fit-share.ts";
import type { StageFit } from "./fit-stage.ts";
import { historySpan } from "./history-span.ts";
import { rampShare } from "./ramp.ts";

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

/** A wider spread of the logarithm would be drawn past what a factor of volume may be. */
const widest = 2.5;

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

function ratioFigure({ volume, contracts, months, ramp }: Calibration, span: string): FragmentFigure {
  const { ratio, ratioError, spread, law } = volume;
  const own = spread?.value ?? 0;
  const whole = own * own + ratioError * ratioError;
  const variance = Math.min(whole, widest * widest);
  const what = `Actual over indicative referrals${ramp?.found ? " once the ramp is over" : ""}, ${rounded(ratio.value)} (95 % interval ${rounded(ratio.low)} to ${rounded(ratio.high)}), from ${months} months`;
  const why =
    contracts === 1
      ? "the spread is only how far this contract's own ratio is not known"
      : `the spread is how contracts differ (${rounded(own)}) and how far the ratio is not known (${rounded(ratioError)})`;
  return {
    value:
      law === "gamma"
        ? { gamma: { mean: rounded(ratio.value), shape: rounded(1 / variance) } }
        : { lognormal: { median: rounded(ratio.value), sdlog: rounded(Math.sqrt(variance)) } },
    derived: `${what}; ${why}${whole > variance ? `, cut to the widest that is drawn, ${widest}` : ""}: ${span}`,
  };
}

function shareFigure(
  { beta, hits, of, spread }: ShareFit,
  people: string,
  did: string,
  span: string,
): FragmentFigure {
  const why =
    spread === undefined
      ? "the spread is only how far the share is not known"
      : "the spread is how contracts differ and how far the share is not known";
  return {
    value: { beta: { mean: rounded(beta.mean), size: rounded(beta.size) } },
    derived: `${hits} of ${Math.round(of * 10) / 10} ${people} ${did}; ${why}: ${span}`,
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

/** Four digits are more than a history can tell. */
function rounded(value: number): number {
  if (value === 0) return 0;
  let unit = 1;
  while (Math.abs(value) < 1000 * unit) unit /= 10;
  while (Math.abs(value) >= 10000 * unit) unit *= 10;
  // Dividing by a whole power of ten keeps the last digit clean.
  return unit < 1 ? Math.round(value / unit) / Math.round(1 / unit) : Math.round(value / unit) * unit;
}
