import { element } from "./element.ts";

/** A sentence that is on the page at every answer, and read out only when a run is done. */
export type Announcer = {
  readonly element: HTMLElement;
  readonly show: (sentence: string, isDone: boolean) => void;
};

/** Opens a place for the sentence that says what changed. */
export function openAnnouncer(): Announcer {
  const shown = element("p", { class: "sentence" });
  const spoken = element("p", { class: "spoken", "aria-live": "polite" });
  return {
    element: element("div", {}, shown, spoken),
    show: (sentence, isDone) => {
      shown.textContent = sentence;
      if (isDone && spoken.textContent !== sentence) spoken.textContent = sentence;
    },
  };
}
