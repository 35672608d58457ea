import { programWords, typedWords } from "./typed-words.ts";

/** What a comparison was asked with. */
type Asked = {
  readonly policies?: string | undefined;
  readonly basis?: string | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly set?: readonly string[] | undefined;
  readonly variant?: string | undefined;
  readonly paths?: string | undefined;
  readonly sampling?: string | undefined;
  readonly seed?: string | undefined;
};

/** The command that gives a comparison again, with the futures and the seed spelled out. */
export function repeatCommand(
  scenario: string,
  asked: Asked,
  run: { readonly paths: number; readonly seed: string },
): string {
  const words = [...programWords(), "compare", scenario, ...ruleWords(asked)];
  if (asked.policies !== undefined) words.push("--policies", asked.policies);
  if (asked.basis !== undefined) words.push("--basis", asked.basis);
  words.push(
    ...changeWords(asked),
    ...samplingWords(asked),
    "--paths",
    String(run.paths),
    "--seed",
    run.seed,
  );
  return typedWords(words).join(" ");
}

/** The command, in the words to be typed, that tells one bad future of what was compared. */
export function badFutureCommand(scenario: string, asked: Asked, policy: string): string[] {
  const words = [...programWords(), "explain", scenario, "--policy", policy, "--at", "0.05"];
  words.push(...ruleWords(asked), ...changeWords(asked), ...samplingWords(asked));
  if (asked.paths !== undefined) words.push("--paths", asked.paths);
  if (asked.seed !== undefined) words.push("--seed", asked.seed);
  return typedWords(words);
}

function ruleWords({ rules }: Asked): string[] {
  return (rules ?? []).flatMap((name) => ["--rules", name]);
}

function samplingWords({ sampling }: Asked): string[] {
  return sampling === undefined ? [] : ["--sampling", sampling];
}

function changeWords({ variant, set }: Asked): string[] {
  const varied = variant === undefined ? [] : ["--variant", variant];
  return [...varied, ...(set ?? []).flatMap((setting) => ["--set", setting])];
}
