import { type Problem, problemText } from "../engine/problem.ts";
import { shownCount } from "../report/shown-number.ts";
import { element, freshId } from "./element.ts";
import { placeOf, selectPlace } from "./place-in-text.ts";

/** What stands in the box: its text, and a name with the ending that its form has. */
export type Written = { readonly name: string; readonly text: string; readonly format: "yaml" | "json" };

export type WrittenTextOptions = {
  /** The name of its file, without the ending. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly rows: number;
  /** Called with the text of a file that was dropped or chosen; the box takes it itself where this is left out. */
  readonly onFile?: (text: string) => void;
};

/** A box for a text that is to be read: `element` for `display`, its `value` for `Generators.input`. */
export type WrittenText = HTMLElement & {
  value: Written;
  /** Marks the lines of problems and lists them; `good` is said where there are none. */
  showProblems: (problems: readonly Problem[], good: string) => void;
};

const longestFile = 2_000_000;
const restMs = 250;
const mostShown = 40;

/**
 * A box to write, paste or drop a file into: line numbers, the lines with problems marked, and a list of problems whose
 * entries lead to their places. It tells of a change when typing rests.
 */
export function openWrittenText(options: WrittenTextOptions): WrittenText {
  const { name, label, hint, rows } = options;
  const id = freshId(`written-${name}`);
  const text = element("textarea", {
    id,
    rows,
    wrap: "off",
    spellcheck: "false",
    autocomplete: "off",
    "aria-describedby": `${id}-hint ${id}-said`,
  });
  const gutter = element("pre", { class: "gutter", "aria-hidden": "true" });
  const said = element("p", { class: "written-said", id: `${id}-said`, role: "status" });
  const list = element("ul", { class: "problems" });
  const file = element("input", { type: "file", accept: ".yaml,.yml,.json", id: `${id}-file` });
  const paper = element("pre", { class: "on-paper" });
  const root = element(
    "div",
    { class: "written" },
    element("label", { for: id, class: "written-label" }, label),
    element("p", { class: "hint", id: `${id}-hint` }, hint),
    element("div", { class: "written-box" }, gutter, text),
    paper,
    element("div", { class: "written-file" }, element("label", { for: `${id}-file` }, "Open a file "), file),
    said,
    list,
  ) as unknown as WrittenText;
  let marked = new Set<number>();
  let rest: ReturnType<typeof setTimeout> | undefined;

  const number = () => {
    const lines = text.value.split("\n").length;
    gutter.textContent = Array.from({ length: lines }, (_, line) =>
      marked.has(line + 1) ? `▶ ${line + 1}` : String(line + 1),
    ).join("\n");
    gutter.scrollTop = text.scrollTop;
  };
  const tell = () => root.dispatchEvent(new Event("input"));
  const take = (next: string) => {
    text.value = next;
    marked = new Set();
    number();
    tell();
  };
  const open = async (chosen: File | undefined | null) => {
    if (!chosen) return;
    if (chosen.size > longestFile) {
      said.textContent = `That file has ${shownCount(chosen.size)} bytes; the most that is read is ${shownCount(longestFile)}.`;
      return;
    }
    (options.onFile ?? take)(await chosen.text());
  };
  // A box prints the lines that it shows; paper has room for all of them.
  addEventListener("beforeprint", () => {
    paper.textContent = text.value;
  });
  text.addEventListener("scroll", () => {
    gutter.scrollTop = text.scrollTop;
  });
  text.addEventListener("input", (event) => {
    event.stopPropagation();
    number();
    clearTimeout(rest);
    rest = setTimeout(tell, restMs);
  });
  file.addEventListener("input", (event) => event.stopPropagation());
  file.addEventListener("change", () => void open(file.files?.[0]));
  root.addEventListener("dragover", (event) => {
    event.preventDefault();
    root.classList.add("dropping");
  });
  root.addEventListener("dragleave", () => root.classList.remove("dropping"));
  root.addEventListener("drop", (event) => {
    event.preventDefault();
    root.classList.remove("dropping");
    void open(event.dataTransfer?.files[0]);
  });
  Object.defineProperty(root, "value", {
    get: (): Written => {
      const format = /^\s*[{[]/.test(text.value) ? "json" : "yaml";
      return { name: `${name}.${format}`, text: text.value, format };
    },
    set: ({ text: next }: Written) => take(next),
  });
  root.showProblems = (problems, good) => {
    const more = problems.length - mostShown;
    marked = new Set(problems.flatMap(({ where }) => placeOf(where)?.line ?? []));
    number();
    text.setAttribute("aria-invalid", String(problems.length > 0));
    const count = problems.length === 1 ? "1 problem" : `${shownCount(problems.length)} problems`;
    said.textContent =
      problems.length === 0 ? good : `${count}. The lines are marked ▶; an entry leads to its place.`;
    list.replaceChildren(
      ...problems.slice(0, mostShown).map((problem) => element("li", {}, entry(problem, text))),
      ...(more > 0 ? [element("li", {}, `and ${shownCount(more)} more`)] : []),
    );
  };
  number();
  return root;
}

/** A problem as it is said everywhere; a button, where it has a place in the text. */
function entry(problem: Problem, text: HTMLTextAreaElement): HTMLElement {
  const place = placeOf(problem.where);
  if (place === undefined) return element("span", {}, problemText(problem));
  const button = element("button", { type: "button", class: "to-place" }, problemText(problem));
  button.addEventListener("click", () => selectPlace(text, place));
  return button;
}
