/** What `riskshare new` writes: how the file's name ends, and from which template. */
export const newKinds = {
  scenario: { ending: ".yaml", template: "scenario.yaml" },
  ruleset: { ending: ".json", template: "ruleset.json" },
  table: { ending: ".yaml", template: "table.yaml" },
  cases: { ending: ".cases.yaml", template: undefined },
} as const;

export type NewKind = keyof typeof newKinds;

export function isNewKind(what: string): what is NewKind {
  return Object.hasOwn(newKinds, what);
}

/** The names of the kinds, as a problem and a help list them. */
export const newKindNames = Object.keys(newKinds).join(", ");
