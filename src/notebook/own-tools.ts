import { jsonText } from "../engine/shown-text.ts";
import { csvTables } from "../report/csv-tables.ts";
import { download } from "./download.ts";
import { element } from "./element.ts";
import type { LiveAnswer, LiveRequest } from "./live/live-request.ts";
import type { LiveRun } from "./live/live-run.ts";
import type { Written } from "./written-text.ts";

export type OwnToolsInput = {
  readonly live: LiveRun;
  readonly request: () => LiveRequest;
  readonly answer: () => LiveAnswer | undefined;
  readonly scenario: () => Written;
  readonly ruleset: () => Written;
};

/** Buttons with which a reader takes away what was made here: the scenario, the ruleset, the result, its tables. */
export function ownTools({ live, request, answer, scenario, ruleset }: OwnToolsInput): HTMLElement {
  const said = element("output", {});
  const button = (text: string, work: () => unknown) => {
    const made = element("button", { type: "button" }, text);
    made.addEventListener("click", async () => {
      said.textContent = "";
      try {
        await work();
      } catch (error) {
        said.textContent = error instanceof Error ? error.message : String(error);
      }
    });
    return made;
  };
  const type = ({ format }: Written) => (format === "json" ? "application/json" : "text/yaml");
  const withAnswer = (work: (made: LiveAnswer) => void) => () => {
    const made = answer();
    if (made === undefined) said.textContent = "Nothing has been run yet.";
    else work(made);
  };
  const table = (name: string) =>
    withAnswer(({ comparison }) => {
      const text = csvTables([comparison])[name];
      if (text !== undefined) download(name, "text/csv", text);
    });
  return element(
    "div",
    { class: "view-tools figure-tools" },
    button("Save the scenario", async () => {
      const written = scenario();
      // A text that cannot be read is saved as it stands.
      const text = await live.write(request()).catch(() => written.text);
      download(written.name, type(written), text);
    }),
    button("Save the ruleset", () => {
      const written = ruleset();
      if (written.text.trim() === "") said.textContent = "No ruleset was put in.";
      else download(written.name, type(written), written.text);
    }),
    button(
      "Save the result as JSON",
      withAnswer(({ comparison }) =>
        download("result.json", "application/json", `${jsonText(comparison)}\n`),
      ),
    ),
    button("Save the measures as CSV", table("policies.csv")),
    button("Save the differences as CSV", table("differences.csv")),
    said,
  );
}
