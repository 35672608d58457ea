import type { Delay } from "../calibrate/delay.ts";
import type { Problem } from "../engine/problem.ts";
import { plainNumber } from "./plain-number.ts";

const longestMonths = 60;

/** Reads delays as `stage=months`, `stage=3,4,5` (equal shares) or `stage=3:0.5,4:0.3,5:0.2`; shares are brought to 1. */
export function readDelays(texts: readonly string[] = []): {
  delays: ReadonlyMap<string, Delay>;
  problems: Problem[];
} {
  const delays = new Map<string, Delay>();
  const problems: Problem[] = [];
  for (const text of texts) {
    const [, id, written] = /^([A-Za-z0-9]+)=(.+)$/.exec(text) ?? [];
    const delay = written === undefined ? undefined : readDelay(written);
    if (id === undefined || delay === undefined)
      problems.push({
        where: "--delay",
        adjective: "invalid",
        noun: "delay",
        found: text,
        expected: "stage=months, such as outcomes13Weeks=3 or outcomes13Weeks=3:0.6,4:0.4",
      });
    else if (delays.has(id))
      problems.push({ where: "--delay", adjective: "duplicate", noun: "delay", found: id });
    else delays.set(id, delay);
  }
  return { delays, problems };
}

function readDelay(text: string): Delay | undefined {
  const parts = text.split(",").map((part) => {
    const [months, share, ...rest] = part.split(":");
    return { months: plainNumber(months!), share: share === undefined ? 1 : plainNumber(share), rest };
  });
  const sum = parts.reduce((total, { share }) => total + (share ?? Number.NaN), 0);
  const isDelay =
    parts.every(
      ({ months, share, rest }) =>
        rest.length === 0 &&
        months !== undefined &&
        Number.isInteger(months) &&
        months >= 0 &&
        months <= longestMonths &&
        share !== undefined &&
        share >= 0,
    ) &&
    sum > 0 &&
    new Set(parts.map(({ months }) => months)).size === parts.length;
  if (!isDelay) return undefined;
  return parts
    .map(({ months, share }) => ({ months: months!, share: share! / sum }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => a.months - b.months);
}
