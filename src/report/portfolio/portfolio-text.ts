import type { AssessedPortfolio } from "../../offer/before/assess-portfolio.ts";
import { jsonText } from "../../engine/shown-text.ts";
import { portfolioJson } from "./portfolio-json.ts";
export function portfolioText(assessed: AssessedPortfolio, width: number, emphasis: unknown): string {
  return JSON.stringify(portfolioJson(assessed), (k, v) => (v && v.se !== undefined ? `${v.value} (${v.low}..${v.high})` : v), 1) + "\n";
}
