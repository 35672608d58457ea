import type { BoundRequirement } from "../../award/bound-requirement.ts";
import { shownName } from "../visible-width.ts";

/** What a published tie-break goes by, in words. */
export function tieBreakWords({ criteria, leaves }: BoundRequirement): (name: string) => string {
  return (name) => {
    if (name === "lot") return "the lot";
    if (name === "price") return "the lower price";
    const title = [...criteria, ...leaves].find(({ id }) => id === name)?.title ?? name;
    return `more marks for ${shownName(title)}`;
  };
}
