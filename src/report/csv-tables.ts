import type { Comparison } from "./comparison.ts";

export function csvTables(comparisons: readonly Comparison[]): Record<string, string> {
  void comparisons;
  return {};
}
