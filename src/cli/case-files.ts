/** How the names of case files end. */
export const caseEndings = [".cases.yaml", ".cases.yml"];

/** Does a file hold cases, by its name? */
export function isCasesFile(path: string): boolean {
  return caseEndings.some((ending) => path.endsWith(ending));
}
