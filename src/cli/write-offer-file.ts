import { basename, extname } from "node:path";
import { kebabOf } from "../engine/nearest-name.ts";
import { numbersOf, type OfferDocument, offerDocument } from "../offer/offer-document.ts";
import { offerQuestions } from "../offer/questions/all-questions.ts";
import { withStandards } from "../offer/questions/with-standards.ts";
import { writtenOffer } from "../offer/written-offer.ts";
import type { FormAnswers } from "./offer-form.ts";
import type { OfferStart } from "./offer-start.ts";
import { openOutFile } from "./out-file.ts";
import { typedWords, withProgramWords } from "./typed-words.ts";

/** Writes what was answered as a commented file, whole or not at all. */
export async function writeOfferFile(path: string, start: OfferStart, answers: FormAnswers): Promise<void> {
  const document = documentOf(path, start, answers);
  const { checked } = start.base;
  const questions = offerQuestions(checked, checked.policies[answers.place]!);
  const sections = withStandards(questions, numbersOf(document), checked);
  const [typed] = typedWords([path]);
  const head = [
    "A provider's own offer. Lines that begin with # are remarks.",
    "An answer that is not given stands as a line such as #setUp: 5000. Take its # away and put in your own figure.",
    withProgramWords(`riskshare offer check ${typed} says what is missing or unusual.`),
    withProgramWords(`riskshare offer test ${typed} tests it.`),
  ];
  const file = openOutFile(path, path);
  try {
    await file.write(writtenOffer(document, sections, head));
    file.finish();
  } finally {
    file.abandon();
  }
}

function documentOf(
  path: string,
  { base }: OfferStart,
  { names, place, numbers }: FormAnswers,
): OfferDocument {
  const { checked } = base;
  const policy = checked.policies[place]!;
  const asked = new Set(
    offerQuestions(checked, policy).flatMap(({ questions }) => questions.map((q) => q.path)),
  );
  // Prices of other terms, from an earlier file, mean nothing under these.
  const kept = [...numbers].filter(
    ([field]) => asked.has(field) || !/^(prices|delivery|costs)\./.test(field),
  );
  const id = kebabOf(basename(path, extname(path)).replace(/\.part$/, "")) || "my-offer";
  return offerDocument(
    { ...names, id, provider: names.provider ?? "", scenario: checked.scenario.id, terms: policy.spec.id },
    new Map(kept),
  );
}
