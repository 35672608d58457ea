/** Keeps a text for this tab alone, so that loading the page again does not lose it. */
export function keepText(name: string, text: string): void {
  try {
    sessionStorage.setItem(`riskshare:${name}`, text);
  } catch {
    // A page from disk, or a full store: the text is kept by the page alone.
  }
}

/** The text that this tab kept under a name. */
export function keptText(name: string): string | undefined {
  try {
    return sessionStorage.getItem(`riskshare:${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}
