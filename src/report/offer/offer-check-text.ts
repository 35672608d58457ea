import { escapedText } from "../../engine/shown-text.ts";
import type { Doubt } from "../../offer/doubts.ts";
import type { Emphasis } from "../emphasis.ts";
import { listLines } from "../wrapped-lines.ts";
import { doubtFields, doubtWords } from "./doubt-words.ts";

const heads = {
  unusual: "Unusual answers. They may be right; check that they are what you meant:",
  odd: "Answers that do not go together:",
  left: "Not answered. These figures are the scenario's and not yours:",
} as const;

/** Says what is worth a second look in an offer that is in order, a list a kind; nothing where there is nothing. */
export function doubtsText(
  doubts: readonly Doubt[],
  width: number,
  { bold }: Pick<Emphasis, "bold">,
  place: (path: string) => string = (path) => path,
): string {
  const parts = (["unusual", "odd", "left"] as const).flatMap((kind) => {
    const own = doubts.filter((doubt) => doubt.kind === kind);
    if (own.length === 0) return [];
    const lines = own.flatMap((doubt) =>
      listLines(
        "- ",
        escapedText(`${doubtWords(doubt)} (${doubtFields(doubt).map(place).join(", ")})`),
        width,
      ),
    );
    return [`${bold(heads[kind])}\n${lines.join("\n")}\n`];
  });
  return parts.join("\n");
}
