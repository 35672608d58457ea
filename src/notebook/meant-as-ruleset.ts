/** Is a text meant as a ruleset or a decision table, and not as a scenario? Told by its keys, as it may be unreadable. */
export function isMeantAsRuleset(text: string): boolean {
  const has = (key: string) => new RegExp(`(^|[{,\\n])[ \\t]*"?${key}"?[ \\t]*:`).test(text);
  return !has("policies") && (has("stages") || has("hitPolicy")) && !has("volume");
}
