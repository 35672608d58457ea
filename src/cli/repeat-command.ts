/** What a comparison was asked with. */
type Asked = {
  readonly policies?: string | undefined;
  readonly basis?: string | undefined;
  readonly set?: readonly string[] | undefined;
  readonly variant?: string | undefined;
};

/** The command that gives a comparison again, with the futures and the seed spelled out. */
export function repeatCommand(
  scenario: string,
  asked: Asked,
  run: { readonly paths: number; readonly seed: string },
): string {
  const words = ["riskshare", "compare", scenario];
  if (asked.policies !== undefined) words.push("--policies", asked.policies);
  if (asked.basis !== undefined) words.push("--basis", asked.basis);
  if (asked.variant !== undefined) words.push("--variant", asked.variant);
  for (const setting of asked.set ?? []) words.push("--set", setting);
  words.push("--paths", String(run.paths), "--seed", run.seed);
  return words.map(quoted).join(" ");
}

function quoted(word: string): string {
  return /^[\w.,=/:+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
