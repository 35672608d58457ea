import { element } from "./element.ts";

/** A sentence that is on the page at every answer, and read out only when a run is done. */
export type Announcer = {
  readonly element: HTMLElement;
  /** `isOld` says that the sentence is of a run before the one that was asked for: it is not shown. */
  readonly show: (sentence: string, isDone: boolean, isOld?: boolean) => void;
};

const readOutMs = 15_000;

/** Opens a place for the sentence that says what changed. */
export function openAnnouncer(): Announcer {
  const shown = element("p", { class: "sentence" });
  const spoken = element("p", { class: "spoken", "aria-live": "polite" });
  let said: string | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  return {
    element: element("div", {}, shown, spoken),
    show: (sentence, isDone, isOld = false) => {
      shown.textContent = isOld ? "There is no answer yet to what was asked last." : sentence;
      if (!isDone || said === sentence) return;
      said = sentence;
      spoken.textContent = sentence;
      // Read out by then: who reads on through the page meets it once.
      clearTimeout(quiet);
      quiet = setTimeout(() => spoken.replaceChildren(), readOutMs);
    },
  };
}
