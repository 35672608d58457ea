import { kinds } from "../../engine/kind.ts";
import type { Ruleset } from "../../engine/ruleset.ts";

/** The rulesets of a library for a list to choose from, in the order in which their kinds run. */
export function rulesetOptions(
  library: readonly Ruleset[],
): { readonly id: string; readonly title: string }[] {
  const place = ({ kind }: Ruleset) => kinds.indexOf(kind);
  return [...library]
    .sort((a, b) => place(a) - place(b))
    .map(({ id, kind, title }) => {
      const words = kind.replaceAll("-", " ");
      return { id, title: `${words.charAt(0).toUpperCase()}${words.slice(1)}: ${title}` };
    });
}
