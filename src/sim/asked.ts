import type { Scenario } from "./scenario-schema.ts";
import type { Setting } from "./settings.ts";

/** What a run was asked for beside the scenario's file: a variant, settings, and what the file leaves to defaults. */
export type Asked = {
  readonly variant: { readonly id: string; readonly title: string } | null;
  readonly settings: readonly Setting[];
  /** Does the scenario itself state what prices are solved for on the basis same-requirement? */
  readonly statesRequirement: boolean;
};

export const nothingAsked: Asked = { variant: null, settings: [], statesRequirement: false };

/** Says what was asked of a checked scenario; `value` is its parsed text with the variant applied. */
export function askedOf(
  scenario: Scenario,
  changes: { readonly variant?: string | undefined; readonly set?: readonly Setting[] },
  value: unknown,
): Asked {
  const variant = scenario.variants.find(({ id }) => id === changes.variant);
  return {
    variant: variant === undefined ? null : { id: variant.id, title: variant.title },
    settings: changes.set ?? [],
    statesRequirement: typeof value === "object" && value !== null && "requirement" in value,
  };
}
