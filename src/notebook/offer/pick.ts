import { element, freshId } from "../element.ts";

type Option = { readonly id: string; readonly title: string };

/** A list that drops down, whose options can be others later. */
export type Pick = {
  readonly element: HTMLElement;
  readonly box: HTMLSelectElement;
  readonly hint: HTMLElement;
  readonly setOptions: (options: readonly Option[], chosen: string) => void;
};

/** Opens a list of options with its label; what stands in the address is no part of it. */
export function openPick(label: string, options: readonly Option[], hint: string): Pick {
  const id = freshId("pick");
  const box = element("select", { id, "aria-describedby": `${id}-hint` });
  const said = element("p", { class: "hint", id: `${id}-hint` }, hint);
  const setOptions = (next: readonly Option[], chosen: string) => {
    box.replaceChildren(...next.map((one) => element("option", { value: one.id }, one.title)));
    box.value = chosen;
  };
  setOptions(options, options[0]?.id ?? "");
  return {
    element: element("div", { class: "ask" }, element("label", { for: id }, label), box, said),
    box,
    hint: said,
    setOptions,
  };
}
