import type { Command } from "commander";
import { type AssessorNoise, assessorNoise } from "../award/assessor-noise.ts";
import type { OpenRound } from "../award/open-round.ts";
import type { Problem } from "../engine/problem.ts";
import { wholeNumber } from "./numbers.ts";
import { plainNumber } from "./plain-number.ts";

export type NoiseOptions = { readonly noise?: string; readonly draws?: string; readonly seed?: string };

const usualDraws = "1000";

export function addNoiseOptions(command: Command): void {
  command
    .option(
      "--noise <points>",
      "how often the same offers win if every rating is off by up to so many points, as 0.5 or 1",
    )
    .option("--draws <n>", `rounds drawn for --noise (default: ${usualDraws})`);
}

/** Reads how far ratings may be off, and how many rounds are drawn. */
export function readNoise(options: NoiseOptions): {
  readonly asked?: { readonly points: number; readonly draws: number };
  readonly problems: readonly Problem[];
} {
  const draws = wholeNumber("--draws", options.draws ?? usualDraws, 1, 100_000);
  const problems: Problem[] = draws.problem ? [draws.problem] : [];
  if (options.noise === undefined) return { problems };
  const points = plainNumber(options.noise);
  if (points === undefined || !(points > 0)) {
    const expected = "points above 0, on the scale of the ratings";
    problems.push({ where: "--noise", adjective: "invalid", noun: "value", found: options.noise, expected });
  }
  return problems.length > 0
    ? { problems }
    : { asked: { points: points!, draws: draws.value! }, problems: [] };
}

/** Draws the rounds, where that was asked for. */
export async function drawNoise(
  asked: { readonly points: number; readonly draws: number } | undefined,
  open: OpenRound,
  seed: string | undefined,
): Promise<AssessorNoise | undefined> {
  if (asked === undefined) return undefined;
  const rest = () => new Promise<void>((resolve) => setImmediate(resolve));
  return assessorNoise(open, { ...asked, seed: seed ?? open.bound.requirement.id }, rest);
}
