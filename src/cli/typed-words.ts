/** The words that start riskshare as it was started now: what is printed to be typed must work as printed. */
export function programWords(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string[] {
  const byNpm = environment.npm_lifecycle_event === "start" && environment.npm_package_name === "riskshare";
  return byNpm ? ["npm", "start", "--"] : ["riskshare"];
}

/** Words as they are typed in a shell: those in which it would read something else stand in quotes. */
export function typedWords(words: readonly string[]): string[] {
  return words.map((word) => (/^[\w.,=/:+@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`));
}

/** Text in which commands begin with `riskshare`, with the words that start it now. */
export function withProgramWords(text: string): string {
  return text.replaceAll(/\briskshare (?=[a-z])/g, `${programWords().join(" ")} `);
}
