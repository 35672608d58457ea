import { openRound } from "../../../src/award/open-round.ts";
import { type AwardInput, readAward, requirementNames } from "../../../src/cli/award-files.ts";

type Given = Required<Pick<AwardInput, "bound" | "offers">>;

/** Judges a requirement, by its bare name or file, with the offers shipped with it, in files, or as given. */
export function judgedRound(name: string, offerFiles: readonly string[] = [], given?: Given) {
  const { bound, offers, problems } =
    given === undefined ? readAward(name, offerFiles) : { ...given, problems: [] };
  if (bound === undefined || offers === undefined) throw new Error(JSON.stringify(problems));
  return { bound, offers, round: openRound(bound, offers).judge() };
}

export const shippedNames = requirementNames();
