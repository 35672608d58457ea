/** Which numbers the facts of a group can be: whole ones, any, or some whole and some not. */
export type Mixture = "whole" | "any" | "both";

/**
 * The numbers, and points between them and beyond both ends: enough for `size` facts to stand there in every order.
 *
 * Where all facts are whole, whole numbers only, and none where there is no room for one. Where some are whole and
 * some not, whole numbers and points between these.
 */
export function pointsAround(numbers: readonly number[], size: number, mixture: Mixture): number[] {
  const ends = numbers.length === 0 ? [0] : numbers;
  const [first, last] = [ends[0]!, ends[ends.length - 1]!];
  const beyond = size + 2;
  const points = new Set(pointsBetween(Math.ceil(first) - beyond, first, size, mixture, "from above"));
  for (const [i, number] of ends.entries()) {
    points.add(number);
    const next = ends[i + 1];
    if (next !== undefined) for (const x of pointsBetween(number, next, size, mixture)) points.add(x);
  }
  for (const x of pointsBetween(last, Math.floor(last) + beyond, size, mixture)) points.add(x);
  return [...points].sort((a, b) => a - b);
}

function pointsBetween(
  low: number,
  high: number,
  size: number,
  mixture: Mixture,
  side: "from below" | "from above" = "from below",
): number[] {
  const room = Math.max(0, Math.ceil(high) - Math.floor(low) - 1);
  const count = Math.min(room, size);
  const whole = Array.from({ length: count }, (_, k) =>
    side === "from below" ? Math.floor(low) + 1 + k : Math.ceil(high) - count + k,
  );
  if (mixture === "whole" || (mixture === "any" && count === size)) return whole;
  if (mixture === "any") return evenlyBetween(low, high, size);
  const stops = [low, ...whole, high];
  return [
    ...whole,
    ...stops.slice(1).flatMap((stop, i) => (stop > stops[i]! ? evenlyBetween(stops[i]!, stop, size) : [])),
  ];
}

function evenlyBetween(low: number, high: number, size: number): number[] {
  return Array.from({ length: size }, (_, k) => low + ((high - low) * (k + 1)) / (size + 1));
}
