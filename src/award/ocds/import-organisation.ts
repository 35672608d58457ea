import { importedLine } from "./imported-text.ts";
import type { Release, ReleaseParty, ReleaseReference } from "./release-shape.ts";

/** An organisation as requirements and offers write it. */
export type ImportedOrganisation = {
  readonly name: string;
  readonly identifier?: string;
  readonly address?: string;
  readonly small?: boolean;
};

/** Looks organisations up by the references of a release; several that offer together are named in one. */
export function organisationsOf({ parties }: Release) {
  const byId = new Map(parties.flatMap((party) => (party.id ? [[party.id, party] as const] : [])));
  return (references: readonly ReleaseReference[], otherwise: string): ImportedOrganisation => {
    const known = references.map(({ id }) => (id ? byId.get(id) : undefined));
    const names = references.map(({ name }, r) => importedLine(name) ?? importedLine(known[r]?.name));
    const name = importedLine(names.filter((each) => each !== undefined).join(" with ")) ?? otherwise;
    const only = known.length === 1 ? known[0] : undefined;
    const identifier = importedLine(identifierOf(only));
    const address = importedLine(addressOf(only), 400);
    const small = sizes.get(only?.details?.scale ?? "");
    return {
      name,
      ...(identifier !== undefined && { identifier }),
      ...(address !== undefined && { address }),
      ...(small !== undefined && { small }),
    };
  };
}

const sizes: ReadonlyMap<string, boolean> = new Map([
  ["micro", true],
  ["small", true],
  ["medium", true],
  ["sme", true],
  ["selfEmployed", true],
  ["large", false],
]);

function identifierOf(party: ReleaseParty | undefined): string | undefined {
  const { scheme, id } = party?.identifier ?? {};
  if (!id) return undefined;
  return scheme ? `${scheme}-${id}` : id;
}

function addressOf(party: ReleaseParty | undefined): string | undefined {
  const { description, streetAddress, locality, region, postalCode, countryName } = party?.address ?? {};
  return [streetAddress, locality, region, postalCode, countryName, description].filter(Boolean).join(", ");
}
