import { element, freshId } from "./element.ts";
import { keepState, standsAt, stateOf } from "./url-state.ts";

export type TextBoxOptions = {
  /** Its name in the page's address. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly longest?: number;
};

/** A box for a short text, for `view(…)`: a seed, a name. An empty box stands for the value at first. */
export function textBox({
  name,
  label,
  value: first,
  hint,
  longest = 60,
}: TextBoxOptions): HTMLElement & { value: string } {
  const id = freshId(`text-${name}`);
  const box = element("input", {
    id,
    type: "text",
    maxlength: longest,
    autocomplete: "off",
    "aria-describedby": hint && `${id}-hint`,
  });
  const read = () => (stateOf(name) ?? first).slice(0, longest);
  box.value = read();
  const root = element(
    "div",
    { class: "lever" },
    element("label", { for: id }, label),
    box,
    ...(hint ? [element("p", { class: "hint", id: `${id}-hint` }, hint)] : []),
  ) as unknown as HTMLElement & { value: string };
  const value = () => box.value.trim() || first;
  box.addEventListener("input", (event) => {
    event.stopPropagation();
    keepState(name, value() === first ? undefined : value());
    root.dispatchEvent(new Event("input"));
  });
  addEventListener("hashchange", () => {
    if (read() === value()) return;
    box.value = read();
    root.dispatchEvent(new Event("input"));
  });
  standsAt(name, root, value);
  Object.defineProperty(root, "value", { get: value });
  return root;
}
