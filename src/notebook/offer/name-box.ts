import { element, freshId } from "../element.ts";

const longest = 200;

/** A box for a name or a line of text, with its label and a hint. */
export function openNameBox(label: string, hint: string): { element: HTMLElement; box: HTMLInputElement } {
  const id = freshId("name");
  const box = element("input", {
    id,
    type: "text",
    maxlength: longest,
    autocomplete: "off",
    "aria-describedby": `${id}-hint`,
  });
  const root = element(
    "div",
    { class: "ask" },
    element("label", { for: id }, label),
    box,
    element("p", { class: "hint", id: `${id}-hint` }, hint),
  );
  return { element: root, box };
}
