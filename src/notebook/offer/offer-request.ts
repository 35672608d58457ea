import type { Problem } from "../../engine/problem.ts";
import type { Doubt } from "../../offer/doubts.ts";
import type { OfferDocument } from "../../offer/offer-document.ts";
import type { QuestionSection } from "../../offer/questions/question.ts";
import type { OfferTest } from "../../offer/test/test-offer.ts";
import type { ResultRow } from "../../report/offer/result-lines.ts";

/** What a form follows: the scenario and the terms that apply, the scenario's first where left out. */
export type FormRequest = { readonly scenario: string; readonly terms?: string | undefined };

/** A form as the page shows it. */
export type OfferForm = {
  readonly scenario: string;
  readonly title: string;
  readonly summary: string;
  readonly limits: readonly string[];
  /** The policy whose terms apply. */
  readonly terms: string;
  readonly policies: readonly { readonly id: string; readonly title: string; readonly sentence: string }[];
  readonly sections: readonly QuestionSection[];
};

/** An offer to be tested on at most so many futures. */
export type OfferRequest = { readonly offer: OfferDocument; readonly paths: number };

/** What is known of an offer before a future is simulated: its doubts, and what holds where nothing was answered. */
export type OfferLook = { readonly doubts: readonly Doubt[]; readonly sections: readonly QuestionSection[] };

export type OfferAnswer = {
  readonly request: OfferRequest;
  /** Its causes are empty until they are found. */
  readonly test: OfferTest;
  readonly results: readonly ResultRow[];
  /** What `riskshare offer test --json` prints for the same futures; undefined until the causes are found. */
  readonly json?: string;
  readonly paths: number;
  /** Futures of the last answer to this request. */
  readonly last: number;
};

/** A file as the page got it: its bytes, or a text that was pasted. */
export type OfferFile = { readonly name: string; readonly content: ArrayBuffer | string };

/** A file that was read, and the form that it fills in. */
export type OpenedOffer = {
  readonly document: OfferDocument;
  readonly form: OfferForm;
  /** What a reader should know of how it was read. */
  readonly notes: readonly string[];
};

export type SavedForm = "yaml" | "xlsx";

/** What the page says to the worker. */
export type ToOfferWorker =
  | { readonly kind: "ask"; readonly id: number; readonly request: OfferRequest }
  | { readonly kind: "form"; readonly id: number; readonly request: FormRequest }
  | { readonly kind: "open"; readonly id: number; readonly file: OfferFile }
  | { readonly kind: "save"; readonly id: number; readonly offer: OfferDocument; readonly as: SavedForm }
  | { readonly kind: "stop" };

/** What the worker says to the page; `id` is that of what it answers. */
export type FromOfferWorker =
  | { readonly kind: "look"; readonly id: number; readonly look: OfferLook }
  | { readonly kind: "answer"; readonly id: number; readonly answer: OfferAnswer }
  | { readonly kind: "progress"; readonly id: number; readonly done: number; readonly of: number }
  | { readonly kind: "stopped"; readonly id: number }
  | { readonly kind: "problems"; readonly id: number; readonly problems: readonly Problem[] }
  | { readonly kind: "failed"; readonly id: number; readonly message: string }
  | { readonly kind: "form"; readonly id: number; readonly form: OfferForm }
  | { readonly kind: "opened"; readonly id: number; readonly opened: OpenedOffer }
  | { readonly kind: "saved"; readonly id: number; readonly content: string | Uint8Array };
