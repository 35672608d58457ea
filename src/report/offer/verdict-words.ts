import type { LimitCheck, Verdict } from "../../offer/test/limit-check.ts";
import type { OfferTest } from "../../offer/test/test-offer.ts";
import { shownName } from "../visible-width.ts";
import { inHundred, limitSentence, oneInWords } from "./limit-words.ts";

/** The verdict in a few words. */
export const verdictTitle: Readonly<Record<Verdict, string>> = {
  within: "Viable within your limits",
  beyond: "Not viable as it stands",
  unclear: "Too close to tell",
};

/** The verdict in one sentence against the provider's own limits. */
export function verdictSentence(verdict: Verdict, limits: readonly LimitCheck[]): string {
  const of = (standing: LimitCheck["standing"]) => limits.filter((check) => check.standing === standing);
  if (verdict === "within") return `${verdictTitle.within}: ${limitsSentence(limits)}.`;
  if (verdict === "beyond") return `${verdictTitle.beyond}: ${limitsSentence(of("broken"))}.`;
  return `${verdictTitle.unclear} on so few futures: ${limitsSentence(of("unclear"))}, and the limit lies within the error of that.`;
}

/** From this chance on a hand-back moves what the other figures mean. */
const oftenHandedBack = 0.1;

/** What has to be said beside a verdict: a fee that makes fewer people a gain, and contracts that are handed back. */
export function verdictNotes({ gainsWhenFewCome, terms, own }: OfferTest): readonly string[] {
  const handedBack = terms[own]!.measures.probabilityProviderExits.value ?? 0;
  return [
    ...(gainsWhenFewCome
      ? [
          "Under these terms you gain when fewer people come, as the service fee is more than what does not depend on them. Expect the commissioner to ask why.",
        ]
      : []),
    ...(handedBack >= oftenHandedBack
      ? [
          `In ${inHundred(handedBack)} your cash runs out and you hand the contract back. What would have come after that, good or bad, is not in these figures.`,
        ]
      : []),
  ];
}

/** Says which of all terms would keep every limit. */
export function allTermsWords({ terms }: Pick<OfferTest, "terms">): string {
  const titles = terms
    .filter(({ verdict }) => verdict === "within")
    .map(({ title }) => `“${shownName(title)}”`);
  if (titles.length === 0) return "None of them keeps all of your limits.";
  if (titles.length === terms.length) return "Each of them keeps all of your limits.";
  return `Your limits are kept under ${titles.join(", ")}.`;
}

/** Limits that are chances share what was asked for; the margin has its own. */
function limitsSentence(limits: readonly LimitCheck[]): string {
  const chances = limits.filter(({ limit }) => limit !== "margin");
  const margin = limits.filter(({ limit }) => limit === "margin").map(limitSentence);
  if (chances.length === 0) return margin.join("");
  const asked = `where you asked for at most ${oneInWords(chances[0]!.wanted)}`;
  return [`${listed(chances.map(limitSentence))}, ${asked}`, ...margin].join("; ");
}

function listed(parts: readonly string[]): string {
  const [last] = parts.slice(-1);
  return parts.length < 2 ? (last ?? "") : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
