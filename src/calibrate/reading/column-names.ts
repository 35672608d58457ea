import { type StageName, stageOf } from "./outcome-stages.ts";

/** What a column of a history holds. */
export type ColumnRole =
  | "month"
  | "contract"
  | "indicative"
  | "referrals"
  | "starts"
  | { readonly stage: StageName };

const roles: Readonly<Record<string, Exclude<ColumnRole, object>>> = roleNames({
  month: [
    "month",
    "months",
    "period",
    "date",
    "month ending",
    "month end",
    "reporting month",
    "month of contract",
  ],
  contract: ["contract", "contracts", "site", "sites", "lot", "area", "district", "location", "contract id"],
  indicative: [
    ...[
      "indicative",
      "indicative referrals",
      "indicative volume",
      "indicative volumes",
      "referrals indicative",
    ],
    ...["profile", "profiled referrals", "referrals profile", "referral profile", "expected referrals"],
    ...[
      "forecast referrals",
      "planned referrals",
      "target referrals",
      "referrals expected",
      "referrals planned",
    ],
    ...["referrals forecast", "referrals target", "referrals profiled"],
  ],
  referrals: [
    ...[
      "referrals",
      "actual referrals",
      "referrals actual",
      "referrals received",
      "referred",
      "people referred",
    ],
    ...["number of referrals", "no of referrals", "actual"],
  ],
  starts: [
    ...[
      "starts",
      "actual starts",
      "starts actual",
      "starters",
      "people started",
      "started",
      "number of starts",
    ],
    ...["programme starts", "attachments", "participants started", "no of starts"],
  ],
});

function roleNames(
  names: Readonly<Record<Exclude<ColumnRole, object>, readonly string[]>>,
): Record<string, Exclude<ColumnRole, object>> {
  const pairs = Object.entries(names).flatMap(([role, known]) => known.map((name) => [name, role]));
  return Object.fromEntries(pairs);
}

/** A header in small letters, words parted by one blank; camelCase and units in brackets do not matter. */
export function plainHeader(text: string): string {
  return text
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replaceAll(/\((?:people|number|count|#)\)/g, " ")
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}

/** What a column holds by its header; undefined where that is not known. */
export function roleOf(header: string): ColumnRole | undefined {
  const plain = plainHeader(header);
  if (Object.hasOwn(roles, plain)) return roles[plain];
  const stage = stageOf(plain);
  return stage === undefined ? undefined : { stage };
}
