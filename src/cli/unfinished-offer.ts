import { escapedText } from "../engine/shown-text.ts";
import { risingAnswers } from "../offer/check-so-far.ts";
import type { FormAnswers } from "./offer-form.ts";
import { nextLines } from "./offer-next.ts";
import type { OfferStart } from "./offer-start.ts";
import { print } from "./print.ts";
import { writeOfferFile } from "./write-offer-file.ts";

/** Keeps what was answered beside the place of the file, so that an hour's work is not lost. */
export async function keepUnfinished(path: string, start: OfferStart, answers: FormAnswers): Promise<void> {
  process.exitCode = 130;
  if (answers.names.provider === undefined) return print("\nStopped; nothing was written.\n");
  const part = path.replace(/\.yaml$/i, ".part.yaml");
  const numbers = new Map(answers.numbers);
  // Of three that go together, some alone could not be read again.
  const [three] = risingAnswers;
  if (three.some((field) => !numbers.has(field))) for (const field of three) numbers.delete(field);
  await writeOfferFile(part, start, { ...answers, numbers });
  const next = nextLines(["offer", "init", path, "--from", part]);
  await print(
    `\nStopped. What you answered so far is in ${escapedText(part)}. To go on:\n${next.replace("Next:\n", "")}`,
  );
}
