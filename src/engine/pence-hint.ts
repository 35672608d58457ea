import { isPence } from "./fact.ts";

/** The hint where what was expected is a hundredth or a hundredfold of what was found: pounds were meant, or given. */
export function penceHint(name: string, found: unknown, expected: unknown): string | undefined {
  if (typeof found !== "number" || typeof expected !== "number" || !isPence(name) || found === 0)
    return undefined;
  const isHundredfold = found === expected * 100 || expected === found * 100;
  return isHundredfold ? "facts and expectations are in pence, parameters in pounds" : undefined;
}
