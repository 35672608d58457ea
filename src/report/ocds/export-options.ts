/** What a publisher says of a release package beyond what is in the round. */
export type ExportOptions = {
  /** The registered prefix of one's own ocids, as ocds-a1b2c3. */
  readonly prefix: string;
  /** The address at which the package will stand. */
  readonly uri: string | undefined;
  /** The day on which the award was made, where there was one; nothing here reads a clock. */
  readonly awardDay: string | undefined;
  /** Are prices of offers that lost to be published too? They may be confidential. */
  readonly withValues: boolean;
};

/** Well-formed and clearly nobody's: the six signs of a registered prefix are drawn at random. */
export const unregisteredPrefix = "ocds-000000";

/** What is exported where nothing else is said: no date of award, no price but the winners'. */
export const plainExport: ExportOptions = {
  prefix: unregisteredPrefix,
  uri: undefined,
  awardDay: undefined,
  withValues: false,
};

/**
 * Is the text a prefix as the Open Contracting Partnership gives them out: ocds- and six lower-case letters or digits?
 *
 * @example isOcidPrefix("ocds-b5fd17") // true
 */
export function isOcidPrefix(text: string): boolean {
  return /^ocds-[a-z0-9]{6}$/.test(text);
}
