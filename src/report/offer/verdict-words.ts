import type { LimitCheck, Verdict } from "../../offer/test/limit-check.ts";
import { limitSentence, oneInWords } from "./limit-words.ts";

/** The verdict in a few words. */
export const verdictTitle: Readonly<Record<Verdict, string>> = {
  within: "Viable within your limits",
  beyond: "Not viable as it stands",
  unclear: "Too close to tell",
};

/** The verdict in one sentence against the provider's own limits. */
export function verdictSentence(verdict: Verdict, limits: readonly LimitCheck[]): string {
  const of = (standing: LimitCheck["standing"]) => limits.filter((check) => check.standing === standing);
  if (verdict === "within") return `${verdictTitle.within}: ${listed(limits.map(limitSentence))}.`;
  if (verdict === "unclear")
    return `${verdictTitle.unclear} on so few futures: ${listed(of("unclear").map(limitSentence))}, and the limit lies within the error of that.`;
  const broken = of("broken");
  const rare = broken.find(({ limit }) => limit !== "margin");
  const wish = rare === undefined ? "" : `; you asked for at most ${oneInWords(rare.wanted)}`;
  return `${verdictTitle.beyond}: ${listed(broken.map(limitSentence))}${wish}.`;
}

function listed(parts: readonly string[]): string {
  const [last] = parts.slice(-1);
  return parts.length < 2 ? (last ?? "") : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
