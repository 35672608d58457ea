import { choices } from "./choice.ts";
import { element } from "./element.ts";
import { lever } from "./lever.ts";
import type { Described } from "./live/described.ts";
import { plainlyRefused, type RefusedTerms } from "./refused-terms.ts";
import { startTerms } from "./start-terms.ts";
import { termRange } from "./term-range.ts";
import { isShare, numberTerms, shownTerms, startWords } from "./term-words.ts";
import { firstTerms, type NumberTerm, type Terms } from "./terms.ts";

export type TermLeversOptions = {
  /** Terms that cannot be put in: their levers stay where they are and say why. */
  readonly refused?: RefusedTerms;
  /** Terms that are moved in another way: they have no lever, and the value of the first policy. */
  readonly movedElsewhere?: readonly NumberTerm[];
  /** What is put into the first policy's terms at first, where it has no such term. */
  readonly putIn?: Partial<Terms>;
};

/** The levers of all terms, for `view(openTermLevers(scenario))`, and in words where they begin. */
export type TermLevers = HTMLElement & { readonly value: Terms; readonly begins: string };

/** Opens the levers of all terms as one element with the terms as its value. */
export function openTermLevers(scenario: Described, options: TermLeversOptions = {}): TermLevers {
  const { refused = plainlyRefused(scenario), movedElsewhere = [], putIn } = options;
  const [base] = scenario.policies;
  const own = firstTerms(scenario);
  const start = startTerms(scenario, refused, putIn);
  const levers = numberTerms
    .filter((name) => !movedElsewhere.includes(name))
    .map((name) => {
      const { label, unit, hint } = shownTerms[name];
      const scale = isShare(name) ? 100 : 1;
      const value = Math.round(start[name] * scale * 100) / 100;
      const range = termRange(scenario, name, value);
      const box = lever({ name, label, unit, ...range, value, hint, fixed: refused[name] });
      // What was not moved is what the policy has, to the last digit.
      return { name, box, read: () => (box.value === value ? start[name] : box.value / scale) };
    });
  const pulled = choices({
    name: "levers",
    label: "Better referral practice",
    options: scenario.levers,
    value: start.levers,
    hint: scenario.levers.length === 0 ? "This scenario has none." : "At the commissioner’s cost.",
  });
  const parts = [...levers.map(({ box }) => box), pulled];
  const root = element("div", { class: "levers" }, ...parts);
  for (const part of parts) part.addEventListener("input", () => root.dispatchEvent(new Event("input")));
  // What has no lever here is moved from the policy's own.
  const elsewhere = Object.fromEntries(movedElsewhere.map((name) => [name, own[name]]));
  const value = (): Terms => {
    const numbers = Object.fromEntries(levers.map(({ name, read }) => [name, read()]));
    return { ...start, ...elsewhere, ...numbers, levers: pulled.value };
  };
  const begins = startWords(base!.title, own, { ...start, ...elsewhere });
  return Object.defineProperties(root, {
    value: { get: value },
    begins: { value: begins },
  }) as unknown as TermLevers;
}
