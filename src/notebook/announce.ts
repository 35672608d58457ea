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
  const strip = element(
    "div",
    { class: "sentence-strip", "aria-hidden": "true", hidden: true },
    element("div", {}),
  );
  const inStrip = strip.firstElementChild!;
  let isBelow = false;
  const showStrip = () => {
    strip.hidden = !isBelow || inStrip.textContent === "";
  };
  // With a margin above that takes in the whole page, what does not meet the window is below it.
  new IntersectionObserver(
    ([entry]) => {
      isBelow = entry?.isIntersecting === false;
      showStrip();
    },
    { rootMargin: "10000000px 0px 0px 0px" },
  ).observe(shown);
  let said: string | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  return {
    element: element("div", {}, shown, spoken, strip),
    show: (sentence, isDone, isOld = false) => {
      shown.textContent = isOld ? "There is no answer yet to what was asked last." : sentence;
      inStrip.textContent = shown.textContent;
      showStrip();
      if (!isDone || said === sentence) return;
      said = sentence;
      spoken.textContent = sentence;
      // Read out by then: who reads on through the page meets it once.
      clearTimeout(quiet);
      quiet = setTimeout(() => spoken.replaceChildren(), readOutMs);
    },
  };
}
