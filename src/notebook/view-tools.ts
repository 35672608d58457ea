import { jsonText } from "../engine/shown-text.ts";
import { download } from "./download.ts";
import { element } from "./element.ts";
import type { LiveAnswer, LiveRequest } from "./live/live-request.ts";
import type { LiveRun } from "./live/live-run.ts";
import { linkToView } from "./url-state.ts";

/** Buttons with which a reader takes the view away: a link to it, the scenario with the terms, the answer. */
export function viewTools(live: LiveRun, request: () => LiveRequest, answer: () => LiveAnswer): HTMLElement {
  const said = element("output", {});
  const button = (text: string, work: () => void | Promise<void>) => {
    const made = element("button", { type: "button" }, text);
    made.addEventListener("click", async () => {
      try {
        await work();
      } catch (error) {
        said.textContent = error instanceof Error ? error.message : String(error);
      }
    });
    return made;
  };
  const copy = async () => {
    const link = linkToView();
    try {
      await navigator.clipboard.writeText(link);
      said.textContent = "The link is copied.";
    } catch {
      // A page from disk may have no clipboard: the address bar holds the link.
      said.textContent = link;
    }
  };
  const save = async () => {
    const text = await live.write(request());
    const ids = request().policies ?? [];
    download("scenario.yaml", "text/yaml", text);
    said.textContent = `Run it with: riskshare compare scenario.yaml --policies ${ids.join(",")} --basis same-unit-prices`;
  };
  return element(
    "div",
    { class: "view-tools figure-tools" },
    button("Copy a link to this view", copy),
    button("Save the scenario with your terms", save),
    button("Save the answer as JSON", () =>
      download("answer.json", "application/json", `${jsonText(answer().comparison)}\n`),
    ),
    said,
  );
}
