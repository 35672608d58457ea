import { samples } from "riskshare:own-offers";
import { type Problem, problemText } from "../../engine/problem.ts";
import { download } from "../download.ts";
import { element, freshId } from "../element.ts";
import { fullLink } from "../url-state.ts";
import { type Draft, draftOf, emptyDraft } from "./draft.ts";
import { largestOffer } from "./largest-offer.ts";
import { linkedAnswers } from "./linked-answers.ts";
import type { OfferFormView } from "./offer-form.ts";
import type { OfferFile, SavedForm } from "./offer-request.ts";
import type { OfferRun } from "./offer-run.ts";

const mostShown = 40;
const types = {
  yaml: "text/yaml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** The ways in and out of the form: an example, an empty form, a file or a pasted text, files to keep, a link. */
export function openOfferFiles(run: Pick<OfferRun, "open" | "save">, form: OfferFormView): HTMLElement {
  const said = element("p", { class: "written-said", role: "status" });
  const problems = element("ul", { class: "problems" });
  const say = (text: string, found: readonly Problem[] = []) => {
    said.textContent = text;
    const more = found.length - mostShown;
    problems.replaceChildren(
      ...found.slice(0, mostShown).map((problem) => element("li", {}, problemText(problem))),
      ...(more > 0 ? [element("li", {}, `and ${more} more`)] : []),
    );
  };
  const button = (text: string, work: () => unknown) => {
    const made = element("button", { type: "button" }, text);
    made.addEventListener("click", async () => {
      say("");
      try {
        await work();
      } catch (error) {
        say(error instanceof Error ? error.message : String(error));
      }
    });
    return made;
  };
  let before: Draft | undefined;
  const back = button("Bring back what was there", async () => {
    if (before !== undefined) await form.fill(before);
    before = undefined;
    back.hidden = true;
  });
  back.hidden = true;
  const replace = async (draft: Draft, shown?: Parameters<OfferFormView["fill"]>[1]) => {
    before = form.value?.draft;
    await form.fill(draft, shown);
    back.hidden = before === undefined;
  };
  const take = async (file: OfferFile) => {
    try {
      const { document, form: shown, notes } = await run.open(file);
      await replace(draftOf(document), shown);
      say(["The form is filled in.", ...notes].join(" "));
    } catch (error) {
      const found = (error as { problems?: readonly Problem[] }).problems ?? [];
      if (found.length === 0) throw error;
      const count = found.length === 1 ? "one problem" : `${found.length} problems`;
      say(`The file was not taken over, for ${count}:`, found);
    }
  };
  const save = (as: SavedForm) => async () => {
    const { offer } = form.value ?? {};
    if (offer === undefined) return;
    download(`${offer.id}.${as}`, types[as], await run.save(offer, as));
  };
  const copy = async () => {
    const { draft } = form.value ?? {};
    if (draft === undefined) return;
    const { scenario, terms } = draft.names;
    const link = fullLink(
      location.href,
      [],
      [
        ["scenario", scenario],
        ...(terms === undefined ? [] : [["terms", terms] as [string, string]]),
        ["answers", linkedAnswers(draft)],
      ],
    );
    try {
      await navigator.clipboard.writeText(link);
      say("The link is copied. It holds your answers, and leaves out the name of your organisation.");
    } catch {
      // A page from disk may have no clipboard.
      say(link);
    }
  };

  const id = freshId("offer-file");
  const file = element("input", { type: "file", id, accept: ".yaml,.yml,.json,.xlsx" });
  file.addEventListener("input", (event) => event.stopPropagation());
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    if (chosen === undefined) return;
    say("");
    const { name, size } = chosen;
    try {
      if (size <= largestOffer) await take({ name, content: await chosen.arrayBuffer() });
      else say(`That file has ${size} bytes; the most that is read is ${largestOffer}.`);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
    // The same file can be chosen again once it is mended.
    file.value = "";
  });
  const text = element("textarea", {
    rows: 8,
    spellcheck: "false",
    id: `${id}-text`,
    maxlength: largestOffer,
  });
  text.addEventListener("input", (event) => event.stopPropagation());
  const paste = element(
    "details",
    { class: "data" },
    element("summary", {}, "Paste an offer"),
    element("label", { for: `${id}-text` }, "An offer as YAML or JSON"),
    text,
    button("Read it", () => take({ name: "pasted.yaml", content: text.value })),
  );
  const sample = samples[0];
  return element(
    "div",
    { class: "offer-files" },
    element(
      "div",
      { class: "figure-tools" },
      button("Begin an empty form", () => {
        const { scenario, terms } = form.value?.draft.names ?? {};
        return replace(emptyDraft(scenario ?? "dps-2017", terms));
      }),
      ...(sample === undefined ? [] : [button("Fill in the example", () => replace(draftOf(sample)))]),
      back,
    ),
    element(
      "div",
      { class: "written-file" },
      element("label", { for: id }, "Open an offer: YAML or workbook "),
      file,
    ),
    paste,
    element(
      "div",
      { class: "figure-tools" },
      button("Save as a file (YAML)", save("yaml")),
      button("Save as a workbook (XLSX)", save("xlsx")),
      button("Copy a link to these answers", copy),
    ),
    said,
    problems,
  );
}
