import { element, freshId } from "./element.ts";
import { keepState, standsAt, stateOf } from "./url-state.ts";

type Option = { readonly id: string; readonly title: string };

/** An element with a text, for `view(…)`. */
export type Choice = HTMLElement & { value: string };
/** An element with some of its options' ids, for `view(…)`. */
export type Choices = HTMLElement & { value: readonly string[] };

export type ChoiceOptions = {
  /** Its name in the page's address. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  /** The id that is chosen where the address holds none. */
  readonly value: string;
  readonly hint?: string;
};

/** One of several, as a list that drops down: a scenario, a basis. Its value stands in the address. */
export function choice({ name, label, options, value: first, hint }: ChoiceOptions): Choice {
  const id = freshId(`choice-${name}`);
  const known = (text: string | undefined) => (options.some((option) => option.id === text) ? text! : first);
  const select = element("select", { id, "aria-describedby": hint && `${id}-hint` });
  for (const option of options) select.append(element("option", { value: option.id }, option.title));
  select.value = known(stateOf(name));
  const root = element(
    "div",
    { class: "lever choice" },
    element("label", { for: id }, label),
    select,
    ...(hint ? [element("p", { class: "hint", id: `${id}-hint` }, hint)] : []),
  ) as unknown as Choice;
  const tell = () => root.dispatchEvent(new Event("input"));
  select.addEventListener("input", (event) => {
    event.stopPropagation();
    keepState(name, select.value === first ? undefined : select.value);
    tell();
  });
  addEventListener("hashchange", () => {
    const linked = known(stateOf(name));
    if (linked === select.value) return;
    select.value = linked;
    tell();
  });
  standsAt(name, root, () => select.value);
  Object.defineProperty(root, "value", { get: () => select.value });
  return root;
}

export type ChoicesOptions = Omit<ChoiceOptions, "value"> & {
  /** The ids that are chosen where the address holds none. */
  readonly value: readonly string[];
  /** The most that can be chosen. */
  readonly most?: number;
};

/** Some of several, as boxes to tick: policies to compare, levers to pull. Their ids stand in the address. */
export function choices({
  name,
  label,
  options,
  value: first,
  hint,
  most = options.length,
}: ChoicesOptions): Choices {
  const hintId = freshId(`choices-${name}`);
  const boxes = new Map<string, HTMLInputElement>();
  const root = element(
    "fieldset",
    { class: "lever choices", "aria-describedby": hint && hintId },
    element("legend", {}, label),
  ) as unknown as Choices;
  if (hint) root.append(element("p", { class: "hint", id: hintId }, hint));
  for (const { id, title } of options) {
    const box = element("input", { type: "checkbox", value: id });
    boxes.set(id, box);
    root.append(element("label", {}, box, ` ${title}`));
  }
  const chosen = () => [...boxes].flatMap(([id, box]) => (box.checked ? [id] : []));
  const limit = () => {
    const isFull = chosen().length >= most;
    for (const box of boxes.values()) box.disabled = isFull && !box.checked;
  };
  const read = () => {
    const linked = stateOf(name)?.split(" ") ?? first;
    let left = most;
    for (const [id, box] of boxes) {
      box.checked = linked.includes(id) && left > 0;
      if (box.checked) left -= 1;
    }
    limit();
  };
  read();
  root.addEventListener("input", (event) => {
    if (event.target === root) return;
    event.stopPropagation();
    limit();
    const ids = chosen();
    keepState(name, ids.join(" ") === first.join(" ") ? undefined : ids.join(" "));
    root.dispatchEvent(new Event("input"));
  });
  addEventListener("hashchange", () => {
    const before = chosen().join(" ");
    read();
    if (chosen().join(" ") !== before) root.dispatchEvent(new Event("input"));
  });
  if (options.length > 0) standsAt(name, root, () => chosen().join(" "));
  Object.defineProperty(root, "value", { get: chosen });
  return root;
}
