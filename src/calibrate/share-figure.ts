import type { ShareFit } from "./fit-share.ts";
import type { FragmentFigure } from "./fragment.ts";
import { rounded } from "./rounded.ts";

/** A share of people as a figure of a scenario; where the mean drawn is not hits over people, it says why. */
export function shareFigure(fit: ShareFit, people: string, did: string, span: string): FragmentFigure {
  const { beta, hits, of, spread } = fit;
  const why =
    spread === undefined
      ? "the spread is only how far the share is not known"
      : "the spread is how contracts differ and how far the share is not known";
  return {
    value: { beta: { mean: rounded(beta.mean), size: rounded(beta.size) } },
    derived: `${hits} of ${Math.round(of * 10) / 10} ${people} ${did}${meanWords(fit)}; ${why}: ${span}`,
  };
}

function meanWords({ beta, hits, of, method }: ShareFit): string {
  const [mean, plain] = [rounded(beta.mean), rounded(hits / of)];
  if (mean === plain) return "";
  return method === "likelihood"
    ? `, ${plain} of all of them, and ${mean} in a typical contract, as large contracts count for less than their people`
    : `, ${plain} of them; the mean drawn is ${mean}, by half a person more each way, as so few cannot tell that it is never otherwise`;
}
