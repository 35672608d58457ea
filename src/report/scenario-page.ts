import type { ScenarioPage } from "../sim/page-schema.ts";
import type { Scenario } from "../sim/scenario-schema.ts";

const headings: readonly (readonly [keyof ScenarioPage, string])[] = [
  ["happened", "What happened"],
  ["asks", "What is asked"],
  ["leavesOut", "What is left out"],
  ["heldAgainst", "Held against (not fitted)"],
  ["outcome", "Outcome"],
];

/** The lines of a programme's page with their headings; none where the scenario has no page. */
export function pageLines({ page }: Pick<Scenario, "page">): { heading: string; text: string }[] {
  return page === undefined ? [] : headings.map(([key, heading]) => ({ heading, text: page[key] }));
}

/** What a scenario is, in a paragraph: its summary, or what its page begins with. */
export function summaryOf({ summary, page }: Pick<Scenario, "summary" | "page">): string {
  return summary === "" && page !== undefined ? `${page.happened} ${page.asks}` : summary;
}
